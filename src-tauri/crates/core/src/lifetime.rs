//! How long a token is good for.

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// 5 minutes to 24 hours, three hours where nothing else is asked for.
///
/// A token has to outlast its meeting: once it has expired, a dropped
/// connection is never resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Lifetime {
    minutes: u32,
}

const SHORTEST: u32 = 5;
const LONGEST: u32 = 24 * 60;
const USUAL: u32 = 3 * 60;

/// How far a token's beginning lies before the clock, because the server
/// allows no leeway; 8x8's samples use the same.
const BACK_DATED_SECONDS: i64 = 10;

impl Lifetime {
    /// So many minutes, 5 to 1440.
    pub fn minutes(minutes: u32) -> Result<Self, LifetimeFault> {
        if minutes < SHORTEST {
            return Err(LifetimeFault::TooShort { minutes });
        }
        if minutes > LONGEST {
            return Err(LifetimeFault::TooLong { minutes });
        }
        Ok(Self { minutes })
    }

    /// The number of minutes.
    pub fn in_minutes(self) -> u32 {
        self.minutes
    }

    /// The number of seconds.
    pub fn in_seconds(self) -> i64 {
        i64::from(self.minutes) * 60
    }

    /// From when until when a token made now is good: ten seconds ago, to
    /// bear a clock that runs a little fast, and this long from now.
    pub fn window(self, now: Timestamp) -> (Timestamp, Timestamp) {
        (now.minus(BACK_DATED_SECONDS), now.plus(self.in_seconds()))
    }
}

impl Default for Lifetime {
    fn default() -> Self {
        Self { minutes: USUAL }
    }
}

impl TryFrom<u32> for Lifetime {
    type Error = LifetimeFault;

    fn try_from(minutes: u32) -> Result<Self, Self::Error> {
        Self::minutes(minutes)
    }
}

impl From<Lifetime> for u32 {
    fn from(lifetime: Lifetime) -> Self {
        lifetime.minutes
    }
}

/// Why a number of minutes cannot be a lifetime.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LifetimeFault {
    /// Less than five minutes.
    #[error(
        "A token of {minutes} minutes would end before the meeting does. Use 5 minutes or more"
    )]
    TooShort {
        /// What was asked for.
        minutes: u32,
    },
    /// More than a day.
    #[error(
        "A token of {minutes} minutes would be good for too long if it were lost. Use 1440 minutes (24 hours) or less"
    )]
    TooLong {
        /// What was asked for.
        minutes: u32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hours_unless_told_otherwise() {
        assert_eq!(Lifetime::default().in_minutes(), 180);
    }

    #[test]
    fn five_minutes_to_a_day() {
        assert_eq!(
            Lifetime::minutes(4),
            Err(LifetimeFault::TooShort { minutes: 4 })
        );
        assert_eq!(Lifetime::minutes(5).unwrap().in_seconds(), 300);
        assert_eq!(Lifetime::minutes(1440).unwrap().in_seconds(), 86_400);
        assert_eq!(
            Lifetime::minutes(1441),
            Err(LifetimeFault::TooLong { minutes: 1441 })
        );
    }

    #[test]
    fn a_window_opens_ten_seconds_early() {
        let (from, until) = Lifetime::default().window(Timestamp(1_000_000));
        assert_eq!((from, until), (Timestamp(999_990), Timestamp(1_010_800)));
    }

    #[test]
    fn json_is_a_checked_number() {
        assert_eq!(serde_json::to_string(&Lifetime::default()).unwrap(), "180");
        assert!(serde_json::from_str::<Lifetime>("4").is_err());
    }
}
