//! The one thread that calls the keyring.
//!
//! It is a plain thread, outside any asynchronous runtime, because the D-Bus
//! library's blocking calls drive a runtime of their own and would stall one
//! that they were called in.

use std::fmt;
use std::sync::mpsc;
use std::thread;

use tokio::sync::oneshot;

use super::KeyStoreFault;
use super::Keyring;

type Job = Box<dyn FnOnce(&mut dyn Keyring) + Send>;

/// A handle on the thread; the thread ends when the last handle is dropped and
/// its jobs are done.
#[derive(Clone)]
pub(super) struct Worker {
    jobs: mpsc::Sender<Job>,
}

impl Worker {
    /// Starts the thread. Where the system gives no thread, every job is
    /// answered with [`KeyStoreFault::Stopped`].
    pub(super) fn start(mut keyring: impl Keyring + 'static) -> Self {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let thread = thread::Builder::new()
            .name("keyring".to_owned())
            .spawn(move || {
                for job in inbox {
                    job(&mut keyring);
                }
            });
        if let Err(fault) = thread {
            tracing::error!(%fault, "the keyring's thread did not start");
        }
        Self { jobs }
    }

    /// Does one job after those that were asked for earlier, and awaits it. A
    /// job is done even where nobody awaits it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut dyn Keyring) -> Result<T, KeyStoreFault> + Send + 'static,
    ) -> Result<T, KeyStoreFault> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |keyring| {
            // Whoever asked may have gone in the meantime.
            let _ = answer.send(job(keyring));
        });
        self.jobs.send(job).map_err(|_| KeyStoreFault::Stopped)?;
        answered.await.map_err(|_| KeyStoreFault::Stopped)?
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}
