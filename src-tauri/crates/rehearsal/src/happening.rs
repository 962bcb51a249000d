//! What happened in a room, for those who watch from outside.
//!
//! Nothing here carries a token.

use roomkey_core::feature::Features;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use serde::Deserialize;

use crate::command::Command;
use crate::participant::ParticipantId;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Where.
    pub room: RoomName,
    /// To whom, where somebody is meant who has an id.
    pub participant: Option<ParticipantId>,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The room's page was served.
    PageServed,
    /// Somebody joined.
    Joined {
        /// The name that others read.
        name: String,
        /// `context.user.id`; none for a simulated participant.
        person: Option<String>,
        /// What the token made of them.
        role: Role,
        /// What the token allows.
        features: Features,
        /// By what their browser was known again.
        known_by: KnownBy,
    },
    /// A token was refused.
    Refused {
        /// The server's words, unescaped.
        text: String,
    },
    /// A moderator switched the lobby on or off.
    LobbySet {
        /// Which of both.
        on: bool,
    },
    /// Somebody waits in the lobby.
    Knocked,
    /// The lobby turned somebody away.
    TurnedAway,
    /// Somebody was asked for the room's password.
    PasswordAsked,
    /// A connection broke without a word.
    Lost,
    /// A broken connection was taken up again.
    Resumed,
    /// A broken connection was not taken up again, because the token has expired.
    ResumeRefused,
    /// A role changed.
    RoleChanged {
        /// To what.
        role: Role,
    },
    /// Somebody is no longer in the room.
    Left {
        /// Why.
        how: Leaving,
    },
    /// A command was carried out.
    Commanded {
        /// Which.
        command: Command,
    },
}

/// By what the room's page knew the browser again from an earlier visit. JaaS
/// counts the people of a month so, and bills for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct KnownBy {
    /// By the local storage of the tenant's origin.
    pub storage: bool,
    /// By a cookie of that origin.
    pub cookie: bool,
}

/// Why somebody is no longer in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// By hanging up.
    HungUp,
    /// The connection broke and did not come back in time.
    Lost,
    /// The meeting server stopped, and forgot them.
    ServerGone,
    /// A moderator removed them.
    Kicked,
    /// A moderator ended the meeting.
    EndedForAll,
}
