//! The launcher, watched: every word that it showed, and every state in which it said the
//! meeting to be.

use fantoccini::Client;
use serde_json::Value;

use crate::application::Application;
use crate::seen::Bookmark;
use crate::seen::Seen;
use crate::seen::WRITE_DOWN;

/// Begins to write down the meeting's states, as the launcher hears of them, and gives all
/// of them so far.
const WRITE_STATES_DOWN: &str = "
    if (!window.states) {
        const states = window.states = [];
        const write = ({ payload }) => states.push(payload.meeting?.state ?? null);
        const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
        const target = { kind: 'Any' };
        const handler = transformCallback(write);
        return invoke('plugin:event|listen', { event: 'launcher-changed', target, handler })
            .then(() => states);
    }
    return window.states;
";

/// No meeting is open.
pub(crate) const NO_MEETING: &str = "none";

/// What the launcher of a running application has shown.
pub(crate) struct Watch {
    page: Client,
    bookmark: Bookmark,
    pub(crate) seen: Seen,
    /// All states, written as [`name`] does.
    states: Vec<String>,
    /// Where the reader is.
    at: usize,
    /// Where the reader began.
    from: usize,
}

impl Watch {
    /// Begins to watch.
    pub(crate) async fn begin(roomkey: &Application) -> Self {
        let mut watch = Self {
            page: roomkey.page.clone(),
            bookmark: Bookmark::default(),
            seen: Seen::default(),
            states: Vec::new(),
            at: 0,
            from: 0,
        };
        watch.read().await;
        watch
    }

    /// Reads what was shown since.
    pub(crate) async fn read(&mut self) {
        let written = self.page.execute(WRITE_DOWN, vec![]).await.unwrap();
        self.seen.add(written, &mut self.bookmark);
        let states = self.page.execute(WRITE_STATES_DOWN, vec![]).await.unwrap();
        let states = states.as_array().unwrap().iter();
        self.states = states.map(name).collect();
    }

    /// From here on, only what is new counts.
    pub(crate) fn turn_the_page(&mut self) {
        self.seen.turn_the_page();
        self.at = self.states.len();
        self.from = self.at;
    }

    /// Whether the meeting comes to a state, from where the reader is on; if so, the reader
    /// goes there.
    pub(crate) fn comes_to(&mut self, state: &str) -> bool {
        let mut rest = self.states.iter().skip(self.at);
        let found = rest.position(|other| other == state);
        self.at += found.unwrap_or_default();
        found.is_some()
    }

    /// The states since the page was turned, each once where it lasted.
    pub(crate) fn states(&self) -> Vec<&str> {
        let states = self.states.iter().skip(self.from);
        let mut states: Vec<&str> = states.map(String::as_str).collect();
        states.dedup();
        states
    }
}

/// A state in short: its kind and what it is about, such as `failed/tokenRefused/expired`,
/// `joined/moderator`, `ended/removed` or [`NO_MEETING`].
fn name(state: &Value) -> String {
    let parts = [
        "/kind",
        "/role",
        "/ending",
        "/failure/kind",
        "/failure/reason",
    ];
    let parts = parts.map(|part| state.pointer(part).and_then(Value::as_str));
    let named: Vec<&str> = parts.into_iter().flatten().collect();
    if named.is_empty() {
        NO_MEETING.to_owned()
    } else {
        named.join("/")
    }
}
