//! Keys in a real keyring: GNOME Keyring as the Secret Service, in a session
//! of each test's own.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::future::Future;
use std::io;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roomkey_store::keys::Build;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringKind;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::Namespace;
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use tempfile::TempDir;

use crate::keys::keeps_keys;
use crate::keys::key;
use crate::keys::tenant;
use crate::session::Offers;
use crate::session::within;

#[test]
fn a_real_keyring_keeps_keys() {
    within(
        "keyring::a_real_keyring_keeps_keys",
        Offers::Keyring,
        |_| {
            let keys = store();
            wait(async {
                keeps_keys(&keys).await;
                let status = keys.status().await;
                assert!(
                    matches!(status, KeyringStatus::Ready(KeyringKind::SecretService)),
                    "{status:?}"
                );
            });
        },
    );
}

#[test]
fn a_key_outlives_the_program_and_the_keyring() {
    within(
        "keyring::a_key_outlives_the_program_and_the_keyring",
        Offers::Bus,
        |session| {
            let keyring = session.start_keyring();
            wait(store().put(&tenant("acme"), &key())).unwrap();
            drop(keyring);
            let _keyring = session.start_keyring();
            assert_eq!(
                wait(store().get(&tenant("acme"))).unwrap().pkcs8_der(),
                key().pkcs8_der()
            );
        },
    );
}

#[test]
fn an_entry_is_text_with_a_name_that_people_recognise() {
    let test = "keyring::an_entry_is_text_with_a_name_that_people_recognise";
    within(test, Offers::Keyring, |_| {
        wait(store().put(&tenant("acme"), &key())).unwrap();

        let service = SecretService::connect(EncryptionType::Dh).unwrap();
        let found = service
            .search_items(HashMap::from(ATTRIBUTES))
            .unwrap()
            .unlocked;
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].get_label().unwrap(),
            "Roomkey: signing key of acme (development)"
        );
        assert!(found[0].get_secret().unwrap().is_ascii());
    });
}

#[test]
fn a_development_build_sees_no_released_key() {
    within(
        "keyring::a_development_build_sees_no_released_key",
        Offers::Keyring,
        |_| {
            let released = KeyStore::os(namespace(Build::Release));
            wait(released.put(&tenant("acme"), &key())).unwrap();
            let seen = wait(store().get(&tenant("acme")));
            assert!(matches!(seen, Err(KeyStoreFault::Missing)), "{seen:?}");
            assert!(wait(released.get(&tenant("acme"))).is_ok());
        },
    );
}

#[test]
fn without_a_service_on_the_bus_there_is_no_keyring() {
    let test = "keyring::without_a_service_on_the_bus_there_is_no_keyring";
    within(test, Offers::Bus, |_| there_is_no_keyring(&store()));
}

#[test]
fn without_a_bus_there_is_no_keyring() {
    let test = "keyring::without_a_bus_there_is_no_keyring";
    within(test, Offers::Nothing, |_| there_is_no_keyring(&store()));
}

fn there_is_no_keyring(keys: &KeyStore) {
    let acme = tenant("acme");
    let read = wait(keys.get(&acme));
    assert!(matches!(read, Err(KeyStoreFault::NoKeyring)), "{read:?}");
    let written = wait(keys.put(&acme, &key()));
    assert!(
        matches!(written, Err(KeyStoreFault::NoKeyring)),
        "{written:?}"
    );
    let removed = wait(keys.remove(&acme));
    assert!(
        matches!(removed, Err(KeyStoreFault::NoKeyring)),
        "{removed:?}"
    );
    let status = wait(keys.status());
    assert!(
        matches!(status, KeyringStatus::Unusable(KeyStoreFault::NoKeyring)),
        "{status:?}"
    );
}

#[test]
fn a_keyring_that_comes_later_or_again_is_found() {
    within(
        "keyring::a_keyring_that_comes_later_or_again_is_found",
        Offers::Bus,
        |session| {
            let keys = store();
            let acme = tenant("acme");
            assert!(matches!(
                wait(keys.get(&acme)),
                Err(KeyStoreFault::NoKeyring)
            ));

            let keyring = session.start_keyring();
            wait(keys.put(&acme, &key())).unwrap();
            drop(keyring);
            assert!(matches!(
                wait(keys.get(&acme)),
                Err(KeyStoreFault::NoKeyring)
            ));

            let _keyring = session.start_keyring();
            assert_eq!(
                wait(keys.get(&acme)).unwrap().pkcs8_der(),
                key().pkcs8_der()
            );
        },
    );
}

#[test]
fn a_keyring_that_was_restarted_unnoticed_is_found() {
    within(
        "keyring::a_keyring_that_was_restarted_unnoticed_is_found",
        Offers::Bus,
        |session| {
            let keys = store();
            let keyring = session.start_keyring();
            wait(keys.put(&tenant("acme"), &key())).unwrap();
            drop(keyring);
            let _keyring = session.start_keyring();
            assert_eq!(
                wait(keys.get(&tenant("acme"))).unwrap().pkcs8_der(),
                key().pkcs8_der()
            );
        },
    );
}

#[test]
fn a_locked_keyring_is_told_from_a_missing_key() {
    within(
        "keyring::a_locked_keyring_is_told_from_a_missing_key",
        Offers::Bus,
        |session| {
            let keyring = session.start_keyring();
            let keys = store();
            let acme = tenant("acme");
            wait(keys.put(&acme, &key())).unwrap();
            keyring.lock();

            let status = wait(keys.status());
            assert!(
                matches!(status, KeyringStatus::Locked(KeyringKind::SecretService)),
                "{status:?}"
            );
            let read = wait(keys.get(&acme));
            assert!(matches!(read, Err(KeyStoreFault::Locked)), "{read:?}");
            let replaced = wait(keys.put(&acme, &key()));
            assert!(
                matches!(replaced, Err(KeyStoreFault::Locked)),
                "{replaced:?}"
            );
            let made = wait(keys.put(&tenant("globex"), &key()));
            assert!(matches!(made, Err(KeyStoreFault::Locked)), "{made:?}");
            let removed = wait(keys.remove(&acme));
            assert!(matches!(removed, Err(KeyStoreFault::Locked)), "{removed:?}");
        },
    );
}

#[test]
fn a_keyring_without_a_collection_is_not_taken_for_a_locked_one() {
    let test = "keyring::a_keyring_without_a_collection_is_not_taken_for_a_locked_one";
    within(test, Offers::Bus, |session| {
        let _keyring = session.start_empty_keyring();
        let keys = store();
        let status = wait(keys.status());
        assert!(
            matches!(status, KeyringStatus::Locked(KeyringKind::SecretService)),
            "{status:?}"
        );
        let read = wait(keys.get(&tenant("acme")));
        assert!(matches!(read, Err(KeyStoreFault::Missing)), "{read:?}");
        let made = wait(keys.put(&tenant("acme"), &key()));
        assert!(matches!(made, Err(KeyStoreFault::NoCollection)), "{made:?}");
    });
}

#[test]
fn an_entry_that_holds_no_key_is_damaged() {
    within(
        "keyring::an_entry_that_holds_no_key_is_damaged",
        Offers::Keyring,
        |_| {
            let keys = store();
            let half = STANDARD.encode(&key().pkcs8_der()[..1200]);
            for rubbish in [
                &b""[..],
                b"hunter2",
                b"aHVudGVyMg==",
                b"\xff\xfe\x00",
                half.as_bytes(),
            ] {
                plant(rubbish, true);
                let read = wait(keys.get(&tenant("acme")));
                assert!(
                    matches!(read, Err(KeyStoreFault::Damaged)),
                    "{rubbish:?}: {read:?}"
                );
            }
            wait(keys.put(&tenant("acme"), &key())).unwrap();
            assert!(wait(keys.get(&tenant("acme"))).is_ok());
        },
    );
}

#[test]
fn two_entries_of_one_name_are_ambiguous() {
    within(
        "keyring::two_entries_of_one_name_are_ambiguous",
        Offers::Keyring,
        |_| {
            plant(b"aHVudGVyMg==", false);
            plant(b"aHVudGVyMg==", false);
            let read = wait(store().get(&tenant("acme")));
            assert!(matches!(read, Err(KeyStoreFault::Ambiguous)), "{read:?}");
        },
    );
}

#[test]
fn a_key_is_read_fast_enough_to_be_read_each_time() {
    within(
        "keyring::a_key_is_read_fast_enough_to_be_read_each_time",
        Offers::Keyring,
        |_| {
            let keys = store();
            wait(keys.put(&tenant("acme"), &key())).unwrap();
            let mut times: Vec<Duration> = (0..21)
                .map(|_| {
                    let begin = Instant::now();
                    wait(keys.get(&tenant("acme"))).unwrap();
                    begin.elapsed()
                })
                .collect();
            times.sort();
            // Chromium needs 400 ms to open; joining may take a fifth longer.
            assert!(times[10] < Duration::from_millis(40), "{times:?}");
        },
    );
}

/// The same bus address and folders, reached from a process that takes them
/// from its surroundings and from one in a session of its own.
#[test]
fn the_persons_own_keyring_and_folders_are_left_alone() {
    let mine = "keyring::the_persons_own_keyring_and_folders_are_left_alone";
    let root = TempDir::new().unwrap();
    let bus = UnixListener::bind(root.path().join("bus")).unwrap();
    bus.set_nonblocking(true).unwrap();
    let home = root.path().join("home");
    fs::create_dir(&home).unwrap();
    let run = |test: &str| {
        let output = Command::new(env::current_exe().unwrap())
            .args([test, "--exact"])
            .env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}/bus", root.path().display()),
            )
            .env("HOME", &home)
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_RUNTIME_DIR", root.path())
            .env(REACH, "yes")
            .output()
            .unwrap();
        let report = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(report.contains("1 passed"), "{report}");
    };

    if env::var_os(REACH).is_some() {
        // The bus takes the connection and never answers.
        let _keys = store();
        let (sender, answered) = std::sync::mpsc::channel();
        std::thread::spawn(move || sender.send(wait(store().status())));
        let _ = answered.recv_timeout(Duration::from_millis(500));
        return;
    }

    run("keyring::a_real_keyring_keeps_keys");
    run("keyring::without_a_bus_there_is_no_keyring");
    assert_eq!(bus.accept().unwrap_err().kind(), io::ErrorKind::WouldBlock);
    assert_eq!(fs::read_dir(&home).unwrap().count(), 0);

    // Without a session of its own a process does come this way.
    run(mine);
    assert!(bus.accept().is_ok());
}

const REACH: &str = "ROOMKEY_TEST_REACH";

/// The attributes of acme's entry in a development build.
const ATTRIBUTES: [(&str, &str); 2] = [
    ("service", "org.roomkey.desktop.dev"),
    ("username", "tenant/acme/signing-key"),
];

fn store() -> KeyStore {
    KeyStore::os(namespace(Build::Development))
}

fn namespace(build: Build) -> Namespace {
    Namespace {
        identifier: "org.roomkey.desktop".to_owned(),
        build,
    }
}

/// Puts something into acme's entry past Roomkey.
fn plant(secret: &[u8], in_place: bool) {
    let service = SecretService::connect(EncryptionType::Dh).unwrap();
    let collection = service.get_default_collection().unwrap();
    let attributes = HashMap::from(ATTRIBUTES);
    collection
        .create_item("planted", attributes, secret, in_place, "text/plain")
        .unwrap();
}

/// Awaits in a runtime like the application's.
fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}
