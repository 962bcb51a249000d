//! Who may speak with the shell, what waits for them, and whether they are still there.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until, timeout};

use super::PageOptions;
use super::secret::Secret;
use crate::link::{Order, Side, SurfaceEvent};
use crate::page::{Asset, Assets};

/// The shell's side of one served page.
pub(super) struct Desk {
    /// Where the page is served, such as `127.0.0.1:49152`.
    pub(super) authority: String,
    assets: Assets,
    absence: Duration,
    state: Mutex<State>,
    events: mpsc::Sender<SurfaceEvent>,
    /// Wakes streams when there is something for them.
    pub(super) bell: watch::Sender<()>,
    /// Lets no more connections in, and ends each once its answer is written.
    pub(super) closing: watch::Sender<bool>,
    /// Ends the connections at once.
    pub(super) over: watch::Sender<bool>,
}

struct State {
    /// The ticket and its end, until it is exchanged.
    ticket: Option<(Secret, Instant)>,
    pass: Option<Secret>,
    /// Texts for the page, one a line.
    outbox: VecDeque<String>,
    /// The number of the newest stream; older ones end.
    newest: u64,
    /// How many streams are open.
    open: usize,
    /// When the page counts as gone, while it is not there.
    gone_at: Option<Instant>,
    /// No more texts follow those that wait.
    ending: bool,
}

impl Desk {
    pub(super) fn new(
        authority: &str,
        options: PageOptions,
        events: mpsc::Sender<SurfaceEvent>,
    ) -> Result<(Self, Secret), getrandom::Error> {
        let ticket = Secret::random()?;
        let ends = Instant::now() + options.ticket_lives;
        let desk = Self {
            authority: authority.to_owned(),
            assets: options.assets,
            absence: options.absence,
            state: Mutex::new(State {
                ticket: Some((ticket.clone(), ends)),
                pass: None,
                outbox: VecDeque::new(),
                newest: 0,
                open: 0,
                gone_at: Some(ends),
                ending: false,
            }),
            events,
            bell: watch::Sender::new(()),
            closing: watch::Sender::new(false),
            over: watch::Sender::new(false),
        };
        Ok((desk, ticket))
    }

    /// Follows orders until the page or the shell is gone, then ends every connection.
    /// `serving` resolves when none is left.
    pub(super) async fn attend(&self, mut side: Side, serving: impl Future) {
        let mut bell = self.bell.subscribe();
        loop {
            let gone_at = self.state().gone_at;
            tokio::select! {
                order = side.orders.recv() => match order {
                    Some(Order::Send(text)) => self.put(&text),
                    Some(Order::Focus) => {}
                    Some(Order::Close) | None => break,
                },
                _ = &mut side.dropped => break,
                () = sleep_until(gone_at.unwrap_or_else(far)), if gone_at.is_some() => break,
                _ = bell.changed() => {}
            }
        }
        self.end(serving).await;
        let _ = side.events.send(SurfaceEvent::Closed).await;
    }

    /// A file of the page.
    pub(super) fn asset(&self, path: &str) -> Option<Asset> {
        (self.assets)(path)
    }

    /// Takes the ticket for a pass, once.
    pub(super) fn exchange(&self, text: &str) -> Option<Secret> {
        let mut state = self.state();
        let (ticket, ends) = state.ticket.as_ref()?;
        if state.ending || Instant::now() >= *ends || !ticket.is(text) {
            return None;
        }
        let pass = Secret::random().ok()?;
        state.ticket = None;
        state.pass = Some(pass.clone());
        state.gone_at = Some(Instant::now() + self.absence);
        drop(state);
        self.ring();
        Some(pass)
    }

    /// Whether a text is the pass.
    pub(super) fn admits(&self, text: &str) -> bool {
        let state = self.state();
        !state.ending && state.pass.as_ref().is_some_and(|pass| pass.is(text))
    }

    /// Hands a text of the page to the shell; false where the shell does not keep up.
    pub(super) fn hear(&self, text: String) -> bool {
        self.events.try_send(SurfaceEvent::Message(text)).is_ok()
    }

    /// Opens a stream; the one before ends.
    pub(super) fn open_stream(&self) -> u64 {
        let mut state = self.state();
        state.newest += 1;
        state.open += 1;
        state.gone_at = None;
        let number = state.newest;
        drop(state);
        self.ring();
        number
    }

    /// What a stream says next.
    pub(super) fn next(&self, stream: u64) -> Next {
        let mut state = self.state();
        if stream != state.newest {
            return Next::End;
        }
        match state.outbox.pop_front() {
            Some(text) => Next::Line(text),
            None if state.ending => Next::End,
            None => Next::Wait,
        }
    }

    /// Notes that a stream is closed, by whomever.
    pub(super) fn close_stream(&self) {
        let mut state = self.state();
        state.open -= 1;
        if state.open == 0 {
            state.gone_at = Some(Instant::now() + self.absence);
        }
        drop(state);
        self.ring();
    }

    fn put(&self, text: &str) {
        self.state()
            .outbox
            .push_back(text.replace(['\n', '\r'], " "));
        self.ring();
    }

    /// Lets the page have what waits for it, and ends. A stream has to come to its proper
    /// end: of one that breaks off, a browser forgets what the page has not read yet.
    async fn end(&self, serving: impl Future) {
        self.state().ending = true;
        self.ring();
        self.closing.send_replace(true);
        let mut serving = pin!(serving);
        if timeout(LAST_WORDS, &mut serving).await.is_err() {
            self.over.send_replace(true);
            serving.await;
        }
    }

    fn ring(&self) {
        self.bell.send_replace(());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a stream says next.
pub(super) enum Next {
    Line(String),
    Wait,
    End,
}

/// A moment that no meeting sees.
fn far() -> Instant {
    Instant::now() + Duration::from_secs(365 * 24 * 60 * 60)
}

/// How long the page may take to fetch what was sent before the end.
const LAST_WORDS: Duration = Duration::from_millis(500);

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[tokio::test]
    async fn a_ticket_is_good_once_and_not_for_ever() {
        let (desk, ticket) = desk(Duration::from_secs(10));
        assert!(desk.exchange("x").is_none());
        assert!(desk.exchange(ticket.reveal()).is_some());
        assert!(desk.exchange(ticket.reveal()).is_none());

        let (late, ticket) = self::desk(Duration::ZERO);
        assert!(late.exchange(ticket.reveal()).is_none());
    }

    #[tokio::test]
    async fn nothing_is_admitted_before_the_exchange_or_after_the_end() {
        let (desk, ticket) = desk(Duration::from_secs(10));
        assert!(!desk.admits(""));
        assert!(!desk.admits(ticket.reveal()));

        let pass = desk.exchange(ticket.reveal()).unwrap();
        assert!(desk.admits(pass.reveal()));
        desk.end(async {}).await;

        assert!(!desk.admits(pass.reveal()));
    }

    #[tokio::test]
    async fn nothing_is_broken_off_while_an_answer_is_being_written() {
        let (desk, _) = desk(Duration::from_secs(10));
        let (written, writing) = tokio::sync::oneshot::channel::<()>();
        let mut ending = pin!(desk.end(writing));
        assert!(timeout(LAST_WORDS / 10, &mut ending).await.is_err());
        assert!(*desk.closing.borrow() && !*desk.over.borrow());

        written.send(()).unwrap();
        ending.await;

        assert!(!*desk.over.borrow());
    }

    #[tokio::test]
    async fn an_answer_that_nobody_fetches_is_broken_off() {
        let (desk, _) = desk(Duration::from_secs(10));
        let mut over = desk.over.subscribe();
        let serving = async { over.wait_for(|over| *over).await.is_ok() };

        desk.end(serving).await;

        assert!(*desk.over.borrow());
    }

    fn desk(ticket_lives: Duration) -> (Desk, Secret) {
        let options = PageOptions {
            assets: Arc::new(|_| None),
            path: "/".to_owned(),
            ticket_lives,
            absence: Duration::from_secs(1),
        };
        Desk::new("127.0.0.1:1", options, mpsc::channel(1).0).unwrap()
    }
}
