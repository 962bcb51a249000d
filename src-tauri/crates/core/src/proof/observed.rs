//! What came of a token in a meeting.

use serde::Serialize;
use ts_rs::TS;

use crate::inspect::RefusalPhase;
use crate::meeting::event::Present;
use crate::meeting::failure::Failure;
use crate::role::Role;

/// What the meeting did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, rename = "ProofObserved")]
pub enum Observed {
    /// It let the person in.
    Joined {
        /// Their participant id.
        id: String,
        /// The role that it told; none where it told none.
        role: Option<Role>,
        /// Who was there; none where `getRoomsInfo()` gave no answer.
        people: Option<Vec<Present>>,
    },
    /// The server refused the token.
    Refused {
        /// When.
        phase: RefusalPhase,
        /// Its words.
        text: String,
    },
    /// It did not get so far.
    Failed {
        /// Why.
        failure: Failure,
    },
    /// It neither let the person in nor refused the token in time.
    Held {
        /// What it waited for.
        by: Hold,
    },
    /// The person was in, and out again before all was known.
    Lost,
    /// The tester closed the window, or stopped.
    Stopped,
}

/// What stood in the way of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofHold")]
pub enum Hold {
    /// Nothing that was told.
    Silence,
    /// The prejoin screen.
    Prejoin,
    /// The room's lobby.
    Lobby,
    /// The room's password.
    Password,
}
