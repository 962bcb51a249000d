//! Why a meeting failed.
//!
//! Each variant is a card in the meeting window with its own words; a trouble
//! with camera or microphone is none, because the join still happens.

use serde::Serialize;
use ts_rs::TS;

use crate::meeting::refusal::TokenRefusal;

/// What stands in the way of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Failure {
    /// The meeting page itself never reported.
    PageSilent,
    /// The tenant's host does not answer.
    HostUnreachable,
    /// The tenant's host answers, but serves no IFrame API.
    NoIframeApi,
    /// The frame was made and no client came to life in it.
    ClientSilent,
    /// The client cannot work in this browser.
    BrowserUnsupported,
    /// The server refused the token.
    TokenRefused {
        /// What it found fault with.
        reason: TokenRefusal,
        /// Its own words, unescaped; may be empty.
        detail: String,
        /// Whether the token was valid by our clock, so that this clock and
        /// the server's must differ.
        clock_suspect: bool,
    },
    /// The server refused the room, such as one that the token does not name.
    RoomRefused {
        /// Its own words, unescaped; may be empty.
        detail: String,
    },
    /// As many are in the room as may be.
    RoomFull,
    /// A moderator did not let the person in from the lobby.
    LobbyRefused,
    /// The client lives and does not reach the meeting server.
    ServerUnreachable,
    /// No fresh token could be made.
    SigningFailed,
}
