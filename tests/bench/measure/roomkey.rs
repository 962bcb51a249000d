//! Roomkey and the bare window as running programs, started and looked at in the same way.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use super::memory;
use crate::desk::Desk;
use crate::process::Running;

/// How often is looked for what is waited for; that much a measured time may be too long.
const STEP: Duration = Duration::from_millis(1);

const PATIENCE: Duration = Duration::from_secs(60);

/// A program that runs, and when it took keys.
pub(crate) struct Program {
    running: Running,
    /// From its start until it said that it takes keys.
    pub(crate) start: Duration,
}

impl Program {
    /// Starts Roomkey, as it was built for release, and waits until its launcher takes keys.
    pub(crate) fn roomkey(desk: &Desk) -> Self {
        let log = desk.path("roomkey/logs/roomkey.log");
        let mut command = desk.command(beside("roomkey"));
        Self::start(&mut command, log, "the launcher takes keys")
    }

    /// Starts the bare window and waits until it takes keys.
    pub(crate) fn bare(desk: &Desk) -> Self {
        let log = desk.path("bare.log");
        let mut command = desk.command(beside("bare"));
        command.arg(&log);
        Self::start(&mut command, log, "the window takes keys")
    }

    fn start(command: &mut Command, log: PathBuf, words: &str) -> Self {
        // The last start's words are not this one's.
        let _ = fs::remove_file(&log);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let began = Instant::now();
        let running = Running::start(command, "cargo build --release");
        wait("a window that takes keys", || {
            fs::read_to_string(&log).is_ok_and(|text| text.contains(words))
        });
        Self {
            running,
            start: began.elapsed(),
        }
    }

    /// The program's process.
    pub(crate) fn id(&mut self) -> u32 {
        self.running.child().id()
    }

    /// Ends the program and waits for everything that it started.
    pub(crate) fn end(mut self) {
        let processes = memory::tree(self.id());
        drop(self);
        wait("the end of its processes", || {
            processes.iter().all(|id| memory::arguments(*id).is_empty())
        });
    }
}

/// A program of the same build.
pub(crate) fn beside(name: &str) -> PathBuf {
    env::current_exe().unwrap().with_file_name(name)
}

/// Waits until something is so.
pub(crate) fn wait(what: &str, is_so: impl FnMut() -> bool) {
    assert!(within(PATIENCE, is_so), "{what} did not come");
}

/// Waits until something is so, but no longer than is given; says whether it came.
pub(crate) fn within(patience: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + patience;
    while !is_so() {
        if Instant::now() > deadline {
            return false;
        }
        thread::sleep(STEP);
    }
    true
}
