//! Whose rooms are stood in for: which addresses they have, and who judges the
//! tokens that open them. All else is the same for every Jitsi server.

mod jaas;
mod own;

use std::collections::HashMap;

use roomkey_core::inspect::{Granted, RefusalPhase};
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;
use serde_json::Value;

pub(crate) use self::jaas::Jaas;
pub(crate) use self::own::Own;
use crate::room::Place;

/// A tenant as a room's address names it, in lower case; empty where the
/// address names none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Tenant(String);

impl Tenant {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What differs between Jitsi servers.
pub(crate) trait Tenancy: Send + Sync {
    /// The tenant that an address names; none where the server has no such
    /// address.
    fn tenant(&self, named: Option<&str>) -> Option<Tenant>;

    /// The tenant whose rooms a command is about where nobody is in any.
    fn first(&self) -> Option<Tenant>;

    /// The keys whose owners may command; none where the server takes no
    /// commands.
    fn commanders(&self) -> Option<&HashMap<KeyId, PublicKey>>;

    /// Judges a token for a room.
    fn judge(&self, place: &Place, token: &str, now: Timestamp) -> Judged;
}

/// What a server makes of a token.
pub(crate) struct Judged {
    pub(crate) outcome: Result<Granted, Refused>,
    pub(crate) claims: Option<Value>,
    /// What the room's page tells of it, in the form of
    /// `roomkey_core::inspect::Inspection`.
    pub(crate) inspection: Value,
}

/// Why a token opens no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// The server's own text, before XML escapes its apostrophes.
    pub(crate) text: String,
    pub(crate) phase: RefusalPhase,
    /// Whether there is no token at all.
    pub(crate) is_missing: bool,
}
