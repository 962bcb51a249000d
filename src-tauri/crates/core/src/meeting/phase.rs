//! Where a meeting stands, with all that is needed to go on from there.
//!
//! [`State`] and [`Notice`] are views of it. Times are those of the
//! [`Stopwatch`](super::stopwatch::Stopwatch).

use std::time::Duration;

use crate::meeting::event::PageEvent;
use crate::meeting::failure::Failure;
use crate::meeting::limits;
use crate::meeting::notice::Notice;
use crate::meeting::notice::WaitingFor;
use crate::meeting::state::Ending;
use crate::meeting::state::State;
use crate::role::Role;

#[derive(Clone, Debug)]
pub(super) enum Phase {
    Opening(Opening),
    /// The client asks the person something, who takes their own time.
    Asking(Question),
    Joined(Seat),
    /// A page of the provider's has the meeting, and only its end is heard.
    Shown,
    /// Out of the conference, for good or on the way to another: the client
    /// has yet to say which.
    Leaving {
        seat: Seat,
        since: Duration,
    },
    Reconnecting(Outage),
    Failed(Failure),
    /// The person reads why the meeting is about to close.
    Farewell {
        ending: Ending,
        since: Duration,
    },
    /// Closed, with the last state.
    Over(State),
}

/// A frame on its way into the meeting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub(super) why: Why,
    pub(super) step: Step,
    /// When this step began.
    pub(super) since: Duration,
    /// When the session was sent.
    pub(super) begun: Duration,
}

/// Why a frame is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// The person wants to join.
    Joining,
    /// The token grows old.
    Refreshing,
    /// The connection is lost.
    Reconnecting,
}

/// Who has to do the next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The page, which has not reported yet.
    Page,
    /// Time: a fresh token is asked for once the stopwatch shows this.
    Queued { until: Duration },
    /// Whoever mints the token.
    Token,
    /// The tenant's host.
    Script,
    /// The client in the frame.
    Client { loaded: bool },
    /// The meeting server.
    Server,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Prejoin,
    Lobby,
    Password,
}

/// The person's place in the meeting.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) id: String,
    pub(super) role: Option<Role>,
    /// When the machine last woke from sleep.
    pub(super) woken: Option<Duration>,
}

/// A lost connection that the client tries to have back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outage {
    pub(super) since: Duration,
    /// When the client last gave a sign of life.
    pub(super) heard: Duration,
    /// Whether its own reload has begun; without a network that leads nowhere.
    pub(super) reloading: bool,
}

impl Seat {
    /// When the person is to be brought back to a seat left at `since`: the
    /// client leaves by itself after a sleep of the machine. A hang-up is told
    /// from that by its `readyToClose`, which comes first.
    pub(super) fn return_from_sleep(&self, since: Duration) -> Option<Duration> {
        let woken = self
            .woken
            .filter(|woken| since <= *woken + limits::DROWSY)?;
        Some(since.max(woken) + limits::HANG_UP)
    }
}

impl Phase {
    pub(super) fn state(&self) -> State {
        match self {
            Self::Opening(opening) if opening.why == Why::Joining => State::Opening,
            Self::Opening(_) => State::Renewing,
            Self::Asking(Question::Prejoin) => State::Prejoin,
            Self::Asking(Question::Lobby) => State::Lobby,
            Self::Asking(Question::Password) => State::PasswordAsked,
            Self::Joined(seat) | Self::Leaving { seat, .. } => State::Joined {
                participant_id: seat.id.clone(),
                role: seat.role,
            },
            Self::Shown => State::Joined {
                participant_id: String::new(),
                role: None,
            },
            Self::Reconnecting(_) => State::Reconnecting,
            Self::Failed(failure) => State::Failed {
                failure: failure.clone(),
            },
            Self::Farewell { ending, .. } => State::Ended { ending: *ending },
            Self::Over(state) => state.clone(),
        }
    }

    /// What the page is to show when the stopwatch shows `clock`.
    pub(super) fn notice(&self, clock: Duration) -> Notice {
        match self {
            Self::Opening(opening) => opening.notice(clock),
            Self::Asking(_) | Self::Joined(_) | Self::Shown | Self::Leaving { .. } => Notice::Clear,
            Self::Reconnecting(_) => Notice::Reconnecting,
            Self::Failed(failure) => Notice::Failed {
                failure: failure.clone(),
            },
            Self::Farewell {
                ending: Ending::Removed,
                ..
            } => Notice::Removed,
            Self::Farewell { .. } | Self::Over(_) => Notice::Over,
        }
    }

    /// The state that remains when everything is closed now.
    pub(super) fn closed(&self) -> State {
        match self {
            Self::Leaving { .. } => State::Ended {
                ending: Ending::HungUp,
            },
            Self::Failed(_) | Self::Farewell { .. } | Self::Over(_) => self.state(),
            Self::Opening(_)
            | Self::Asking(_)
            | Self::Joined(_)
            | Self::Shown
            | Self::Reconnecting(_) => State::Ended {
                ending: Ending::Closed,
            },
        }
    }

    /// Whether an event of the meeting's frame counts. Of a frame that is
    /// about to be replaced only an end does: who hangs up in it, or is
    /// removed from it, is not to be brought back.
    pub(super) fn hears(&self, event: &PageEvent) -> bool {
        match self {
            Self::Opening(opening) => match opening.step {
                Step::Page | Step::Script => false,
                Step::Queued { .. } | Step::Token => event.is_an_end(),
                Step::Client { .. } | Step::Server => true,
            },
            Self::Asking(_) | Self::Joined(_) | Self::Leaving { .. } | Self::Reconnecting(_) => {
                true
            }
            Self::Shown => event.is_an_end(),
            Self::Failed(_) | Self::Farewell { .. } | Self::Over(_) => false,
        }
    }
}

impl Opening {
    /// The time at which this step has taken too long, and what that means.
    pub(super) fn limit(&self) -> Option<(Duration, Failure)> {
        let (limit, failure) = match self.step {
            Step::Page => (limits::PAGE, Failure::PageSilent),
            Step::Queued { .. } => return None,
            Step::Token => (limits::TOKEN, Failure::SigningFailed),
            Step::Script => (limits::SCRIPT, Failure::HostUnreachable),
            Step::Client { .. } => (limits::CLIENT, Failure::ClientSilent),
            Step::Server => (limits::SERVER, Failure::ServerUnreachable),
        };
        let of_step = self.since + limit;
        let due = match (self.why, self.waiting_for()) {
            (Why::Refreshing | Why::Reconnecting, Some(_)) => {
                of_step.min(self.begun + limits::REJOIN)
            }
            (Why::Joining, _) | (_, None) => of_step,
        };
        Some((due, failure))
    }

    /// When the person is to be told who has not answered.
    pub(super) fn patience(&self) -> Duration {
        self.begun + limits::PATIENCE
    }

    fn notice(&self, clock: Duration) -> Notice {
        match (self.why, self.waiting_for()) {
            (Why::Joining, Some(waiting_for)) if clock >= self.patience() => {
                Notice::Waiting { waiting_for }
            }
            (Why::Joining, _) => Notice::Joining,
            (Why::Refreshing, _) => Notice::Refreshing,
            (Why::Reconnecting, _) => Notice::Reconnecting,
        }
    }

    fn waiting_for(&self) -> Option<WaitingFor> {
        match self.step {
            Step::Page | Step::Queued { .. } | Step::Token => None,
            Step::Script => Some(WaitingFor::Script),
            Step::Client { .. } => Some(WaitingFor::Client),
            Step::Server => Some(WaitingFor::Server),
        }
    }
}
