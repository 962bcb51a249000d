//! A window made of the person's own Chromium, driven over a pipe.
//!
//! Nothing listens on a port and nothing secret stands in the arguments: DevTools protocol
//! messages go through two inherited descriptors, the page's files are answered from memory at an
//! origin that no server has, and everything the page must know is sent to it.

use std::path::PathBuf;
use std::time::Duration;

use crate::link::Link;
use crate::page::Assets;

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
    pub async fn open(options: WindowOptions) -> Result<Self, OpenFault> {
        drop(options);
        Err(OpenFault::Unsupported)
    }
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
    /// This system cannot hand the pipe to a browser.
    #[error(
        "a Chromium window over a pipe is not available on this system; use the embedded window or the system browser"
    )]
    Unsupported,
}
