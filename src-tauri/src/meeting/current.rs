//! The one meeting that may be open: what the launcher shows of it, and the way to it.

use roomkey_core::meeting::state::State;
use tokio::sync::Mutex;
use tokio::sync::MutexGuard;
use tokio::sync::mpsc;
use tokio::sync::watch;

use crate::meeting::Command;
use crate::meeting::plan::Plan;
use crate::views::MeetingView;

/// The meeting that is open, where one is.
#[derive(Default)]
pub(crate) struct CurrentMeeting {
    open: watch::Sender<Option<OpenMeeting>>,
    /// Held by whoever opens a meeting, so that of two clicks the second finds the first's.
    door: Mutex<()>,
}

struct OpenMeeting {
    view: MeetingView,
    commands: mpsc::Sender<Command>,
    /// It closes, and will be gone in a moment.
    ends: bool,
}

impl CurrentMeeting {
    /// Lets one at a time open a meeting.
    pub(crate) async fn door(&self) -> MutexGuard<'_, ()> {
        self.door.lock().await
    }

    /// Waits for a meeting that ends to be gone, and says whether there is none then.
    pub(crate) async fn is_free(&self) -> bool {
        let mut open = self.open.subscribe();
        let settled = open.wait_for(|open| open.as_ref().is_none_or(|open| !open.ends));
        // The sender lives as long as this.
        settled.await.is_ok_and(|open| open.is_none())
    }

    /// Waits until no meeting is open.
    pub(crate) async fn gone(&self) {
        // The sender lives as long as this.
        let _ = self.open.subscribe().wait_for(Option::is_none).await;
    }

    /// A meeting opens.
    pub(crate) fn begins(&self, plan: &Plan, commands: mpsc::Sender<Command>) {
        let view = MeetingView {
            tenant: plan.tenant().map(ToString::to_string),
            room: plan.room.to_string(),
            title: plan.title.clone(),
            rehearsal: plan.is_rehearsal(),
            state: State::Opening,
        };
        self.open.send_replace(Some(OpenMeeting {
            view,
            commands,
            ends: false,
        }));
    }

    /// The open meeting has a new state.
    pub(crate) fn moved(&self, state: State) {
        self.change(|open| open.view.state = state);
    }

    /// The open meeting is over, and its surface about to go.
    pub(crate) fn ends(&self) {
        self.change(|open| open.ends = true);
    }

    /// No meeting is open any more.
    pub(crate) fn ended(&self) {
        self.open.send_replace(None);
    }

    /// The open meeting, for the launcher.
    pub(crate) fn view(&self) -> Option<MeetingView> {
        self.open.borrow().as_ref().map(|open| open.view.clone())
    }

    /// Asks something of the open meeting, where there is one.
    pub(crate) async fn command(&self, command: Command) {
        let commands = self
            .open
            .borrow()
            .as_ref()
            .map(|open| open.commands.clone());
        if matches!(command, Command::Close) {
            self.ends();
        }
        if let Some(commands) = commands {
            // A meeting that has just ended no longer listens.
            let _ = commands.send(command).await;
        }
    }

    fn change(&self, change: impl FnOnce(&mut OpenMeeting)) {
        self.open.send_modify(|open| {
            if let Some(open) = open {
                change(open);
            }
        });
    }
}
