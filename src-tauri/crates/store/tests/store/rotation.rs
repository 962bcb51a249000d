//! One key after another: which signs, which has passed, and which can be brought back.

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;
use roomkey_store::settings::Jaas;

#[test]
fn a_replaced_key_can_be_brought_back_and_a_new_one_has_to_pass() {
    let app_id = AppId::parse("vpaas-magic-cookie-0123456789abcdef0123456789abcdef").unwrap();
    let id = |short| KeyId::parse_for(&app_id, short).unwrap();
    let mut jaas = Jaas {
        key_id: Some(id("old")),
        key_added: Some(Timestamp(1)),
        next_key_id: Some(id("new")),
        next_key_added: Some(Timestamp(2)),
        ..Jaas::new(app_id.clone(), Domain::parse("8x8.vc").unwrap())
    };

    jaas.key_has_passed(&id("new"), Timestamp(3));
    jaas.key_has_passed(&id("new"), Timestamp(4));
    jaas.key_has_passed(&id("other"), Timestamp(4));
    assert_eq!(
        (jaas.key_passed, jaas.next_key_passed),
        (None, Some(Timestamp(3)))
    );

    jaas.promote_key(true);
    assert_eq!(
        (&jaas.key_id, jaas.key_added),
        (&Some(id("new")), Some(Timestamp(2)))
    );
    assert_eq!(
        (&jaas.former_key_id, jaas.former_key_added),
        (&Some(id("old")), Some(Timestamp(1)))
    );
    assert_eq!((&jaas.next_key_id, jaas.next_key_added), (&None, None));
    assert_eq!((jaas.key_passed, jaas.next_key_passed), (None, None));

    jaas.key_has_passed(&id("new"), Timestamp(5));
    assert_eq!(jaas.key_passed, Some(Timestamp(5)));

    jaas.bring_key_back(true);
    assert_eq!(
        (&jaas.key_id, &jaas.former_key_id),
        (&Some(id("old")), &Some(id("new")))
    );
    assert_eq!(
        (jaas.key_added, jaas.former_key_added),
        (Some(Timestamp(1)), Some(Timestamp(2)))
    );
    assert_eq!(jaas.key_passed, None);
}

#[test]
fn a_key_that_worked_is_not_given_up_for_one_that_never_did() {
    let app_id = AppId::parse("vpaas-magic-cookie-0123456789abcdef0123456789abcdef").unwrap();
    let id = |short| Some(KeyId::parse_for(&app_id, short).unwrap());
    let mut jaas = Jaas::new(app_id.clone(), Domain::parse("8x8.vc").unwrap());
    assert!(!jaas.deserves_keeping());
    jaas.replace_key(id("first"), Timestamp(1), false);
    assert!(jaas.deserves_keeping());

    jaas.replace_key(id("second"), Timestamp(2), true);
    assert_eq!(
        (&jaas.former_key_id, jaas.former_key_added),
        (&id("first"), Some(Timestamp(1)))
    );
    assert!(!jaas.deserves_keeping());

    jaas.replace_key(id("third"), Timestamp(3), false);
    assert_eq!(
        (&jaas.key_id, &jaas.former_key_id),
        (&id("third"), &id("first"))
    );
    jaas.key_has_passed(&id("third").unwrap(), Timestamp(4));
    assert!(jaas.deserves_keeping());
}
