//! Plays a row: on a desk with a company's Roomkey, and with the company's server in the
//! test's own process.

use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::command::Command;
use roomkey_rehearsal::command::ParticipantSelector;
use roomkey_rehearsal::happening::Happening;

use crate::application::Application;
use crate::application::PROGRAM;
use crate::cases::row::Act;
use crate::cases::row::Row;
use crate::cases::row::Step;
use crate::cases::table::spoils_token;
use crate::desk::Desk;
use crate::tenant::Tenant;
use crate::tenant::room;
use crate::watch::NO_MEETING;
use crate::watch::Watch;
use crate::whole_path::set_up;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

/// Longer than any step takes by the meeting's own limits, the longest of which is a minute.
const PATIENCE: Duration = Duration::from_secs(120);

/// How often everything is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// A desk on which one case after the other is played.
pub(crate) struct Player {
    pub(crate) roomkey: Application,
    launcher: Watch,
    tenant: Tenant,
    desk: Desk,
}

impl Player {
    /// Sets a company's Roomkey up.
    pub(crate) async fn new() -> Self {
        let mut desk = Desk::new();
        desk.add_chromium_flag(OPEN_TO_TOOLS);
        let tenant = Tenant::new(desk.path("")).await;
        let roomkey = Application::start(&desk).await;
        set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
        roomkey.says("Daily stand-up").await;
        Self {
            launcher: Watch::begin(&roomkey).await,
            roomkey,
            tenant,
            desk,
        }
    }

    /// Plays one row. After a fault the meeting is closed, so that the next can be played.
    pub(crate) async fn play(&mut self, row: &Row) -> Result<(), String> {
        self.launcher.read().await;
        self.launcher.turn_the_page();
        self.tenant.forget();
        MeetingWindow::forget(&self.desk);
        let place = self.open(row.case).await;
        let mut window = MeetingWindow::find(&self.desk).await;
        let mut played = Ok(());
        for (number, step) in row.course.iter().enumerate() {
            played = self.take(&place, &mut window, step).await;
            if let Err(what) = &played {
                played = Err(format!(
                    "step {}: {what}\nthe states were: {:?}\nthe launcher says: {}\n\
                     the meeting window says: {}\nthe frame says: {}",
                    number + 1,
                    self.launcher.states(),
                    self.launcher.seen.last(),
                    window.page.last(),
                    window.frame.last(),
                ));
                break;
            }
        }
        if played.is_err() {
            self.roomkey.end_meeting().await;
        }
        // Script cases count for the whole server, so none may be left set.
        self.tenant.server.set_case(&room(&place), Case::Joins);
        let gone = self.comes_to(&mut window, NO_MEETING).await;
        played.and(gone)
    }

    /// Opens the room of a case, and gives its name. A refused token, and one that is over
    /// soon, are made by Roomkey for its own rehearsal; all else is the server's doing.
    async fn open(&self, case: Case) -> String {
        let name = serde_json::to_value(case).unwrap();
        let name = name.as_str().unwrap();
        let mut second = self.desk.command(PROGRAM);
        let place = if spoils_token(case) || case == Case::SilentDeath {
            second.arg(format!("--rehearse={name}"));
            "rehearsal".to_owned()
        } else {
            let place = name.to_lowercase();
            self.tenant.server.set_case(&room(&place), case);
            second.args(["join", &place]);
            place
        };
        second.stdout(Stdio::null()).stderr(Stdio::null());
        let status = tokio::process::Command::from(second).status().await;
        assert!(
            status.unwrap().success(),
            "the second start did not end well"
        );
        place
    }

    async fn take(
        &mut self,
        place: &str,
        window: &mut MeetingWindow,
        step: &Step,
    ) -> Result<(), String> {
        match *step {
            Step::State(state) => self.comes_to(window, state).await,
            Step::Never(state) => {
                self.launcher.read().await;
                let mut states = self.launcher.states().into_iter();
                match states.find(|other| other.starts_with(state)) {
                    Some(other) => Err(format!("it was {other}")),
                    None => Ok(()),
                }
            }
            Step::Launcher(words) => {
                let what = format!("the launcher does not say “{words}”");
                self.until(window, &what, |this, _| this.launcher.seen.says(words))
                    .await
            }
            Step::Page(words) => {
                let what = format!("the meeting window does not say “{words}”");
                self.until(window, &what, |_, window| window.page.says(words))
                    .await
            }
            Step::Frame(words) => {
                let what = format!("the frame does not say “{words}”");
                self.until(window, &what, |_, window| window.frame.says(words))
                    .await
            }
            Step::Server(is_it) => {
                let place = room(place);
                let fits = |one: &Happening| one.room == place && is_it(&one.what);
                self.until(window, "the server does not see it", |this, _| {
                    this.tenant.saw(fits)
                })
                .await
            }
            Step::Does(act) => self.act(place, window, act).await,
        }
    }

    async fn act(&self, place: &str, window: &mut MeetingWindow, act: Act) -> Result<(), String> {
        match act {
            Act::Presses(button) => window.press(button).await,
            Act::Types(text) => window.type_and_enter(text).await,
            Act::PressesInLauncher(button) => {
                self.roomkey.press_away(button).await;
                Ok(())
            }
            Act::HangsUp => {
                let newest = ParticipantSelector::Newest;
                let server = &self.tenant.server;
                match server.command(&room(place), &newest, &Command::HangUp) {
                    0 => Err("nobody could hang up".to_owned()),
                    _ => Ok(()),
                }
            }
        }
    }

    async fn comes_to(&mut self, window: &mut MeetingWindow, state: &str) -> Result<(), String> {
        let what = format!("it does not come to {state}");
        self.until(window, &what, |this, _| this.launcher.comes_to(state))
            .await
    }

    async fn until(
        &mut self,
        window: &mut MeetingWindow,
        what: &str,
        mut is_it: impl FnMut(&mut Self, &mut MeetingWindow) -> bool,
    ) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.launcher.read().await;
            let read = window.read().await;
            if is_it(self, window) {
                return Ok(());
            }
            if Instant::now() > deadline {
                let fault = read.err().unwrap_or_default();
                return Err(format!("{what} {fault}"));
            }
            tokio::time::sleep(GLANCE).await;
        }
    }
}
