//! From the connection to the signature.

use roomkey_core::inspect::{Against, Outcome, Refusal, Rule, Verdict, inspect};
use roomkey_core::token::Token;
use serde_json::json;

use super::{refused, remove};
use crate::core::fixtures::{
    APP_ID, KEY, NOW, OTHER_APP_ID, OTHER_KEY, claims, grant, header, inspected, key_id, look_at,
};

/// `process_and_verify_token`: "token required"; measured.
#[test]
fn no_token() {
    refused(
        &look_at(""),
        Rule::Present,
        &Refusal::TokenMissing,
        "token required",
    );
}

/// `process_vpaas_token`: "invalid token".
#[test]
fn no_dot() {
    refused(
        &look_at("rubbish"),
        Rule::Header,
        &Refusal::NoDot,
        "invalid token",
    );
}

/// `process_vpaas_token`: "bad token format"; measured.
#[test]
fn unreadable_header() {
    let good = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let (_, rest) = good.reveal().split_once('.').unwrap();
    for header in ["", "!!!", "bm8ganNvbg", "NQ"] {
        let inspection = look_at(&format!("{header}.{rest}"));
        refused(
            &inspection,
            Rule::Header,
            &Refusal::HeaderUnreadable,
            "bad token format",
        );
    }
}

/// `process_vpaas_token`: "'kid' claim is missing".
#[test]
fn no_kid() {
    let inspection = inspected(|header, _| remove(header, "kid"));
    refused(
        &inspection,
        Rule::KeyId,
        &Refusal::KeyIdMissing,
        "'kid' claim is missing",
    );
}

/// `process_vpaas_token`: "'kid' claim is in wrong format".
#[test]
fn kid_of_another_type() {
    for kid in [
        json!(7),
        json!(null),
        json!(["x"]),
        json!({"a": 1}),
        json!(false),
    ] {
        let inspection = inspected(|header, _| header["kid"] = kid.clone());
        let text = "'kid' claim is in wrong format";
        refused(&inspection, Rule::KeyId, &Refusal::KeyIdNotText, text);
    }
}

/// `process_vpaas_token`: "invalid kid format for vpaas".
#[test]
fn kid_without_its_second_half() {
    let inspection = inspected(|header, _| header["kid"] = json!(APP_ID));
    let text = "invalid kid format for vpaas";
    refused(&inspection, Rule::KeyId, &Refusal::KeyIdIncomplete, text);
}

/// `process_vpaas_token`: "could not obtain public key"; measured for an
/// unknown kid and for a kid of another tenant.
#[test]
fn kid_that_is_not_registered() {
    let kids = [
        format!("{APP_ID}/000000"),
        format!("{APP_ID}/"),
        format!("{OTHER_APP_ID}/4f4910"),
        "another-server/key".to_owned(),
        String::new(),
    ];
    for kid in kids {
        let inspection = inspected(|header, _| header["kid"] = json!(kid));
        let text = "could not obtain public key";
        refused(&inspection, Rule::KeyRegistered, &Refusal::KeyUnknown, text);
    }
}

#[test]
fn no_key_is_registered_at_all() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let against = Against {
        key: None,
        key_id: Some(&key_id()),
        room: None,
        now: NOW,
    };
    let inspection = inspect(token.reveal(), &against);
    let text = "could not obtain public key";
    refused(&inspection, Rule::KeyRegistered, &Refusal::KeyUnknown, text);
}

/// `parse_token`: "Invalid token". Empty parts do not count there, so that a
/// dot too many at the end does no harm.
#[test]
fn not_three_parts() {
    let good = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let (two, _) = good.reveal().rsplit_once('.').unwrap();
    for token in [
        two.to_owned(),
        format!("{two}."),
        format!("{}.x", good.reveal()),
    ] {
        refused(
            &look_at(&token),
            Rule::ThreeParts,
            &Refusal::NotThreeParts,
            "Invalid token",
        );
    }
    let dotted = look_at(&format!("{}.", good.reveal()));
    assert!(
        matches!(dotted.verdict, Verdict::Accepted(_)),
        "{:?}",
        dotted.verdict
    );
}

/// `parse_token`: "Invalid body".
#[test]
fn unreadable_body() {
    let good = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let parts: Vec<&str> = good.reveal().split('.').collect();
    for body in ["!!!", "bm8ganNvbg", "NQ", "W10"] {
        let token = format!("{}.{body}.{}", parts[0], parts[2]);
        refused(
            &look_at(&token),
            Rule::Body,
            &Refusal::BodyUnreadable,
            "Invalid body",
        );
    }
}

/// `verify`: "Invalid typ".
#[test]
fn typ_is_not_exactly_jwt() {
    for typ in [json!("jwt"), json!("at+jwt"), json!(null), json!(1)] {
        let inspection = inspected(|header, _| header["typ"] = typ.clone());
        refused(&inspection, Rule::Typ, &Refusal::Typ, "Invalid typ");
    }
    let inspection = inspected(|header, _| remove(header, "typ"));
    refused(&inspection, Rule::Typ, &Refusal::Typ, "Invalid typ");
}

/// `verify`: "Invalid or incorrect alg".
#[test]
fn alg_is_not_exactly_rs256() {
    for alg in [
        json!("none"),
        json!("HS256"),
        json!("RS512"),
        json!("rs256"),
        json!(null),
    ] {
        let inspection = inspected(|header, _| header["alg"] = alg.clone());
        refused(
            &inspection,
            Rule::Alg,
            &Refusal::Alg,
            "Invalid or incorrect alg",
        );
    }
    let inspection = inspected(|header, _| remove(header, "alg"));
    refused(
        &inspection,
        Rule::Alg,
        &Refusal::Alg,
        "Invalid or incorrect alg",
    );
}

/// `verify`: "Invalid signature"; measured.
#[test]
fn signature_of_another_key_or_of_another_text() {
    let good = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let other = Token::forge(&header(), &claims(), &OTHER_KEY).unwrap();
    let (two, signature) = good.reveal().rsplit_once('.').unwrap();
    let (head, body) = two.split_once('.').unwrap();
    let tokens = [
        other.reveal().to_owned(),
        format!("{two}.{}", signature.chars().rev().collect::<String>()),
        format!("{two}.!!!"),
        format!("{head}.{body}IA.{signature}"),
        format!("{two}.AAAA"),
    ];
    for token in tokens {
        let inspection = look_at(&token);
        let check = inspection
            .checks
            .iter()
            .find(|check| check.rule == Rule::Signature)
            .unwrap();
        assert!(matches!(check.outcome, Outcome::Fail { .. }), "{token}");
    }
    refused(
        &look_at(other.reveal()),
        Rule::Signature,
        &Refusal::Signature,
        "Invalid signature",
    );
}
