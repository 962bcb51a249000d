//! This machine's clock. `--at` replaces it wherever a token is made or judged.

use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use roomkey_core::time::Timestamp;

/// The time; 1970 where the clock stands before it.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Timestamp(i64::try_from(seconds).unwrap_or(i64::MAX))
}
