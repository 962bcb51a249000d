//! Keys in a real keyring: GNOME Keyring as the Secret Service, in a session
//! of each test's own.

mod away;

use std::collections::HashMap;
use std::future::Future;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roomkey_core::provider::jaas::webhook::Secret;
use roomkey_store::keys::Build;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringKind;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::Namespace;
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;

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
fn a_webhook_secret_has_an_entry_of_its_own_and_is_damaged_by_anything_else() {
    let test = "keyring::a_webhook_secret_has_an_entry_of_its_own_and_is_damaged_by_anything_else";
    within(test, Offers::Keyring, |_| {
        let keys = store();
        let secret = Secret::parse("whsec_9635df66714a4cf088ee9d0979dd3bf6").unwrap();
        wait(keys.put_webhook_secret(&tenant("acme"), &secret)).unwrap();

        let service = SecretService::connect(EncryptionType::Dh).unwrap();
        let attributes = HashMap::from([
            ("service", "org.roomkey.desktop.dev"),
            ("username", "tenant/acme/webhook-secret"),
        ]);
        let found = service.search_items(attributes).unwrap().unlocked;
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].get_label().unwrap(),
            "Roomkey: webhook secret of acme (development)"
        );

        for rubbish in ["hunter2", "aHVudGVyMg==", "/////w=="] {
            found[0]
                .set_secret(rubbish.as_bytes(), "text/plain")
                .unwrap();
            let read = wait(keys.webhook_secret(&tenant("acme")));
            assert!(
                matches!(read, Err(KeyStoreFault::Damaged)),
                "{rubbish:?}: {read:?}"
            );
        }
    });
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

/// The attributes of acme's entry in a development build.
const ATTRIBUTES: [(&str, &str); 2] = [
    ("service", "org.roomkey.desktop.dev"),
    ("username", "tenant/acme/signing-key"),
];

pub(crate) fn store() -> KeyStore {
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
pub(crate) fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(future)
}
