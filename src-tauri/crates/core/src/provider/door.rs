//! Where one gets into a room.

use std::fmt;

use zeroize::Zeroizing;

use super::call::MadeRoom;
use super::entry::Entry;
use crate::token::Token;

/// Somebody who is about to go into a room.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// Who, as what, and where to.
    pub entry: &'a Entry,
    /// What lets them in; none where one joins by a link.
    pub token: Option<&'a Token>,
    /// The room that the provider made; none where any name is a room.
    pub room: Option<&'a MadeRoom>,
    /// Whether the microphone is on from the start.
    pub microphone_on: bool,
    /// Whether the camera is on from the start.
    pub camera_on: bool,
    /// Whether the page asks once more before one is in.
    pub prejoin: bool,
}

/// Where one gets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// Through Jitsi's IFrame API, in a page of ours.
    IFrameApi {
        /// The room as the API wants it, with the tenant before it where there is one.
        room: String,
    },
    /// Through a page of the provider's, in a frame of ours.
    Page(Page),
}

/// A page of the provider's that holds one meeting.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// Its address; a secret where it carries a token or a password.
    pub address: Zeroizing<String>,
    /// How it says that it was left.
    pub leaves: Leaving,
}

/// How a provider's page says that the person has left the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "PageLeaving")]
pub enum Leaving {
    /// It goes to another address, which its frame loads.
    Loads,
    /// It posts the message `callEnded` to the page around it.
    Says,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("leaves", &self.leaves)
            .finish_non_exhaustive()
    }
}
