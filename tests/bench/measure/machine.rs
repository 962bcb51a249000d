//! What kind of machine the numbers are from.

use std::fs;
use std::process::Command;
use std::thread;

pub(crate) struct Machine {
    pub(crate) cores: usize,
    pub(crate) processor: String,
    pub(crate) system: String,
    pub(crate) webkit: String,
    pub(crate) chromium: String,
    /// Processes that wanted a core, on average over the minute before.
    pub(crate) load: String,
}

impl Machine {
    pub(crate) fn look() -> Self {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            processor: value("/proc/cpuinfo", "model name", ':'),
            system: value("/etc/os-release", "PRETTY_NAME", '='),
            webkit: said(Command::new("pkg-config").args(["--modversion", "webkit2gtk-4.1"])),
            chromium: roomkey_surface::browser::find()
                .first()
                .map(|browser| said(Command::new(&browser.path).arg("--version")))
                .unwrap_or_default(),
            load: load.split(' ').next().unwrap_or_default().to_owned(),
        }
    }
}

/// The first value of a name in a file of names and values.
fn value(file: &str, name: &str, between: char) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.split_once(between))
        .find(|(found, _)| found.trim() == name)
        .map(|(_, value)| value.trim().trim_matches('"').to_owned())
        .unwrap_or_default()
}

/// What a program says of itself.
fn said(command: &mut Command) -> String {
    let Ok(output) = command.output() else {
        return String::new();
    };
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    version.unwrap_or_default().to_owned()
}
