//! The tests themselves: whatever runs on a test's desktop writes to that desktop's home and
//! to nothing else, so that neither the person's settings nor their keyring are touched, and
//! nothing is left behind.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::application::Application;
use crate::desk::Desk;
use crate::processes;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_desktop_writes_to_its_own_home_and_goes_without_a_trace() {
    let desk = Desk::new();
    let home = desk.path("");
    let x = format!("/tmp/.X11-unix/X{}", desk.display().trim_start_matches(':'));
    let lock = format!("/tmp/.X{}-lock", desk.display().trim_start_matches(':'));
    let before = beside();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.press("Join").await;
    tenant.lets_in("daily-stand-up").await;

    let running = processes::on(&desk);
    for kind in [
        "gnome-keyring-daemon",
        "WebKitNetworkProcess",
        "--type=renderer",
    ] {
        let found = running.iter().any(|process| process.said().contains(kind));
        assert!(found, "{kind} was looked at");
    }
    let names = socket_names();
    for process in &running {
        let sockets = process.sockets();
        let sockets = names
            .iter()
            .filter(|(number, _)| sockets.contains(number))
            .map(|(_, name)| name.clone());
        for file in process.writes_to().into_iter().chain(sockets) {
            let is_own = file.starts_with(&home) || file.starts_with(&x);
            assert!(
                is_own || is_no_trace(&file),
                "{} has {}",
                process.said(),
                file.display()
            );
        }
    }

    roomkey.close().await;
    drop(desk);
    assert!(!home.exists());
    assert!(!Path::new(&x).exists() && !Path::new(&lock).exists());
    assert_eq!(
        beside(),
        before,
        "what a Roomkey of the person's own would write to"
    );
    let left: Vec<String> = processes::of_home(&home)
        .iter()
        .map(processes::Process::said)
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// What vanishes with the process: shared memory and files that have lost their names.
fn is_no_trace(file: &Path) -> bool {
    let name = file.to_string_lossy();
    name.ends_with(" (deleted)") || name.starts_with("/memfd:") || name.starts_with("/dev/")
}

/// The names of unix sockets, with their numbers. Abstract ones are no files.
fn socket_names() -> Vec<(String, PathBuf)> {
    let table = fs::read_to_string("/proc/net/unix").unwrap();
    table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split_whitespace().skip(6);
            let (number, name) = (fields.next()?, fields.next()?);
            name.starts_with('/')
                .then(|| (number.to_owned(), name.into()))
        })
        .collect()
}

/// Roomkey's folders and the keyrings of whoever runs the tests, by name and last change.
fn beside() -> HashSet<(PathBuf, std::time::SystemTime)> {
    let Some(home) = std::env::home_dir() else {
        return HashSet::new();
    };
    let mut found = HashSet::new();
    for folder in [".config", ".local/share", ".local/share/keyrings", ".cache"] {
        for entry in fs::read_dir(home.join(folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_ours = ["roomkey", "keyring"]
                .iter()
                .any(|part| name.contains(part));
            if let (true, Ok(about)) = (is_ours, entry.metadata()) {
                found.insert((entry.path(), about.modified().unwrap()));
            }
        }
    }
    found
}
