//! What is not Roomkey's to change stays in the file.

use std::fs;

use roomkey_core::provider::jitsi::Trust;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Room;
use serde_json::Value;
use serde_json::json;

use super::Folder;
use super::about;
use super::full;
use super::full_document;

/// The places of every object in a full document.
const OBJECTS: [&str; 13] = [
    "",
    "/person",
    "/tenants/0",
    "/tenants/0/provider",
    "/tenants/0/features",
    "/tenants/0/features/moderator",
    "/tenants/0/brand",
    "/tenants/0/rooms/0",
    "/tenants/0/rooms/1",
    "/tenants/1/provider/signing",
    "/presets/0",
    "/presets/0/person",
    "/presets/0/features",
];

fn with_unknown_keys() -> Value {
    let mut document = full_document();
    for place in OBJECTS {
        document.pointer_mut(place).unwrap()["x-later"] = json!({ "at": place, "n": [1, null] });
    }
    document
}

#[test]
fn unknown_keys_stay_at_every_level() {
    let folder = Folder::with(with_unknown_keys().to_string());
    let (file, mut settings, warnings) = folder.open();
    assert_eq!(about(&warnings), [""; 0]);
    assert_eq!(settings, full());

    settings.camera_on = true;
    settings.person.as_mut().unwrap().email = None;
    settings.tenants[0].title = "Acme AG".to_owned();
    settings.tenants[0].rooms[1].title = "Everybody".to_owned();
    settings.tenants[0].features = Default::default();
    settings.tenants[1].brand.accent = None;
    settings.presets[0].begins = 0;
    file.save(&settings).unwrap();

    let document = folder.json();
    for place in OBJECTS {
        let kept = &document.pointer(place).unwrap()["x-later"];
        assert_eq!(kept, &json!({ "at": place, "n": [1, null] }), "{place}");
    }
    assert_eq!(document["cameraOn"], true);
    assert_eq!(document["person"].get("email"), None);
    assert_eq!(
        document["tenants"][0]["features"]["moderator"]
            .as_object()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(folder.open().1, settings);
    assert_eq!(folder.names(), ["settings.json"]);
}

#[test]
fn unknown_keys_follow_their_tenant_and_room() {
    let folder = Folder::with(with_unknown_keys().to_string());
    let (file, mut settings, _) = folder.open();
    settings.tenants.swap(0, 3);
    settings.tenants[3].rooms.reverse();
    let name = RoomName::parse("new").unwrap();
    settings.tenants[3]
        .rooms
        .insert(0, Room::new(name, "New".to_owned()));
    file.save(&settings).unwrap();

    let document = folder.json();
    assert_eq!(document["tenants"][0].get("x-later"), None);
    assert_eq!(document["tenants"][3]["x-later"]["at"], "/tenants/0");
    assert_eq!(document["tenants"][3]["rooms"][0].get("x-later"), None);
    assert_eq!(
        document["tenants"][3]["rooms"][1]["x-later"]["at"],
        "/tenants/0/rooms/1"
    );
    assert_eq!(
        document["tenants"][3]["rooms"][2]["x-later"]["at"],
        "/tenants/0/rooms/0"
    );
    assert_eq!(folder.open().1, settings);
}

#[test]
fn tenants_and_rooms_that_cannot_be_read_stay_where_they_are() {
    let bad_tenant = json!({ "id": "later", "provider": { "kind": "hologram" }, "rooms": [1] });
    let bad_room = json!({ "name": "Größe", "title": "Size", "x": true });
    let mut document = full_document();
    document["tenants"]
        .as_array_mut()
        .unwrap()
        .insert(1, bad_tenant.clone());
    document["tenants"][0]["rooms"]
        .as_array_mut()
        .unwrap()
        .insert(0, bad_room.clone());
    let folder = Folder::with(document.to_string());

    let (file, mut settings, warnings) = folder.open();
    assert_eq!(
        about(&warnings),
        [
            "aside: tenants[0].rooms[0] for tenants[0].rooms[0].name",
            "aside: tenants[1] for tenants[1].provider.kind",
        ]
    );
    assert_eq!(settings, full());
    for _ in 0..2 {
        settings.camera_on = !settings.camera_on;
        file.save(&settings).unwrap();
        assert_eq!(folder.json()["tenants"][1], bad_tenant);
        assert_eq!(folder.json()["tenants"][0]["rooms"][0], bad_room);
    }

    settings.tenants.clear();
    file.save(&settings).unwrap();
    assert_eq!(folder.json()["tenants"], json!([bad_tenant]));
    assert_eq!(folder.names(), ["settings.json"]);
}

#[test]
fn a_person_who_cannot_be_read_stays_until_there_is_another() {
    let bad = json!({ "id": "7d1f", "name": "" });
    let mut document = full_document();
    document["person"] = bad.clone();
    let folder = Folder::with(document.to_string());
    let (file, mut settings, _) = folder.open();
    settings.camera_on = true;
    file.save(&settings).unwrap();
    assert_eq!(folder.json()["person"], bad);

    settings.person = full().person;
    file.save(&settings).unwrap();
    assert_eq!(folder.open().1.person, full().person);

    settings.person = None;
    file.save(&settings).unwrap();
    assert_eq!(folder.json()["person"], Value::Null);
}

#[test]
fn another_provider_takes_nothing_over_from_the_one_before() {
    let folder = Folder::with(with_unknown_keys().to_string());
    let (file, mut settings, _) = folder.open();
    settings.tenants[0].provider = full().tenants[2].provider.clone();
    let Provider::Jitsi(jitsi) = &mut settings.tenants[1].provider else {
        panic!()
    };
    jitsi.trust = Trust::Secret;
    file.save(&settings).unwrap();
    assert_eq!(
        folder.json()["tenants"][0]["provider"],
        json!({
            "kind": "videoSdk",
            "apiKey": "9f0c",
            "tokenServer": null,
            "api": "api.videosdk.live",
            "pages": "embed.videosdk.live",
            "pageVersion": "0.3.44",
        })
    );
    assert_eq!(
        folder.json()["tenants"][1]["provider"]["signing"],
        json!({ "algorithm": "HS256" })
    );
}

#[test]
fn a_newer_file_is_read_as_far_as_possible_and_kept_before_saving() {
    let mut document = full_document();
    document["version"] = json!(3);
    document["surface"] = json!({ "kind": "hologram" });
    let before = document.to_string();
    let folder = Folder::with(&before);

    let (file, settings, warnings) = folder.open();
    assert_eq!(about(&warnings), ["newer: 3 after 1", "default: surface"]);
    assert_eq!(settings.tenants, full().tenants);
    assert_eq!(folder.text("settings.json"), before);
    assert_eq!(folder.names(), ["settings.json"]);

    file.save(&settings).unwrap();
    file.save(&full()).unwrap();
    assert_eq!(folder.text("settings.kept-1.json"), before);
    assert_eq!(folder.json()["version"], 1);
    assert_eq!(folder.names(), ["settings.json", "settings.kept-1.json"]);
}

#[test]
fn a_file_with_values_that_are_lost_by_saving_is_kept_once() {
    let mut document = full_document();
    document["tenants"] = json!({ "acme": document["tenants"][0] });
    let before = document.to_string();
    let folder = Folder::with(&before);
    let (file, settings, _) = folder.open();
    file.save(&settings).unwrap();
    file.save(&full()).unwrap();
    assert_eq!(folder.text("settings.kept-1.json"), before);
    assert_eq!(folder.names(), ["settings.json", "settings.kept-1.json"]);
}

#[test]
fn an_edit_while_roomkey_runs_is_kept() {
    let folder = Folder::new();
    let (file, _, _) = folder.open();
    file.save(&full()).unwrap();

    let mut edited = folder.json();
    edited["x-admin"] = json!("mine");
    edited["tenants"][0]["title"] = json!("By hand");
    fs::write(folder.file(), edited.to_string()).unwrap();
    file.save(&full()).unwrap();

    assert_eq!(folder.text("settings.kept-1.json"), edited.to_string());
    assert_eq!(folder.json()["x-admin"], "mine");
    assert_eq!(folder.open().1, full());
}

#[test]
fn what_was_set_aside_survives_a_file_that_was_deleted() {
    let mut document = full_document();
    document["x-later"] = json!(1);
    let folder = Folder::with(document.to_string());
    let (file, settings, _) = folder.open();
    fs::remove_file(folder.file()).unwrap();
    file.save(&settings).unwrap();
    assert_eq!(folder.json(), document);
}
