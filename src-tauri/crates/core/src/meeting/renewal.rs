//! When a token is renewed.
//!
//! JaaS looks at `exp` whenever the connection is resumed, and over WebSocket
//! the connection of an expired token dies there without a word (measured with
//! the client of August 2026). So the frame is loaded anew in good time, at a
//! quiet moment where there is one.

use std::time::Duration;

use crate::meeting::Moment;
use crate::time::Timestamp;

/// A token's life, as far as renewing it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TokenLife {
    /// Its `exp`.
    expires: Moment,
    /// From here on a quiet moment is enough.
    opens: Moment,
    /// From here on it is not to wait for a quiet moment, and a lost
    /// connection may be one that cannot be resumed.
    closes: Moment,
}

impl TokenLife {
    /// The life of a token that was made at `now`.
    pub(super) fn new(expires: Timestamp, now: Moment) -> Self {
        let expires = Moment::from(expires);
        let lifetime = expires.since(now);
        Self {
            expires,
            opens: expires.minus(LONGEST_WINDOW.min(lifetime / 4)),
            closes: expires.minus(LONGEST_MARGIN.min(lifetime / 10)),
        }
    }

    /// Whether it has expired by our clock.
    pub(super) fn is_over(self, now: Moment) -> bool {
        now >= self.expires
    }

    /// Whether a lost connection might find it expired.
    pub(super) fn is_closing(self, now: Moment) -> bool {
        now >= self.closes
    }

    /// Whether its age alone calls for a fresh one. A screen that is being
    /// shared is never taken away for it: only the person could share it again.
    pub(super) fn calls_for_another(self, now: Moment, quiet: bool, sharing: bool) -> bool {
        !sharing && (self.is_closing(now) || (quiet && now >= self.opens))
    }

    /// How long until the next of its turns, where one is to come.
    pub(super) fn next_turn(self, now: Moment) -> Option<Duration> {
        let next = [self.opens, self.closes]
            .into_iter()
            .filter(|turn| *turn > now)
            .min()?;
        Some(next.since(now))
    }
}

const LONGEST_WINDOW: Duration = Duration::from_secs(15 * 60);
const LONGEST_MARGIN: Duration = Duration::from_secs(30);
