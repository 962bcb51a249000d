//! Linux and macOS: two pipes, and a process group to end all that a browser started.

use std::ffi::OsString;
#[cfg(target_os = "linux")]
use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use command_fds::{CommandFdExt, FdMapping};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::{Pid, Uid};
use tokio::net::unix::pipe::{Receiver, Sender};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// A browser that runs. Dropping it ends the browser and everything it started.
pub(in crate::chromium) struct Process {
    child: Child,
    group: Option<Pid>,
}

/// Starts a browser; gives what it writes and what it reads.
pub(in crate::chromium) fn start(
    browser: &Path,
    arguments: &[OsString],
) -> io::Result<(Process, Receiver, Sender)> {
    let (its_input, our_output) = io::pipe()?;
    let (our_input, its_output) = io::pipe()?;
    let mut command = Command::new(browser);
    command
        .args(arguments)
        .stdin(Stdio::null())
        // Chromium's own log names addresses, and those may be secret.
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .kill_on_drop(true)
        .fd_mappings(vec![
            FdMapping {
                parent_fd: OwnedFd::from(its_input),
                child_fd: 3,
            },
            FdMapping {
                parent_fd: OwnedFd::from(its_output),
                child_fd: 4,
            },
        ])
        .map_err(io::Error::other)?;
    let child = command.spawn()?;
    // The command holds the browser's ends, which must be closed here for an end to be seen.
    drop(command);
    let group = child
        .id()
        .and_then(|id| i32::try_from(id).ok())
        .map(Pid::from_raw);
    Ok((
        Process { child, group },
        Receiver::from_owned_fd(OwnedFd::from(our_input))?,
        Sender::from_owned_fd(OwnedFd::from(our_output))?,
    ))
}

impl Process {
    /// Resolves when the browser's own process has ended.
    pub(in crate::chromium) async fn ended(&mut self) {
        // A wait that fails is about a child that is no longer there.
        let _ = self.child.wait().await;
    }

    /// Ends the browser and what it started, without asking.
    pub(in crate::chromium) async fn kill(&mut self) {
        self.kill_group();
        self.ended().await;
    }

    /// Once the browser's own process has ended: ends what is left of the others, which have
    /// nothing more to write, and waits for that.
    pub(in crate::chromium) async fn settle(&mut self) {
        self.kill_group();
        let Some(group) = self.group.take() else {
            return;
        };
        let until = Instant::now() + MOMENT;
        while is_alive(group) && Instant::now() < until {
            sleep(Duration::from_millis(5)).await;
        }
    }

    fn kill_group(&self) {
        if let Some(group) = self.group {
            // It fails only for a group that has no process any more.
            let _ = killpg(group, Signal::SIGKILL);
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill_group();
    }
}

/// Whether a browser started here would run as root.
pub(in crate::chromium) fn runs_as_root() -> bool {
    Uid::effective().is_root()
}

/// Whether a group has a process that runs. Those that have ended and wait to be fetched by
/// whomever they were left to, do not.
#[cfg(target_os = "linux")]
fn is_alive(group: Pid) -> bool {
    let group = group.to_string();
    let Ok(processes) = fs::read_dir("/proc") else {
        return false;
    };
    processes.flatten().any(|process| {
        let Ok(stat) = fs::read_to_string(process.path().join("stat")) else {
            return false;
        };
        // `ID (NAME) STATE PARENT GROUP …`, where the name may hold anything.
        let mut fields = stat.rsplit(") ").next().unwrap_or_default().split(' ');
        fields.next() != Some("Z") && fields.nth(1) == Some(group.as_str())
    })
}

#[cfg(not(target_os = "linux"))]
fn is_alive(group: Pid) -> bool {
    killpg(group, None).is_ok()
}

/// How long processes that were told to end at once may take.
const MOMENT: Duration = Duration::from_secs(1);
