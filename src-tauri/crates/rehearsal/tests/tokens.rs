//! Each spoiled token gets the server's recorded answer, and a good one is let in.

use roomkey_core::app_id::AppId;
use roomkey_core::key_id::KeyId;
use roomkey_core::role::Role;
use roomkey_core::token::Token;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::happening::What;
use roomkey_rehearsal::{Options, Rehearsal};
use serde_json::{Value, json};

use crate::support::page::Line;
use crate::support::stage::{KEYS, PERSON, Stage, room};

#[tokio::test]
async fn every_spoiled_token_is_refused_as_recorded() {
    let stage = Stage::new(0.01).await;
    let standup = room("standup");
    for (case, expected) in refusals() {
        let token = stage.token_for(case, &standup);
        let mut line = Line::join(&stage, &standup, &token).await;
        let refused = line.hear_of("refused").await;
        assert_eq!(refused["error"], expected, "{case:?}");
        let verdict = &refused["verdict"]["inspection"]["verdict"];
        assert_eq!(verdict["kind"], "refused", "{case:?}");
    }
    assert_eq!(stage.rehearsal.participants(&standup), []);
}

#[tokio::test]
async fn every_other_token_is_accepted() {
    let stage = Stage::new(0.01).await;
    let standup = room("standup");
    let refused: Vec<Case> = refusals().into_iter().map(|(case, _)| case).collect();
    for case in Case::ALL.into_iter().filter(|case| !refused.contains(case)) {
        let token = stage.token_for(case, &standup);
        let mut line = Line::join(&stage, &standup, &token).await;
        let accepted = line.hear_of("accepted").await;
        assert_eq!(accepted["me"]["person"], PERSON, "{case:?}");
    }
}

#[tokio::test]
async fn the_roles_and_features_are_those_of_the_token() {
    let mut stage = Stage::new(0.01).await;
    for role in [Role::Moderator, Role::Participant, Role::Visitor] {
        let place = room(&format!("{role:?}").to_lowercase());
        let token = stage.token(&place, role);
        let mut line = Line::join(&stage, &place, &token).await;
        let accepted = line.hear_of("accepted").await;
        assert_eq!(accepted["me"]["role"], json!(role));
        assert_eq!(accepted["me"]["name"], "Ada");
        assert_eq!(accepted["me"]["email"], "ada@example.org");
        let inspection = &accepted["verdict"]["inspection"];
        let features = &inspection["verdict"]["content"]["features"];
        assert_eq!(
            *features,
            json!({ "livestreaming": false, "recording": true })
        );
        let joined = stage
            .happens(&place, |what| matches!(what, What::Joined { .. }))
            .await;
        let What::Joined { role: granted, .. } = joined else {
            panic!("{joined:?}");
        };
        assert_eq!(granted, role);
    }
}

#[tokio::test]
async fn a_tenants_key_opens_no_other_tenants_rooms() {
    let mine = KeyId::parse_for(&crate::support::stage::tenant(), "4f4910").unwrap();
    let tenant = AppId::parse("vpaas-magic-cookie-00000000000000000000000000000000").unwrap();
    let theirs = KeyId::parse_for(&tenant, "4f4910").unwrap();
    let keys = [mine, theirs.clone()].map(|key_id| (key_id, KEYS[0].public().clone()));
    let stage = Stage::new(0.01).await;
    let rehearsal = Rehearsal::start(Options {
        keys: keys.to_vec(),
        clock: {
            let now = stage.now();
            std::sync::Arc::new(move || now)
        },
        ..Options::default()
    })
    .await
    .unwrap();
    let stage = stage.with(rehearsal);

    let standup = room("standup");
    let mut grant = stage.grant(&standup, Role::Moderator);
    grant.app_id = tenant;
    let token = Token::sign(&grant, &theirs, &KEYS[0]).unwrap();
    let mut line = Line::join(&stage, &standup, &token).await;

    let refused = line.hear_of("refused").await;
    assert_eq!(refused["error"]["message"], "could not obtain public key");
}

#[tokio::test]
async fn the_answer_tells_every_check_and_no_signature() {
    let stage = Stage::new(0.01).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let mut line = Line::join(&stage, &standup, &token).await;

    let accepted = line.hear_of("accepted").await;

    let inspection = &accepted["verdict"]["inspection"];
    let checks = inspection["checks"].as_array().unwrap();
    assert!(
        checks
            .iter()
            .all(|check| check["outcome"]["kind"] == "pass")
    );
    let readings = inspection["readings"].as_array().unwrap();
    assert!(
        readings
            .iter()
            .any(|one| one["path"] == "context.user.name")
    );
    let signature = token.reveal().rsplit('.').next().unwrap();
    assert!(!accepted.to_string().contains(signature));
}

/// The table "Refused tokens" of the recorded meetings.
fn refusals() -> Vec<(Case, Value)> {
    let connection = |message: &str| {
        json!({
            "name": "connection.passwordRequired",
            "type": "CONNECTION",
            "message": message,
            "isFatal": false,
        })
    };
    let mut missing = connection("token required");
    missing["recoverable"] = json!(true);
    vec![
        (
            Case::TokenExpired,
            connection("Not acceptable by exp (8.0 sec since expired)"),
        ),
        (Case::TokenNotYetValid, connection("Not acceptable by nbf")),
        (Case::BadSignature, connection("Invalid signature")),
        (
            Case::UnknownKeyId,
            connection("could not obtain public key"),
        ),
        (
            Case::ForeignKeyId,
            connection("could not obtain public key"),
        ),
        (
            Case::WrongIssuer,
            connection("invalid &apos;iss&apos; claim"),
        ),
        (
            Case::WrongAudience,
            connection("invalid &apos;aud&apos; claim"),
        ),
        (
            Case::NoContext,
            connection("jwt missing required context claim"),
        ),
        (
            Case::SubjectMismatch,
            connection("kid and jwt tenant do not match"),
        ),
        (Case::Garbage, connection("bad token format")),
        (Case::NoToken, missing),
        (
            Case::OtherRoom,
            json!({
                "name": "conference.connectionError.notAllowed",
                "type": "CONFERENCE",
                "params": ["general", "Room and token mismatched"],
                "isFatal": false,
            }),
        ),
    ]
}
