//! What runs on this machine, as `/proc` tells it.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tokio::time::{Instant, sleep};

/// The processes of the browser with this profile, its own first. Those that have ended and only
/// wait to be fetched do not count.
pub(crate) fn of_profile(profile: &Path) -> Vec<u32> {
    let argument = format!("--user-data-dir={}", profile.display());
    // Chromium may write its processes' arguments as one.
    let Some(browser) = all().into_iter().find(|id| {
        let arguments = arguments(*id).join(" ");
        arguments.contains(&argument) && !arguments.contains("--type=")
    }) else {
        return Vec::new();
    };
    of_group(browser)
}

/// The processes of a group.
pub(crate) fn of_group(group: u32) -> Vec<u32> {
    let mut members: Vec<u32> = all()
        .into_iter()
        .filter(|id| state_and_group(*id).is_some_and(|(state, of)| of == group && state != 'Z'))
        .collect();
    members.sort_by_key(|id| *id != group);
    members
}

/// Waits until none of these processes runs.
pub(crate) async fn all_ended(processes: &[u32], within: Duration) -> bool {
    let until = Instant::now() + within;
    loop {
        let alive = processes
            .iter()
            .any(|id| state_and_group(*id).is_some_and(|(state, _)| state != 'Z'));
        if !alive {
            return true;
        }
        if Instant::now() > until {
            return false;
        }
        sleep(Duration::from_millis(20)).await;
    }
}

/// Ends a process the hard way; one that has ended is fine.
pub(crate) fn kill(process: u32) {
    let _ = Command::new("kill")
        .args(["-KILL", &process.to_string()])
        .stderr(Stdio::null())
        .status()
        .unwrap();
}

pub(crate) fn arguments(process: u32) -> Vec<String> {
    let raw = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    raw.split(|byte| *byte == 0)
        .map(|argument| String::from_utf8_lossy(argument).into_owned())
        .collect()
}

/// The sockets on which these processes listen for TCP.
pub(crate) fn listening(processes: &[u32]) -> HashSet<String> {
    let mut listening = HashSet::new();
    for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
        for line in fs::read_to_string(table).unwrap().lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            if fields[3] == "0A" {
                listening.insert(format!("socket:[{}]", fields[9]));
            }
        }
    }
    let mut held = HashSet::new();
    for process in processes {
        let Ok(files) = fs::read_dir(format!("/proc/{process}/fd")) else {
            continue;
        };
        held.extend(
            files
                .flatten()
                .filter_map(|file| fs::read_link(file.path()).ok())
                .map(|target| target.to_string_lossy().into_owned()),
        );
    }
    listening.intersection(&held).cloned().collect()
}

fn all() -> Vec<u32> {
    fs::read_dir("/proc")
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .collect()
}

fn state_and_group(process: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    let state = fields.next()?.chars().next()?;
    let group = fields.nth(1)?.parse().ok()?;
    Some((state, group))
}
