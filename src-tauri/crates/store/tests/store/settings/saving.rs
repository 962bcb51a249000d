//! Saving: whole or not at all, for the person alone, and fast.

use std::fs;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::thread;

use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFault;
use roomkey_store::settings::SettingsFile;
use serde_json::json;

use super::Folder;
use super::about;
use super::full;
use super::full_document;
#[cfg(target_os = "linux")]
use super::longest_folder;

#[test]
fn the_first_start_has_neither_folder_nor_file() {
    let root = Folder::new();
    let folder = root.path().join("config").join("roomkey");
    let (file, settings, warnings) = SettingsFile::open(&folder);
    assert_eq!(settings, Settings::default());
    assert_eq!(about(&warnings), [""; 0]);
    assert!(!folder.exists());

    file.save(&full()).unwrap();
    assert_eq!(SettingsFile::open(&folder).1, full());
}

#[test]
fn what_is_saved_is_read_again() {
    let folder = Folder::new();
    let (file, _, _) = folder.open();
    for settings in [full(), Settings::default(), full()] {
        file.save(&settings).unwrap();
        let (_, again, warnings) = folder.open();
        assert_eq!(again, settings);
        assert_eq!(about(&warnings), [""; 0]);
    }
}

/// The form of version 1, which people and later versions rely on.
#[test]
fn the_file_has_this_form() {
    let folder = Folder::new();
    folder.open().0.save(&full()).unwrap();
    let document = folder.json();
    assert_eq!(document["version"], 1);
    assert_eq!(
        document["tenants"][0],
        json!({
            "id": "acme",
            "title": "Acme GmbH",
            "provider": {
                "kind": "jaas",
                "appId": "vpaas-magic-cookie-0123456789abcdef0123456789abcdef",
                "keyId": "vpaas-magic-cookie-0123456789abcdef0123456789abcdef/4f8910",
                "keyAdded": 1_780_000_000,
                "nextKeyId": "vpaas-magic-cookie-0123456789abcdef0123456789abcdef/77aa01",
                "nextKeyAdded": 1_790_000_000,
                "keyPassed": 1_780_000_100,
                "nextKeyPassed": 1_790_000_100,
                "formerKeyId": "vpaas-magic-cookie-0123456789abcdef0123456789abcdef/11cc00",
                "formerKeyAdded": 1_700_000_000,
                "domain": "stage.8x8.vc",
            },
            "role": "moderator",
            "lifetime": 90,
            "moderators": ["@example.org"],
            "features": {
                "moderator": { "recording": true, "file-upload": false },
                "participant": {},
                "visitor": { "list-visitors": false },
            },
            "rooms": [
                {
                    "name": "standup",
                    "title": "Stand-up",
                    "subject": "What is next",
                    "microphoneOn": false,
                    "cameraOn": true,
                    "prejoin": true,
                    "lobby": true,
                    "lifetime": 30,
                    "moderators": ["ada@example.org"],
                    "lastJoined": 1_790_000_000,
                },
                {
                    "name": "all-hands",
                    "title": "All hands",
                    "subject": null,
                    "microphoneOn": null,
                    "cameraOn": null,
                    "prejoin": false,
                    "lobby": false,
                    "lifetime": null,
                    "moderators": [],
                    "lastJoined": null,
                },
            ],
            "brand": {
                "name": "Acme",
                "accent": "#00aa77",
                "logo": "/srv/acme/logo.svg",
                "background": "/srv/acme/hall.png",
                "link": "https://acme.example/",
                "hiddenButtons": ["chat", "invite"],
            },
        })
    );
    assert_eq!(
        document["tenants"][1]["provider"],
        json!({
            "kind": "jitsi",
            "domain": "meet.example.org",
            "tenant": "staff",
            "appId": "roomkey",
            "audience": "jitsi",
            "signing": { "algorithm": "RS256", "keyId": "main" },
        })
    );
    assert_eq!(
        document["tenants"][3]["provider"],
        json!({
            "kind": "jioMeet",
            "appId": "jio-app",
            "issuer": null,
            "domain": "jiomeetpro.jio.com",
            "signing": { "algorithm": "HS256" },
            "authorization": "bearer",
        })
    );
    assert_eq!(
        document["person"],
        json!({ "id": "7d1f", "name": "Ada Lovelace", "email": "ada@example.org" })
    );
    assert_eq!(document["surface"], "chromium");
    assert_eq!(document["language"], "de");
    assert_eq!(document["current"], "own");
    assert_eq!(document["microphoneOn"], false);
    assert_eq!(document["cameraOn"], false);
}

#[cfg(unix)]
#[test]
fn only_the_person_can_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let root = Folder::new();
    let folder = root.path().join("roomkey");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (file, _, _) = SettingsFile::open(&folder);
    file.save(&full()).unwrap();
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join("settings.json")), 0o600);

    fs::set_permissions(
        folder.join("settings.json"),
        fs::Permissions::from_mode(0o644),
    )
    .unwrap();
    fs::write(folder.join("settings.json"), r#"{"version": 9}"#).unwrap();
    file.save(&full()).unwrap();
    assert_eq!(mode(&folder.join("settings.json")), 0o600);
    assert_eq!(mode(&folder.join("settings.kept-1.json")), 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_stays_a_link() {
    let folder = Folder::new();
    let target = folder.path().join("dotfiles.json");
    fs::write(&target, r#"{"version": 1}"#).unwrap();
    std::os::unix::fs::symlink(&target, folder.file()).unwrap();
    folder.open().0.save(&full()).unwrap();
    assert!(fs::symlink_metadata(folder.file()).unwrap().is_symlink());
    assert_eq!(folder.open().1, full());
    assert_eq!(folder.names(), ["dotfiles.json", "settings.json"]);
}

#[test]
fn where_saving_fails_the_file_is_as_before() {
    let root = Folder::new();
    fs::write(root.path().join("roomkey"), "no folder").unwrap();
    let (file, _, _) = SettingsFile::open(&root.path().join("roomkey"));
    let saved = file.save(&full());
    assert!(
        matches!(
            saved,
            Err(SettingsFault::Unwritable { .. } | SettingsFault::Unreadable { .. })
        ),
        "{saved:?}"
    );
    assert_eq!(root.text("roomkey"), "no folder");
}

#[cfg(target_os = "linux")]
#[test]
fn a_save_that_failed_takes_nothing_away_later() {
    // The longest path that Linux takes has no room for a longer name beside it.
    let folder = Folder::new();
    let long = longest_folder(&folder);
    let mut document = full_document();
    document["tenants"][0]["x-later"] = json!("kept");
    fs::write(long.join("settings.json"), document.to_string()).unwrap();
    fs::write(folder.path().join("short.json"), document.to_string()).unwrap();
    std::os::unix::fs::symlink(long.join("settings.json"), folder.file()).unwrap();

    let (file, settings, _) = folder.open();
    let mut fewer = settings.clone();
    fewer.tenants.remove(0);
    let saved = file.save(&fewer);
    assert!(
        matches!(saved, Err(SettingsFault::Unwritable { .. })),
        "{saved:?}"
    );
    assert_eq!(folder.json(), document);

    fs::remove_file(folder.file()).unwrap();
    fs::rename(folder.path().join("short.json"), folder.file()).unwrap();
    file.save(&settings).unwrap();
    assert_eq!(folder.json()["tenants"][0]["x-later"], "kept");
}

#[cfg(target_os = "linux")]
#[test]
fn a_logo_whose_path_is_no_text_is_a_fault_and_changes_nothing() {
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new();
    let (file, _, _) = folder.open();
    file.save(&full()).unwrap();
    let mut settings = full();
    settings.tenants[1].brand.logo = Some(std::ffi::OsStr::from_bytes(b"/srv/\xff.png").into());
    let saved = file.save(&settings);
    assert!(
        matches!(&saved, Err(SettingsFault::PicturePath { tenant }) if tenant.as_str() == "own"),
        "{saved:?}"
    );
    assert_eq!(folder.open().1, full());
}

#[test]
fn saves_from_many_threads_leave_one_of_them_and_a_whole_file_at_any_time() {
    let folder = Folder::new();
    let (file, _, _) = folder.open();
    file.save(&full()).unwrap();
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !is_done.load(Ordering::Relaxed) {
                assert!(folder.json()["tenants"].is_array());
                reads += 1;
            }
            reads
        });
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let file = file.clone();
                scope.spawn(move || {
                    for turn in 0..25 {
                        let mut settings = full();
                        settings.tenants[0].title = format!("{writer} {turn}");
                        file.save(&settings).unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        is_done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
    assert!(folder.open().1.tenants[0].title.ends_with(" 24"));
    assert_eq!(folder.names(), ["settings.json"]);
}

#[test]
fn five_thousand_rooms_come_back() {
    let mut settings = full();
    settings.tenants[0].rooms = (0..5_000)
        .map(|number| Room {
            last_joined: Some(Timestamp(1_790_000_000 + number)),
            ..Room::new(
                RoomName::parse(&format!("room-{number}")).unwrap(),
                format!("Room number {number}"),
            )
        })
        .collect();
    let folder = Folder::new();
    let (file, _, _) = folder.open();
    file.save(&settings).unwrap();
    assert_eq!(folder.open().1, settings);
}
