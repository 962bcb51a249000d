//! The tests of the real keyring keep off the person's own.

use std::env;
use std::fs;
use std::io;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::keyring::store;
use crate::keyring::wait;

/// The tests are run once more with a bus and folders that stand for the
/// person's own, where nobody may knock.
#[test]
fn the_persons_own_keyring_and_folders_are_left_alone() {
    if env::var_os(KNOCK).is_some() {
        return knock();
    }
    let person = Person::new();

    person.run(&["keyring::"]);
    assert_eq!(
        person.bus.accept().unwrap_err().kind(),
        io::ErrorKind::WouldBlock
    );
    assert_eq!(fs::read_dir(person.home()).unwrap().count(), 0);

    // A process without a session of its own does come to this bus.
    person.run(&[
        "left_alone::the_persons_own_keyring_and_folders_are_left_alone",
        "--exact",
    ]);
    assert!(person.bus.accept().is_ok());
}

/// Tells the test to be the process that comes to the bus.
const KNOCK: &str = "ROOMKEY_TEST_KNOCK";

/// Asks for the keyring of the surroundings. This bus takes the connection and
/// never answers.
fn knock() {
    let (sender, answered) = mpsc::channel();
    thread::spawn(move || sender.send(wait(store().status())));
    let _ = answered.recv_timeout(Duration::from_millis(500));
}

/// The surroundings of a person, as a desktop gives them to every program.
struct Person {
    folder: TempDir,
    bus: UnixListener,
}

impl Person {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let bus = UnixListener::bind(folder.path().join("bus")).unwrap();
        bus.set_nonblocking(true).unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder, bus }
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// Runs tests of this program, which have to pass.
    fn run(&self, tests: &[&str]) {
        let bus = format!("unix:path={}/bus", self.folder.path().display());
        let output = Command::new(env::current_exe().unwrap())
            .args(tests)
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .env("HOME", self.home())
            .env("XDG_CACHE_HOME", self.home().join("cache"))
            .env("XDG_CONFIG_HOME", self.home().join("config"))
            .env("XDG_DATA_HOME", self.home().join("data"))
            .env("XDG_RUNTIME_DIR", self.folder.path())
            .env(KNOCK, "yes")
            .output()
            .unwrap();
        let report = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && !report.contains(" 0 passed"),
            "{report}"
        );
    }
}
