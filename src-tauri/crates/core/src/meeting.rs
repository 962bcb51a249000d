//! One meeting, from the opened surface to the launcher's return.
//!
//! A pure state machine: it is fed with what happened and the time, and
//! answers with what is to be done. Whoever drives it owns the surface, the
//! signing and the clock. Its rules are what was seen of the real client and
//! server, time included; it draws nothing and has no words for people.

pub mod action;
pub mod event;
pub mod failure;
pub mod input;
mod moment;
pub mod notice;
pub mod refusal;
pub mod state;

pub use crate::meeting::moment::Moment;

use crate::meeting::action::Action;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;
use crate::meeting::state::Ending;
use crate::meeting::state::State;
use crate::time::Timestamp;

/// What a meeting begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingOptions {
    /// The `exp` of the token in the first session.
    pub expires: Timestamp,
}

/// How the person comes back with the session that
/// [`Action::Renew`] asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resume {
    /// Whether the person has been through the prejoin screen, or needed none,
    /// so that the new frame is to join without it.
    pub straight_in: bool,
    /// Whether the microphone was on; none where the client never said.
    pub microphone_on: Option<bool>,
    /// Whether the camera was on; none where the client never said.
    pub camera_on: Option<bool>,
}

/// One meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    state: State,
    notice: Notice,
    over: bool,
}

impl Meeting {
    /// A meeting whose surface is being opened. Its first session is sent by
    /// the driver, at the first `pageReady`.
    pub fn new(_options: MeetingOptions, _now: Moment) -> Self {
        Self {
            state: State::Opening,
            notice: Notice::Joining,
            over: false,
        }
    }

    /// Takes in what happened at `now` and says what is to be done, in order.
    /// After [`Action::Close`] the answer is always empty.
    pub fn handle(&mut self, input: Input, _now: Moment) -> Vec<Action> {
        if self.over || !matches!(input, Input::SurfaceClosed | Input::PersonCloses) {
            return Vec::new();
        }
        self.over = true;
        self.state = State::Ended {
            ending: Ending::Closed,
        };
        vec![Action::Close]
    }

    /// Where the meeting stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What the page was last told to show.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// How the person comes back with the next session.
    pub fn resume(&self) -> Resume {
        Resume::default()
    }

    /// Whether [`Action::Close`] was given.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// When [`Input::Tick`] is to come at the latest, counted from the last
    /// [`Meeting::handle`]; none where only an event can change anything.
    pub fn wake_at(&self) -> Option<Moment> {
        None
    }
}
