//! Calls to a provider's REST: what is sent, and what an answer means.
//!
//! Who carries them is the shell's part: it sends a [`Call`] as it stands, reads at most
//! [`LARGEST_ANSWER`] bytes within [`ANSWERS_WITHIN`], and asks [`Call::pause`] whether to send
//! it again.

mod answer;
mod fault;
mod read;
mod repeat;

use std::fmt;

use serde::Serialize;
use zeroize::Zeroizing;

use super::entry::Purpose;
use crate::room_name::RoomName;
use crate::time::Timestamp;
use crate::token::Token;

pub use self::answer::Answer;
pub(super) use self::answer::{Kind, in_words};
pub use self::fault::{CallFault, Reason};
use self::read::json;
pub(super) use self::read::{parse, refusal};
pub use self::repeat::{ANSWERS_WITHIN, Came, MOST_TRIES, Repeats};

/// The most bytes of an answer that are read: enough for some thousand rooms.
pub const LARGEST_ANSWER: usize = 1024 * 1024;

/// One request. What is in it may be secret, so that it is never printed.
#[derive(Clone)]
pub struct Call {
    /// Who answers, as people call it.
    pub system: &'static str,
    /// What it does with the address.
    pub method: Method,
    /// Where it goes to, and to nowhere else: no redirection is followed.
    pub address: String,
    /// The header `Authorization`, where there is one.
    pub authorization: Option<Zeroizing<String>>,
    /// JSON, which goes with `Content-Type: application/json`.
    pub body: Option<Zeroizing<String>>,
    /// Whether a second one does no harm.
    pub repeats: Repeats,
}

/// The methods that the providers' calls have (RFC 9110, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Makes.
    Post,
    /// Changes.
    Put,
    /// Removes.
    Delete,
}

/// A room that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Its name in the tenant, or the id that the provider gave it.
    pub name: &'a RoomName,
    /// What people call it.
    pub title: &'a str,
    /// From when it is needed.
    pub from: Timestamp,
    /// Until when it is needed.
    pub until: Timestamp,
}

/// A room that a provider made.
#[derive(Clone, PartialEq, Eq)]
pub struct MadeRoom {
    /// What the provider calls it.
    pub id: String,
    /// What people call it, where the provider knows.
    pub title: Option<String>,
    /// Where guests get in, where the room has such a link; it carries the room's password.
    pub link: Option<Zeroizing<String>>,
    /// What makes a guest the host, where the provider gives it.
    pub host: Option<Zeroizing<String>>,
    /// From when until when it is planned.
    pub planned: Option<(Timestamp, Timestamp)>,
    /// By what a planned meeting is called off.
    pub plan_id: Option<String>,
}

/// The calls of a provider whose rooms have to be made. The token is one for commands.
pub trait RoomCalls: Sync {
    /// Finds the room, and makes it where that takes no second call.
    fn find(&self, wanted: &Wanted<'_>, token: &Token) -> Result<Call, CallFault>;

    /// What came of [`RoomCalls::find`]; none where there is no such room yet.
    fn found(&self, wanted: &Wanted<'_>, answer: Answer<'_>)
    -> Result<Option<MadeRoom>, CallFault>;

    /// Makes a room, which [`RoomCalls::find`] finds from then on wherever the provider tells
    /// rooms by their names.
    fn make(&self, wanted: &Wanted<'_>, token: &Token) -> Call;

    /// Makes a room for at once, good for a day and not found again; none where a provider's
    /// rooms are all of one kind.
    fn make_at_once(&self, _: &Wanted<'_>, _: &Token) -> Option<Call> {
        None
    }

    /// What came of [`RoomCalls::make`] or [`RoomCalls::make_at_once`].
    fn made(&self, answer: Answer<'_>) -> Result<MadeRoom, CallFault>;

    /// Lists the rooms that are there; none where the provider does not tell.
    fn list(&self, token: &Token) -> Option<Call>;

    /// What came of [`RoomCalls::list`].
    fn listed(&self, answer: Answer<'_>) -> Result<Vec<MadeRoom>, CallFault>;

    /// Calls a room off, or closes it; none where the provider has no such call.
    fn cancel(&self, room: &MadeRoom, token: &Token) -> Option<Call>;

    /// What came of [`RoomCalls::cancel`].
    fn cancelled(&self, answer: Answer<'_>) -> Result<(), CallFault>;
}

impl Call {
    /// Reads what is at an address.
    pub(super) fn get(system: &'static str, address: String) -> Self {
        Self {
            system,
            method: Method::Get,
            address,
            authorization: None,
            body: None,
            repeats: Repeats::Safely,
        }
    }

    /// Posts to an address, once.
    pub(super) fn post(system: &'static str, address: String) -> Self {
        Self {
            method: Method::Post,
            repeats: Repeats::Never,
            ..Self::get(system, address)
        }
    }

    /// Sends JSON to an address, once.
    pub(super) fn send(
        method: Method,
        system: &'static str,
        address: String,
        body: &impl Serialize,
    ) -> Self {
        Self {
            method,
            body: Some(json(body)),
            ..Self::post(system, address)
        }
    }

    /// With the header `Authorization`.
    pub(super) fn authorized(self, authorization: &str) -> Self {
        let authorization = Some(Zeroizing::new(authorization.to_owned()));
        Self {
            authorization,
            ..self
        }
    }

    /// With what is done where it failed in passing.
    pub(super) fn repeated(self, repeats: Repeats) -> Self {
        Self { repeats, ..self }
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("system", &self.system)
            .field("method", &self.method)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for MadeRoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MadeRoom")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// The calls of a server of the company's that makes the tokens.
pub trait TokenCalls: Sync {
    /// Asks for the token for a purpose.
    fn ask(&self, purpose: &Purpose<'_>) -> Call;

    /// What came of it.
    fn given(&self, answer: Answer<'_>) -> Result<Token, CallFault>;
}
