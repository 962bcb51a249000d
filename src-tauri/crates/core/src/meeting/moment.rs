//! Wall clock time in milliseconds, as the meeting counts it.
//!
//! Wall time and not a timer's: a token goes on ageing while the machine
//! sleeps, and timers do not. There is no clock here.

use std::time::Duration;

use crate::time::Timestamp;

/// Milliseconds since 1970-01-01T00:00:00Z, corrected by the measured skew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

impl Moment {
    /// The number of milliseconds.
    pub fn millis(self) -> u64 {
        self.0
    }

    /// So much later, at most the last moment that can be counted.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis(span)))
    }

    /// So much earlier, at least the first moment that can be counted.
    #[must_use]
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(millis(span)))
    }

    /// How long ago `earlier` was; nothing where it is still to come.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

/// A time before 1970 is taken for 1970.
impl From<Timestamp> for Moment {
    fn from(time: Timestamp) -> Self {
        Self(
            u64::try_from(time.seconds())
                .unwrap_or(0)
                .saturating_mul(1000),
        )
    }
}

fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
