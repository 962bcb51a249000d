//! The session bus of a test's desktop.

use std::process::Command;

use crate::process::until;

/// The name by which a start of Roomkey finds the one that runs.
const ROOMKEY: &str = "org.roomkey.desktop.SingleInstance";

/// A bus, by its address.
#[derive(Clone)]
pub(crate) struct Bus(pub(crate) String);

impl Bus {
    /// Waits until no Roomkey runs that the next start would hand its words to. A process that
    /// is dead by its state may still own the name, while its threads end.
    pub(crate) async fn roomkey_is_gone(&self) {
        until("Roomkey's end", async || (!self.has(ROOMKEY)).then_some(())).await;
    }

    fn has(&self, name: &str) -> bool {
        let asked = Command::new("dbus-send")
            .arg(format!("--bus={}", self.0))
            .args(["--print-reply=literal", "--dest=org.freedesktop.DBus", "/"])
            .args([
                "org.freedesktop.DBus.NameHasOwner",
                &format!("string:{name}"),
            ])
            .output()
            .expect("dbus-send is there: apt install dbus");
        assert!(asked.status.success(), "{asked:?}");
        String::from_utf8_lossy(&asked.stdout).contains("true")
    }
}
