//! Every process on a test's desktop: what it was started with, and what it holds open.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use nix::sys::signal::Signal;
use nix::sys::signal::kill;
use nix::unistd::Pid;

use crate::desk::Desk;

/// A running process.
pub(crate) struct Process {
    pid: i32,
    parent: i32,
    /// Its arguments, as `/proc` shows them to everybody.
    pub(crate) arguments: Vec<u8>,
    /// Its environment; empty where the system shows it to nobody.
    pub(crate) environment: Vec<u8>,
}

/// The processes that belong to a desktop: those whose environment or arguments name its
/// home, and all that came of them. A sandboxed one is known by its parent alone.
pub(crate) fn on(desk: &Desk) -> Vec<Process> {
    of_home(&desk.path(""))
}

/// The same by the home, which may be gone.
pub(crate) fn of_home(home: &Path) -> Vec<Process> {
    let home = home.display().to_string();
    let home = home.trim_end_matches('/').as_bytes();
    let names_home = |text: &[u8]| text.windows(home.len()).any(|part| part == home);
    let all: Vec<Process> = pids().into_iter().filter_map(Process::read).collect();
    let mut belonging: HashSet<i32> = all
        .iter()
        .filter(|process| names_home(&process.environment) || names_home(&process.arguments))
        .map(|process| process.pid)
        .collect();
    loop {
        let before = belonging.len();
        for process in &all {
            if belonging.contains(&process.parent) {
                belonging.insert(process.pid);
            }
        }
        if belonging.len() == before {
            break;
        }
    }
    all.into_iter()
        .filter(|process| belonging.contains(&process.pid))
        .collect()
}

impl Process {
    fn read(pid: i32) -> Option<Self> {
        let folder = PathBuf::from(format!("/proc/{pid}"));
        let status = fs::read_to_string(folder.join("stat")).ok()?;
        // The name in brackets may hold anything, brackets too.
        let (_, rest) = status.rsplit_once(')')?;
        Some(Self {
            pid,
            parent: rest.split_whitespace().nth(1)?.parse().ok()?,
            arguments: fs::read(folder.join("cmdline")).ok()?,
            environment: fs::read(folder.join("environ")).unwrap_or_default(),
        })
    }

    /// Its arguments as text, for messages.
    pub(crate) fn said(&self) -> String {
        String::from_utf8_lossy(&self.arguments).replace('\0', " ")
    }

    /// The files on a disk that it has open for writing, with their names in `/proc`.
    pub(crate) fn writes_to(&self) -> Vec<PathBuf> {
        let open = PathBuf::from(format!("/proc/{}/fd", self.pid));
        let mut files = Vec::new();
        for entry in fs::read_dir(open).into_iter().flatten().flatten() {
            let Ok(file) = fs::read_link(entry.path()) else {
                continue;
            };
            let details = format!("/proc/{}/fdinfo/{}", self.pid, entry.file_name().display());
            let is_file = fs::metadata(entry.path()).is_ok_and(|file| file.is_file());
            if is_file && is_writable(&details).unwrap_or(false) {
                files.push(file);
            }
        }
        files
    }

    /// The sockets with a name that it has open, by their numbers.
    pub(crate) fn sockets(&self) -> Vec<String> {
        let open = PathBuf::from(format!("/proc/{}/fd", self.pid));
        let targets = fs::read_dir(open).into_iter().flatten().flatten();
        targets
            .filter_map(|entry| fs::read_link(entry.path()).ok())
            .filter_map(|target| {
                let target = target.to_string_lossy().into_owned();
                let number = target.strip_prefix("socket:[")?.strip_suffix(']')?;
                Some(number.to_owned())
            })
            .collect()
    }

    /// Ends it.
    pub(crate) fn kill(&self) {
        // It may have ended meanwhile.
        let _ = kill(Pid::from_raw(self.pid), Signal::SIGKILL);
    }
}

fn pids() -> Vec<i32> {
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

/// `flags` in `fdinfo` are octal; the last two bits are the access mode.
fn is_writable(details: &str) -> io::Result<bool> {
    let details = fs::read_to_string(details)?;
    let flags = details
        .lines()
        .find_map(|line| line.strip_prefix("flags:"))
        .and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    Ok(flags.is_some_and(|flags| flags & 0o3 != 0))
}
