//! The silent death: a token expires during a meeting, the connection drops for a second,
//! and nobody says that the person is out. Roomkey brings them back by itself.

use std::time::Duration;
use std::time::Instant;

use crate::application::Application;
use crate::application::PROGRAM;
use crate::desk::Desk;
use crate::watch::Watch;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

/// Longer than the minute that Roomkey leaves between two renewals for age alone.
const PATIENCE: Duration = Duration::from_secs(150);

/// What the room says of a dropped connection, and of the end of that: taken up again, or
/// not because the token has expired.
const DROPPED: &str = "The connection broke";
const RESUMED: &str = "Connected";
const DEAD: &str = "You are no longer in the meeting, and nobody says so";

/// The tokens of this rehearsal are good for 20 seconds. The first is renewed in time, and
/// the second is not, because a minute lies between two renewals: so it expires in the
/// meeting, as a token of hours does while a screen is shared.
#[tokio::test(flavor = "multi_thread")]
async fn who_dies_silently_is_brought_back() {
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let roomkey = Application::start(&desk).await;
    let launcher = Watch::begin(&roomkey).await;
    let mut second = desk.command(PROGRAM);
    second.arg("--rehearse=silentDeath");
    let status = tokio::process::Command::from(second).status().await;
    assert!(status.unwrap().success());
    let window = MeetingWindow::find(&desk).await;
    let mut scene = Scene { launcher, window };

    scene.shows("the first join", Scene::is_in).await;
    scene.shows("the renewal in time", Scene::renews).await;
    scene.shows("the second join", Scene::is_in).await;

    // Connections that drop while the token is good are taken up again, and nobody hears
    // of it; the first that drops later is not.
    while !scene.drop_dies().await {}
    assert_eq!(scene.launcher.states().last(), Some(&"joined/moderator"));

    scene.shows("the renewal after it", Scene::renews).await;
    scene.shows("the third join", Scene::is_in).await;
    scene
        .shows("the room", |scene| scene.window.frame.says(RESUMED))
        .await;
    let mut states = scene.launcher.states();
    // The role is told a moment after the join.
    states.retain(|state| *state != "joined");
    let (joined, renewing) = ("joined/moderator", "renewing");
    let course = ["opening", joined, renewing, joined, renewing, joined];
    assert_eq!(states, course);
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// The launcher and the meeting window, read together.
struct Scene {
    launcher: Watch,
    window: MeetingWindow,
}

impl Scene {
    /// The person is in the room, and the launcher says so.
    fn is_in(&mut self) -> bool {
        self.launcher.comes_to("joined/moderator")
            && self.launcher.seen.says("You are in, as moderator")
    }

    /// The frame is made anew, and both windows say so.
    fn renews(&mut self) -> bool {
        self.launcher.comes_to("renewing")
            && self.launcher.seen.says("Refreshing…")
            && self.window.page.says("Refreshing the meeting.")
    }

    /// Drops the connection for a second, and waits for what comes of it: whether it died.
    async fn drop_dies(&mut self) -> bool {
        self.window.frame.turn_the_page();
        for button in ["Make something happen", "Drop the connection for a second"] {
            self.window.press(button).await.unwrap();
        }
        self.shows("the drop", |scene| scene.window.frame.says(DROPPED))
            .await;
        let mut dead = false;
        self.shows("what came of the drop", |scene| {
            dead = scene.window.frame.says(DEAD);
            dead || scene.window.frame.says(RESUMED)
        })
        .await;
        dead
    }

    async fn shows(&mut self, what: &str, mut is_it: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            self.launcher.read().await;
            // A frame that is being made anew cannot be read for a moment.
            let read = self.window.read().await;
            if is_it(self) {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{what} did not come ({read:?}); the states were {:?}, the frame says {}",
                self.launcher.states(),
                self.window.frame.last()
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}
