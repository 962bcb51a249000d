//! When the launcher takes keys. What is not needed before that waits for it, so that it does
//! not take the processor from the page that is being built.

use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

/// A launcher that has not told by then may be hidden, and is waited for no longer.
const WAIT_AT_MOST: Duration = Duration::from_secs(3);

/// The launcher's word that it takes keys.
#[derive(Default)]
pub(crate) struct Readiness(Notify);

impl Readiness {
    /// The launcher's first screen is painted and has its focus.
    pub(crate) fn told(&self) {
        // For support too: the time from the log's first line to this one is the start.
        tracing::info!("the launcher takes keys");
        self.0.notify_one();
    }

    /// Waits for that, but not for ever.
    pub(crate) async fn wait(&self) {
        if timeout(WAIT_AT_MOST, self.0.notified()).await.is_err() {
            tracing::info!("the launcher does not take keys yet");
        }
    }
}
