//! Where a meeting stands, as launcher, tray and history show it.

use serde::Serialize;
use ts_rs::TS;

use crate::meeting::failure::Failure;
use crate::role::Role;

/// The state of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum State {
    /// On the way: page, script, client, server.
    Opening,
    /// The person looks at the prejoin screen, for as long as they like.
    Prejoin,
    /// The person waits to be let in.
    Lobby,
    /// The room wants its password.
    PasswordAsked,
    /// In the meeting.
    Joined {
        /// The person's own participant id; empty where the client gave none.
        participant_id: String,
        /// What the meeting granted, once it has said so.
        role: Option<Role>,
    },
    /// The connection is lost, and the client tries to have it back.
    Reconnecting,
    /// The frame is loaded anew with a fresh token.
    Renewing,
    /// It does not work; it may be tried again.
    Failed {
        /// Why.
        failure: Failure,
    },
    /// It is over.
    Ended {
        /// How.
        ending: Ending,
    },
}

/// How a meeting came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Ending {
    /// The person hung up.
    HungUp,
    /// A moderator removed the person.
    Removed,
    /// A moderator ended it for all.
    EndedForAll,
    /// The window was closed.
    Closed,
}
