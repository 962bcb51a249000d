//! JaaS behind the seam is JaaS: the same tokens, the same checks.

use roomkey_core::inspect;
use roomkey_core::provider::jaas::Tenant;

use super::*;
use crate::core::fixtures::{KEY_ID, key_id, look_at, room};

pub(super) fn tenant() -> Provider {
    Provider::Jaas(Tenant {
        key_id: key_id(),
        domain: Domain::parse("8x8.vc").unwrap(),
    })
}

#[test]
fn a_token_is_the_one_that_a_grant_gives() {
    let grant = grant();
    let entry = Entry {
        person: grant.person.clone(),
        role: Role::Moderator,
        features: grant.features.clone(),
        room: grant.room.clone(),
    };
    let purpose = Purpose::Enter(&entry);
    let made = tenant()
        .system()
        .token(&purpose, grant.from, grant.until, Credential::Key(&KEY))
        .unwrap();
    let signed = Token::sign(&grant, &key_id(), &KEY).unwrap();
    assert_eq!(made.reveal(), signed.reveal());
}

#[test]
fn the_checks_are_the_inspectors() {
    let good = Token::sign(&grant(), &key_id(), &KEY).unwrap();
    let expired = json!({"iss": "chat", "aud": "jitsi", "exp": 1, "room": "lounge"});
    let header = json!({"alg": "RS256", "kid": "x", "typ": "JWT"});
    let bad = Token::forge(&header, &expired, &KEY).unwrap();
    let header = json!({"alg": "RS256", "kid": format!("{KEY_ID}x"), "typ": "JWT"});
    let claims = serde_json::to_value(grant().claims()).unwrap();
    let under_another_key_id = Token::forge(&header, &claims, &KEY).unwrap();
    let tokens = [&good, &bad, &under_another_key_id].map(Token::reveal);
    for text in tokens.into_iter().chain(["", "rubbish"]) {
        let room = room();
        let (aim, now) = (Aim::Enter(Some(&room)), NOW);
        let verifier = Some(Verifier::Key(KEY.public()));
        let against = Against { aim, verifier, now };
        let ours: Vec<String> = tenant()
            .system()
            .checks(text, &against)
            .iter()
            .map(|check| match &check.outcome {
                Outcome::Pass => format!("{}: pass", check.source),
                Outcome::Fail(refusal) => format!("{}: {}", check.source, refusal.text),
                Outcome::NotChecked(_) => format!("{}: not checked", check.source),
            })
            .collect();
        let theirs: Vec<String> = look_at(text)
            .checks
            .iter()
            .map(|check| match &check.outcome {
                inspect::Outcome::Pass => format!("{}: pass", check.source),
                inspect::Outcome::Fail { text, .. } => format!("{}: {text}", check.source),
                inspect::Outcome::NotChecked { .. } => format!("{}: not checked", check.source),
            })
            .collect();
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn a_commands_token_needs_no_context() {
    let credential = Credential::Key(&KEY);
    let token = tenant()
        .system()
        .token(&Purpose::Command, NOW, UNTIL, credential);
    let (verifier, now) = (Some(Verifier::Key(KEY.public())), NOW);
    let faults = |aim| {
        let against = Against { aim, verifier, now };
        failed(
            &tenant()
                .system()
                .checks(token.as_ref().unwrap().reveal(), &against),
        )
    };
    assert_eq!(faults(Aim::Command), []);
    let says = "jwt missing required context claim";
    assert_eq!(
        faults(Aim::Enter(None)),
        [failure(Rule::Context, Some(says))]
    );
}
