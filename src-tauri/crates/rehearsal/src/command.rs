//! What a test, or a person through the room's menu, can make happen.

use roomkey_core::role::Role;
use serde::Deserialize;

use crate::participant::ParticipantId;

/// Something to be done in a room.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    tag = "make",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Command {
    /// Presses the page's own Join, where it waits for that.
    Join,
    /// Presses the page's own red button.
    HangUp,
    /// Presses the page's own microphone button.
    ToggleMicrophone,
    /// Presses the page's own camera button.
    ToggleCamera,
    /// Presses OK on the page's last card.
    Confirm,
    /// Lets those who wait in the lobby in.
    Admit,
    /// Turns those who wait in the lobby away.
    Deny,
    /// A moderator makes the participant a moderator.
    GrantModerator,
    /// A moderator takes that back.
    RevokeModerator,
    /// A moderator removes the participant.
    Kick,
    /// A moderator ends the meeting for everybody.
    EndForAll,
    /// The participant's connection drops.
    Drop {
        /// For how many recorded milliseconds; the pace shortens them.
        ms: u64,
    },
    /// The meeting server stops answering everybody in the room, and is back
    /// before the clients reload.
    ServerGone,
    /// From here on the server holds the participant's token for expired.
    ExpireToken,
    /// A simulated participant joins.
    SomeoneJoins {
        /// Who.
        name: String,
        /// As what.
        role: Role,
    },
    /// The simulated participant who came first leaves.
    SomeoneLeaves,
}

/// Whom a command is about. Commands about the room as a whole, which are
/// [`Command::EndForAll`], [`Command::ServerGone`], [`Command::SomeoneJoins`]
/// and [`Command::SomeoneLeaves`], go past it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParticipantSelector {
    /// Everybody, and every page that has not joined yet.
    All,
    /// Who opened the page last.
    Newest,
    /// One participant.
    Id(ParticipantId),
    /// Every participant whose token names this person.
    Person(String),
}
