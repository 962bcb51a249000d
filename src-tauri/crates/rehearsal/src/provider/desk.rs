//! What the stand-ins with REST have in common: who is trusted, what time it
//! is, and who watches.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use roomkey_core::provider::{Against, Aim, Outcome, Provider, Refusal, Rule};
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use serde_json::Value;
use tokio::sync::{broadcast, watch};

use super::ledger::{self, Ledger, locked};
use super::{Options, Trusted};
use crate::access::look;
use crate::guard;
use crate::happening::{Happening, What};
use crate::page;
use crate::recorded::Pace;
use crate::server::Opening;

/// How many happenings a slow reader may lag behind.
const HAPPENINGS: usize = 1024;

/// A running stand-in, as far as it is every provider's.
pub(super) struct Desk {
    pub(super) provider: Provider,
    pub(super) trusted: Trusted,
    pub(super) address: SocketAddr,
    pub(super) ledger: Ledger,
    options: Options,
    pace: Pace,
    stopped: watch::Receiver<bool>,
    happenings: broadcast::Sender<Happening>,
    lobby_admits: AtomicBool,
    next_refusal: Mutex<Option<u16>>,
}

/// Why a token is not taken.
#[derive(Debug)]
pub(super) struct Denied {
    pub(super) rule: Rule,
    pub(super) refusal: Refusal,
}

impl Desk {
    pub(super) fn new(
        provider: Provider,
        trusted: Trusted,
        options: Options,
        opening: &Opening,
    ) -> Self {
        Self {
            provider,
            trusted,
            address: opening.address(),
            ledger: Ledger::default(),
            pace: Pace::new(options.pace),
            options,
            stopped: opening.stopped(),
            happenings: broadcast::channel(HAPPENINGS).0,
            lobby_admits: AtomicBool::new(true),
            next_refusal: Mutex::default(),
        }
    }

    /// Scheme, host and port of every address here.
    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(super) fn now(&self) -> Timestamp {
        (self.options.clock)()
    }

    pub(super) fn pause(&self, recorded: Duration) -> Duration {
        self.pace.of(recorded)
    }

    pub(super) fn stopped(&self) -> watch::Receiver<bool> {
        self.stopped.clone()
    }

    pub(super) fn happenings(&self) -> broadcast::Receiver<Happening> {
        self.happenings.subscribe()
    }

    pub(super) fn happened(&self, room: &RoomName, what: What) {
        // Nobody need be listening.
        let _ = self.happenings.send(Happening {
            room: room.clone(),
            participant: None,
            what,
        });
    }

    pub(super) fn set_lobby(&self, admits: bool) {
        self.lobby_admits.store(admits, Ordering::SeqCst);
    }

    pub(super) fn lobby_admits(&self) -> bool {
        self.lobby_admits.load(Ordering::SeqCst)
    }

    pub(super) fn refuse_next(&self, code: u16) {
        *locked(&self.next_refusal) = Some(code);
    }

    /// The code with which whoever joins now is refused, whatever they bring.
    pub(super) fn take_refusal(&self) -> Option<u16> {
        locked(&self.next_refusal).take()
    }

    /// Judges a token at this moment; gives its claims where nothing speaks
    /// against it.
    pub(super) fn judge(&self, token: &str, aim: Aim<'_>) -> Result<Value, Denied> {
        let now = self.now();
        let verifier = Some(self.trusted.verifier());
        let against = Against { aim, verifier, now };
        let checks = self.provider.system().checks(token, &against);
        for check in checks {
            match check.outcome {
                Outcome::Pass | Outcome::NotChecked(_) => {}
                Outcome::Fail(refusal) => {
                    let rule = check.rule;
                    return Err(Denied { rule, refusal });
                }
            }
        }
        Ok(look(token, now).claims.unwrap_or_default())
    }

    /// One of the providers' own pages.
    pub(super) fn page(&self, script: &str) -> Response {
        let policy = guard::policy(self.address, &self.options.hosts);
        let document = Html(page::visit(script));
        ([(CONTENT_SECURITY_POLICY, policy)], document).into_response()
    }

    /// Whether a line was opened by one of the pages.
    pub(super) fn is_own_page(&self, headers: &HeaderMap) -> bool {
        guard::is_own_page(self.address, headers)
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Puts together what is written down and may go wrong, and what is not.
pub(super) fn router(desk: &Arc<Desk>, rest: Router, pages: Router) -> Router {
    let keep = from_fn_with_state(Arc::clone(desk), ledger::keep);
    let guard = from_fn_with_state(Arc::clone(desk), guard);
    rest.route_layer(keep)
        .merge(pages)
        .merge(page::files())
        .layer(guard)
}

async fn guard(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    guard::guarded(desk.address, desk.now(), request, next).await
}
