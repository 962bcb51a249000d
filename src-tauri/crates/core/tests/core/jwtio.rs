//! The token that the vendor's own documentation shows, with its key: made by
//! somebody else, long expired, and right in every other way.

use std::path::PathBuf;

use roomkey_core::app_id::AppId;
use roomkey_core::feature::{Feature, Features};
use roomkey_core::inspect::{
    Against, ClientCode, ClientReport, Granted, GrantedRoom, Inspection, Outcome, Refusal, Rule,
    Verdict, inspect,
};
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;

use crate::core::fixtures::KEY;

const EXP: Timestamp = Timestamp(1_696_284_052);
const NBF: Timestamp = Timestamp(1_596_197_652);

#[test]
fn it_was_good_in_its_time() {
    let inspection = inspected(NBF, Some(&public_key()));
    let features: Features = [(Feature::Livestreaming, true), (Feature::Recording, true)]
        .into_iter()
        .collect();
    assert_eq!(
        inspection.verdict,
        Verdict::Accepted(Granted {
            person_id: Some("0f8b7760-c17f-4a12-b134-c6ac37167144".to_owned()),
            name: Some("John Doe".to_owned()),
            email: Some("john.doe@company.com".to_owned()),
            avatar: Some("https://link.to/user/avatar/picture".to_owned()),
            role: Role::Moderator,
            features,
            room: GrantedRoom::Any,
            from: Some(NBF),
            until: Some(EXP),
            hidden_from_recorder: false,
        })
    );
    assert_eq!(inspection.client_reports, []);
}

#[test]
fn it_has_expired_though_its_signature_is_right() {
    let inspection = inspected(EXP.plus(8), Some(&public_key()));
    assert_eq!(outcome(&inspection, Rule::Signature), &Outcome::Pass);
    let Verdict::Refused(refusal) = &inspection.verdict else {
        panic!("{:?}", inspection.verdict);
    };
    assert_eq!(
        *refusal,
        Refusal::Expired {
            exp: 1_696_284_052.0,
            now: EXP.plus(8),
            iat: None
        }
    );
    assert_eq!(
        refusal.wire_text(),
        "Not acceptable by exp (8.0 sec since expired)"
    );
    let expired = ClientReport {
        code: ClientCode::TokenExpired,
        feature: None,
    };
    assert_eq!(inspection.client_reports, [expired]);
}

#[test]
fn another_key_did_not_sign_it() {
    let inspection = inspected(NBF, Some(KEY.public()));
    assert_eq!(inspection.verdict, Verdict::Refused(Refusal::Signature));
}

#[test]
fn without_its_key_nothing_is_proved() {
    let inspection = inspected(NBF, None);
    assert!(
        matches!(inspection.verdict, Verdict::Unproved(_)),
        "{:?}",
        inspection.verdict
    );
    assert!(matches!(
        outcome(&inspection, Rule::Signature),
        Outcome::NotChecked { .. }
    ));
}

#[test]
fn its_values_are_listed_with_their_meaning() {
    let inspection = inspected(NBF, Some(&public_key()));
    let reading = |path: &str| {
        let found = inspection
            .readings
            .iter()
            .find(|reading| reading.path == path);
        let reading = found.unwrap_or_else(|| panic!("no {path}"));
        (reading.value.as_str(), reading.meaning.as_str())
    };
    assert_eq!(
        reading("exp"),
        ("1696284052", "Good until 2023-10-02T22:00:52Z")
    );
    assert_eq!(reading("room"), ("\"*\"", "Every room of the tenant"));
    assert_eq!(
        reading("context.features.recording"),
        ("\"true\"", "Record the meeting")
    );
    assert_eq!(reading("header.typ").0, "\"JWT\"");
    assert_eq!(inspection.readings.len(), 16);
    assert!(
        inspection
            .readings
            .iter()
            .all(|reading| !reading.meaning.is_empty())
    );
}

#[test]
fn its_ids_parse() {
    let inspection = inspected(NBF, None);
    let key_id = KeyId::parse(inspection.header.unwrap()["kid"].as_str().unwrap()).unwrap();
    let app_id = AppId::parse(inspection.claims.unwrap()["sub"].as_str().unwrap()).unwrap();
    assert_eq!(key_id.app_id(), &app_id);
    assert_eq!(key_id.short(), "4f4910");
}

/// By `openssl pkey -pubin -outform DER | sha256sum`.
#[test]
fn its_key_has_the_fingerprint_that_openssl_finds() {
    assert_eq!(
        public_key().fingerprint(),
        "d676f6f0bbaef9e5ca4c06d9daa0ff18f7960968ada6eb426575ae2ed6dd3154"
    );
    assert_eq!(public_key().bits(), 4096);
    assert_eq!(public_key().to_pem(), vector("jwtio-public.pem"));
}

fn inspected(now: Timestamp, key: Option<&PublicKey>) -> Inspection {
    let token = vector("jwtio-token.txt");
    inspect(
        token.trim(),
        &Against {
            key,
            key_id: None,
            room: None,
            now,
        },
    )
}

fn outcome(inspection: &Inspection, rule: Rule) -> &Outcome {
    &inspection
        .checks
        .iter()
        .find(|check| check.rule == rule)
        .unwrap()
        .outcome
}

fn public_key() -> PublicKey {
    PublicKey::from_pem(&vector("jwtio-public.pem")).unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "the ban is for core, not for its tests"
)]
fn vector(name: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/vectors");
    std::fs::read_to_string(root.join(name)).unwrap()
}
