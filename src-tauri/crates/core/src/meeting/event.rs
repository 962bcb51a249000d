//! What the meeting page reports.
//!
//! Most of it is what the IFrame API's listeners hear (`external_api.js`,
//! July 2026); the rest is the page's own life and the person's presses on
//! its cards. The page is the most exposed part of Roomkey, so nothing it
//! says is trusted to be well formed: [`PageEvent::read`] takes what it can.

mod read;

use serde::Serialize;
use ts_rs::TS;

/// One report of the meeting page, in TypeScript `{name, data}`.
///
/// There is no `Serialize`: reports travel in one direction only.
#[derive(Clone, Debug, PartialEq, Eq, TS)]
#[ts(
    export,
    tag = "name",
    content = "data",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PageEvent {
    /// The page runs and waits for its session; after a reload it says so again.
    PageReady,
    /// The IFrame API's script runs, and the frame is about to be made.
    ScriptLoaded {
        /// Where it came from, such as `https://8x8.vc`.
        origin: String,
        /// Its path there.
        path: String,
    },
    /// None of the session's scripts could be used.
    ScriptFailed {
        /// Whether the host answered with something that is no IFrame API.
        #[ts(optional = nullable)]
        answered: Option<bool>,
    },
    /// The frame's `load`, which error pages fire too.
    FrameLoaded,
    /// The client lives and says whether it can work in this browser.
    BrowserSupport {
        /// Its answer; true where it gives none.
        supported: bool,
    },
    /// The client lives.
    Ready,
    /// The client shows its prejoin or its lobby screen.
    PrejoinScreenLoaded,
    /// The person is in the meeting.
    VideoConferenceJoined {
        /// The person's own participant id, new with every join.
        id: String,
        /// The room, without the tenant.
        #[ts(optional = nullable)]
        room_name: Option<String>,
        /// Whether the person watches only.
        #[ts(optional = nullable)]
        visitor: Option<bool>,
    },
    /// Somebody else is in the meeting; those already there come before
    /// [`PageEvent::VideoConferenceJoined`].
    ParticipantJoined {
        /// That participant's id.
        id: String,
    },
    /// Somebody else has left.
    ParticipantLeft {
        /// That participant's id.
        id: String,
    },
    /// Somebody's role, which may be the person's own.
    ParticipantRoleChanged {
        /// Whose.
        id: String,
        /// "moderator", "participant", "visitor" or "none".
        role: String,
    },
    /// A moderator removed somebody.
    ParticipantKickedOut {
        /// Whether it was the person sitting here.
        local: bool,
    },
    /// The client reports an error, which need not be one.
    ErrorOccurred(PageError),
    /// The room asks for its password.
    PasswordRequired,
    /// The camera could not be used.
    CameraError {
        /// Such as "gum.permission_denied".
        #[ts(optional = nullable)]
        kind: Option<String>,
    },
    /// The microphone could not be used.
    MicError {
        /// Such as "gum.permission_denied".
        #[ts(optional = nullable)]
        kind: Option<String>,
    },
    /// The microphone was muted or opened.
    AudioMuteStatusChanged {
        /// Whether it is muted.
        muted: bool,
    },
    /// The camera was muted or opened.
    VideoMuteStatusChanged {
        /// Whether it is muted.
        muted: bool,
    },
    /// The person began or ended sharing the screen.
    ScreenSharingStatusChanged {
        /// Whether it is shared.
        on: bool,
    },
    /// Somebody speaks.
    DominantSpeakerChanged {
        /// Who.
        id: String,
    },
    /// The media connection failed.
    PeerConnectionFailure,
    /// The media bridge's data channel closed.
    DataChannelClosed,
    /// The client noticed that the machine had slept.
    SuspendDetected,
    /// The browser is on the network again.
    Online,
    /// The browser is off the network.
    Offline,
    /// Who is in the room, by `getRoomsInfo()`; comes only when it was asked for.
    RoomsInfo {
        /// Everybody in every room, breakout rooms too.
        people: Vec<Present>,
    },
    /// The provider's own page shows. It has the meeting from here on, and says only when it
    /// was left: by [`PageEvent::ReadyToClose`].
    PageShown,
    /// The person is no longer in the meeting, for whatever reason.
    VideoConferenceLeft,
    /// The client has nothing more to do.
    ReadyToClose,
    /// The person pressed "Try again" on a card of the page.
    TryAgain,
    /// The person pressed "Back" on a card of the page.
    Back,
}

impl PageEvent {
    /// Whether it comes out of the meeting's frame, and not from the page
    /// around it.
    pub(super) fn is_of_the_frame(&self) -> bool {
        !matches!(
            self,
            Self::PageReady
                | Self::ScriptLoaded { .. }
                | Self::ScriptFailed { .. }
                | Self::PageShown
                | Self::TryAgain
                | Self::Back
                | Self::Online
                | Self::Offline
        )
    }

    /// Whether it ends the meeting for the person, by their own will or a
    /// moderator's.
    pub(super) fn is_an_end(&self) -> bool {
        let for_all =
            matches!(self, Self::ErrorOccurred(error) if error.name == PageError::DESTROYED);
        for_all
            || matches!(
                self,
                Self::ReadyToClose | Self::ParticipantKickedOut { local: true }
            )
    }
}

impl PageError {
    /// The name under which a meeting is ended for all.
    pub(super) const DESTROYED: &str = "conference.destroyed";
}

/// Somebody in the room, with nothing by which others would be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename_all = "camelCase")]
pub struct Present {
    /// The participant id; one's own is "local" before the join.
    pub id: String,
    /// "moderator", "participant", "visitor" or "none".
    pub role: String,
    /// `userContext.id`, which is the token's `context.user.id`.
    #[ts(optional = nullable)]
    pub person: Option<String>,
}

/// An `errorOccurred` of the IFrame API.
#[derive(Clone, Debug, Default, PartialEq, Eq, TS)]
#[ts(export, rename_all = "camelCase", optional_fields = nullable)]
pub struct PageError {
    /// Such as "connection.passwordRequired"; empty where it is missing.
    #[ts(as = "Option<String>")]
    pub name: String,
    /// Its `type`: "CONFIG", "CONNECTION" or "CONFERENCE".
    pub kind: Option<String>,
    /// The server's words, XML-escaped as they came.
    pub message: Option<String>,
    /// Whether the client gives up its connection; no sign of a refusal.
    pub is_fatal: Option<bool>,
    /// More words of the server; what is no text is left out.
    #[ts(as = "Option<Vec<String>>")]
    pub params: Vec<String>,
    /// Whether the person can still mend it.
    pub recoverable: Option<bool>,
}
