//! A real keyring that is not there, not open, or not the one of before.

use std::os::unix::net::UnixListener;
use std::thread;

use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringKind;
use roomkey_store::keys::KeyringStatus;

use super::store;
use super::wait;
use crate::keys::key;
use crate::keys::tenant;
use crate::session::Offers;
use crate::session::within;

#[test]
fn without_a_service_on_the_bus_there_is_no_keyring() {
    let test = "keyring::away::without_a_service_on_the_bus_there_is_no_keyring";
    within(test, Offers::Bus, |_| there_is_no_keyring(&store()));
}

#[test]
fn without_a_bus_there_is_no_keyring() {
    let test = "keyring::away::without_a_bus_there_is_no_keyring";
    within(test, Offers::Nothing, |_| there_is_no_keyring(&store()));
}

#[test]
fn a_bus_that_hangs_up_is_no_bus() {
    within(
        "keyring::away::a_bus_that_hangs_up_is_no_bus",
        Offers::Nothing,
        |session| {
            let bus = UnixListener::bind(session.bus()).unwrap();
            thread::spawn(move || bus.incoming().for_each(drop));
            there_is_no_keyring(&store());
        },
    );
}

#[test]
fn a_keyring_that_comes_later_or_again_is_found() {
    within(
        "keyring::away::a_keyring_that_comes_later_or_again_is_found",
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
        "keyring::away::a_keyring_that_was_restarted_unnoticed_is_found",
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
        "keyring::away::a_locked_keyring_is_told_from_a_missing_key",
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
    let test = "keyring::away::a_keyring_without_a_collection_is_not_taken_for_a_locked_one";
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
