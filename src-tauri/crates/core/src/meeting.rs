//! One meeting, from the opened surface to the launcher's return.
//!
//! A pure state machine: it is fed with what happened and the time, and
//! answers with what is to be done. Whoever drives it owns the surface, the
//! signing and the clock. Its rules are what was seen of the real client and
//! server, time included; it draws nothing and has no words for people.

pub mod action;
mod error;
pub mod event;
pub mod failure;
pub mod input;
mod limits;
mod moment;
pub mod notice;
mod passing;
mod phase;
pub mod refusal;
mod renewal;
mod report;
pub(crate) mod room;
pub mod state;
pub(crate) mod stopwatch;
#[cfg(test)]
mod tests;

use std::time::Duration;

pub use crate::meeting::moment::Moment;

use crate::meeting::action::Action;
use crate::meeting::event::PageEvent;
use crate::meeting::failure::Failure;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;
use crate::meeting::phase::Opening;
use crate::meeting::phase::Phase;
use crate::meeting::phase::Step;
use crate::meeting::phase::Why;
use crate::meeting::renewal::TokenLife;
use crate::meeting::room::Room;
use crate::meeting::state::State;
use crate::meeting::stopwatch::Stopwatch;
use crate::role::Role;
use crate::time::Timestamp;

/// What a meeting begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingOptions {
    /// The `exp` of the token in the first session.
    pub expires: Timestamp,
    /// Whether the room is to have a lobby, which only a moderator can switch on.
    pub lobby: bool,
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
    phase: Phase,
    token: TokenLife,
    room: Room,
    stopwatch: Stopwatch,
    /// Whether the prejoin screen is behind the person.
    straight_in: bool,
    /// Whether a lobby is still to be switched on.
    lobby_due: bool,
    /// What the browser last said of the network.
    online: bool,
    /// When a fresh token was last asked for.
    renewed: Option<Duration>,
    state: State,
    notice: Notice,
}

impl Meeting {
    /// A meeting whose surface is being opened. Its first session is sent by
    /// the driver, at the first `pageReady`.
    pub fn new(options: MeetingOptions, now: Moment) -> Self {
        let mut stopwatch = Stopwatch::start(now);
        let start = stopwatch.counted();
        let step = Step::Page;
        let phase = Phase::Opening(Opening {
            why: Why::Joining,
            step,
            since: start,
            begun: start,
        });
        stopwatch.wake_after(Some(limits::HEARTBEAT));
        Self {
            state: phase.state(),
            notice: phase.notice(start),
            phase,
            token: TokenLife::new(options.expires, now),
            room: Room::default(),
            stopwatch,
            straight_in: false,
            lobby_due: options.lobby,
            online: true,
            renewed: None,
        }
    }

    /// Takes in what happened at `now` and says what is to be done, in order.
    /// After [`Action::Close`] the answer is always empty.
    ///
    /// `now` may be anything: what the machine slept, and steps of its clock,
    /// count for the token's age and not for the waiting.
    pub fn handle(&mut self, input: Input, now: Moment) -> Vec<Action> {
        if self.is_over() {
            return Vec::new();
        }
        let slept = self.stopwatch.advance(now);
        let page_is_blank = input == Input::Page(PageEvent::PageReady);
        self.take(input, now);
        self.pass(now, slept);
        let renew = self.ask_for_token();
        self.settle(now, page_is_blank, renew)
    }

    /// Where the meeting stands. A failure that was closed stays a failure.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What the page was last told to show.
    pub fn notice(&self) -> &Notice {
        &self.notice
    }

    /// How the person comes back with the next session.
    pub fn resume(&self) -> Resume {
        Resume {
            straight_in: self.straight_in,
            microphone_on: self.room.microphone_on(),
            camera_on: self.room.camera_on(),
        }
    }

    /// Whether [`Action::Close`] was given.
    pub fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over(_))
    }

    /// When [`Input::Tick`] is to come at the latest, always later than the
    /// last [`Meeting::handle`]; none where only an event can change anything.
    /// A tick that comes much later shows that the machine slept.
    pub fn wake_at(&self) -> Option<Moment> {
        self.stopwatch.wake()
    }

    fn take(&mut self, input: Input, now: Moment) {
        match input {
            Input::Page(event) => self.hear(event, now),
            Input::SurfaceClosed | Input::PersonCloses => self.close(),
            Input::SessionReady { expires } => self.session_ready(expires, now),
            Input::SessionFailed => self.session_failed(),
            Input::Tick => {}
        }
    }

    fn session_ready(&mut self, expires: Timestamp, now: Moment) {
        self.token = TokenLife::new(expires, now);
        let why = match &self.phase {
            Phase::Opening(Opening {
                why,
                step: Step::Token,
                ..
            }) => *why,
            Phase::Failed(Failure::SigningFailed) => Why::Joining,
            Phase::Opening(_)
            | Phase::Asking(_)
            | Phase::Joined(_)
            | Phase::Shown
            | Phase::Leaving { .. }
            | Phase::Reconnecting(_)
            | Phase::Failed(_)
            | Phase::Farewell { .. }
            | Phase::Over(_) => return,
        };
        self.await_script(why);
    }

    fn session_failed(&mut self) {
        if let Phase::Opening(Opening {
            step: Step::Token, ..
        }) = self.phase
        {
            self.phase = Phase::Failed(Failure::SigningFailed);
        }
    }

    /// The page has its session.
    fn await_script(&mut self, why: Why) {
        let clock = self.stopwatch.counted();
        let step = Step::Script;
        self.phase = Phase::Opening(Opening {
            why,
            step,
            since: clock,
            begun: clock,
        });
    }

    fn close(&mut self) {
        self.phase = Phase::Over(self.phase.closed());
    }

    /// Begins anew with a fresh token, after a pause since the last one.
    fn begin_anew(&mut self, why: Why) {
        let clock = self.stopwatch.counted();
        let pause = self.renewed.map(|last| last + limits::BETWEEN_RENEWALS);
        self.begin_anew_at(pause.map_or(clock, |pause| pause.max(clock)), why);
    }

    fn begin_anew_at(&mut self, until: Duration, why: Why) {
        let clock = self.stopwatch.counted();
        let step = Step::Queued { until };
        self.phase = Phase::Opening(Opening {
            why,
            step,
            since: clock,
            begun: clock,
        });
    }

    /// Turns a renewal whose time has come into the request for its token.
    fn ask_for_token(&mut self) -> bool {
        let clock = self.stopwatch.counted();
        let Phase::Opening(opening) = &mut self.phase else {
            return false;
        };
        let Step::Queued { until } = opening.step else {
            return false;
        };
        if clock < until {
            return false;
        }
        opening.step = Step::Token;
        self.renewed = Some(clock);
        true
    }

    /// Brings the views up to date and says what follows from the change.
    fn settle(&mut self, now: Moment, page_is_blank: bool, renew: bool) -> Vec<Action> {
        let clock = self.stopwatch.counted();
        let wake = self.next_turn(now);
        self.stopwatch.wake_after(wake);
        self.state = self.phase.state();
        if self.is_over() {
            return vec![Action::Close];
        }
        let mut actions = Vec::new();
        let notice = self.phase.notice(clock);
        if page_is_blank || notice != self.notice {
            actions.push(Action::Show(notice.clone()));
        }
        self.notice = notice;
        if renew {
            actions.push(Action::Renew);
        }
        if self.lobby_due && self.leads() {
            self.lobby_due = false;
            actions.push(Action::SetLobby);
        }
        actions
    }

    fn leads(&self) -> bool {
        let State::Joined { role, .. } = self.state else {
            return false;
        };
        role == Some(Role::Moderator)
    }
}
