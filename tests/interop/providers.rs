//! Tokens of self-hosted Jitsi, VideoSDK and JioMeet: ours are verified in the languages of their
//! documents, by Node's `jsonwebtoken`, PyJWT and Ruby's `jwt`.

mod samples;

use std::fs;
use std::path::Path;
use std::process::Command;

use roomkey_core::domain::Domain;
use roomkey_core::grant::RoomScope;
use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Credential;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Role;
use roomkey_core::provider::Secret;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use super::altered;
use super::grant;
use super::now;
use super::output;
use super::run;

const ROOM: &str = "2kyv-gzay-64pg";
const KID: &str = "jitsi/custom_key_name";

/// What is signed with, as a file for the verifiers.
struct Keys {
    folder: TempDir,
    secret: Secret,
    key: PrivateKey,
}

impl Keys {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src-tauri/crates/core/tests/keys/rsa4096.key");
        let pem = fs::read(file).unwrap();
        let key = PrivateKey::import(&pem, None).unwrap();
        let secret = Secret::parse("größe-0123456789-0123456789-01234").unwrap();
        fs::write(folder.path().join("private.pem"), pem).unwrap();
        fs::write(folder.path().join("public.pem"), key.public().to_pem()).unwrap();
        fs::write(folder.path().join("secret"), secret.reveal()).unwrap();
        fs::write(
            folder.path().join("other-secret"),
            "another secret than that one",
        )
        .unwrap();
        Self {
            folder,
            secret,
            key,
        }
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

/// One token of ours, and what its documents want a verifier to ask for.
struct Case {
    provider: Provider,
    enters: bool,
    alg: &'static str,
    kid: Option<&'static str>,
    /// What is agreed with the server beyond the algorithm.
    agreed: Value,
    claims: Value,
}

#[test]
fn node_jsonwebtoken_verifies_every_providers_tokens() {
    let script = "\
const jwt = require('jsonwebtoken');
const fs = require('fs');
const [alg, file, agreed] = process.argv.slice(1);
const token = fs.readFileSync(0, 'utf8');
const options = { ...JSON.parse(agreed), algorithms: [alg], complete: true };
const { header, payload } = jwt.verify(token, fs.readFileSync(file), options);
console.log(JSON.stringify([header, payload]));";
    verified_by(|| node(script));
}

#[test]
fn pyjwt_verifies_every_providers_tokens() {
    let script = "\
import json, sys, jwt
alg, file, agreed = sys.argv[1:]
token = sys.stdin.read()
claims = jwt.decode(token, open(file, 'rb').read(), algorithms=[alg], **json.loads(agreed))
print(json.dumps([jwt.get_unverified_header(token), claims]))";
    verified_by(|| python(script));
}

#[test]
fn rubys_jwt_verifies_every_providers_tokens() {
    let script = "\
require 'json'
require 'jwt'
alg, file, agreed = ARGV
agreed = JSON.parse(agreed)
key = File.binread(file)
key = OpenSSL::PKey::RSA.new(key) if alg == 'RS256'
options = { algorithm: alg, aud: agreed['audience'], verify_aud: agreed.key?('audience'),
            iss: agreed['issuer'], verify_iss: agreed.key?('issuer') }
claims, header = JWT.decode(STDIN.read, key, true, options)
puts JSON.generate([header, claims])";
    verified_by(|| ruby(script));
}

/// The verifier takes each token with every claim as it was meant, and none after one change or
/// with another secret.
fn verified_by(verifier: impl Fn() -> Command) {
    let keys = Keys::new();
    for case in cases(now()) {
        let (credential, file) = match case.alg {
            "HS256" => (Credential::Secret(&keys.secret), "secret"),
            _ => (Credential::Key(&keys.key), "public.pem"),
        };
        let token = case.sign(credential);
        let command = |alg: &str, file: &str| {
            let mut command = verifier();
            let agreed = case.agreed.to_string();
            command.args([alg, &keys.file(file), &agreed]);
            command
        };
        let accepted = run(&mut command(case.alg, file), token.as_bytes());
        let read: Value = serde_json::from_slice(&accepted.stdout).unwrap();
        let mut header = json!({ "alg": case.alg, "typ": "JWT" });
        if let Some(kid) = case.kid {
            header["kid"] = json!(kid);
        }
        assert_eq!(read, json!([header, case.claims]));

        let altered = altered(&token);
        let refused = output(&mut command(case.alg, file), altered.as_bytes());
        assert!(!refused.status.success(), "{:?}", case.provider);
        let refused = output(&mut command("HS256", "other-secret"), token.as_bytes());
        assert!(!refused.status.success(), "{:?}", case.provider);
    }
}

impl Case {
    fn sign(&self, credential: Credential<'_>) -> String {
        let grant = grant(now());
        let entry = Entry {
            person: grant.person,
            role: Role::Moderator,
            features: grant.features,
            room: RoomScope::Exact(room()),
        };
        let purpose = if self.enters {
            Purpose::Enter(&entry)
        } else {
            Purpose::Command
        };
        let time = |claim: &Value| Timestamp(claim.as_i64().unwrap());
        let begins = self.claims.get("nbf").unwrap_or(&self.claims["iat"]);
        let (from, until) = (time(begins), time(&self.claims["exp"]));
        let token = self
            .provider
            .system()
            .token(&purpose, from, until, credential);
        token.unwrap().reveal().to_owned()
    }
}

fn cases(now: Timestamp) -> Vec<Case> {
    let (from, until) = (now.seconds() - 10, now.seconds() + 600);
    let person = "0f8b7760-c17f-4a12-b134-c6ac37167144";
    let of_jitsi = json!({
        "aud": "jitsi",
        "iss": "my_client",
        "sub": "meet.example.org",
        "room": ROOM,
        "nbf": from,
        "exp": until,
        "context": {
            "user": {
                "id": person,
                "name": "Zoë Müller",
                "email": "zoe@example.org",
                "moderator": "true",
                "affiliation": "owner",
            },
            "features": { "recording": "true", "livestreaming": "false" },
        },
    });
    let of_jiomeet = json!({ "app": "0123456789", "iss": "0123456789", "iat": from, "exp": until });
    let case = |provider, enters, alg, agreed, claims| Case {
        provider,
        enters,
        alg,
        kid: None,
        agreed,
        claims,
    };
    let agreed = json!({ "audience": "jitsi", "issuer": "my_client" });
    let by_key = jitsi::Trust::Key(jitsi::KeyName::parse(KID).unwrap());
    vec![
        case(
            jitsi(jitsi::Trust::Secret),
            true,
            "HS256",
            agreed.clone(),
            of_jitsi.clone(),
        ),
        Case {
            kid: Some(KID),
            ..case(jitsi(by_key), true, "RS256", agreed, of_jitsi)
        },
        case(
            videosdk(),
            true,
            "HS256",
            json!({}),
            json!({
                "apikey": "the-api-key",
                "permissions": ["allow_join", "allow_mod"],
                "version": 2,
                "roles": ["rtc"],
                "roomId": ROOM,
                "participantId": person,
                "iat": from,
                "exp": until,
            }),
        ),
        case(
            videosdk(),
            false,
            "HS256",
            json!({}),
            json!({
                "apikey": "the-api-key",
                "permissions": ["allow_join", "allow_mod"],
                "version": 2,
                "roles": ["crawler"],
                "iat": from,
                "exp": until,
            }),
        ),
        case(
            jiomeet(jiomeet::Steps::One),
            false,
            "HS256",
            json!({ "issuer": "0123456789" }),
            of_jiomeet.clone(),
        ),
        case(
            jiomeet(jiomeet::Steps::Two),
            false,
            "RS256",
            json!({ "issuer": "0123456789" }),
            of_jiomeet,
        ),
    ]
}

fn jitsi(trust: jitsi::Trust) -> Provider {
    Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Domain,
        app: jitsi::AppName::parse("my_client").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust,
    })
}

fn videosdk() -> Provider {
    Provider::VideoSdk(videosdk::Account {
        tokens: videosdk::Tokens::Own(videosdk::ApiKey::parse("the-api-key").unwrap()),
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: videosdk::PageVersion::default(),
    })
}

fn jiomeet(steps: jiomeet::Steps) -> Provider {
    Provider::JioMeet(jiomeet::App {
        id: jiomeet::AppId::parse("0123456789").unwrap(),
        issuer: None,
        steps,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: jiomeet::Authorization::default(),
    })
}

fn room() -> RoomName {
    RoomName::parse(ROOM).unwrap()
}

fn node(script: &str) -> Command {
    let mut node = Command::new("node");
    node.args(["-e", script])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"));
    node
}

fn python(script: &str) -> Command {
    let mut python = Command::new("/usr/bin/python3");
    python.args(["-c", script]);
    python
}

fn ruby(script: &str) -> Command {
    let mut ruby = Command::new("/usr/bin/ruby");
    ruby.args(["-e", script]);
    ruby
}
