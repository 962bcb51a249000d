//! Leads one meeting from its first page to its end: feeds the state machine of `core`
//! with what the surface reports and with the time, and does what it answers.

use std::time::Duration;

use roomkey_calls::server;
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

/// The page needs up to a second to leave a meeting properly; a surface that is closed
/// before leaves a ghost in the room, which the others see for a minute.
const FAREWELL: Duration = Duration::from_millis(1500);

/// A meeting under way.
pub(crate) struct Driver<'a> {
    app: &'a AppHandle,
    roomkey: &'a Roomkey,
    plan: &'a Plan,
    machine: Meeting,
    shown: Shown,
    /// The session that waits for the page to ask for it.
    first: Option<Session>,
    commands: mpsc::Receiver<Command>,
    /// Whether the others see the person in the room.
    is_in_room: bool,
}

impl<'a> Driver<'a> {
    /// A driver for a surface that has just opened.
    pub(crate) fn new(
        app: &'a AppHandle,
        roomkey: &'a Roomkey,
        plan: &'a Plan,
        machine: Meeting,
        shown: Shown,
        session: Session,
        commands: mpsc::Receiver<Command>,
    ) -> Self {
        Self {
            app,
            roomkey,
            plan,
            machine,
            shown,
            first: Some(session),
            commands,
            is_in_room: false,
        }
    }

    /// Runs until the meeting has ended and its surface is gone.
    pub(crate) async fn run(mut self) {
        let mut open = true;
        while open {
            let input = self.next().await;
            if let Some(input) = input {
                open = self.handle(input).await;
            }
        }
        self.roomkey.meeting.ends();
        self.send(&Instruction::Close);
        // A page that does not leave in time is closed all the same.
        let _ = tokio::time::timeout(FAREWELL, self.leaving()).await;
        self.shown.close().await;
    }

    /// Waits until the person is out of the room.
    async fn leaving(&mut self) {
        while self.is_in_room {
            let event = self.shown.next().await;
            self.translate(event).await;
        }
    }

    /// Waits for the next input; none where what happened is dealt with.
    async fn next(&mut self) -> Option<Input> {
        let wake = self.machine.wake_at().map(|at| {
            let now = self.roomkey.clock.moment();
            Duration::from_millis(at.0.saturating_sub(now.0))
        });
        tokio::select! {
            event = self.shown.next() => self.translate(event).await,
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

    async fn translate(&mut self, event: SurfaceEvent) -> Option<Input> {
        match event {
            SurfaceEvent::Closed => {
                self.is_in_room = false;
                Some(Input::SurfaceClosed)
            }
            SurfaceEvent::OpenLink(address) => {
                links::open(self.app, &address);
                None
            }
            SurfaceEvent::Message(text) => {
                let event = PageEvent::parse(&text)?;
                Some(Input::Page(self.attend(event).await))
            }
        }
    }

    /// Does what an event asks of the shell itself, and completes it.
    async fn attend(&mut self, event: PageEvent) -> PageEvent {
        if event == (PageEvent::ScriptFailed { answered: None }) {
            let answered = Some(server::answers(self.plan.system().domain()).await);
            return PageEvent::ScriptFailed { answered };
        }
        if event == PageEvent::PageReady {
            self.start_page();
        }
        if matches!(event, PageEvent::VideoConferenceJoined { .. }) {
            self.is_in_room = true;
        } else if matches!(event, PageEvent::PageReady | PageEvent::VideoConferenceLeft) {
            self.is_in_room = false;
        }
        event
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
                    Action::SetLobby => self.send(&Instruction::SetLobby),
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
        self.roomkey.meeting.moved(state.clone());
        if matches!(state, State::Joined { .. }) && !matches!(before, State::Joined { .. }) {
            self.roomkey.remember_joined(self.plan).await;
            if let Some((tenant, key_id)) = self.plan.tries_key_of() {
                self.roomkey.remember_passed(tenant, key_id).await;
            }
        }
        self.roomkey.tell(self.app);
    }
}

/// The machine for a meeting whose first token is good until `expires`.
pub(crate) fn machine(roomkey: &Roomkey, plan: &Plan, expires: Timestamp) -> Meeting {
    let lobby = plan.lobby;
    Meeting::new(MeetingOptions { expires, lobby }, roomkey.clock.moment())
}

async fn sleep(duration: Option<Duration>) {
    match duration {
        Some(duration) => tokio::time::sleep(duration).await,
        None => std::future::pending().await,
    }
}
