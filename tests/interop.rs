//! Our tokens are verified by other people's implementations, in the languages that the
//! provider's documents use: OpenSSL for the signature, PyJWT and Node's `jsonwebtoken`
//! for the whole token. And others' webhook signatures are verified by us.

mod providers;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roomkey_core::app_id::AppId;
use roomkey_core::feature::Feature;
use roomkey_core::feature::Features;
use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::provider::jaas::webhook::Fit;
use roomkey_core::provider::jaas::webhook::Header;
use roomkey_core::provider::jaas::webhook::Secret;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";

/// A token for a moderator, its claims, and the public key as the console has it.
struct Signed {
    folder: TempDir,
    token: Token,
    claims: Value,
}

impl Signed {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key_file = folder.path().join("jaasauth.key");
        run(
            Command::new("openssl")
                .args(["genrsa", "-out"])
                .arg(&key_file)
                .arg("4096"),
            b"",
        );
        let key = PrivateKey::import(&fs::read(&key_file).unwrap(), None).unwrap();
        fs::write(folder.path().join("public.pem"), key.public().to_pem()).unwrap();
        let key_id = KeyId::parse(&format!("{APP_ID}/4f4910")).unwrap();
        let now = now();
        let token = Token::sign(&grant(now), &key_id, &key).unwrap();
        Self {
            folder,
            token,
            claims: claims(now),
        }
    }

    fn public(&self) -> String {
        self.folder.path().join("public.pem").display().to_string()
    }
}

#[test]
fn openssl_verifies_the_signature() {
    let signed = Signed::new();
    let (input, signature) = signed.token.reveal().rsplit_once('.').unwrap();
    let file = signed.folder.path().join("signature");
    fs::write(&file, URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
    let verify = |input: &str| {
        let mut openssl = Command::new("openssl");
        openssl
            .args(["dgst", "-sha256", "-verify", &signed.public(), "-signature"])
            .arg(&file);
        output(&mut openssl, input.as_bytes())
    };
    assert!(verify(input).status.success());
    assert!(!verify(&format!("{input}x")).status.success());
}

#[test]
fn pyjwt_verifies_the_token() {
    let script = "\
import json, sys, jwt
key = open(sys.argv[1]).read()
options = {'require': ['exp', 'nbf', 'aud', 'iss', 'sub']}
token = sys.stdin.read()
claims = jwt.decode(token, key, algorithms=['RS256'], audience='jitsi', issuer='chat', options=options)
print(json.dumps([jwt.get_unverified_header(token), claims]))";
    let verifier = |signed: &Signed| {
        let mut python = Command::new("/usr/bin/python3");
        python.args(["-c", script, &signed.public()]);
        python
    };
    verified_by(verifier);
}

#[test]
fn node_jsonwebtoken_verifies_the_token() {
    let script = "\
const jwt = require('jsonwebtoken');
const fs = require('fs');
const key = fs.readFileSync(process.argv[1], 'utf8');
const token = fs.readFileSync(0, 'utf8');
const options = { algorithms: ['RS256'], audience: 'jitsi', issuer: 'chat', complete: true };
const { header, payload } = jwt.verify(token, key, options);
console.log(JSON.stringify([header, payload]));";
    let verifier = |signed: &Signed| {
        let mut node = Command::new("node");
        node.args(["-e", script, &signed.public()])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"));
        node
    };
    verified_by(verifier);
}

/// What receivers of webhooks do, the other way round: theirs is the signature, ours the check.
#[test]
fn a_webhook_that_python_signed_is_verified() {
    let script = "\
import base64, hmac, sys
secret, seconds = sys.argv[1:]
message = seconds.encode() + b'.' + sys.stdin.buffer.read()
print(base64.b64encode(hmac.new(secret.encode(), message, 'sha256').digest()).decode())";
    is_verified(Command::new("/usr/bin/python3").args(["-c", script]));
}

#[test]
fn a_webhook_that_node_signed_is_verified() {
    let script = "\
const { createHmac } = require('crypto');
const [secret, seconds] = process.argv.slice(1);
const body = require('fs').readFileSync(0);
console.log(createHmac('sha256', secret).update(seconds + '.').update(body).digest('base64'));";
    is_verified(Command::new("node").args(["-e", script]));
}

fn is_verified(signer: &mut Command) {
    let text = "whsec_0f8b7760c17f4a12b134c6ac37167144";
    let body = "{\"eventType\":\"FEEDBACK\",\"data\":{\"name\":\"Zoë\",\"said\":\"1 + 1 = 2\"}}";
    let signed = run(signer.args([text, "1790000000"]), body.as_bytes());
    let v1 = String::from_utf8(signed.stdout).unwrap();
    let header = Header::parse(&format!("t=1790000000,v1={}", v1.trim())).unwrap();
    let secret = Secret::parse(text).unwrap();
    assert_eq!(header.fits(&secret, body), Fit::AsPasted);
    assert_eq!(header.fits(&secret, &body.replace('2', "3")), Fit::Not);
}

/// The verifier accepts our token with every claim as it was meant, and refuses it after
/// one change.
fn verified_by(verifier: impl Fn(&Signed) -> Command) {
    let signed = Signed::new();
    let accepted = run(&mut verifier(&signed), signed.token.reveal().as_bytes());
    let read: Value = serde_json::from_slice(&accepted.stdout).unwrap();
    let header = json!({ "alg": "RS256", "kid": format!("{APP_ID}/4f4910"), "typ": "JWT" });
    assert_eq!(read, json!([header, signed.claims]));

    let refused = output(
        &mut verifier(&signed),
        altered(signed.token.reveal()).as_bytes(),
    );
    assert!(!refused.status.success());
}

fn grant(now: Timestamp) -> Grant {
    Grant {
        app_id: AppId::parse(APP_ID).unwrap(),
        person: Person {
            id: PersonId::parse("0f8b7760-c17f-4a12-b134-c6ac37167144").unwrap(),
            name: PersonName::parse("Zoë Müller").unwrap(),
            email: Some(Email::parse("zoe@example.org").unwrap()),
            avatar: None,
        },
        role: Role::Moderator,
        features: Features::from_iter([
            (Feature::Recording, true),
            (Feature::Livestreaming, false),
        ]),
        room: RoomScope::Exact(RoomName::parse("daily-stand-up").unwrap()),
        from: now.minus(10),
        until: now.plus(600),
        hidden_from_recorder: false,
    }
}

/// The claims in the forms of the JaaS documentation: flags are texts.
fn claims(now: Timestamp) -> Value {
    json!({
        "aud": "jitsi",
        "iss": "chat",
        "sub": APP_ID,
        "room": "daily-stand-up",
        "nbf": now.seconds() - 10,
        "exp": now.seconds() + 600,
        "context": {
            "user": {
                "id": "0f8b7760-c17f-4a12-b134-c6ac37167144",
                "name": "Zoë Müller",
                "email": "zoe@example.org",
                "moderator": "true",
                "hidden-from-recorder": "false",
            },
            "features": { "recording": "true", "livestreaming": "false" },
        },
    })
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_secs()).unwrap())
}

/// The token with one bit of its payload changed.
fn altered(token: &str) -> String {
    let at = token.find('.').unwrap() + 10;
    let mut bytes = token.as_bytes().to_vec();
    bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    String::from_utf8(bytes).unwrap()
}

fn run(command: &mut Command, input: &[u8]) -> Output {
    let output = output(command, input);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

fn output(command: &mut Command, input: &[u8]) -> Output {
    let name = command.get_program().to_owned();
    let child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child =
        child.unwrap_or_else(|fault| panic!("{name:?}: {fault}; ./dev test installs it"));
    // A verifier that ends before it has read everything has said no by its status.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}
