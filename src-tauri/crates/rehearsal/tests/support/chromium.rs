//! A headless Chromium with a fake camera, for as long as it is held.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::process::{Child, Command};

/// Where the distributions put it; `ROOMKEY_CHROMIUM` names another.
const PLACES: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
];

/// The browser, and the folder of its profile, both gone with it.
pub(crate) struct Chromium {
    child: Child,
    profile: PathBuf,
}

impl Chromium {
    /// Opens a page.
    pub(crate) fn open(address: &str) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("roomkey-rehearsal-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(name);
        let child = Command::new(browser())
            .arg(format!("--user-data-dir={}", profile.display()))
            .args([
                "--headless=new",
                "--no-sandbox",
                "--no-first-run",
                "--password-store=basic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-background-timer-throttling",
                "--disable-renderer-backgrounding",
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--window-size=1200,800",
            ])
            .arg(address)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Chromium starts");
        Self { child, profile }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Both may be gone already, and the system clears what is left.
        let _ = self.child.start_kill();
        for _ in 0..100 {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn browser() -> PathBuf {
    if let Some(path) = std::env::var_os("ROOMKEY_CHROMIUM") {
        return path.into();
    }
    let found = PLACES.iter().map(PathBuf::from).find(|path| path.exists());
    found.expect("Chromium is installed, or ROOMKEY_CHROMIUM says where it is")
}
