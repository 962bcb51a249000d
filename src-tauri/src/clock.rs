//! The clock by which tokens are dated: this machine's, corrected by what the tenant's
//! server says. JaaS allows no leeway on `nbf` and `exp`, so a wrong clock locks out.

use std::sync::atomic::AtomicI64;
use std::sync::atomic::Ordering;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use roomkey_calls::server;
use roomkey_core::domain::Domain;
use roomkey_core::meeting::Moment;
use roomkey_core::time::Timestamp;

/// A skew that is not worth a word: HTTP dates are whole seconds, and an answer takes time.
const UNREMARKABLE_SECONDS: i64 = 5;

/// The corrected clock. Cheap to read from every thread.
#[derive(Default)]
pub(crate) struct Clock {
    /// Seconds to add to this machine's clock.
    correction: AtomicI64,
}

impl Clock {
    /// The corrected time in seconds.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp((self.moment().0 / 1000) as i64)
    }

    /// The corrected time in milliseconds.
    pub(crate) fn moment(&self) -> Moment {
        let correction = self.correction.load(Ordering::Relaxed);
        Moment(machine_milliseconds().saturating_add_signed(correction * 1000))
    }

    /// Seconds by which this machine's clock is off, where that is worth a word.
    pub(crate) fn skew(&self) -> Option<i64> {
        let skew = self.correction.load(Ordering::Relaxed);
        (skew != 0).then_some(-skew)
    }

    /// Asks the tenant's server for its date and corrects the clock by it. A server that
    /// does not answer leaves the clock as it is: the meeting itself will say more.
    pub(crate) async fn correct_by(&self, domain: &Domain) {
        match server::date(domain).await {
            Ok(Some(server)) => self.set(server.since(Timestamp(machine_seconds()))),
            Ok(None) => tracing::info!("the tenant's server sends no date"),
            // The call itself says why in the log.
            Err(_) => {}
        }
    }

    fn set(&self, correction: i64) {
        let remarkable = correction.abs() > UNREMARKABLE_SECONDS;
        let correction = if remarkable { correction } else { 0 };
        self.correction.store(correction, Ordering::Relaxed);
    }
}

fn machine_seconds() -> i64 {
    (machine_milliseconds() / 1000) as i64
}

fn machine_milliseconds() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_skew_is_no_skew() {
        let clock = Clock::default();
        clock.set(UNREMARKABLE_SECONDS);
        assert_eq!(clock.skew(), None);
    }

    #[test]
    fn a_machine_that_is_behind_is_corrected_forwards() {
        let clock = Clock::default();
        let before = clock.now();
        clock.set(600);
        assert_eq!(clock.skew(), Some(-600));
        assert!(clock.now() >= before.plus(600));
    }
}
