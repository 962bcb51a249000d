//! Every refusal of 8x8's server: what provokes it, its text, its phase.
//!
//! Texts and order are those of `mod_muc_auth_vpaas.lua`
//! (jitsi/infra-configuration), and of `luajwtjitsi.lib.lua`,
//! `token/util.lib.lua` and `mod_token_verification.lua` (jitsi/jitsi-meet,
//! resources/prosody-plugins). Rows marked "measured" were seen from a real
//! Prosody with these modules.

mod claims;
mod header;
mod room;

use roomkey_core::inspect::{Inspection, Outcome, Refusal, RefusalPhase, Rule, Verdict};
use roomkey_core::token::Token;
use serde_json::{Value, json};

use crate::core::fixtures::{
    APP_ID, KEY, KEY_ID, NOW, OTHER_APP_ID, OTHER_KEY, grant, inspected, key_id, look_at,
};

#[test]
fn a_good_token_passes_every_check() {
    let token = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let inspection = look_at(token.reveal());
    for check in &inspection.checks {
        assert_eq!(check.outcome, Outcome::Pass, "{:?}", check.rule);
    }
    assert!(matches!(inspection.verdict, Verdict::Accepted(_)));
}

/// A token with every fault loses them one by one, in the server's order.
#[test]
fn the_first_fault_in_the_servers_order_decides() {
    let mut header = json!({"alg": "none", "typ": "at+jwt"});
    let mut claims = json!({"exp": "x", "nbf": "x", "room": "lounge"});
    let now = NOW.seconds();
    type Mend = fn(&mut Value, &mut Value, i64);
    let steps: [(Mend, &str); 17] = [
        (|_, _, _| {}, "'kid' claim is missing"),
        (
            |header, _, _| header["kid"] = json!(7),
            "'kid' claim is in wrong format",
        ),
        (
            |header, _, _| header["kid"] = json!(OTHER_APP_ID),
            "invalid kid format for vpaas",
        ),
        (
            |header, _, _| header["kid"] = json!(format!("{OTHER_APP_ID}/a")),
            "could not obtain public key",
        ),
        (|header, _, _| header["kid"] = json!(KEY_ID), "Invalid typ"),
        (
            |header, _, _| header["typ"] = json!("JWT"),
            "Invalid or incorrect alg",
        ),
        (
            |header, _, _| header["alg"] = json!("RS256"),
            "Invalid signature",
        ),
        (|_, _, _| {}, "exp must be number"),
        (
            |_, claims, now| claims["exp"] = json!(now - 8),
            "nbf must be number",
        ),
        (
            |_, claims, now| claims["nbf"] = json!(now + 8),
            "Not acceptable by exp (8.0 sec since expired)",
        ),
        (
            |_, claims, now| claims["exp"] = json!(now + 8),
            "Not acceptable by nbf",
        ),
        (
            |_, claims, now| claims["nbf"] = json!(now),
            "'iss' claim is missing",
        ),
        (
            |_, claims, _| claims["iss"] = json!("me"),
            "invalid 'iss' claim",
        ),
        (
            |_, claims, _| claims["iss"] = json!("chat"),
            "'aud' claim is missing",
        ),
        (
            |_, claims, _| claims["aud"] = json!("jitsi"),
            "jwt missing required context claim",
        ),
        (
            |_, claims, _| claims["context"] = json!({}),
            "'tenant' is missing from session",
        ),
        (
            |_, claims, _| claims["sub"] = json!(APP_ID),
            "Room and token mismatched",
        ),
    ];
    for (number, (mend, text)) in steps.into_iter().enumerate() {
        mend(&mut header, &mut claims, now);
        let key = if number < 7 { &OTHER_KEY } else { &KEY };
        let token = Token::forge(&header, &claims, key).unwrap();
        let Verdict::Refused(refusal) = look_at(token.reveal()).verdict else {
            panic!("accepted before {text}");
        };
        assert_eq!(refusal.wire_text(), text);
    }
}

/// The verdict, the failing check and its text are those; and everything but
/// a wrong room is refused while connecting.
fn refused(inspection: &Inspection, rule: Rule, refusal: &Refusal, text: &str) {
    assert_eq!(inspection.verdict, Verdict::Refused(refusal.clone()));
    assert_eq!(refusal.wire_text(), text);
    let failed = inspection
        .checks
        .iter()
        .find(|check| matches!(check.outcome, Outcome::Fail { .. }));
    let failed = failed.unwrap();
    assert_eq!(failed.rule, rule);
    let expected = Outcome::Fail {
        text: refusal.to_string(),
        refusal: refusal.clone(),
    };
    assert_eq!(failed.outcome, expected);
    assert!(!failed.source.is_empty());
    let phase = if rule == Rule::Room {
        RefusalPhase::Conference
    } else {
        RefusalPhase::Connection
    };
    assert_eq!(refusal.phase(), phase);
}

fn remove(part: &mut Value, name: &str) {
    part.as_object_mut().unwrap().remove(name);
}

#[test]
fn every_rule_has_words_of_its_own() {
    let inspection = inspected(|_, _| {});
    let mut words: Vec<&str> = inspection
        .checks
        .iter()
        .map(|check| check.rule.in_words())
        .collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), inspection.checks.len());
    assert!(!words.contains(&""));
}
