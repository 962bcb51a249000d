//! Time as the waiting counts it: without the machine's sleep, and without
//! the jumps of a clock that is set.

use std::time::Duration;

use crate::meeting::Moment;
use crate::meeting::limits;

/// Counts the time for which somebody could have answered.
#[derive(Clone, Debug)]
pub(crate) struct Stopwatch {
    last: Moment,
    counted: Duration,
    wake: Option<Moment>,
}

impl Stopwatch {
    pub(crate) fn start(now: Moment) -> Self {
        Self {
            last: now,
            counted: Duration::ZERO,
            wake: None,
        }
    }

    /// Counts up to `now` and says whether the machine slept since the last
    /// time. What it slept beyond the time it was to wake is not counted, nor
    /// is a step backwards of the clock.
    pub(crate) fn advance(&mut self, now: Moment) -> bool {
        let slept = self
            .wake
            .is_some_and(|wake| now > wake.plus(limits::OVERSLEPT));
        let until = self.wake.filter(|_| slept).unwrap_or(now);
        self.counted = self.counted.saturating_add(until.since(self.last));
        self.last = now;
        slept
    }

    /// The time counted so far.
    pub(crate) fn counted(&self) -> Duration {
        self.counted
    }

    pub(crate) fn wake(&self) -> Option<Moment> {
        self.wake
    }

    /// Sets when the next input is to come at the latest, always in the future.
    pub(crate) fn wake_after(&mut self, span: Option<Duration>) {
        let least = Duration::from_millis(1);
        self.wake = span.map(|span| self.last.plus(span.max(least)));
    }
}
