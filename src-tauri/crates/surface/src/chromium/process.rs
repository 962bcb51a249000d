//! The browser's process and the pipe to it.
//!
//! Chromium reads DevTools messages on descriptor 3 and writes them on descriptor 4
//! (`--remote-debugging-pipe`), and ends when they are closed, so no browser outlives Roomkey,
//! however Roomkey ends.

#[cfg(unix)]
#[path = "process/unix.rs"]
mod imp;
#[cfg(not(unix))]
#[path = "process/other.rs"]
mod imp;

pub(super) use imp::{Process, runs_as_root, start};
