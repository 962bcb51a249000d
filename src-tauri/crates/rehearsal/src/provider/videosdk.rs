//! VideoSDK: REST version 2, the hosted prebuilt page, and the server of tokens
//! that a company runs itself, all on one address.
//!
//! Sources: docs.videosdk.live, “Real-time communication” and “Server setup”;
//! videosdk-live's `videosdk-rtc-react-prebuilt-ui` and
//! `videosdk-rtc-api-server-examples`; `@videosdk.live/server-sdk`. What an
//! answer has where these leave it open says so beside it.

mod code;
mod prebuilt;
mod rest;
mod rooms;
mod token_server;

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use roomkey_core::domain::Domain;
use roomkey_core::provider::videosdk::{Account, ApiKey, Tokens};

use self::rooms::Rooms;
use super::desk::{self, Desk};
use super::ledger::locked;

/// The API key of an account whose tokens its server makes, so that no desk
/// need know the real one.
const SERVERS_KEY: &str = "rehearsal";

/// An account's rooms, and the desk before them.
pub(super) struct Office {
    desk: Arc<Desk>,
    api_key: ApiKey,
    rooms: Mutex<Rooms>,
}

impl Office {
    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        locked(&self.rooms)
    }
}

/// The account as VideoSDK itself knows it, with the API key in any case.
pub(super) fn judged(account: &Account) -> Account {
    Account {
        tokens: Tokens::Own(api_key(account)),
        ..account.clone()
    }
}

/// Moves every address of the account.
pub(super) fn move_to(account: &mut Account, domain: &Domain) {
    account.api = domain.clone();
    account.pages = domain.clone();
    match &mut account.tokens {
        Tokens::Own(_) => {}
        Tokens::Server(server) => *server = domain.clone(),
    }
}

pub(super) fn router(desk: Arc<Desk>, account: &Account) -> Router {
    let office = Arc::new(Office {
        api_key: api_key(account),
        rooms: Mutex::new(Rooms::new(desk.origin())),
        desk: Arc::clone(&desk),
    });
    let calls = rest::router()
        .merge(token_server::router())
        .merge(prebuilt::calls())
        .with_state(Arc::clone(&office));
    desk::router(&desk, calls, prebuilt::pages().with_state(office))
}

fn api_key(account: &Account) -> ApiKey {
    match &account.tokens {
        Tokens::Own(api_key) => api_key.clone(),
        Tokens::Server(_) => ApiKey::parse(SERVERS_KEY).expect("a plain word is a key"),
    }
}
