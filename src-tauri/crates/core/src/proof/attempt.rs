//! One person's way into a meeting, followed until enough is known.
//!
//! What the reports mean is for [`crate::meeting`]; here is only when to stop
//! looking. A role may come, and change, after the join, and `getRoomsInfo()`
//! may never settle ("Seen in a real meeting").

use std::time::Duration;

use super::observed::{Hold, Observed};
use crate::inspect::RefusalPhase;
use crate::meeting::action::Action;
use crate::meeting::event::{PageEvent, Present};
use crate::meeting::failure::Failure;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;
use crate::meeting::state::State;
use crate::meeting::stopwatch::Stopwatch;
use crate::meeting::{Meeting, MeetingOptions, Moment};
use crate::time::Timestamp;

/// A meeting that has neither let in nor refused by then gives no answer. The
/// client itself gives up after 36 s where it reaches no server.
pub(super) const JOIN_WITHIN: Duration = Duration::from_secs(60);

/// For how long after the join the role may still come or change. Seen was a
/// tenth of a second.
pub(super) const SETTLES_IN: Duration = Duration::from_secs(2);

/// How long the list of people may take.
pub(super) const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// So that a sleep of the machine is noticed soon after it.
const HEARTBEAT: Duration = Duration::from_secs(5);

#[derive(Clone, Debug)]
pub(super) struct Attempt {
    meeting: Meeting,
    stopwatch: Stopwatch,
    stage: Stage,
}

#[derive(Clone, Debug)]
enum Stage {
    Joining,
    Settling {
        until: Duration,
    },
    /// In, with the role that it is; the others may not be so far.
    Settled,
    Asked {
        until: Duration,
    },
    Over(Observed),
}

impl Attempt {
    pub(super) fn new(now: Moment) -> Self {
        // The token outlives its case, so nothing is ever done about its age.
        let options = MeetingOptions {
            expires: Timestamp(i64::MAX),
            lobby: false,
        };
        let mut stopwatch = Stopwatch::start(now);
        stopwatch.wake_after(Some(HEARTBEAT));
        Self {
            meeting: Meeting::new(options, now),
            stopwatch,
            stage: Stage::Joining,
        }
    }

    /// Takes in what happened, or that time passed, and says what the page is to show.
    pub(super) fn handle(&mut self, input: Input, now: Moment) -> Vec<Notice> {
        if self.observed().is_some() {
            return Vec::new();
        }
        self.stopwatch.advance(now);
        let answer = people(&input);
        let actions = self.meeting.handle(input, now);
        self.step(answer, actions.contains(&Action::Renew));
        let left = self.until().saturating_sub(self.stopwatch.counted());
        self.stopwatch.wake_after(Some(left.min(HEARTBEAT)));
        let notices = actions.into_iter().filter_map(|action| match action {
            Action::Show(notice) => Some(notice),
            Action::SetLobby | Action::Renew | Action::Close => None,
        });
        notices.collect()
    }

    pub(super) fn stop(&mut self) {
        if self.observed().is_none() {
            self.stage = Stage::Over(Observed::Stopped);
        }
    }

    pub(super) fn is_settled(&self) -> bool {
        matches!(self.stage, Stage::Settled)
    }

    /// The list of people is asked for.
    pub(super) fn ask(&mut self) {
        let until = self.stopwatch.counted() + ANSWER_WITHIN;
        self.stopwatch
            .wake_after(Some(ANSWER_WITHIN.min(HEARTBEAT)));
        self.stage = Stage::Asked { until };
    }

    pub(super) fn observed(&self) -> Option<&Observed> {
        match &self.stage {
            Stage::Over(observed) => Some(observed),
            Stage::Joining | Stage::Settling { .. } | Stage::Settled | Stage::Asked { .. } => None,
        }
    }

    pub(super) fn is_in(&self) -> bool {
        matches!(self.meeting.state(), State::Joined { .. })
    }

    pub(super) fn wake_at(&self) -> Option<Moment> {
        if self.observed().is_some() {
            return None;
        }
        [self.stopwatch.wake(), self.meeting.wake_at()]
            .into_iter()
            .flatten()
            .min()
    }

    /// When this stage has taken long enough.
    fn until(&self) -> Duration {
        match self.stage {
            Stage::Joining => JOIN_WITHIN,
            Stage::Settling { until } | Stage::Asked { until } => until,
            Stage::Settled | Stage::Over(_) => Duration::MAX,
        }
    }

    fn step(&mut self, answer: Option<Vec<Present>>, begins_anew: bool) {
        let counted = self.stopwatch.counted();
        let is_late = counted >= self.until();
        let was_joining = matches!(self.stage, Stage::Joining);
        let end = match self.meeting.state() {
            _ if begins_anew => Some(Observed::Lost),
            State::Joined {
                participant_id,
                role,
            } => match &self.stage {
                Stage::Asked { .. } if answer.is_some() || is_late => Some(Observed::Joined {
                    id: participant_id.clone(),
                    role: *role,
                    people: answer,
                }),
                Stage::Joining => {
                    let until = counted + SETTLES_IN;
                    self.stage = Stage::Settling { until };
                    None
                }
                Stage::Settling { .. } if is_late => {
                    self.stage = Stage::Settled;
                    None
                }
                Stage::Settling { .. } | Stage::Settled | Stage::Asked { .. } | Stage::Over(_) => {
                    None
                }
            },
            State::Failed { failure } => Some(refused_or_failed(failure)),
            State::Opening | State::Prejoin | State::Lobby | State::PasswordAsked
                if was_joining =>
            {
                is_late.then(|| Observed::Held {
                    by: held_by(self.meeting.state()),
                })
            }
            State::Opening
            | State::Prejoin
            | State::Lobby
            | State::PasswordAsked
            | State::Reconnecting
            | State::Renewing
            | State::Ended { .. } => Some(Observed::Lost),
        };
        if let Some(observed) = end {
            self.stage = Stage::Over(observed);
        }
    }
}

fn people(input: &Input) -> Option<Vec<Present>> {
    if let Input::Page(PageEvent::RoomsInfo { people }) = input {
        Some(people.clone())
    } else {
        None
    }
}

fn refused_or_failed(failure: &Failure) -> Observed {
    match failure {
        Failure::TokenRefused { detail, .. } => Observed::Refused {
            phase: RefusalPhase::Connection,
            text: detail.clone(),
        },
        Failure::RoomRefused { detail } => Observed::Refused {
            phase: RefusalPhase::Conference,
            text: detail.clone(),
        },
        Failure::PageSilent
        | Failure::HostUnreachable
        | Failure::NoIframeApi
        | Failure::ClientSilent
        | Failure::BrowserUnsupported
        | Failure::RoomFull
        | Failure::LobbyRefused
        | Failure::ServerUnreachable
        | Failure::SigningFailed => Observed::Failed {
            failure: failure.clone(),
        },
    }
}

fn held_by(state: &State) -> Hold {
    match state {
        State::Prejoin => Hold::Prejoin,
        State::Lobby => Hold::Lobby,
        State::PasswordAsked => Hold::Password,
        State::Opening
        | State::Joined { .. }
        | State::Reconnecting
        | State::Renewing
        | State::Failed { .. }
        | State::Ended { .. } => Hold::Silence,
    }
}
