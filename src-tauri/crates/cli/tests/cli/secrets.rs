//! Neither a key nor a token comes out where it was not asked for.

use std::fs;
use std::io::Write;
use std::process::Output;
use std::process::Stdio;

use crate::cli::desk::APP_ID;
use crate::cli::desk::Desk;
use crate::cli::desk::keys;
use crate::cli::desk::settings;

#[test]
fn no_answer_repeats_a_key_or_a_token() {
    let desk = Desk::new().with_settings(&settings("8x8.vc"));
    let key = fs::read_to_string(keys().join("rsa4096.key")).unwrap();
    let key_id = format!("{APP_ID}/4f4910");
    let signer = ["--key-id", &key_id, "--private-key", "-"];
    let minted = run(
        &desk,
        &[&["token", "mint", "--room", "board"], &signer[..]].concat(),
        &key,
    );
    assert!(minted.status.success());
    let token = String::from_utf8(minted.stdout).unwrap();
    let token = token.trim();

    // A line of the key's inside, and the token's signature.
    let secrets = [
        key.lines().nth(20).unwrap(),
        token.rsplit('.').next().unwrap(),
    ];
    let damaged = key.replace("END", "BND");
    let cases: [(Vec<&str>, &str); 9] = [
        (vec!["key", "import", "-"], &key),
        (vec!["key", "import", "-"], &damaged),
        (vec!["token", "inspect"], token),
        (vec!["token", "inspect", "--json"], token),
        (vec!["token", "inspect"], &key),
        (vec!["token", "inspect", token, token], ""),
        (vec!["tokens", token], ""),
        (vec!["key", "import", &key, &key], ""),
        (
            [
                &["token", "matrix", "--json", "--room", "board"],
                &signer[..],
            ]
            .concat(),
            &key,
        ),
    ];
    for (number, (words, input)) in cases.iter().enumerate() {
        let output = run(&desk, words, input);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(!said.is_empty(), "case {number}");
        for secret in secrets {
            assert!(!said.contains(secret), "case {number} repeats a secret");
        }
    }
    let written = fs::read_to_string(desk.path().join("config/settings.json")).unwrap();
    assert!(!secrets.iter().any(|secret| written.contains(secret)));
}

fn run(desk: &Desk, words: &[&str], input: &str) -> Output {
    let mut child = desk
        .roomkeyctl()
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Words that make no sense end the program before it has read anything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}
