//! What a signed token says, and who may sign it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roomkey_core::app_id::AppId;
use roomkey_core::feature::Features;
use roomkey_core::grant::{Grant, RoomScope};
use roomkey_core::key_id::KeyId;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use roomkey_core::token::{SignFault, Token};
use serde_json::{Value, json};

use crate::core::fixtures::{APP_ID, KEY, KEY_ID, NOW, OTHER_APP_ID, grant, key_id};

#[test]
fn header_and_claims_are_those_of_the_documentation() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let (header, claims) = parts(&token);
    assert_eq!(header, json!({"alg": "RS256", "kid": KEY_ID, "typ": "JWT"}));
    assert_eq!(
        claims,
        json!({
            "aud": "jitsi",
            "iss": "chat",
            "sub": APP_ID,
            "room": "standup",
            "nbf": NOW.seconds() - 10,
            "exp": NOW.seconds() + 3600,
            "context": {
                "user": {
                    "id": "0f8b7760-c17f-4a12-b134-c6ac37167144",
                    "name": "Ada",
                    "email": "ada@example.org",
                    "avatar": "https://example.org/ada.png",
                    "moderator": "true",
                    "hidden-from-recorder": "false",
                },
                "features": {"recording": "true", "livestreaming": "false"},
            },
        })
    );
}

#[test]
fn only_a_visitor_has_a_role_and_only_a_moderator_the_flag() {
    let cases = [
        (Role::Moderator, "true", None),
        (Role::Participant, "false", None),
        (Role::Visitor, "false", Some("visitor")),
    ];
    for (role, moderator, claim) in cases {
        let user = &claims_of(&Grant { role, ..grant() })["context"]["user"];
        assert_eq!(user["moderator"], moderator, "{role:?}");
        assert_eq!(user.get("role").and_then(Value::as_str), claim, "{role:?}");
    }
}

#[test]
fn what_is_not_known_is_left_out_and_never_null() {
    let mut bare = grant();
    bare.person.email = None;
    bare.person.avatar = None;
    bare.features = Features::default();
    let claims = claims_of(&bare);
    let user = claims["context"]["user"].as_object().unwrap();
    assert!(
        !user.contains_key("email") && !user.contains_key("avatar"),
        "{user:?}"
    );
    assert_eq!(claims["context"]["features"], json!({}));
    assert!(!claims.to_string().contains("null"), "{claims}");
}

#[test]
fn every_room_is_a_star_and_staying_out_of_recordings_a_text() {
    let claims = claims_of(&Grant {
        room: RoomScope::Any,
        hidden_from_recorder: true,
        ..grant()
    });
    assert_eq!(claims["room"], "*");
    assert_eq!(claims["context"]["user"]["hidden-from-recorder"], "true");
}

#[test]
fn the_same_grant_gives_the_same_token() {
    let first = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let second = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    assert_eq!(first.reveal(), second.reveal());
}

#[test]
fn a_key_of_another_tenant_does_not_sign() {
    let other = KeyId::parse(&format!("{OTHER_APP_ID}/4f4910")).unwrap();
    let fault = Token::sign(&grant(), &other, &KEY).unwrap_err();
    let tenant = |id| AppId::parse(id).unwrap();
    assert_eq!(
        fault,
        SignFault::OtherTenant {
            key: tenant(OTHER_APP_ID),
            grant: tenant(APP_ID)
        }
    );
}

#[test]
fn a_token_that_ends_before_it_begins_is_not_made() {
    let fault = |from, until| {
        Token::sign(
            &Grant {
                from,
                until,
                ..grant()
            },
            &key_id(),
            &KEY,
        )
        .unwrap_err()
    };
    let (now, before) = (NOW, NOW.minus(1));
    assert_eq!(
        fault(now, now),
        SignFault::NoTime {
            from: now,
            until: now
        }
    );
    assert_eq!(
        fault(now, before),
        SignFault::NoTime {
            from: now,
            until: before
        }
    );
}

#[test]
fn debug_and_faults_show_no_token() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    assert_eq!(format!("{token:?}"), "Token([redacted])");
}

#[test]
fn a_forged_token_says_what_it_is_told_to() {
    let header = json!({"alg": "none", "kid": 7});
    let claims = json!({"exp": Timestamp(0).seconds(), "context": null});
    let token = Token::forge(&header, &claims, &KEY).unwrap();
    assert_eq!(parts(&token), (header, claims));
    assert_eq!(Token::verbatim("rubbish").reveal(), "rubbish");
}

fn claims_of(grant: &Grant) -> Value {
    parts(&Token::sign(grant, &key_id(), &KEY).unwrap()).1
}

fn parts(token: &Token) -> (Value, Value) {
    let mut parts = token.reveal().split('.').map(|part| {
        let bytes = URL_SAFE_NO_PAD.decode(part).unwrap();
        serde_json::from_slice(&bytes).ok()
    });
    (
        parts.next().flatten().unwrap(),
        parts.next().flatten().unwrap(),
    )
}
