//! The fourteen codes of the web client's `validateJwt` (jitsi-meet,
//! react/features/base/jwt/functions.ts), blind spots included.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roomkey_core::inspect::{ClientCode, ClientReport};
use roomkey_core::token::Token;
use serde_json::{Value, json};

use crate::core::fixtures::{
    APP_ID, KEY, NOW, OTHER_APP_ID, claims, grant, header, inspected, key_id, look_at,
};

#[test]
fn a_good_token_gives_no_code() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    assert_eq!(look_at(token.reveal()).client_reports, []);
}

#[test]
fn header_not_found() {
    for empty in [json!(null), json!(0), json!(false), json!("")] {
        let codes = codes_of(&empty, &claims());
        assert_eq!(codes, [plain(ClientCode::HeaderNotFound)], "{empty}");
    }
}

#[test]
fn payload_not_found() {
    for empty in [json!(null), json!(0), json!(false), json!("")] {
        let codes = codes_of(&header(), &empty);
        assert_eq!(codes, [plain(ClientCode::PayloadNotFound)], "{empty}");
    }
}

/// It stops there, whatever else is wrong.
#[test]
fn kid_not_found() {
    for kid in [json!(null), json!(""), json!(0)] {
        let found = inspected(|header, claims| {
            header["kid"] = kid.clone();
            claims["exp"] = json!("never");
        });
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::KidNotFound)],
            "{kid}"
        );
    }
    let missing = codes_of(&json!({"alg": "RS256"}), &claims());
    assert_eq!(missing, [plain(ClientCode::KidNotFound)]);
}

/// It compares with the text before the first `/`; the server with the text
/// before the last.
#[test]
fn kid_mismatch() {
    for kid in [APP_ID, "x/y", "/"] {
        let found = inspected(|header, _| header["kid"] = json!(kid));
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::KidMismatch)],
            "{kid}"
        );
    }
    let found = inspected(|_, claims| claims["sub"] = json!(OTHER_APP_ID));
    assert_eq!(found.client_reports, [plain(ClientCode::KidMismatch)]);
    let twice = inspected(|header, _| header["kid"] = json!(format!("{APP_ID}/a/b")));
    assert_eq!(twice.client_reports, []);
}

#[test]
fn aud_invalid() {
    for aud in [json!(["jitsi"]), json!("spot"), json!(null)] {
        let found = inspected(|_, claims| claims["aud"] = aud.clone());
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::AudInvalid)],
            "{aud}"
        );
    }
}

#[test]
fn iss_invalid() {
    for iss in [json!("jitsi"), json!(null)] {
        let found = inspected(|_, claims| claims["iss"] = iss.clone());
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::IssInvalid)],
            "{iss}"
        );
    }
}

#[test]
fn features_not_found() {
    for features in [json!(null), json!(false), json!(""), json!(0)] {
        let found = inspected(|_, claims| claims["context"]["features"] = features.clone());
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::FeaturesNotFound)],
            "{features}"
        );
    }
    let empty = inspected(|_, claims| claims["context"]["features"] = json!({}));
    assert_eq!(empty.client_reports, []);
}

#[test]
fn nbf_invalid() {
    for nbf in [
        json!("1"),
        json!(true),
        json!({}),
        json!(1.000_1),
        json!(1e13),
    ] {
        let found = inspected(|_, claims| claims["nbf"] = nbf.clone());
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::NbfInvalid)],
            "{nbf}"
        );
    }
    for absent in [json!(0), json!(null), json!("")] {
        let found = inspected(|_, claims| claims["nbf"] = absent.clone());
        assert_eq!(found.client_reports, [], "{absent}");
    }
}

#[test]
fn nbf_future() {
    let at = |nbf: i64| inspected(|_, claims| claims["nbf"] = json!(nbf)).client_reports;
    assert_eq!(at(NOW.seconds() + 1), [plain(ClientCode::NbfFuture)]);
    assert_eq!(at(NOW.seconds()), []);
}

#[test]
fn exp_invalid() {
    for exp in [json!("1"), json!(null), json!(1e13), json!(1.000_1)] {
        let found = inspected(|_, claims| claims["exp"] = exp.clone());
        assert_eq!(
            found.client_reports,
            [plain(ClientCode::ExpInvalid)],
            "{exp}"
        );
    }
    let missing = inspected(|_, claims| {
        claims.as_object_mut().unwrap().remove("exp");
    });
    assert_eq!(missing.client_reports, [plain(ClientCode::ExpInvalid)]);
}

/// At the second of `exp` the server refuses already and the client not yet.
#[test]
fn token_expired() {
    let at = |exp: i64| inspected(|_, claims| claims["exp"] = json!(exp)).client_reports;
    assert_eq!(at(NOW.seconds() - 1), [plain(ClientCode::TokenExpired)]);
    assert_eq!(at(NOW.seconds()), []);
}

#[test]
fn context_not_found() {
    for context in [json!(null), json!(false), json!("")] {
        let found = inspected(|_, claims| claims["context"] = context.clone());
        let expected = [
            plain(ClientCode::FeaturesNotFound),
            plain(ClientCode::ContextNotFound),
        ];
        assert_eq!(found.client_reports, expected, "{context}");
    }
}

#[test]
fn feature_invalid() {
    let found = inspected(|_, claims| {
        claims["context"]["features"] = json!({"teleport": "true", "recording": "true"});
    });
    assert_eq!(
        found.client_reports,
        [about(ClientCode::FeatureInvalid, "teleport")]
    );
    let of_the_server_alone = inspected(|_, claims| {
        claims["context"]["features"] = json!({"live-translation-subscribe": true});
    });
    let expected = [about(
        ClientCode::FeatureInvalid,
        "live-translation-subscribe",
    )];
    assert_eq!(of_the_server_alone.client_reports, expected);
    let list = inspected(|_, claims| claims["context"]["features"] = json!(["recording"]));
    assert_eq!(
        list.client_reports,
        [about(ClientCode::FeatureInvalid, "0")]
    );
    let text = inspected(|_, claims| claims["context"]["features"] = json!("ab"));
    let expected = [
        about(ClientCode::FeatureInvalid, "0"),
        about(ClientCode::FeatureInvalid, "1"),
    ];
    assert_eq!(text.client_reports, expected);
}

#[test]
fn feature_value_invalid() {
    for value in [
        json!("yes"),
        json!(1),
        json!(null),
        json!("TRUE"),
        json!({}),
    ] {
        let found =
            inspected(|_, claims| claims["context"]["features"]["recording"] = value.clone());
        let expected = [about(ClientCode::FeatureValueInvalid, "recording")];
        assert_eq!(found.client_reports, expected, "{value}");
    }
    for value in [json!(true), json!(false), json!("true"), json!("false")] {
        let found =
            inspected(|_, claims| claims["context"]["features"]["recording"] = value.clone());
        assert_eq!(found.client_reports, [], "{value}");
    }
}

#[test]
fn several_come_in_the_clients_order() {
    let found = inspected(|header, claims| {
        header["kid"] = json!("x");
        claims["aud"] = json!("x");
        claims["iss"] = json!("x");
        claims["nbf"] = json!("x");
        claims["exp"] = json!("x");
        claims["context"] = json!(null);
    });
    let codes: Vec<ClientCode> = found
        .client_reports
        .into_iter()
        .map(|report| report.code)
        .collect();
    assert_eq!(
        codes,
        [
            ClientCode::KidMismatch,
            ClientCode::AudInvalid,
            ClientCode::IssInvalid,
            ClientCode::FeaturesNotFound,
            ClientCode::NbfInvalid,
            ClientCode::ExpInvalid,
            ClientCode::ContextNotFound,
        ]
    );
}

/// Of a token of no JaaS tenant it asks for times and context only.
#[test]
fn a_token_of_another_provider() {
    for sub in [json!("meet.example.org"), json!(null), json!("*")] {
        let found = inspected(|header, claims| {
            header["kid"] = json!(null);
            claims["sub"] = sub.clone();
            claims["aud"] = json!("x");
            claims["context"]["features"] = json!(null);
        });
        assert_eq!(found.client_reports, [], "{sub}");
    }
}

/// Where its own code fails it only writes to its log.
#[test]
fn what_the_client_stumbles_over() {
    for token in ["", "x", "!.!.!", "bm8.bm8.x"] {
        assert_eq!(look_at(token).client_reports, [], "{token}");
    }
    let odd_kid = inspected(|header, claims| {
        header["kid"] = json!(7);
        claims["exp"] = json!("x");
    });
    assert_eq!(odd_kid.client_reports, []);
    let odd_sub = inspected(|_, claims| {
        claims["sub"] = json!(7);
        claims["exp"] = json!("x");
    });
    assert_eq!(odd_sub.client_reports, []);
    assert_eq!(codes_of(&header(), &json!("a text")), []);
}

/// The reports of a token made of any two JSON values.
fn codes_of(header: &Value, claims: &Value) -> Vec<ClientReport> {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    look_at(&format!("{}.{}.x", part(header), part(claims))).client_reports
}

fn plain(code: ClientCode) -> ClientReport {
    ClientReport {
        code,
        feature: None,
    }
}

fn about(code: ClientCode, feature: &str) -> ClientReport {
    ClientReport {
        code,
        feature: Some(feature.to_owned()),
    }
}
