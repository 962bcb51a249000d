//! The published form of a policy says the same as the reader, by Debian's `jsonschema`.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use roomkey_core::toolbar::ToolbarButton;
use roomkey_store::policy::Locked;
use roomkey_store::policy::Policy;
use serde_json::Value;
use serde_json::json;

use super::APP_ID;
use super::providers;
use super::read;

#[test]
fn the_published_form_takes_what_the_reader_takes_and_nothing_else() {
    for text in valid() {
        assert!(matches!(read(&text), Policy::Valid { .. }), "{text}");
    }
    // What is no JSON is for no schema to say.
    let invalid = invalid();
    let invalid: Vec<String> = invalid.into_iter().filter(|text| is_json(text)).collect();
    assert_eq!(judged(&valid()), vec![true; valid().len()]);
    assert_eq!(judged(&invalid), vec![false; invalid.len()]);
}

#[test]
fn the_published_form_knows_what_can_be_locked() {
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema()).unwrap()).unwrap();
    let named = &schema["properties"]["locked"]["items"]["enum"];
    assert_eq!(*named, json!(Locked::ALL));
}

#[test]
fn the_published_form_knows_every_button() {
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema()).unwrap()).unwrap();
    let named = &schema["$defs"]["brand"]["properties"]["hiddenButtons"]["items"]["enum"];
    assert_eq!(*named, json!(ToolbarButton::ALL.as_slice()));
}

/// What a policy may be; among it what the documents show.
fn valid() -> Vec<String> {
    let documented = fs::read_to_string(docs().join("policy.md")).unwrap();
    let (_, example) = documented.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let mut all = vec![
        example.to_owned(),
        r#"{"version":1}"#.to_owned(),
        r#"{"version":1,"reason":"Ask us","locked":[]}"#.to_owned(),
        json!({ "version": 1, "locked": ["keys"], "settings": { "tenants": [tenant(&[])] } })
            .to_string(),
    ];
    let brand = json!({ "name": "Acme", "accent": "#1f6feb", "link": "https://acme.example", "hiddenButtons": ["chat"] });
    let branded = tenant(&[("brand", brand)]);
    all.push(
        json!({ "version": 1, "locked": ["brand"], "settings": { "tenants": [branded] } })
            .to_string(),
    );
    for what in Locked::ALL {
        all.push(json!({ "version": 1, "locked": [what] }).to_string());
    }
    for provider in providers::valid() {
        let tenants = [tenant(&[
            ("provider", provider),
            ("role", "moderator".into()),
        ])];
        all.push(
            json!({ "version": 1, "locked": ["people"], "settings": { "tenants": tenants } })
                .to_string(),
        );
    }
    all
}

/// What a policy may not be.
pub(super) fn invalid() -> Vec<String> {
    let with_settings = |locked: &[&str], settings: Value| {
        json!({ "version": 1, "locked": locked, "settings": settings }).to_string()
    };
    let with = |change: &[(&str, Value)]| {
        with_settings(&["tenants"], json!({ "tenants": [tenant(change)] }))
    };
    let mut all: Vec<String> = [
        "",
        "{",
        "[]",
        "{}",
        r#"{"locked":[]}"#,
        r#"{"version":2,"locked":[]}"#,
        r#"{"version":1,"locked":["everything"]}"#,
        r#"{"version":1,"locked":"tenants"}"#,
        r#"{"version":1,"lock":["tenants"]}"#,
        r#"{"version":1,"reason":7}"#,
    ]
    .map(str::to_owned)
    .into();
    all.extend([
        with_settings(&["rooms"], json!({ "language": "de" })),
        with_settings(&["preferences"], json!({ "tenants": [tenant(&[])] })),
        with_settings(&["preferences"], json!({ "language": "fr" })),
        with_settings(&["preferences"], json!({ "microphoneOn": true })),
        with_settings(&["tenants"], json!({ "tenants": [] })),
        with_settings(&["tenants"], json!({ "tenants": {} })),
        with(&[("id", "Acme!".into())]),
        with(&[("role", "owner".into())]),
        with(&[("lifetime", 2.into())]),
        with(&[("moderators", json!(["everybody"]))]),
        with(&[("features", json!({ "visitor": { "recording": "yes" } }))]),
        with(&[("rooms", json!([{ "name": "Two words" }]))]),
        with(&[("rooms", json!([{ "name": "board", "prejoin": "yes" }]))]),
        with(&[("rooms", json!([{ "name": "board", "lobby": 1 }]))]),
        with(&[("brand", json!({ "accent": "red" }))]),
        with(&[("brand", json!({ "link": "http://acme.example" }))]),
        with(&[("brand", json!({ "logo": "/srv/acme.png" }))]),
        with(&[("brand", json!({ "hiddenButtons": ["hangup"] }))]),
    ]);
    let of = |provider| with(&[("provider", provider)]);
    all.extend(providers::invalid().into_iter().map(of));
    let unlike_jaas = providers::valid().into_iter().skip(2);
    all.extend(unlike_jaas.map(|other| with(&[("provider", other), ("role", "visitor".into())])));
    let features = json!({ "visitor": { "recording": true } });
    let without_features = providers::valid().into_iter().skip(6);
    all.extend(
        without_features.map(|other| with(&[("provider", other), ("features", features.clone())])),
    );
    all
}

fn tenant(change: &[(&str, Value)]) -> Value {
    let mut tenant = json!({ "id": "acme", "provider": { "kind": "jaas", "appId": APP_ID } });
    for (name, value) in change {
        tenant[name] = value.clone();
    }
    tenant
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok()
}

/// Whether the published form takes each of these texts.
fn judged(texts: &[String]) -> Vec<bool> {
    const JUDGE: &str = "
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1]))
Draft202012Validator.check_schema(schema)
judge = Draft202012Validator(schema)
print(json.dumps([judge.is_valid(json.loads(text)) for text in json.load(sys.stdin)]))";
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", JUDGE])
        .arg(schema())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is there: apt install python3");
    let mut stdin = python.stdin.take().unwrap();
    stdin
        .write_all(json!(texts).to_string().as_bytes())
        .unwrap();
    drop(stdin);
    let said = python.wait_with_output().unwrap();
    assert!(said.status.success(), "apt install python3-jsonschema");
    serde_json::from_slice(&said.stdout).unwrap()
}

fn schema() -> PathBuf {
    docs().join("policy.schema.json")
}

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../docs")
}
