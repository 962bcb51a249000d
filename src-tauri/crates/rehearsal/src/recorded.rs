//! How long things took in the recorded meetings, and how fast they are played.
//!
//! All times were measured with the real client and server on one machine.

use std::time::Duration;

/// How long the server keeps the seat of a broken connection.
pub(crate) const GHOST: Duration = Duration::from_secs(60);
/// How long a case waits before something happens to somebody who has joined.
/// Not recorded: long enough to see the room first.
pub(crate) const FIRST_ACT: Duration = Duration::from_secs(4);
/// How often a case looks whether its moment has come. Not recorded.
pub(crate) const A_LITTLE: Duration = Duration::from_millis(500);
/// How long the lobby keeps somebody waiting. Not recorded.
pub(crate) const LOBBY: Duration = Duration::from_secs(6);
/// How long the meeting server stays away: longer than any client waits until
/// it gives up, shorter than until it reloads.
pub(crate) const OUTAGE: Duration = Duration::from_secs(25);
/// A drop that a client with a valid token survives without an event.
pub(crate) const DROP: Duration = Duration::from_secs(1);

/// The slowest that a test may want, and the fastest that timers still keep apart.
const FASTEST: f64 = 0.005;

/// The speed at which recorded times are played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pace(f64);

impl Pace {
    pub(crate) fn new(factor: f64) -> Self {
        Self(if factor.is_finite() {
            factor.max(FASTEST)
        } else {
            FASTEST
        })
    }

    pub(crate) fn factor(self) -> f64 {
        self.0
    }

    pub(crate) fn of(self, recorded: Duration) -> Duration {
        recorded.mul_f64(self.0)
    }
}
