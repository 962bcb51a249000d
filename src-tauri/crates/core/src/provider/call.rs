//! Calls to a provider's REST: what is sent, and what an answer means. Who carries them is the
//! shell's part.

use std::fmt;

use zeroize::Zeroizing;

use super::entry::Purpose;
pub use crate::rest::Answer;
use crate::room_name::RoomName;
use crate::time::Timestamp;
use crate::token::Token;

/// One request. What is in it may be secret, so that it is never printed.
#[derive(Clone)]
pub struct Call {
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

/// Whether a call is made again by itself where it failed in passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// Never: what a lost answer did is not known.
    Never,
    /// After a pause: a second one has the outcome of the first.
    Safely,
}

/// A room that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Its name in the tenant.
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
pub trait RoomCalls {
    /// Finds the room, and makes it where that takes no second call.
    fn find(&self, wanted: &Wanted<'_>, token: &Token) -> Result<Call, CallFault>;

    /// What came of [`RoomCalls::find`]; none where there is no such room yet.
    fn found(&self, wanted: &Wanted<'_>, answer: Answer<'_>)
    -> Result<Option<MadeRoom>, CallFault>;

    /// Makes a room.
    fn make(&self, wanted: &Wanted<'_>, token: &Token) -> Call;

    /// What came of [`RoomCalls::make`].
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

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
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
pub trait TokenCalls {
    /// Asks for the token for a purpose.
    fn ask(&self, purpose: &Purpose<'_>) -> Call;

    /// What came of it.
    fn given(&self, answer: Answer<'_>) -> Result<Token, CallFault>;
}

/// Why a call did not do what it was for. Where the server gave a reason in words, they are kept
/// beside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallFault {
    /// The room is not one of the provider's making, and this call cannot make one.
    #[error(
        "{system} did not make this room. Make it in the settings, under Rooms, and use its id"
    )]
    RoomNotMade {
        /// The system's name.
        system: &'static str,
    },
}
