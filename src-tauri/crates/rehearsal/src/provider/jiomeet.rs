//! JioMeet: the platform's REST for rooms and planned meetings, and the guests'
//! page.
//!
//! Source: dev.jiomeet.com, the reference of “JioMeet Platform APIs” and its
//! embedded OpenAPI; its examples give the bodies, oddities and all. That
//! documentation has no words for any error, so the words here are made up.

mod guest;
mod meetings;
mod rest;

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use roomkey_core::provider::jiomeet::Authorization;

use self::meetings::Meetings;
use super::desk::{self, Desk};
use super::ledger::locked;

/// An app's meetings, and the desk before them.
pub(super) struct Office {
    desk: Arc<Desk>,
    /// How the token has to stand in its header.
    authorization: Authorization,
    meetings: Mutex<Meetings>,
}

impl Office {
    fn meetings(&self) -> MutexGuard<'_, Meetings> {
        locked(&self.meetings)
    }
}

pub(super) fn router(desk: Arc<Desk>, authorization: Authorization) -> Router {
    let office = Arc::new(Office {
        meetings: Mutex::new(Meetings::new(desk.address)),
        authorization,
        desk: Arc::clone(&desk),
    });
    let calls = rest::router().with_state(Arc::clone(&office));
    desk::router(&desk, calls, guest::pages().with_state(office))
}
