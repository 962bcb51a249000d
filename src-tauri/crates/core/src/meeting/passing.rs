//! What follows from time alone.

use std::time::Duration;

use crate::meeting::Meeting;
use crate::meeting::Moment;
use crate::meeting::failure::Failure;
use crate::meeting::limits;
use crate::meeting::phase::Outage;
use crate::meeting::phase::Phase;
use crate::meeting::phase::Step;
use crate::meeting::phase::Why;

impl Meeting {
    /// Does what the time calls for at `now`; `slept` where the machine has
    /// just woken.
    pub(super) fn pass(&mut self, now: Moment, slept: bool) {
        if slept {
            self.has_slept(now);
        }
        let clock = self.stopwatch.counted();
        match &self.phase {
            Phase::Opening(opening) => {
                if let Some((due, failure)) = opening.limit()
                    && clock >= due
                {
                    self.phase = Phase::Failed(failure);
                }
            }
            Phase::Joined(_) => self.renew_for_age(now),
            Phase::Leaving { seat, since } => match seat.return_from_sleep(*since) {
                Some(due) if clock >= due => self.begin_anew(Why::Reconnecting),
                None if clock >= *since + limits::LEAVING => self.close(),
                Some(_) | None => {}
            },
            Phase::Reconnecting(outage) => {
                if clock >= outage.since + limits::OUTAGE {
                    self.phase = Phase::Failed(Failure::ServerUnreachable);
                } else if clock >= outage.heard + limits::SILENCE
                    || (slept && self.online && self.token.is_closing(now))
                {
                    self.begin_anew(Why::Reconnecting);
                }
            }
            Phase::Farewell { since, .. } => {
                if clock >= *since + limits::FAREWELL {
                    self.close();
                }
            }
            Phase::Asking(_) | Phase::Shown | Phase::Failed(_) | Phase::Over(_) => {}
        }
    }

    /// Something says that the connection was lost. As long as the token is
    /// good, the client has it back by itself; later it is dead and does not
    /// know it.
    pub(super) fn connection_is_lost(&mut self, now: Moment) {
        if !matches!(self.phase, Phase::Joined(_)) || !self.token.is_closing(now) {
            return;
        }
        if self.online {
            self.begin_anew(Why::Reconnecting);
        } else {
            self.await_connection();
        }
    }

    /// The machine has slept, and its client may leave for that.
    pub(super) fn has_slept(&mut self, now: Moment) {
        let clock = self.stopwatch.counted();
        if let Phase::Joined(seat) | Phase::Leaving { seat, .. } = &mut self.phase {
            seat.woken = Some(clock);
        }
        self.connection_is_lost(now);
    }

    pub(super) fn await_connection(&mut self) {
        let clock = self.stopwatch.counted();
        self.phase = Phase::Reconnecting(Outage {
            since: clock,
            heard: clock,
            reloading: false,
        });
    }

    /// How long until the next input is wanted at the latest.
    pub(super) fn next_turn(&self, now: Moment) -> Option<Duration> {
        let clock = self.stopwatch.counted();
        let until = |due: Duration| due.saturating_sub(clock);
        let turns = match &self.phase {
            Phase::Opening(opening) => {
                let queued = match opening.step {
                    Step::Queued { until } => Some(until),
                    Step::Page
                    | Step::Token
                    | Step::Script
                    | Step::Client { .. }
                    | Step::Server => None,
                };
                let patience = Some(opening.patience()).filter(|due| *due > clock);
                [opening.limit().map(|(due, _)| due), patience, queued].map(|due| due.map(until))
            }
            Phase::Joined(_) => [
                self.token.next_turn(now),
                self.refresh_pause().map(until),
                None,
            ],
            Phase::Leaving { seat, since } => {
                let due = seat
                    .return_from_sleep(*since)
                    .unwrap_or(*since + limits::LEAVING);
                [Some(until(due)), None, None]
            }
            Phase::Reconnecting(outage) => {
                let due = (outage.since + limits::OUTAGE).min(outage.heard + limits::SILENCE);
                [Some(until(due)), None, None]
            }
            Phase::Farewell { since, .. } => [Some(until(*since + limits::FAREWELL)), None, None],
            Phase::Asking(_) | Phase::Shown | Phase::Failed(_) | Phase::Over(_) => return None,
        };
        Some(
            turns
                .into_iter()
                .flatten()
                .fold(limits::HEARTBEAT, Duration::min),
        )
    }

    fn renew_for_age(&mut self, now: Moment) {
        if !matches!(self.phase, Phase::Joined(_)) || self.refresh_pause().is_some() {
            return;
        }
        if !self
            .token
            .calls_for_another(now, self.room.is_quiet(), self.room.is_sharing())
        {
            return;
        }
        if self.online {
            self.begin_anew(Why::Refreshing);
        } else {
            self.connection_is_lost(now);
        }
    }

    /// Until when no token is renewed for its age alone.
    fn refresh_pause(&self) -> Option<Duration> {
        let until = self.renewed? + limits::BETWEEN_REFRESHES;
        (until > self.stopwatch.counted()).then_some(until)
    }
}
