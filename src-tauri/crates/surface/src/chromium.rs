//! A window made of the person's own Chromium, driven over a pipe.
//!
//! Nothing listens on a port and nothing secret stands in the arguments: DevTools protocol
//! messages go through two inherited descriptors, the page's files are answered from memory at an
//! origin that no server has, and everything the page must know is sent to it.

mod arguments;
mod framing;
mod lock;
mod process;
mod rules;
mod run;
mod steering;
mod wire;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

use crate::link::{self, Link};
use crate::page::Assets;
use framing::Reader;
use lock::ProfileLock;
use rules::Rules;
use run::Run;
use steering::Steering;
use wire::Wire;

pub(crate) use lock::FILE as LOCK_FILE;

/// What a window shall be.
#[derive(Clone)]
pub struct WindowOptions {
    /// The browser's program, from [`crate::browser::find`] or the person's own choice.
    pub browser: PathBuf,
    /// Flags added to ours, such as those of tests.
    pub extra_flags: Vec<String>,
    /// The profile directory, made where it is missing. One window at a time may use it.
    pub profile: PathBuf,
    /// The window's title until the page gives its own.
    pub title: String,
    /// The window class by which a desktop knows whose window it is, such as the application's
    /// identifier.
    pub class: String,
    /// The window's size.
    pub size: Size,
    /// The page's origin, answered from memory alone, such as `https://meeting.roomkey.invalid`.
    pub origin: String,
    /// The page's path, such as `/meeting.html`.
    pub path: String,
    /// The page's files.
    pub assets: Assets,
    /// Who gets camera, microphone and display without being asked.
    pub grants: Vec<Grant>,
    /// Whether the page and those granted may reach loopback and private addresses.
    pub local_network: bool,
    /// The origins whose frames the page may hold.
    pub allowed_origins: Vec<String>,
    /// Texts by which an entry of the browser's caches is told to hold a secret, such as `jwt=`;
    /// see [`crate::profile::clean`].
    pub marks: Vec<String>,
    /// How long the browser may take until it shows the page.
    pub answer_within: Duration,
}

/// Camera, microphone and display capture for one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The origin, such as `https://8x8.vc`.
    pub origin: String,
}

/// A window's size in device-independent pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A Chromium window that shows the page.
///
/// The page calls `roomkeySend(text)`, and is called as `roomkeyReceive(text)`. Dropping the
/// window, or its link, ends the browser and everything it started.
#[derive(Debug)]
pub struct Window {
    /// The line to the page.
    pub link: Link,
}

impl Window {
    /// Starts the browser and shows the page; returns when the page's document is there.
    ///
    /// What an earlier window left in the profile is cleaned first, for it may have had no time
    /// to. A browser that ends before it answers is started once more, for Chromium does so now
    /// and then on a busy machine. A future that is dropped ends the browser.
    pub async fn open(options: WindowOptions) -> Result<Self, OpenFault> {
        match Self::start(options.clone()).await {
            Err(OpenFault::Ended { browser }) => {
                tracing::warn!(browser = %browser.display(), "the browser ended at its start");
                Self::start(options).await
            }
            opened => opened,
        }
    }

    async fn start(options: WindowOptions) -> Result<Self, OpenFault> {
        let rules = Rules::new(
            &options.origin,
            &options.path,
            &options.allowed_origins,
            &options.grants,
            options.assets.clone(),
        )?;
        let lock = hold(&options.profile, &options.marks).await?;
        let arguments = arguments::arguments(&options, process::runs_as_root());
        let (process, reader, writer) =
            process::start(&options.browser, &arguments).map_err(|source| {
                if source.kind() == io::ErrorKind::Unsupported {
                    return OpenFault::Unsupported;
                }
                OpenFault::Spawn {
                    browser: options.browser.clone(),
                    source,
                }
            })?;

        let browser = options.browser.clone();
        let (wire, queue) = Wire::new();
        tokio::spawn(run::write_queue(writer, queue));
        let (link, side) = link::pair();
        let (opened, outcome) = oneshot::channel();
        let run = Run {
            steering: Steering::begin(wire, rules, options.local_network),
            reader: Reader::new(reader),
            answer_within: options.answer_within,
            marks: options.marks,
            opened: Some(opened),
            browser: options.browser,
            process,
            side,
            lock,
        };
        tokio::spawn(run.until_gone());
        outcome.await.unwrap_or(Err(OpenFault::Ended { browser }))?;
        Ok(Self { link })
    }
}

/// Takes hold of a profile that no browser uses, and cleans it.
async fn hold(profile: &Path, marks: &[String]) -> Result<ProfileLock, OpenFault> {
    let fault = |source| OpenFault::Profile {
        path: profile.to_owned(),
        source,
    };
    let until = Instant::now() + LAST_BROWSER_ENDS;
    let lock = loop {
        let path = profile.to_owned();
        let taken = spawn_blocking(move || ProfileLock::take(&path))
            .await
            .map_err(|ended| fault(io::Error::other(ended)))?;
        match taken {
            // A window that was given up while it opened is still being cleared away.
            Err(OpenFault::ProfileInUse) if Instant::now() < until => sleep(STEP).await,
            taken => break taken?,
        }
    };
    while lock::is_held_by_a_browser(profile) {
        if Instant::now() >= until {
            return Err(OpenFault::ProfileInUse);
        }
        sleep(STEP).await;
    }
    lock.clean_if_used(marks).await.map_err(fault)?;
    lock.use_it().map_err(fault)?;
    Ok(lock)
}

/// Why no window opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The browser was not opened because its profile belongs to another that runs.
    #[error("another meeting window is open with the same profile; close it and try again")]
    ProfileInUse,
    /// The profile directory cannot be made, read or written.
    #[error(
        "the folder {path} of the meeting window's browser cannot be used ({source}); check who owns it and that the disk has space"
    )]
    Profile {
        /// The directory or the file in it.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The program cannot be started.
    #[error("{browser} cannot be started ({source}); install the browser again or choose another")]
    Spawn {
        /// The program.
        browser: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The browser did not show the page in time, and was ended.
    #[error("{browser} did not answer within {} s; choose another browser", .after.as_secs())]
    NoAnswer {
        /// The program.
        browser: PathBuf,
        /// The time it had.
        after: Duration,
    },
    /// The browser ended before it showed the page.
    #[error(
        "{browser} ended before it showed the meeting; start it once by itself to see why, or choose another browser"
    )]
    Ended {
        /// The program.
        browser: PathBuf,
    },
    /// The browser answered, and refused what a window needs.
    #[error(
        "{browser} refused {method} ({message}); bring it up to date or choose another browser"
    )]
    Refused {
        /// The program.
        browser: PathBuf,
        /// The method of the DevTools protocol.
        method: &'static str,
        /// What the browser said.
        message: String,
    },
    /// A text that was to name an origin does not.
    #[error("\"{0}\" is no origin; write one as https://host or https://host:port")]
    Origin(String),
    /// This system cannot hand the pipe to a browser.
    #[error(
        "a Chromium window over a pipe is not available on this system; use the embedded window or the system browser"
    )]
    Unsupported,
}

/// How long the browser of a Roomkey that has just ended may still be ending itself.
const LAST_BROWSER_ENDS: Duration = Duration::from_secs(3);
const STEP: Duration = Duration::from_millis(50);

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    pub(super) fn options() -> WindowOptions {
        WindowOptions {
            browser: PathBuf::from("chromium"),
            extra_flags: Vec::new(),
            profile: PathBuf::from("profile"),
            title: "Standup".to_owned(),
            class: "org.roomkey.desktop".to_owned(),
            size: Size {
                width: 1200,
                height: 800,
            },
            origin: "https://meeting.roomkey.invalid".to_owned(),
            path: "/meeting.html".to_owned(),
            assets: Arc::new(|_| None),
            grants: Vec::new(),
            local_network: false,
            allowed_origins: Vec::new(),
            marks: Vec::new(),
            answer_within: Duration::from_secs(5),
        }
    }
}
