//! Whether a call that failed in passing is made again, as VideoSDK's own server SDK does it
//! (`@videosdk.live/server-sdk` 0.1.1, `src/http/client.ts`).

use std::time::Duration;

use super::Call;

/// A server that has not answered by then does not.
pub const ANSWERS_WITHIN: Duration = Duration::from_secs(30);
/// A call is made at most so often: once, and twice more.
pub const MOST_TRIES: u32 = 3;

const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// Whether a call is made again by itself where it failed in passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// Never: what it did is not known, and a second one may do it twice.
    Never,
    /// Where the server turned it away unread because of too many calls.
    WhereTurnedAway,
    /// Wherever it failed in passing: a second one has the outcome of the first.
    Safely,
}

/// What came of one try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// An answer with this status.
    Answer(u16),
    /// The server was not reached.
    Unreachable,
    /// It was reached, and no whole answer came in time.
    NoAnswer,
}

impl Call {
    /// After what pause it is made again, having been made so often; none where it is not.
    pub fn pause(&self, tries: u32, came: Came) -> Option<Duration> {
        let was_turned_away = came == Came::Answer(429);
        let failed_in_passing = was_turned_away
            || match came {
                Came::Answer(status) => (500..=599).contains(&status),
                Came::Unreachable | Came::NoAnswer => true,
            };
        let is_repeated = match self.repeats {
            Repeats::Never => false,
            Repeats::WhereTurnedAway => was_turned_away,
            Repeats::Safely => failed_in_passing,
        };
        (is_repeated && tries < MOST_TRIES).then(|| pause_after(tries))
    }
}

/// Twice as long each time. The longest that VideoSDK's SDK makes, eight seconds, is never reached.
fn pause_after(tries: u32) -> Duration {
    FIRST_PAUSE * 2_u32.pow(tries.saturating_sub(1))
}
