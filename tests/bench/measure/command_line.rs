//! `roomkeyctl` from its start to its end: a token, beside OpenSSL's signature by the same key
//! from the same file; and the whole matrix.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::time::Instant;

use super::roomkey::beside;
use super::sample::Sample;
use super::tenant;
use crate::desk::Desk;

const ROUNDS: usize = 60;

/// The matrix has well over a hundred tokens.
const MATRICES: usize = 9;

#[derive(Default)]
pub(crate) struct CommandLine {
    pub(crate) mint: Sample,
    pub(crate) openssl: Sample,
    pub(crate) matrix: Sample,
}

pub(crate) fn measure(desk: &Desk) -> CommandLine {
    let key = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../src-tauri/crates/core/tests/keys/rsa4096-pkcs8.key");
    let message = desk.path("message");
    fs::write(&message, "header.body").unwrap();
    let token = |command: &str| {
        let mut program = on_one_core(desk);
        program
            .arg(beside("roomkeyctl"))
            .args(["token", command, "--room", "daily-stand-up"])
            .args(["--key-id", tenant::key_id().as_str(), "--private-key"])
            .arg(&key);
        program
    };
    let openssl = || {
        let mut program = on_one_core(desk);
        program.args(["openssl", "dgst", "-sha256", "-sign"]);
        program.arg(&key).arg(&message);
        program
    };
    let mut measured = CommandLine::default();
    for _ in 0..ROUNDS {
        time(&mut measured.mint, token("mint"));
        time(&mut measured.openssl, openssl());
    }
    for _ in 0..MATRICES {
        time(&mut measured.matrix, token("matrix"));
    }
    measured
}

fn on_one_core(desk: &Desk) -> Command {
    let mut command = desk.command("taskset");
    command.args(["--cpu-list", "0"]);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command
}

fn time(sample: &mut Sample, mut command: Command) {
    let began = Instant::now();
    let status = command.status().unwrap();
    sample.time(began.elapsed());
    assert!(status.success(), "{command:?}");
}
