//! What a test of a window needs: a display, a profile, a page that does as it is told.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use roomkey_surface::browser;
use roomkey_surface::chromium::{Grant, Size, Window, WindowOptions};
use roomkey_surface::link::{Link, SurfaceEvent};
use roomkey_surface::page::{Asset, Assets};
use serde_json::Value;
use tempfile::TempDir;
use tokio::time::timeout;

use crate::display::Display;

pub(crate) const ORIGIN: &str = "https://meeting.roomkey.invalid";

pub(crate) struct Desk {
    pub(crate) directory: TempDir,
    display: Display,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            directory: tempfile::tempdir().unwrap(),
            display: Display::open(),
        }
    }

    pub(crate) fn profile(&self) -> PathBuf {
        self.directory.path().join("profile")
    }

    /// Options for a window with the obedient page, a fake camera that is not accepted for
    /// anyone, and no network but for those named.
    pub(crate) fn options(&self) -> WindowOptions {
        WindowOptions {
            browser: browser(),
            extra_flags: vec![
                format!("--display={}", self.display.name()),
                "--use-fake-device-for-media-stream".to_owned(),
                "--disable-popup-blocking".to_owned(),
                "--disable-gpu".to_owned(),
            ],
            profile: self.profile(),
            title: "Standup".to_owned(),
            class: "org.roomkey.test".to_owned(),
            size: Size {
                width: 900,
                height: 600,
            },
            origin: ORIGIN.to_owned(),
            path: "/meeting.html".to_owned(),
            assets: assets(),
            grants: Vec::new(),
            local_network: false,
            allowed_origins: Vec::new(),
            marks: vec!["jwt=".to_owned()],
            answer_within: Duration::from_secs(20),
        }
    }

    /// Options for a window that may frame these origins on loopback and gives them the devices.
    pub(crate) fn options_for(&self, origins: &[&str]) -> WindowOptions {
        WindowOptions {
            grants: origins
                .iter()
                .map(|origin| Grant {
                    origin: (*origin).to_owned(),
                })
                .collect(),
            allowed_origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
            local_network: true,
            ..self.options()
        }
    }

    pub(crate) async fn open(&self, options: WindowOptions) -> Talk {
        let link = Window::open(options).await.unwrap().link;
        let mut talk = Talk { link };
        assert_eq!(talk.hear().await, "first script");
        talk
    }
}

/// An open window and its obedient page.
pub(crate) struct Talk {
    pub(crate) link: Link,
}

impl Talk {
    pub(crate) async fn event(&mut self) -> SurfaceEvent {
        timeout(Duration::from_secs(15), self.link.events.recv())
            .await
            .expect("an event in time")
            .expect("an event before the end")
    }

    pub(crate) async fn hear(&mut self) -> String {
        match self.event().await {
            SurfaceEvent::Message(text) => text,
            other @ (SurfaceEvent::OpenLink(_) | SurfaceEvent::Closed) => {
                panic!("a message, not {other:?}")
            }
        }
    }

    /// Lets the page evaluate JavaScript; gives the value it came to, or the name of the error.
    pub(crate) async fn ask(&mut self, script: &str) -> Value {
        self.link.sender.send(script.to_owned());
        serde_json::from_str(&self.hear().await).unwrap()
    }

    /// Lets the page frame an address, and waits until the frame is there.
    pub(crate) async fn frame(&mut self, address: &str) {
        assert_eq!(self.frame_within(address, 12_000).await, true, "{address}");
    }

    /// Lets the page frame an address that it will not show.
    pub(crate) async fn frame_in_vain(&mut self, address: &str) {
        self.frame_within(address, 1_000).await;
    }

    async fn frame_within(&mut self, address: &str, patience: u32) -> Value {
        let script = format!(
            "new Promise(done => {{
                const frame = document.createElement('iframe');
                frame.allow = 'camera; microphone; display-capture';
                frame.onload = () => done(true);
                setTimeout(() => done(false), {patience});
                frame.src = '{address}';
                document.body.append(frame);
                window.last = frame;
            }})"
        );
        self.ask(&script).await
    }

    /// Lets the frame made last evaluate JavaScript.
    pub(crate) async fn ask_frame(&mut self, script: &str) -> Value {
        self.ask_frame_within(script, 12_000).await
    }

    /// Whether the frame made last is a page that answers at all.
    pub(crate) async fn frame_answers(&mut self) -> bool {
        self.ask_frame_within("location.href", 1_000).await != SILENCE
    }

    async fn ask_frame_within(&mut self, script: &str, patience: u32) -> Value {
        let script = format!(
            "new Promise(done => {{
                const hear = event => {{
                    if (event.source !== window.last.contentWindow) return;
                    removeEventListener('message', hear);
                    done(event.data);
                }};
                addEventListener('message', hear);
                setTimeout(() => done('{SILENCE}'), {patience});
                window.last.contentWindow.postMessage({}, '*');
            }})",
            Value::from(script)
        );
        self.ask(&script).await
    }
}

/// The browser that the tests are run with: the first that is found.
pub(crate) fn browser() -> PathBuf {
    let found = browser::find().into_iter().next().expect(
        "there is no browser to test with: install Chromium (apt-get install chromium) and run the tests again",
    );
    found.path
}

pub(crate) fn assets() -> Assets {
    Arc::new(|path| match path {
        "/meeting.html" => Some(Asset::new("text/html; charset=utf-8", PAGE)),
        "/data.json" => Some(Asset::new("application/json", "{\"from\":\"memory\"}")),
        _ => None,
    })
}

const SILENCE: &str = "no answer";

const PAGE: &str =
    "<!doctype html><title>The page</title><link rel=icon href='data:,'><body><script>
    roomkeySend('first script');
    window.roomkeyReceive = async text => {
        let answer;
        try { answer = await (0, eval)(text) } catch (fault) { answer = fault.name }
        roomkeySend(JSON.stringify(answer ?? null));
    };
</script>";
