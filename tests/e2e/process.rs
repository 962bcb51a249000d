//! Programs that a test starts, and that end with it.

use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use nix::sys::signal::Signal;
use nix::sys::signal::kill;
use nix::unistd::Pid;

/// Long enough for a loaded machine; nothing is timed by it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// What a program that is asked to end may take.
const GRACE: Duration = Duration::from_secs(3);

/// A child process that is ended when the test lets go of it.
pub(crate) struct Running(Child);

impl Running {
    /// Starts a program; a missing one is a failure that names its Debian package.
    pub(crate) fn start(command: &mut Command, package: &str) -> Self {
        let name = command.get_program().to_owned();
        match command.spawn() {
            Ok(child) => Self(child),
            Err(fault) => {
                panic!("{name:?} did not start ({fault}). Install it: apt install {package}")
            }
        }
    }

    /// Waits until the program has ended by itself, and says how.
    pub(crate) async fn end(&mut self) -> ExitStatus {
        let child = &mut self.0;
        until("the program's end", async || child.try_wait().unwrap()).await
    }

    /// The child, for its pipes.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Asked first, because an X server that is killed leaves its lock in /tmp.
        let pid = Pid::from_raw(self.0.id().cast_signed());
        let deadline = Instant::now() + GRACE;
        // One that has ended already is not there any more.
        let _ = kill(pid, Signal::SIGTERM);
        while Instant::now() < deadline {
            if !matches!(self.0.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a program and reads the first line of its standard output.
pub(crate) fn first_line(command: &mut Command, package: &str) -> (Running, String) {
    command.stdout(Stdio::piped());
    let mut running = Running::start(command, package);
    let mut reader = BufReader::new(running.child().stdout.take().unwrap());
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    // What follows is read and dropped, so that the program never waits for a reader.
    std::thread::spawn(move || reader.read_to_end(&mut Vec::new()));
    (running, line.trim().to_owned())
}

/// Waits until something is there; long enough for a loaded machine.
pub(crate) async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        if let Some(found) = look().await {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what} did not come within a minute");
}
