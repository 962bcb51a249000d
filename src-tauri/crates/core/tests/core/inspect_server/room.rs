//! Which rooms a token opens.

use roomkey_core::inspect::{Against, Outcome, Refusal, Rule, Verdict, inspect};
use roomkey_core::token::Token;
use serde_json::json;

use super::{refused, remove};
use crate::core::fixtures::{KEY, NOW, grant, inspected, key_id};

/// `mod_token_verification.lua`: "Room and token mismatched"; measured.
#[test]
fn another_room() {
    for claim in [
        json!("lounge"),
        json!("standup2"),
        json!(""),
        json!(7),
        json!("standup "),
    ] {
        let inspection = inspected(|_, claims| claims["room"] = claim.clone());
        let text = "Room and token mismatched";
        refused(&inspection, Rule::Room, &Refusal::RoomMismatch, text);
    }
}

#[test]
fn the_same_room_in_any_case_and_every_room() {
    for claim in ["standup", "StandUp", "*"] {
        let inspection = inspected(|_, claims| claims["room"] = json!(claim));
        assert!(
            matches!(inspection.verdict, Verdict::Accepted(_)),
            "{claim}"
        );
    }
}

#[test]
fn every_room_is_no_pattern() {
    let inspection = inspected(|_, claims| {
        claims["room"] = json!("*");
        claims["context"]["room"] = json!({"regex": true});
    });
    assert!(
        inspection
            .checks
            .iter()
            .all(|check| check.outcome == Outcome::Pass)
    );
}

#[test]
fn rooms_that_only_the_server_can_tell_are_not_checked() {
    let unchecked = [
        inspected(|_, claims| remove(claims, "room")),
        inspected(|_, claims| {
            claims["room"] = json!("stand.*");
            claims["context"]["room"] = json!({"regex": "true"});
        }),
    ];
    for inspection in unchecked {
        let check = inspection
            .checks
            .iter()
            .find(|check| check.rule == Rule::Room)
            .unwrap();
        assert!(
            matches!(check.outcome, Outcome::NotChecked { .. }),
            "{:?}",
            check.outcome
        );
        assert!(matches!(inspection.verdict, Verdict::Accepted(_)));
    }
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let against = Against {
        key: Some(KEY.public()),
        key_id: None,
        room: None,
        now: NOW,
    };
    let inspection = inspect(token.reveal(), &against);
    assert!(matches!(inspection.verdict, Verdict::Accepted(_)));
}
