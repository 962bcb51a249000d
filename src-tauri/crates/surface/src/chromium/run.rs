//! The task that runs a window: from the process's start to the last of its children.

use std::future::pending;
use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout};

use super::OpenFault;
use super::framing::{self, Reader};
use super::lock::ProfileLock;
use super::process::Process;
use super::steering::{Outcome, Steering};
use crate::link::{Order, Side, SurfaceEvent};

/// A window's parts.
pub(super) struct Run<R> {
    pub(super) browser: PathBuf,
    pub(super) process: Process,
    pub(super) reader: Reader<R>,
    pub(super) steering: Steering,
    pub(super) side: Side,
    pub(super) lock: ProfileLock,
    pub(super) answer_within: Duration,
    pub(super) marks: Vec<String>,
    /// Taken when the page is there, or when it will never be.
    pub(super) opened: Option<oneshot::Sender<Result<(), OpenFault>>>,
}

impl<R: AsyncRead + Unpin> Run<R> {
    /// Runs the window until it is gone.
    pub(super) async fn until_gone(mut self) {
        let fault = self.steer().await;
        if self.opened.is_some() {
            // Nothing of the person's is in the browser yet that it would have to write down.
            self.process.kill().await;
            self.process.settle().await;
        } else {
            self.close().await;
        }
        if let Err(fault) = self.lock.clean_if_used(&self.marks).await {
            tracing::warn!(%fault, "what a window left in its profile cannot be removed");
        }
        drop(self.lock);
        if let Some(opened) = self.opened.take() {
            let _ = opened.send(Err(fault));
        }
        let _ = self.side.events.send(SurfaceEvent::Closed).await;
    }

    /// Follows messages and orders until the window ends; the fault matters only to one that did
    /// not open.
    async fn steer(&mut self) -> OpenFault {
        let began = Instant::now();
        let deadline = began + self.answer_within;
        loop {
            let opening = self.opened.is_some();
            let stranger = self.steering.next_stranger();
            tokio::select! {
                message = self.reader.next() => {
                    let Ok(Some(message)) = message else {
                        return self.ended();
                    };
                    let outcome = self.steering.hear(&message);
                    if let Some(fault) = self.follow(outcome, began) {
                        return fault;
                    }
                }
                order = self.side.orders.recv() => match order {
                    Some(Order::Send(text)) => self.steering.send(&text),
                    Some(Order::Focus) => self.steering.focus(),
                    Some(Order::Close) | None => return self.ended(),
                },
                _ = &mut self.side.dropped => return self.ended(),
                () = sleep_until(deadline), if opening => {
                    return OpenFault::NoAnswer {
                        browser: self.browser.clone(),
                        after: self.answer_within,
                    };
                }
                () = until(stranger) => self.steering.close_strangers(Instant::now()),
                () = self.process.ended() => return self.ended(),
            }
        }
    }

    /// Does what a message led to; gives a fault where it led to the end.
    fn follow(&mut self, outcome: Outcome, began: Instant) -> Option<OpenFault> {
        match outcome {
            Outcome::Nothing => None,
            Outcome::Open => {
                if let Some(opened) = self.opened.take() {
                    let (browser, after) = (self.browser.display(), began.elapsed());
                    tracing::info!(%browser, ?after, "the window shows its page");
                    // Whoever gave up waiting has dropped the link, which is seen next.
                    let _ = opened.send(Ok(()));
                }
                None
            }
            Outcome::Report(event) => {
                self.side.report(event);
                None
            }
            Outcome::Gone => Some(self.ended()),
            Outcome::Refused { method, message } => Some(OpenFault::Refused {
                browser: self.browser.clone(),
                method,
                message,
            }),
        }
    }

    fn ended(&self) -> OpenFault {
        OpenFault::Ended {
            browser: self.browser.clone(),
        }
    }

    /// Ends the browser the way it writes everything down, or, where it does not, by force.
    async fn close(&mut self) {
        self.steering.close();
        let closing = async {
            // The pipe is emptied all the while, so that the browser does not wait for that.
            loop {
                tokio::select! {
                    message = self.reader.next() => {
                        if !matches!(message, Ok(Some(_))) {
                            break;
                        }
                    }
                    () = self.process.ended() => return,
                }
            }
            self.process.ended().await;
        };
        if timeout(CLOSED_WITHIN, closing).await.is_err() {
            self.process.kill().await;
        }
        self.process.settle().await;
    }
}

/// Writes what is queued, until the queue or the pipe is closed.
pub(super) async fn write_queue<W: AsyncWrite + Unpin>(
    mut pipe: W,
    mut queue: mpsc::UnboundedReceiver<Vec<u8>>,
) {
    while let Some(message) = queue.recv().await {
        if framing::write(&mut pipe, message).await.is_err() {
            break;
        }
    }
}

async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => pending().await,
    }
}

/// How long a browser may take to end when it is asked to.
const CLOSED_WITHIN: Duration = Duration::from_secs(3);
