//! Leads one meeting from its first page to its end: feeds the state machine of `core`
//! with what the surface reports and with the time, and does what it answers.

use std::time::Duration;

use roomkey_core::meeting::Meeting;
use roomkey_core::meeting::MeetingOptions;
use roomkey_core::meeting::action::Action;
use roomkey_core::meeting::event::PageEvent;
use roomkey_core::meeting::input::Input;
use roomkey_core::meeting::state::State;
use roomkey_core::time::Timestamp;
use roomkey_surface::link::SurfaceEvent;
use tauri::AppHandle;
use tokio::sync::mpsc;

use crate::meeting::Command;
use crate::meeting::instruction::Instruction;
use crate::meeting::instruction::Session;
use crate::meeting::links;
use crate::meeting::plan::Plan;
use crate::meeting::shown::Shown;
use crate::roomkey::Roomkey;

/// A meeting under way.
pub(crate) struct Driver<'a> {
    pub(crate) app: &'a AppHandle,
    pub(crate) roomkey: &'a Roomkey,
    pub(crate) plan: &'a Plan,
    pub(crate) shown: Shown,
    pub(crate) commands: mpsc::Receiver<Command>,
    /// The session that waits for the page to ask for it.
    pub(crate) first: Option<Session>,
    pub(crate) machine: Meeting,
}

impl Driver<'_> {
    /// Runs until the meeting has ended and its surface is gone.
    pub(crate) async fn run(mut self) {
        let mut open = true;
        while open {
            let input = self.next().await;
            if let Some(input) = input {
                open = self.handle(input).await;
            }
        }
        self.send(&Instruction::Close);
        self.shown.close().await;
    }

    /// Waits for the next input; none where what happened is dealt with.
    async fn next(&mut self) -> Option<Input> {
        let wake = self.machine.wake_at().map(|at| {
            let now = self.roomkey.clock.moment();
            Duration::from_millis(at.0.saturating_sub(now.0))
        });
        tokio::select! {
            event = self.shown.next() => self.translate(event),
            command = self.commands.recv() => match command {
                Some(Command::Focus) => {
                    self.shown.focus();
                    None
                }
                Some(Command::Close) | None => Some(Input::PersonCloses),
            },
            () = sleep(wake) => Some(Input::Tick),
        }
    }

    fn translate(&mut self, event: SurfaceEvent) -> Option<Input> {
        match event {
            SurfaceEvent::Closed => Some(Input::SurfaceClosed),
            SurfaceEvent::OpenLink(address) => {
                links::open(self.app, &address);
                None
            }
            SurfaceEvent::Message(text) => {
                let event = PageEvent::parse(&text)?;
                if event == PageEvent::PageReady {
                    self.start_page();
                }
                Some(Input::Page(event))
            }
        }
    }

    /// Gives the page the session made on the click. A page that was loaded again is given
    /// a fresh one when the machine asks for it.
    fn start_page(&mut self) {
        if let Some(session) = self.first.take() {
            self.start(session);
        }
    }

    async fn handle(&mut self, input: Input) -> bool {
        let mut inputs = vec![input];
        while let Some(input) = inputs.pop() {
            let before = self.machine.state().clone();
            let actions = self.machine.handle(input, self.roomkey.clock.moment());
            self.follow(&before).await;
            for action in actions {
                match action {
                    Action::Show(notice) => self.send(&Instruction::Show { notice }),
                    Action::Renew => inputs.push(self.renew().await),
                    Action::Close => return false,
                }
            }
        }
        true
    }

    /// Makes a fresh token and a new frame with it.
    async fn renew(&mut self) -> Input {
        match self.plan.session(self.roomkey, self.machine.resume()).await {
            Ok((session, expires)) => {
                self.start(session);
                Input::SessionReady { expires }
            }
            Err(fault) => {
                tracing::warn!(%fault, "no fresh token for the meeting");
                Input::SessionFailed
            }
        }
    }

    fn start(&self, session: Session) {
        let session = Box::new(session);
        self.send(&Instruction::Start { session });
    }

    fn send(&self, instruction: &Instruction) {
        self.shown.send(instruction.to_json());
    }

    /// Tells launcher and log where the meeting stands.
    async fn follow(&self, before: &State) {
        let state = self.machine.state();
        if state == before {
            return;
        }
        tracing::info!(?state, "the meeting moved on");
        self.roomkey.meeting_moved(state.clone());
        if matches!(state, State::Joined { .. }) && !matches!(before, State::Joined { .. }) {
            self.roomkey.remember_joined(self.plan).await;
        }
        self.roomkey.tell_launcher(self.app);
    }
}

/// The machine for a meeting whose first token is good until `expires`.
pub(crate) fn machine(roomkey: &Roomkey, expires: Timestamp) -> Meeting {
    Meeting::new(MeetingOptions { expires }, roomkey.clock.moment())
}

async fn sleep(duration: Option<Duration>) {
    match duration {
        Some(duration) => tokio::time::sleep(duration).await,
        None => std::future::pending().await,
    }
}
