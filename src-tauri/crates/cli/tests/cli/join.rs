//! `join` starts the application that lies beside it, with the right words.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::cli::desk::Desk;
use crate::cli::desk::program;
use crate::cli::desk::settings;

#[test]
fn it_starts_the_application_beside_it() {
    for (words, expected) in [
        (
            &["join", "Daily stand-up"] as &[&str],
            "join acme/daily-stand-up\n",
        ),
        (&["join", "board", "--tenant", "acme"], "join acme/board\n"),
        (
            &["join", "board", "--as", "moderator"],
            "join acme/board --as moderator\n",
        ),
        (&["join", "--rehearse"], "--rehearse\n"),
    ] {
        let desk = Desk::new().with_settings(&settings("8x8.vc"));
        let own = beside(&desk);
        let output = Command::new(own)
            .args(words)
            .env("ROOMKEY_CONFIG_DIR", desk.path().join("config"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(started_with(&desk.path().join("program/words")), expected);
    }
}

#[test]
fn without_the_application_it_says_so() {
    let desk = Desk::new().with_settings(&settings("8x8.vc"));
    let own = beside(&desk);
    fs::remove_file(desk.path().join("program/roomkey")).unwrap();
    let output = Command::new(own)
        .args(["join", "board"])
        .env("ROOMKEY_CONFIG_DIR", desk.path().join("config"))
        .env("PATH", desk.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.starts_with("error: The application roomkey is neither beside"),
        "{text}"
    );
}

/// A copy of the program, and beside it an application that writes down its words.
fn beside(desk: &Desk) -> std::path::PathBuf {
    let folder = desk.path().join("program");
    fs::create_dir(&folder).unwrap();
    let own = folder.join("roomkeyctl");
    install(&program(), &own);
    let source = folder.join("source");
    let script = format!(
        "#!/bin/sh\necho \"$*\" > {0}.new\nmv {0}.new {0}\n",
        folder.join("words").display()
    );
    fs::write(&source, script).unwrap();
    install(&source, &folder.join("roomkey"));
    own
}

/// Copies a program, by a program: while this process wrote it, another test could start a
/// process that holds it open for a moment, and what is open to be written cannot be run.
fn install(from: &Path, to: &Path) {
    let done = Command::new("install").args([from, to]).status().unwrap();
    assert!(done.success());
}

/// The application is not waited for, so its words come a little later.
fn started_with(file: &Path) -> String {
    let begin = Instant::now();
    loop {
        match fs::read_to_string(file) {
            Ok(words) => return words,
            Err(fault) => assert!(begin.elapsed() < Duration::from_secs(60), "{fault}"),
        }
        thread::sleep(Duration::from_millis(10));
    }
}
