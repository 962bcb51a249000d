//! What an accepted token grants, and that inspecting never fails.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::prelude::*;
use roomkey_core::feature::{Feature, Features};
use roomkey_core::inspect::{Granted, GrantedRoom, Inspection, Verdict};
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use serde_json::{Value, json};

use crate::core::fixtures::{KEY, grant, inspected, key_id, look_at};

#[test]
fn what_was_granted_is_read_back() {
    let grant = grant();
    let token = Token::sign(&grant, &key_id(), &KEY).unwrap();
    let granted = granted(look_at(token.reveal()));
    assert_eq!(granted.person_id.as_deref(), Some(grant.person.id.as_str()));
    assert_eq!(granted.name.as_deref(), Some("Ada"));
    assert_eq!(granted.email.as_deref(), Some("ada@example.org"));
    assert_eq!(
        granted.avatar.as_deref(),
        Some("https://example.org/ada.png")
    );
    assert_eq!(granted.role, grant.role);
    assert_eq!(granted.features, grant.features);
    assert_eq!(
        granted.room,
        GrantedRoom::Exact {
            name: "standup".to_owned()
        }
    );
    assert_eq!(
        (granted.from, granted.until),
        (Some(grant.from), Some(grant.until))
    );
    assert!(!granted.hidden_from_recorder);
}

/// `mod_muc_moderators.lua` takes `true` and "true" alone; the role is the
/// web client's (`middleware.any.ts`).
#[test]
fn roles() {
    let cases = [
        (json!({"moderator": "true"}), Role::Moderator),
        (json!({"moderator": true}), Role::Moderator),
        (
            json!({"moderator": true, "role": "visitor"}),
            Role::Moderator,
        ),
        (json!({"moderator": "TRUE"}), Role::Participant),
        (json!({"moderator": 1}), Role::Participant),
        (
            json!({"moderator": "false", "role": "visitor"}),
            Role::Visitor,
        ),
        (json!({"role": "moderator"}), Role::Participant),
        (json!({"affiliation": "owner"}), Role::Participant),
        (json!(null), Role::Participant),
    ];
    for (user, role) in cases {
        let inspection = inspected(|_, claims| claims["context"]["user"] = user.clone());
        assert_eq!(granted(inspection).role, role, "{user}");
    }
}

/// `_user2participant` of the web client: trims, takes texts only, and
/// prefers `avatarUrl`.
#[test]
fn a_person_is_read_as_the_client_reads_one() {
    let inspection = inspected(|_, claims| {
        claims["context"]["user"] = json!({
            "id": 7, "name": " Ada ", "avatar": "https://a", "avatarUrl": "https://b",
            "hidden-from-recorder": true,
        });
    });
    let granted = granted(inspection);
    assert_eq!(granted.person_id, None);
    assert_eq!(granted.name.as_deref(), Some("Ada"));
    assert_eq!(granted.avatar.as_deref(), Some("https://b"));
    assert!(granted.hidden_from_recorder);
}

#[test]
fn features_with_odd_values_are_off_and_unknown_ones_left_out() {
    let inspection = inspected(|_, claims| {
        claims["context"]["features"] = json!({
            "recording": true, "livestreaming": "yes", "teleport": true, "lobby": "false",
        });
    });
    let expected: Features = [
        (Feature::Recording, true),
        (Feature::Livestreaming, false),
        (Feature::Lobby, false),
    ]
    .into_iter()
    .collect();
    assert_eq!(granted(inspection).features, expected);
}

#[test]
fn rooms() {
    let star = inspected(|_, claims| claims["room"] = json!("*"));
    assert_eq!(granted(star).room, GrantedRoom::Any);
    let pattern = inspected(|_, claims| {
        claims["room"] = json!("Stand%-.*");
        claims["context"]["room"] = json!({"regex": true});
    });
    let expected = GrantedRoom::Pattern {
        pattern: "stand%-.*".to_owned(),
    };
    assert_eq!(granted(pattern).room, expected);
}

#[test]
fn fractions_of_a_second_round_up_to_the_first_whole_one() {
    let inspection = inspected(|_, claims| {
        claims["nbf"] = json!(1_789_999_990.25);
        claims["exp"] = json!(1_790_003_600.75);
    });
    let granted = granted(inspection);
    assert_eq!(granted.from, Some(Timestamp(1_789_999_991)));
    assert_eq!(granted.until, Some(Timestamp(1_790_003_601)));
}

#[test]
fn an_inspection_shows_everything_but_the_signature() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let (_, signature) = token.reveal().rsplit_once('.').unwrap();
    let json = serde_json::to_string(&look_at(token.reveal())).unwrap();
    assert!(json.contains("standup"), "{json}");
    assert!(!json.contains(signature));
    assert!(
        json.contains(r#""verdict":{"kind":"accepted","content":{"personId""#),
        "{json}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_refused_and_nothing_panics(text in any::<String>()) {
        let verdict = look_at(&text).verdict;
        prop_assert!(matches!(verdict, Verdict::Refused(_)), "{verdict:?}");
    }

    #[test]
    fn any_parts_are_refused_and_nothing_panics(
        header in json_value(),
        claims in json_value(),
    ) {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let verdict = look_at(&format!("{}.{}.AAAA", part(&header), part(&claims))).verdict;
        prop_assert!(matches!(verdict, Verdict::Refused(_)), "{verdict:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Claims with the right names and any values; the signature is right.
    #[test]
    fn any_claims_give_a_verdict(values in prop::collection::vec(json_value(), 8)) {
        let names = ["aud", "iss", "sub", "room", "exp", "nbf", "iat", "context"];
        let inspection = inspected(|_, claims| {
            for (name, value) in names.iter().zip(&values) {
                claims[name] = value.clone();
            }
        });
        prop_assert!(matches!(inspection.verdict, Verdict::Refused(_)));
    }
}

fn granted(inspection: Inspection) -> Granted {
    match inspection.verdict {
        Verdict::Accepted(granted) => granted,
        verdict @ (Verdict::Unproved(_) | Verdict::Refused(_)) => panic!("{verdict:?}"),
    }
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{0,8}", inner, 0..4).prop_map(Value::from_iter),
        ]
    })
}
