//! Core's table of right and wrong tokens, row by row, held against PyJWT: an
//! independent verifier with the same key, the same time and no leeway has to
//! say the same of signature and time.
//!
//! What PyJWT has no opinion on is left out of the comparison: `typ`, which
//! key a `kid` names, and 8x8's own rules on issuer, audience, tenant and room.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use roomkey_core::inspect::Check;
use roomkey_core::inspect::Inspection;
use roomkey_core::inspect::Outcome;
use roomkey_core::inspect::Rule;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::matrix::Keys;
use roomkey_core::matrix::Setting;
use roomkey_core::matrix::rows;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use serde_json::Value;
use serde_json::json;

/// For each token none, or the name of the exception.
const PYJWT: &str = "\
import datetime, json, sys, jwt
asked = json.load(sys.stdin)
class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(asked['now'], tz)
jwt.api_jwt.datetime = Clock
options = {'verify_aud': False, 'verify_iss': False, 'verify_sub': False}
def verdict(token):
    try:
        jwt.decode(token, asked['key'], algorithms=['RS256'], options=options)
    except jwt.exceptions.PyJWTError as fault:
        return type(fault).__name__
print(json.dumps([verdict(token) for token in asked['tokens']]))";

#[test]
fn pyjwt_says_the_same_of_every_row() {
    let key = throwaway("rsa4096.key");
    let other = throwaway("other4096.key");
    let setting = Setting {
        key_id: KeyId::parse("vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/4f4910").unwrap(),
        room: RoomName::parse("standup").unwrap(),
        now: Timestamp(1_790_000_000),
    };
    let keys = Keys {
        tenant: &key,
        other: &other,
    };
    let rows = rows(&setting);
    let tokens: Vec<_> = rows
        .iter()
        .map(|row| row.token(&setting, keys).unwrap())
        .collect();
    let texts: Vec<&str> = tokens.iter().map(|token| token.reveal()).collect();
    let verdicts = ask(&json!({
        "now": setting.now,
        "key": key.public().to_pem(),
        "tokens": texts,
    }));
    assert_eq!(verdicts.len(), rows.len());

    for ((row, token), theirs) in rows.iter().zip(&tokens).zip(&verdicts) {
        let inspection = row.judge(token, &setting, key.public()).inspection;
        let ours: BTreeSet<&str> = inspection
            .checks
            .iter()
            .flat_map(|check| exceptions(check, &inspection))
            .copied()
            .collect();
        match theirs.as_str() {
            None => assert!(
                ours.is_empty(),
                "{}: PyJWT accepts, not so {ours:?}",
                row.name
            ),
            Some(theirs) => assert!(
                ours.contains(theirs),
                "{}: PyJWT says {theirs}, we would have it say one of {ours:?}",
                row.name
            ),
        }
    }
    let refused = verdicts.iter().filter(|verdict| !verdict.is_null()).count();
    assert!(refused > 20 && refused < rows.len(), "{refused} refused");
}

/// By which of PyJWT's exceptions a check that fails would show.
fn exceptions(check: &Check, inspection: &Inspection) -> &'static [&'static str] {
    if !matches!(check.outcome, Outcome::Fail { .. }) {
        return &[];
    }
    match check.rule {
        Rule::Present | Rule::Header | Rule::Body | Rule::ExpNumber | Rule::NbfNumber => {
            &["DecodeError"]
        }
        // A third part without anything in it is no part to 8x8's server, and an
        // empty signature to PyJWT.
        Rule::ThreeParts => &["DecodeError", "InvalidSignatureError"],
        Rule::Alg => &["InvalidAlgorithmError"],
        Rule::Signature => &["InvalidSignatureError"],
        Rule::NotExpired => &["ExpiredSignatureError"],
        Rule::Begun => &["ImmatureSignatureError"],
        // PyJWT asks of a `kid` that it is a text, and no more.
        Rule::KeyId if is_number(inspection, "kid") => &["InvalidTokenError"],
        Rule::KeyId
        | Rule::KeyRegistered
        | Rule::Typ
        | Rule::Issuer
        | Rule::Audience
        | Rule::Context
        | Rule::Tenant
        | Rule::Room => &[],
    }
}

fn is_number(inspection: &Inspection, name: &str) -> bool {
    let header = inspection.header.as_ref();
    header.is_some_and(|header| header[name].is_number())
}

fn ask(question: &Value) -> Vec<Value> {
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", PYJWT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|fault| panic!("python3: {fault}; ./dev test installs it"));
    let mut input = python.stdin.take().unwrap();
    input.write_all(question.to_string().as_bytes()).unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// One of core's throwaway keys.
fn throwaway(name: &str) -> PrivateKey {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/crates/core/tests/keys");
    PrivateKey::import(&fs::read(folder.join(name)).unwrap(), None).unwrap()
}
