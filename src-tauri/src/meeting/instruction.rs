//! What the shell tells the meeting page: the same messages on every surface.

use roomkey_core::meeting::notice::Notice;
use roomkey_core::provider::Leaving;
use serde::Serialize;
use ts_rs::TS;

use crate::views::{BrandView, PersonView};

/// One message to the meeting page.
#[derive(Serialize, TS)]
#[serde(tag = "do", rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum Instruction {
    /// Make the meeting's frame, instead of the one there may be.
    Start {
        /// Everything the frame needs.
        session: Box<Session>,
    },
    /// Show something over the frame or instead of it.
    Show {
        /// What to show.
        notice: Notice,
    },
    /// Switch the room's lobby on; the person leads.
    SetLobby,
    /// Ask the meeting who is in the room, and report it.
    AskRooms,
    /// Leave the meeting and let go of its frame: the surface closes next. A page in the
    /// system browser outlives its surface and would keep the camera otherwise.
    Close,
}

impl Instruction {
    /// The JSON text that a surface carries. It may hold the token: it is sent, never logged.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("an instruction has only text keys")
    }
}

/// What one frame of one meeting needs. This is the only type of the shell that holds
/// a token in plain text and can be serialised: it is made for the page and dropped.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct Session {
    /// The tenant's origin: `https://8x8.vc`.
    pub(crate) origin: String,
    /// What the frame is made of.
    pub(crate) frame: SessionFrame,
    /// The room as people call it.
    pub(crate) title: String,
    /// Of the page and of the meeting.
    pub(crate) language: roomkey_store::settings::Language,
    /// Who joins.
    pub(crate) person: PersonView,
    /// How the person arrives.
    pub(crate) options: SessionOptions,
    /// The tenant's look.
    pub(crate) brand: BrandView,
}

/// How the person arrives in the meeting.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct SessionOptions {
    /// The microphone is on from the start.
    pub(crate) microphone_on: bool,
    /// The camera is on from the start.
    pub(crate) camera_on: bool,
    /// The meeting asks once more before it joins.
    pub(crate) prejoin: bool,
}

/// What a meeting's frame is made of.
#[derive(Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub(crate) enum SessionFrame {
    /// Jitsi's IFrame API makes it.
    IframeApi {
        /// Host and, where it is not the usual one, port.
        authority: String,
        /// Addresses of the API's script; the first that answers is used.
        scripts: Vec<String>,
        /// The room, with the tenant before it where there is one: `<AppID>/<room>`.
        room: String,
        /// The signed token.
        token: String,
        /// `configOverwrite` beyond how one arrives.
        #[ts(type = "Record<string, unknown>")]
        config: serde_json::Value,
    },
    /// It shows a page of the provider's, which needs nothing from outside.
    Page {
        /// Its address, which may carry a token.
        address: String,
        /// How the page says that it was left.
        leaves: Leaving,
    },
}
