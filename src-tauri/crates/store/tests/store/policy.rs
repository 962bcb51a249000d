//! The system's policy: what it locks, what it puts in force, and what stays the person's.

mod providers;
mod schema;

use std::fs;
use std::path::Path;

use roomkey_core::key_id::KeyId;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use roomkey_store::policy::Locked;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Language;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::SurfaceChoice;
use roomkey_store::settings::Tenant;
use serde_json::Value;
use serde_json::json;

use crate::settings::full;

/// The first tenant's in [`full`].
const APP_ID: &str = "vpaas-magic-cookie-0123456789abcdef0123456789abcdef";

fn read(text: &str) -> Policy {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("policy.json");
    fs::write(&path, text).unwrap();
    Policy::read(&path)
}

/// A policy that locks these parts and says something of every one.
fn policy(locked: &[&str]) -> Policy {
    let mut settings = json!({ "tenants": [{
        "id": "head-office",
        "title": "Head office",
        "provider": { "kind": "jaas", "appId": APP_ID, "domain": "8x8.vc", "keyId": "99bb02" },
        "role": "visitor",
        "lifetime": 15,
        "moderators": ["grace@example.org"],
        "rooms": [{ "name": "board" }, { "name": "standup", "title": "Everybody" }],
    }] });
    if locked.contains(&"preferences") {
        settings["language"] = "de".into();
        settings["surface"] = "browser".into();
    }
    if locked == ["preferences"] {
        settings.as_object_mut().unwrap().remove("tenants");
    }
    let policy = read(&json!({ "version": 1, "locked": locked, "settings": settings }).to_string());
    assert!(matches!(policy, Policy::Valid { .. }), "{policy:?}");
    policy
}

fn first(settings: &Settings) -> &Tenant {
    settings.tenants.first().unwrap()
}

fn key_id(tenant: &Tenant) -> String {
    let Provider::Jaas(jaas) = &tenant.provider else {
        unreachable!()
    };
    jaas.key_id.as_ref().unwrap().to_string()
}

#[test]
fn no_file_fixes_nothing() {
    let policy = Policy::read(Path::new("/nowhere/policy.json"));
    assert_eq!(policy, Policy::None);
    assert!(Locked::ALL.iter().all(|what| !policy.locks(*what)));
    assert_eq!(policy.over(&full()), full());
}

#[test]
fn a_file_that_cannot_be_used_locks_everything_and_changes_no_value() {
    for text in schema::invalid() {
        let policy = read(&text);
        assert!(matches!(policy, Policy::Broken { .. }), "{text}");
        assert!(Locked::ALL.iter().all(|what| policy.locks(*what)), "{text}");
        assert_eq!(policy.over(&full()), full(), "{text}");
    }
}

#[test]
fn what_is_wrong_with_it_is_said() {
    for (settings, said) in [
        (json!({ "tongue": "de" }), "settings.tongue"),
        (
            json!({ "language": "fr" }),
            "settings.language: one of en, de",
        ),
        (
            json!({ "surface": "chromium", "tenants": [] }),
            "settings.tenants",
        ),
        (
            json!({ "tenants": [{ "id": "acme" }] }),
            "settings.tenants[0].provider",
        ),
    ] {
        let text = json!({
            "version": 1, "locked": ["preferences", "rooms"], "settings": settings,
        });
        let Policy::Broken { message } = read(&text.to_string()) else {
            panic!("{text}");
        };
        assert!(message.contains(said), "{message}");
    }
}

#[test]
fn each_part_is_put_in_force_by_its_own_lock() {
    let own = full();

    let settings = policy(&["preferences"]).over(&own);
    assert_eq!(settings.language, Some(Language::De));
    assert_eq!(settings.surface, SurfaceChoice::Browser);
    assert_eq!(settings.tenants, own.tenants);

    let settings = policy(&["rooms"]).over(&own);
    let tenant = first(&settings);
    let rooms: Vec<(&str, Option<Timestamp>)> = tenant
        .rooms
        .iter()
        .map(|room| (room.title.as_str(), room.last_joined))
        .collect();
    assert_eq!(
        rooms,
        [
            ("board", None),
            ("Everybody", Some(Timestamp(1_790_000_000)))
        ]
    );
    assert_eq!(
        (tenant.id.as_str(), tenant.title.as_str()),
        ("acme", "Acme GmbH")
    );
    assert_eq!(
        (tenant.role, key_id(tenant)),
        (Role::Moderator, format!("{APP_ID}/4f8910"))
    );
    assert_eq!(settings.tenants.len(), own.tenants.len());

    let settings = policy(&["people"]).over(&own);
    assert_eq!(first(&settings).role, Role::Visitor);
    assert_eq!(first(&settings).moderators.len(), 1);
    assert_eq!(first(&settings).rooms, first(&own).rooms);

    let settings = policy(&["keys"]).over(&own);
    assert_eq!(key_id(first(&settings)), format!("{APP_ID}/99bb02"));

    let settings = policy(&["tenants"]).over(&own);
    let [tenant] = settings.tenants.as_slice() else {
        panic!("there are these tenants and no other");
    };
    assert_eq!(
        (tenant.id.as_str(), tenant.title.as_str()),
        ("acme", "Head office")
    );
    assert_eq!(tenant.lifetime.in_minutes(), 15);
    assert_eq!(tenant.rooms, first(&own).rooms);
}

#[test]
fn a_tenant_that_the_desk_has_not_is_there_while_the_policy_is() {
    let policy = policy(&["tenants", "rooms", "people", "keys"]);
    let settings = policy.over(&Settings::default());
    assert_eq!(first(&settings).title, "Head office");
    assert_eq!(first(&settings).rooms.len(), 2);
    assert_eq!(
        policy.without(&settings, &Settings::default()),
        Settings::default()
    );
}

#[test]
fn nothing_of_a_policy_gets_into_the_persons_file() {
    let folder = tempfile::tempdir().unwrap();
    let everything = policy(&["tenants", "rooms", "people", "keys", "preferences"]);
    let (file, ..) = SettingsFile::open(folder.path());
    file.save(&full()).unwrap();
    let document = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let before = fs::read_to_string(folder.path().join("settings.json")).unwrap();

    let mut changed = everything.over(&full());
    changed.microphone_on = !changed.microphone_on;
    let tenant = changed.tenants.first_mut().unwrap();
    let board = tenant.rooms.first_mut().unwrap();
    board.last_joined = Some(Timestamp(1_800_000_000));
    file.save(&everything.without(&changed, &full())).unwrap();

    let after = fs::read_to_string(folder.path().join("settings.json")).unwrap();
    let mut expected = document(&before);
    expected["microphoneOn"] = (!full().microphone_on).into();
    let mut visited = document(&after)["tenants"][0]["rooms"][2].take();
    assert_eq!(visited["name"].take(), "board");
    assert_eq!(visited["lastJoined"].take(), 1_800_000_000);
    let mut saved = document(&after);
    saved["tenants"][0]["rooms"].as_array_mut().unwrap().pop();
    assert_eq!(saved, expected);
    let (_, settings, warnings) = SettingsFile::open(folder.path());
    assert!(warnings.is_empty(), "{warnings:?}");
    assert_eq!(settings.tenants.len(), full().tenants.len());
}

#[test]
fn a_key_for_a_tenant_of_the_policy_is_remembered() {
    let policy = policy(&["tenants", "rooms", "people"]);
    let own = Settings::default();
    let mut changed = policy.over(&own);
    let tenant = changed.tenants.first_mut().unwrap();
    let Provider::Jaas(jaas) = &mut tenant.provider else {
        unreachable!()
    };
    assert_eq!(jaas.key_id, None, "keys are not locked");
    jaas.key_id = Some(KeyId::parse_for(&jaas.app_id, "4f4910").unwrap());

    let kept = policy.without(&changed, &own);

    assert_eq!(first(&kept).title, "head-office");
    assert!(first(&kept).rooms.is_empty() && first(&kept).moderators.is_empty());
    assert_eq!(policy.over(&kept), changed);
}
