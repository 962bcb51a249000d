//! Roomkey, a desktop meeting launcher: the application shell. It wires windows, commands
//! and the crates below; what it wires does not know Tauri.

mod book;
mod calls;
mod clock;
mod commands;
mod desktop;
mod environment;
mod error;
mod inspector;
mod join;
mod launcher;
mod log;
mod meeting;
mod people;
mod pictures;
mod preferences;
mod proof;
mod readiness;
mod rehearsal;
mod roomkey;
mod rooms;
mod saving;
mod service;
mod settings;
mod setup;
mod staged;
mod start;
mod views;
mod windows;
mod words;

use std::env;
use std::io::Write;
use std::process::ExitCode;

use words::Words;

/// Reads the command line and starts the application, or hands the words to the one that
/// runs already.
pub fn run() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match Words::parse(&arguments) {
        Ok(Words::Version) => say(&format!("roomkey {}\n", env!("CARGO_PKG_VERSION"))),
        Ok(Words::Help) => say(&words::usage()),
        Ok(words) => start::application(words),
        Err(unknown) => {
            // A console that is gone cannot be told.
            let _ = writeln!(std::io::stderr(), "{unknown}");
            ExitCode::from(2)
        }
    }
}

fn say(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
