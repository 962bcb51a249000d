//! A desktop session of a test's own: its own home, its own D-Bus, and on it
//! only the keyring that the test starts.
//!
//! A test calls [`within`] with its own name. In the first process that starts
//! the test again as a child in such a session; in the child it runs the body.
//! The child's environment is built from nothing, so that neither the person's
//! bus nor the person's folders can be reached from it.

use std::env;
use std::fs;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;
use std::process;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use tempfile::TempDir;

/// What a session offers when the test begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offers {
    /// Not even a bus.
    Nothing,
    /// A bus on which nobody serves secrets, nor can be asked to start.
    Bus,
    /// A bus and an open GNOME Keyring.
    Keyring,
}

/// Runs the body in a session of its own. The name is that of the calling
/// test, as `cargo test` lists it.
pub(crate) fn within(test: &str, offers: Offers, body: impl FnOnce(&Session)) {
    match env::var_os(INSIDE) {
        Some(root) => {
            thread::spawn(end_in_time);
            let session = Session {
                root: PathBuf::from(root),
            };
            let keyring = (offers == Offers::Keyring).then(|| session.start_keyring());
            body(&session);
            drop(keyring);
            fs::write(session.root.join(DONE), "").unwrap();
        }
        None => run_again(test, offers),
    }
}

/// A session, from inside.
pub(crate) struct Session {
    root: PathBuf,
}

impl Session {
    /// Where a session that offers nothing would have its bus.
    pub(crate) fn bus(&self) -> PathBuf {
        self.root.join(NO_BUS)
    }

    /// Starts a GNOME Keyring whose login collection is open, and makes that
    /// collection at the first start in a session.
    pub(crate) fn start_keyring(&self) -> GnomeKeyring {
        self.start_answering(&["--unlock"], || {
            let service = SecretService::connect(EncryptionType::Plain).ok()?;
            let is_locked = service.get_default_collection().ok()?.is_locked().ok()?;
            (!is_locked).then_some(())
        })
    }

    /// Starts a GNOME Keyring as it is on a desktop where nobody has made a
    /// collection yet.
    pub(crate) fn start_empty_keyring(&self) -> GnomeKeyring {
        self.start_answering(&[], || {
            SecretService::connect(EncryptionType::Plain).ok().map(drop)
        })
    }

    /// A start that never opens its collection has been seen, once in thousands: it is ended, and
    /// tried again.
    fn start_answering(&self, options: &[&str], answers: impl Fn() -> Option<()>) -> GnomeKeyring {
        for _ in 0..STARTS {
            let keyring = self.start_daemon(options);
            let begin = Instant::now();
            while begin.elapsed() < STARTED_WITHIN {
                if answers().is_some() {
                    return keyring;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        let said = fs::read_to_string(self.root.join(KEYRING_LOG)).unwrap_or_default();
        panic!("gnome-keyring-daemon does not answer; it said:\n{said}");
    }

    fn start_daemon(&self, options: &[&str]) -> GnomeKeyring {
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--components=secrets"])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(File::create(self.root.join(KEYRING_LOG)).unwrap())
            .spawn()
            .unwrap_or_else(|fault| panic!("gnome-keyring-daemon: {fault}. {REMEDY}"));
        let mut password = daemon.stdin.take().unwrap();
        password.write_all(b"the session's password").unwrap();
        GnomeKeyring { daemon }
    }
}

/// A running GNOME Keyring, which ends when this is dropped.
pub(crate) struct GnomeKeyring {
    daemon: Child,
}

impl GnomeKeyring {
    /// Locks the login collection, as a desktop does after a while. There is
    /// nobody here to open it again: a session has no prompter.
    pub(crate) fn lock(&self) {
        let service = SecretService::connect(EncryptionType::Plain).unwrap();
        service.get_default_collection().unwrap().lock().unwrap();
    }
}

impl Drop for GnomeKeyring {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Names the session's folder to the child.
const INSIDE: &str = "ROOMKEY_TEST_SESSION";
/// Has `trycmd` write files of expected output anew, for those tests that have such files.
const REWRITE: &str = "TRYCMD";
/// Many times what the longest of the tests takes.
const LIMIT: Duration = Duration::from_secs(60);
/// The socket of a bus that nobody starts.
const NO_BUS: &str = "no-bus";
/// A file that the child makes when the body has come to its end.
const DONE: &str = "done";
/// What the last keyring said.
const KEYRING_LOG: &str = "keyring.log";
/// How often a keyring is started before the test fails.
const STARTS: u32 = 3;
/// Many times what a keyring takes to answer; all starts together stay below [`LIMIT`].
const STARTED_WITHIN: Duration = Duration::from_secs(10);

const REMEDY: &str = "The tests of the real keyring need two Debian packages: \
     sudo apt-get install dbus gnome-keyring";

/// A bus that starts no services by itself.
const BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Ends a child that waits for an answer which will not come. Its bus and its
/// keyring end with it.
fn end_in_time() {
    thread::sleep(LIMIT);
    eprintln!("the session has taken longer than {LIMIT:?}");
    process::exit(1);
}

fn run_again(test: &str, offers: Offers) {
    let root = TempDir::new().unwrap();
    let root = root.path();
    let program = env::current_exe().unwrap();
    let mut command = match offers {
        Offers::Nothing => Command::new(program),
        Offers::Bus | Offers::Keyring => {
            let config = root.join("bus.conf");
            fs::write(&config, BUS).unwrap();
            let mut command = Command::new("dbus-run-session");
            command
                .arg("--config-file")
                .arg(config)
                .arg("--")
                .arg(program);
            command
        }
    };
    let no_bus = format!("unix:path={}", root.join(NO_BUS).display());
    let output = command
        .args([test, "--exact", "--nocapture"])
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default())
        .env("DBUS_SESSION_BUS_ADDRESS", no_bus)
        .env("HOME", folder(root, "home"))
        .env("XDG_CACHE_HOME", folder(root, "cache"))
        .env("XDG_CONFIG_HOME", folder(root, "config"))
        .env("XDG_DATA_HOME", folder(root, "data"))
        .env("XDG_RUNTIME_DIR", folder(root, "runtime"))
        .env(INSIDE, root)
        .envs(env::var_os(REWRITE).map(|how| (REWRITE, how)))
        .output()
        .unwrap_or_else(|fault| panic!("dbus-run-session: {fault}. {REMEDY}"));

    let is_done = root.join(DONE).exists();
    assert!(
        output.status.success() && is_done,
        "in its session, {test} ended with {}:\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
}

/// A folder for this person alone, as the keyring asks of its own.
fn folder(root: &Path, name: &str) -> PathBuf {
    let folder = root.join(name);
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
    folder
}
