//! A desktop of the test's own. Nothing on it is the user's: home, configuration, bus,
//! keyring and display are made for one test.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::SurfaceChoice;
use tempfile::TempDir;

use crate::bus::Bus;
use crate::process::Running;
use crate::process::first_line;
use crate::process::until;
use crate::processes;

/// Flags with which Chromium has a moving picture and a tone instead of a camera and a
/// microphone. Permission prompts are not answered by it: Roomkey must have granted.
pub(crate) const FAKE_CAMERA: &str = "--use-fake-device-for-media-stream";

/// A bus that starts no service by itself: what is on it, the test has put there.
const BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A desktop that ends with the test.
pub(crate) struct Desk {
    display: String,
    bus: Bus,
    keyring: Option<Running>,
    chromium_flags: Vec<&'static str>,
    _running: Vec<Running>,
    // Removed last, when nothing is left that would write to it.
    home: TempDir,
}

impl Desk {
    /// A desktop with an unlocked keyring.
    pub(crate) fn new() -> Self {
        let mut desk = Self::without_keyring();
        desk.start_keyring();
        desk
    }

    /// A desktop on which nothing keeps secrets.
    pub(crate) fn without_keyring() -> Self {
        let home = tempfile::tempdir().unwrap();
        for folder in ["config", "data", "cache", "run", "tmp", "Desktop"] {
            fs::create_dir(home.path().join(folder)).unwrap();
        }
        let run = home.path().join("run");
        fs::set_permissions(&run, fs::Permissions::from_mode(0o700)).unwrap();

        let mut x = Command::new("Xvfb");
        x.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x1000x24",
            "-nolisten",
            "tcp",
        ])
        .stderr(Stdio::null());
        let (x, number) = first_line(&mut x, "xvfb");
        let display = format!(":{number}");

        let config = home.path().join("bus.conf");
        fs::write(
            &config,
            BUS.replace("SOCKET", &run.join("bus").to_string_lossy()),
        )
        .unwrap();
        let mut bus = Command::new("dbus-daemon");
        bus.args(["--nofork", "--nopidfile", "--print-address=1"])
            .arg(format!("--config-file={}", config.display()))
            .env_clear()
            .stderr(Stdio::null());
        let (bus, address) = first_line(&mut bus, "dbus");

        let mut desk = Self {
            display,
            bus: Bus(address),
            keyring: None,
            chromium_flags: vec![FAKE_CAMERA],
            _running: vec![x, bus],
            home,
        };
        let mut manager = desk.command("openbox");
        manager.stdout(Stdio::null()).stderr(Stdio::null());
        desk._running.push(Running::start(&mut manager, "openbox"));
        desk
    }

    /// A program that runs on this desktop and knows no other.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command
    }

    /// The whole environment of the desktop's programs.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        let path = |folder: &str| self.path(folder).display().to_string();
        vec![
            ("PATH", std::env::var("PATH").unwrap()),
            ("HOME", self.home.path().display().to_string()),
            ("USER", "tester".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("DISPLAY", self.display.clone()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.0.clone()),
            ("XDG_CONFIG_HOME", path("config")),
            ("XDG_DATA_HOME", path("data")),
            ("XDG_CACHE_HOME", path("cache")),
            ("XDG_RUNTIME_DIR", path("run")),
            ("TMPDIR", path("tmp")),
            ("GDK_BACKEND", "x11".to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".to_owned()),
            ("ROOMKEY_CONFIG_DIR", path("roomkey")),
            ("ROOMKEY_CHROMIUM_FLAGS", self.chromium_flags.join(" ")),
        ]
    }

    /// Gives the Chromium of the meetings one more flag.
    pub(crate) fn add_chromium_flag(&mut self, flag: &'static str) {
        self.chromium_flags.push(flag);
    }

    /// Has Roomkey's settings say what meetings open in, before it starts.
    pub(crate) fn choose_surface(&self, surface: SurfaceChoice) {
        let (file, settings, _) = SettingsFile::open(&self.path("roomkey"));
        let chosen = Settings {
            surface,
            ..settings
        };
        file.save(&chosen).unwrap();
    }

    /// Whether a window with this title is to be seen.
    pub(crate) fn shows_window(&self, title: &str) -> bool {
        let mut look = self.command("xdotool");
        look.args(["search", "--onlyvisible", "--name", &format!("^{title}$")]);
        let found = look.output().expect("apt install xdotool");
        !found.stdout.is_empty()
    }

    /// A folder or file of the desktop's home.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.home.path().join(inside)
    }

    /// Puts text into the clipboard, as copying it would, and waits until it is there.
    pub(crate) async fn copy(&self, file: &Path) -> Running {
        let mut clip = self.command("xclip");
        clip.args(["-selection", "clipboard", "-loops", "0", "-quiet", "-i"])
            .arg(file)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let clip = Running::start(&mut clip, "xclip");
        let text = fs::read(file).unwrap();
        until("the text in the clipboard", async || {
            let mut look = self.command("xclip");
            let seen = look.args(["-selection", "clipboard", "-o"]).output();
            (seen.unwrap().stdout == text).then_some(())
        })
        .await;
        clip
    }

    /// Its session bus.
    pub(crate) fn bus(&self) -> Bus {
        self.bus.clone()
    }

    /// The display's number, with its colon.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// Locks the keyring, as a desktop does after a while. Nobody is there who would unlock
    /// it: no prompter runs on this desktop.
    pub(crate) fn lock_keyring(&self) {
        let locked = self
            .command("dbus-send")
            .args([
                "--session",
                "--print-reply",
                "--dest=org.freedesktop.secrets",
            ])
            .args([
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
            ])
            .arg("array:objpath:/org/freedesktop/secrets/collection/login")
            .output()
            .unwrap();
        assert!(locked.status.success(), "{locked:?}");
    }

    /// Ends the keyring. What it kept is still on the disk.
    pub(crate) fn stop_keyring(&mut self) {
        self.keyring = None;
    }

    /// Starts anew with a keyring in which there is nothing.
    pub(crate) fn replace_keyring(&mut self) {
        self.stop_keyring();
        fs::remove_dir_all(self.path("data/keyrings")).unwrap();
        self.start_keyring();
    }

    /// Starts the keyring, unlocked.
    pub(crate) fn start_keyring(&mut self) {
        let mut keyring = self.command("gnome-keyring-daemon");
        keyring
            .args(["--foreground", "--unlock", "--components=secrets"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut keyring = Running::start(&mut keyring, "gnome-keyring");
        let mut stdin = keyring.child().stdin.take().unwrap();
        stdin.write_all(b"the test's keyring").unwrap();
        drop(stdin);
        self.keyring = Some(keyring);
    }

    /// Says what Roomkey has logged, and what still runs: half of what went wrong.
    #[expect(
        clippy::print_stderr,
        reason = "a test's runner shows it with the failure"
    )]
    fn tell(&self) {
        for log in ["roomkey/logs/roomkey.log", "said.log"] {
            eprintln!("{log}:");
            eprintln!("{}", fs::read_to_string(self.path(log)).unwrap_or_default());
        }
        for process in processes::on(self) {
            eprintln!("{:.120}", process.said());
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.tell();
        }
        // Whatever a failed test left behind goes with its desktop.
        for process in processes::on(self) {
            process.kill();
        }
    }
}
