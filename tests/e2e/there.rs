//! What the tests of the other systems have in common: the provider's stand-in, and the steps from
//! its tenant to a meeting.

use std::fs;

use roomkey_core::domain::Domain;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Secret;
use roomkey_core::provider::videosdk;
use roomkey_core::role::Role;
use roomkey_rehearsal::happening::Happening;
use roomkey_rehearsal::happening::What;
use roomkey_rehearsal::provider::Options;
use roomkey_rehearsal::provider::StandIn;
use roomkey_rehearsal::provider::Trusted;
use tokio::sync::broadcast;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::Running;
use crate::process::until;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

pub(crate) const SECRET: &str = "a secret that the provider has as well, 42";

/// A provider's stand-in, and what happens there.
pub(crate) struct There {
    pub(crate) stand_in: StandIn,
    happenings: broadcast::Receiver<Happening>,
}

impl There {
    pub(crate) async fn of(provider: Provider) -> Self {
        let secret = Secret::parse(SECRET).unwrap();
        Self::that_trusts(provider, Trusted::Secret(secret)).await
    }

    pub(crate) async fn that_trusts(provider: Provider, trusted: Trusted) -> Self {
        let options = Options {
            pace: 0.1,
            ..Options::default()
        };
        let stand_in = StandIn::start(provider, trusted, options).await.unwrap();
        let happenings = stand_in.happenings();
        Self {
            stand_in,
            happenings,
        }
    }

    pub(crate) fn domain(&self) -> String {
        self.stand_in.domain().to_string()
    }

    /// Who is let in after the press of a button.
    pub(crate) async fn lets_in(&mut self, roomkey: &Application, button: &str) -> (String, Role) {
        roomkey.press(button).await;
        let joined = self.joined().await;
        roomkey.says("You are in").await;
        joined
    }

    /// Who comes in next, and as what.
    pub(crate) async fn joined(&mut self) -> (String, Role) {
        self.sees("the person in the room", |what| {
            let What::Joined { name, role, .. } = what else {
                return None;
            };
            Some((name.clone(), *role))
        })
        .await
    }

    pub(crate) async fn sees<T>(&mut self, what: &str, find: impl Fn(&What) -> Option<T>) -> T {
        let happenings = &mut self.happenings;
        until(what, async || match happenings.try_recv() {
            Ok(happening) => find(&happening.what),
            Err(_) => None,
        })
        .await
    }
}

/// A desk with the settings open where a tenant of that provider is added.
pub(crate) async fn begin(provider: &str) -> (Desk, Application) {
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let roomkey = Application::start(&desk).await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;
    roomkey.click("label", provider).await;
    roomkey.type_into("Title", "Acme").await;
    (desk, roomkey)
}

/// The same with a tenant of VideoSDK added, whose secret and rooms are still to come.
pub(crate) async fn begin_with_videosdk() -> (There, Desk, Application) {
    let there = There::of(videosdk_account(videosdk::Tokens::Own(
        videosdk::ApiKey::parse("6f2c8b1e-0d5a").unwrap(),
    )))
    .await;
    let (desk, roomkey) = begin("VideoSDK").await;
    roomkey.type_into("API key", "6f2c8b1e-0d5a").await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("REST’s server", &there.domain()).await;
    roomkey.type_into("Page’s server", &there.domain()).await;
    roomkey.press("Add a tenant").await;
    (there, desk, roomkey)
}

/// The secret goes through the clipboard; no page shows it.
pub(crate) async fn paste_secret(roomkey: &Application, desk: &Desk) {
    roomkey.says("Remove tenant").await;
    roomkey.press("Key").await;
    let _clipboard = copy_secret(desk).await;
    roomkey.press("Paste from the clipboard").await;
    roomkey.says("Replace from the clipboard").await;
    assert!(!roomkey.text().await.contains(SECRET));
}

/// The secret in the clipboard, for as long as the answer is held.
pub(crate) async fn copy_secret(desk: &Desk) -> Running {
    let file = desk.path("secret.txt");
    fs::write(&file, SECRET).unwrap();
    desk.copy(&file).await
}

pub(crate) async fn make_room(roomkey: &Application) {
    roomkey.press("Rooms").await;
    roomkey.type_into("Title", "Daily stand-up").await;
    roomkey.press("Make a room").await;
    roomkey.says("was made and added to the list").await;
}

/// The set-up's check finds these well, and nothing amiss.
pub(crate) async fn is_well(roomkey: &Application, lines: &[&str]) {
    roomkey.press("Check set-up").await;
    roomkey.press("Check now").await;
    roomkey.says("Check again").await;
    let said = roomkey.text().await;
    for line in lines {
        assert!(said.contains(line), "no {line} in {said}");
    }
    // Not every machine that runs the tests has a camera and a microphone.
    let is_well = said.contains("Everything is well") || said.contains("one warning");
    assert!(is_well, "{said}");
}

pub(crate) async fn sits_down(roomkey: &Application) {
    roomkey.turn_to("launcher.html").await;
    roomkey.type_into("Name", "Ada Lovelace").await;
    roomkey.press("Start").await;
    roomkey.says("Daily stand-up").await;
}

/// Leaves on the provider's page, which closes the window.
pub(crate) async fn leave(roomkey: &Application, desk: &Desk, there: &mut There) {
    let mut window = MeetingWindow::find(desk).await;
    until("the press of Leave", async || {
        window.press("Leave").await.ok()
    })
    .await;
    there
        .sees("the person leaving", |what| {
            matches!(what, What::Left { .. }).then_some(())
        })
        .await;
    roomkey.no_longer_says("You are in").await;
}

pub(crate) fn videosdk_account(tokens: videosdk::Tokens) -> Provider {
    Provider::VideoSdk(videosdk::Account {
        tokens,
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: videosdk::PageVersion::default(),
    })
}
