//! A Chromium window with the meeting page in it, for a meeting and for a proof.

use std::path::PathBuf;
use std::time::Duration;

use roomkey_core::domain::Domain;
use roomkey_surface::browser;
use roomkey_surface::browser::Browser;
use roomkey_surface::chromium::Grant;
use roomkey_surface::chromium::OpenFault;
use roomkey_surface::chromium::Size;
use roomkey_surface::chromium::Window;
use roomkey_surface::chromium::WindowOptions;
use roomkey_surface::link::Link;
use tauri::AppHandle;

use crate::meeting::nearby;
use crate::meeting::open::MARKS;
use crate::meeting::page;
use crate::roomkey::Roomkey;

/// The origin that Roomkey answers for itself in a Chromium window: the name is reserved
/// and never resolves (RFC 6761), so nothing else can stand behind it.
const ORIGIN: &str = "https://meeting.roomkey.invalid";

/// A Chromium that does not answer on its pipe for so long is passed over.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// The window that is wanted.
pub(crate) struct Wanted<'a> {
    /// Its title until the page gives its own.
    pub(crate) title: String,
    /// Where it keeps its storage. One window at a time may use it.
    pub(crate) profile: PathBuf,
    /// How large it is at first.
    pub(crate) size: Size,
    /// The tenant's server.
    pub(crate) domain: &'a Domain,
    /// Where the IFrame API is looked for first, where it is needed.
    pub(crate) script: Option<String>,
}

/// Opens the window with the first browser that answers; none where there is none.
pub(crate) async fn open(app: &AppHandle, roomkey: &Roomkey, wanted: &Wanted<'_>) -> Option<Link> {
    let origin = wanted.domain.origin();
    let is_nearby = nearby::is_nearby(wanted.domain).await;
    for candidate in candidates(roomkey) {
        let options = WindowOptions {
            browser: candidate.path.clone(),
            extra_flags: roomkey.environment.chromium_flags.clone(),
            profile: wanted.profile.clone(),
            title: wanted.title.clone(),
            class: "roomkey".to_owned(),
            size: wanted.size,
            origin: ORIGIN.to_owned(),
            path: page::PATH.to_owned(),
            assets: page::assets(app, &origin, wanted.script.as_deref()),
            grants: vec![Grant {
                origin: origin.clone(),
            }],
            local_network: is_nearby,
            allowed_origins: vec![origin.clone()],
            marks: MARKS.map(str::to_owned).to_vec(),
            answer_within: ANSWERS_WITHIN,
        };
        match open_twice(options).await {
            Ok(window) => return Some(window.link),
            Err(fault) => tracing::warn!(%fault, browser = candidate.name, "passed over"),
        }
    }
    None
}

/// Whether there is a browser that could make the window.
pub(crate) fn is_there(roomkey: &Roomkey) -> bool {
    !candidates(roomkey).is_empty()
}

/// Opens a window; a browser that ends at its start is given a second chance, because it
/// does so now and then when another with its profile has just ended.
async fn open_twice(options: WindowOptions) -> Result<Window, OpenFault> {
    match Window::open(options.clone()).await {
        Err(OpenFault::Ended { .. }) => Window::open(options).await,
        opened => opened,
    }
}

fn candidates(roomkey: &Roomkey) -> Vec<Browser> {
    match &roomkey.environment.chromium {
        Some(path) => vec![Browser {
            name: "Chromium",
            path: path.clone(),
        }],
        None => browser::find(),
    }
}
