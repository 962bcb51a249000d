//! What a verifier says of a token, and why.
//!
//! This is the only place where a token is decoded without being verified,
//! and the only one that decides nothing: it tells what 8x8's server and the
//! web client would say, check by check, in their order. Sources are 8x8's
//! public server modules and the web client's `validateJwt`; what a tenant's
//! plan, bans or blocked accounts add is not known here.

mod client;
pub(crate) mod parts;
mod reading;
mod refusal;
mod rules;
mod server;
mod verdict;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::key::PublicKey;
use crate::key_id::KeyId;
use crate::room_name::RoomName;
use crate::time::Timestamp;

pub use self::client::{ClientCode, ClientReport};
pub use self::reading::Reading;
pub use self::refusal::{Refusal, RefusalPhase};
pub use self::server::{Check, Outcome, Rule, Unchecked};
pub use self::verdict::{Granted, GrantedRoom, Verdict};

/// What a token is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The key that is registered under `key_id`, or under whatever name the
    /// token gives where `key_id` is not known. With none, but a `key_id`, no
    /// key counts as registered; with neither, the signature is not checked.
    pub key: Option<&'a PublicKey>,
    /// The one registered name.
    pub key_id: Option<&'a KeyId>,
    /// The room to be joined; without it the room is not checked.
    pub room: Option<&'a RoomName>,
    /// The verifier's clock.
    pub now: Timestamp,
}

/// Everything that can be said of a token. Its signature is not in here, so
/// that it opens no meeting.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Inspection {
    /// The header, where it can be read.
    #[ts(type = "unknown")]
    pub header: Option<Value>,
    /// The body, where it can be read.
    #[ts(type = "unknown")]
    pub claims: Option<Value>,
    /// Every value in both, and what it means.
    pub readings: Vec<Reading>,
    /// The server's checks, in its order; all that can be made are made,
    /// though a server stops at the first that fails.
    pub checks: Vec<Check>,
    /// What the web client's `validateJwt` would report after a refusal, in its order.
    pub client_reports: Vec<ClientReport>,
    /// What comes of it.
    pub verdict: Verdict,
}

/// Reads a token and tells what a verifier would say of it.
pub fn inspect(token: &str, against: &Against<'_>) -> Inspection {
    let parts = parts::Parts::of(token);
    let (checks, refusal) = server::walk(&parts, against);
    let is_signature_checked = checks
        .iter()
        .any(|check| check.rule == Rule::Signature && check.outcome == Outcome::Pass);
    let granted = || Granted::of(parts.claims.as_ref());
    let verdict = match refusal {
        Some(refusal) => Verdict::Refused(refusal),
        None if is_signature_checked => Verdict::Accepted(granted()),
        None => Verdict::Unproved(granted()),
    };
    Inspection {
        readings: reading::readings(parts.header.as_ref(), parts.claims.as_ref()),
        checks,
        client_reports: client::reports(&parts, against.now),
        verdict,
        header: parts.header,
        claims: parts.claims,
    }
}
