//! What the meeting page shows over or instead of the frame.
//!
//! The words are the page's, in its language; these are the occasions.

use serde::Serialize;
use ts_rs::TS;

use crate::meeting::failure::Failure;

/// One occasion for a word to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub enum Notice {
    /// Nothing: the frame alone.
    Clear,
    /// "Joining …", without more.
    Joining,
    /// Joining takes long, and this is what has not answered.
    Waiting {
        /// Who is being waited for.
        #[serde(rename = "for")]
        waiting_for: WaitingFor,
    },
    /// The frame comes back in a moment with a fresh token.
    Refreshing,
    /// The connection is lost and is being brought back.
    Reconnecting,
    /// A card saying what failed, with "Try again" and "Back".
    Failed {
        /// What failed.
        failure: Failure,
    },
    /// A moderator removed the person; the window closes in a moment.
    Removed,
    /// The meeting was ended for all; the window closes in a moment.
    Over,
}

/// Who has not answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum WaitingFor {
    /// The tenant's host, for the IFrame API's script.
    Script,
    /// The client in the frame, for its first sign of life.
    Client,
    /// The meeting server, for the join.
    Server,
}
