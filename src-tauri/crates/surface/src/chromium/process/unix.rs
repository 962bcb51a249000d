//! Linux and macOS: two pipes, and a process group to end all that a browser started.

use std::ffi::OsString;
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

    /// Once the browser's own process has ended: gives the others a moment to write what they
    /// hold, and ends those that stay.
    pub(in crate::chromium) async fn settle(&mut self) {
        let Some(group) = self.group else {
            return;
        };
        let until = Instant::now() + MOMENT;
        while killpg(group, None).is_ok() {
            if Instant::now() > until {
                self.kill_group();
                break;
            }
            sleep(Duration::from_millis(10)).await;
        }
        self.group = None;
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

/// How long a browser's helpers may take to end after it.
const MOMENT: Duration = Duration::from_secs(1);
