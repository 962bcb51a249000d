//! The providers: what their tokens say, and what is said of their tokens.

mod calls;
mod cases;
mod command;
mod faults;
mod jaas;
mod jiomeet;
mod jitsi;
mod pages;
mod recipe;
mod seam;
mod videosdk;
mod webhook;

use std::borrow::Cow;
use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roomkey_core::domain::Domain;
use roomkey_core::feature::{Feature, Features};
use roomkey_core::grant::RoomScope;
use roomkey_core::provider::{
    Against, Aim, Check, Credential, Entry, Join, Outcome, Provider, Purpose, Role, Rooms, Rule,
    Secret, Signing, TokenFault, Unchecked, Verifier,
};
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::{SignFault, Token};
use serde_json::{Value, json};

use crate::core::fixtures::{KEY, NOW, grant};

const UNTIL: Timestamp = Timestamp(NOW.0 + 600);

fn secret() -> Secret {
    Secret::parse("0123456789abcdef0123456789abcdef").unwrap()
}

/// Ada, in one room.
fn entry(role: Role, room: &str) -> Entry {
    Entry {
        person: grant().person,
        role,
        features: Features::from_iter([
            (Feature::Recording, true),
            (Feature::Livestreaming, false),
        ]),
        room: RoomScope::Exact(RoomName::parse(room).unwrap()),
    }
}

fn by_secret(provider: &Provider, purpose: &Purpose<'_>) -> Result<(Value, Value), TokenFault> {
    let secret = secret();
    by(provider, purpose, Credential::Secret(&secret))
}

fn by_key(provider: &Provider, purpose: &Purpose<'_>) -> Result<(Value, Value), TokenFault> {
    by(provider, purpose, Credential::Key(&KEY))
}

/// A token's header and claims.
fn by(
    provider: &Provider,
    purpose: &Purpose<'_>,
    credential: Credential<'_>,
) -> Result<(Value, Value), TokenFault> {
    let token = provider.system().token(purpose, NOW, UNTIL, credential)?;
    let mut parts = token.reveal().split('.').map(|part| {
        let bytes = URL_SAFE_NO_PAD.decode(part).unwrap();
        serde_json::from_slice(&bytes).ok()
    });
    let mut next = || parts.next().flatten().unwrap();
    let (header, claims) = (next(), next());
    Ok((header, claims))
}

/// A rule that failed, and what the server says then.
type Failure = (Rule, Option<Cow<'static, str>>);

fn failure(rule: Rule, says: Option<&'static str>) -> Failure {
    (rule, says.map(Cow::Borrowed))
}

/// What fails and what is answered, of a token that the shared secret signed.
fn failures(provider: &Provider, header: &Value, claims: &Value, aim: Aim<'_>) -> Vec<Failure> {
    let token = Token::forge_by_secret(header, claims, secret().reveal().as_bytes()).unwrap();
    failed(&checks(provider, token.reveal(), aim, NOW))
}

fn checks(provider: &Provider, token: &str, aim: Aim<'_>, now: Timestamp) -> Vec<Check> {
    let secret = secret();
    let verifier = Some(Verifier::Secret(&secret));
    let against = Against { aim, verifier, now };
    provider.system().checks(token, &against)
}

fn failed(checks: &[Check]) -> Vec<Failure> {
    let refusal = |check: &Check| match &check.outcome {
        Outcome::Fail(refusal) => Some((check.rule, refusal.says.clone())),
        Outcome::Pass | Outcome::NotChecked(_) => None,
    };
    checks.iter().filter_map(refusal).collect()
}

fn outcome(checks: &[Check], rule: Rule) -> Outcome {
    let check = checks.iter().find(|check| check.rule == rule);
    check.unwrap().outcome.clone()
}

/// What the server says of these texts, whichever provider it is.
fn is_refused_as_a_whole(provider: &Provider, aim: Aim<'_>) {
    for text in ["", "rubbish", "a.b", "a.b.c", "....", "é.é.é"] {
        let checks = checks(provider, text, aim, NOW);
        assert!(!failed(&checks).is_empty(), "{text}");
        assert!(
            !checks
                .iter()
                .any(|check| check.outcome == Outcome::Pass && check.rule != Rule::ThreeParts),
            "{text}"
        );
    }
}

#[test]
fn each_provider_says_what_it_can_do() {
    let providers = [
        jaas::tenant(),
        jitsi::by_secret(),
        videosdk::account(),
        jiomeet::one_step(),
    ];
    let abilities = providers.map(|provider| provider.system().abilities());
    assert_eq!(
        abilities.map(|ability| (ability.name, ability.rooms, ability.join, ability.signing)),
        [
            ("JaaS", Rooms::Named, Join::IFrameApi, Signing::Key),
            (
                "Jitsi Meet",
                Rooms::Named,
                Join::IFrameApi,
                Signing::SecretOrKey
            ),
            (
                "VideoSDK",
                Rooms::Made,
                Join::PageWithToken,
                Signing::Secret
            ),
            (
                "JioMeet",
                Rooms::Made,
                Join::PageByLink,
                Signing::SecretOrKey
            ),
        ]
    );
    let has_features = abilities.map(|ability| ability.has_features);
    assert_eq!(has_features, [true, true, false, false]);
    let hides = abilities.map(|ability| ability.hides_from_recorder());
    assert_eq!(hides, [true, true, false, false]);
}

/// What tokens are for is said exactly as they can be made.
#[test]
fn each_provider_says_what_its_tokens_are_for() {
    let enter = entry(Role::Participant, "2kyv-gzay-64pg");
    for (provider, signs_by_key) in [
        (jaas::tenant(), true),
        (jitsi::by_secret(), false),
        (videosdk::account(), false),
        (jiomeet::one_step(), false),
    ] {
        let can_make = |purpose: &Purpose<'_>| {
            let by = if signs_by_key { by_key } else { by_secret };
            by(&provider, purpose).is_ok()
        };
        let abilities = provider.system().abilities();
        let name = abilities.name;
        assert_eq!(
            can_make(&Purpose::Command),
            abilities.has_commands,
            "{name}"
        );
        let enters = can_make(&Purpose::Enter(&enter));
        assert_eq!(enters, abilities.enters_with_token(), "{name}");
    }
}

/// A role is offered exactly where a token can be made for it, unless one joins without a token.
#[test]
fn the_roles_that_are_offered_are_those_that_tokens_know() {
    let all = [
        Role::Moderator,
        Role::Participant,
        Role::Lobby,
        Role::Visitor,
    ];
    for provider in [jaas::tenant(), jitsi::by_key(), videosdk::account()] {
        for role in all {
            let entry = entry(role, "2kyv-gzay-64pg");
            let purpose = Purpose::Enter(&entry);
            let made = match provider.system().abilities().signing {
                Signing::Secret => by_secret(&provider, &purpose),
                Signing::Key | Signing::SecretOrKey => by_key(&provider, &purpose),
            };
            let abilities = provider.system().abilities();
            let is_offered = abilities.roles.contains(&role);
            assert_eq!(made.is_ok(), is_offered, "{} {role:?}", abilities.name);
            if !is_offered {
                let system = abilities.name;
                assert_eq!(made, Err(TokenFault::Role { system, role }));
            }
        }
    }
}

#[test]
fn what_signs_is_what_the_tenant_has() {
    let enter = entry(Role::Participant, "2kyv-gzay-64pg");
    let enter = Purpose::Enter(&enter);
    let command = Purpose::Command;
    let cases = [
        (jaas::tenant(), &enter, false),
        (jaas::tenant(), &command, false),
        (jitsi::by_secret(), &enter, true),
        (jitsi::by_key(), &enter, false),
        (videosdk::account(), &enter, true),
        (videosdk::account(), &command, true),
        (jiomeet::one_step(), &command, true),
        (jiomeet::two_steps(), &command, false),
    ];
    for (provider, purpose, takes_secret) in cases {
        let (with_secret, with_key) = (by_secret(&provider, purpose), by_key(&provider, purpose));
        let (made, refused, fault, alg) = if takes_secret {
            (with_secret, with_key, TokenFault::SecretNeeded, "HS256")
        } else {
            (with_key, with_secret, TokenFault::KeyNeeded, "RS256")
        };
        assert_eq!(refused, Err(fault), "{provider:?}");
        assert_eq!(made.unwrap().0["alg"], alg, "{provider:?}");
    }
}

#[test]
fn a_token_that_ends_before_it_begins_is_not_made() {
    let enter = entry(Role::Participant, "2kyv-gzay-64pg");
    let cases = [
        (jitsi::by_secret(), Purpose::Enter(&enter)),
        (videosdk::account(), Purpose::Command),
        (jiomeet::one_step(), Purpose::Command),
    ];
    let secret = secret();
    for (provider, purpose) in cases {
        let token = provider
            .system()
            .token(&purpose, NOW, NOW, Credential::Secret(&secret));
        let no_time = SignFault::NoTime {
            from: NOW,
            until: NOW,
        };
        assert_eq!(
            token.unwrap_err(),
            TokenFault::Sign(no_time),
            "{provider:?}"
        );
    }
}

#[test]
fn no_provider_has_a_null_in_its_token() {
    let mut bare = entry(Role::Moderator, "2kyv-gzay-64pg");
    bare.person.email = None;
    bare.person.avatar = None;
    bare.features = Features::default();
    bare.room = RoomScope::Any;
    let cases = [
        (jitsi::by_secret(), Purpose::Enter(&bare)),
        (videosdk::account(), Purpose::Enter(&bare)),
        (videosdk::account(), Purpose::Command),
        (jiomeet::one_step(), Purpose::Command),
    ];
    for (provider, purpose) in cases {
        let (header, claims) = by_secret(&provider, &purpose).unwrap();
        assert_eq!(
            header,
            json!({"alg": "HS256", "typ": "JWT"}),
            "{provider:?}"
        );
        assert!(!claims.to_string().contains("null"), "{claims}");
    }
}

#[test]
fn no_question_is_asked_twice_and_each_has_a_source() {
    for provider in [jitsi::by_secret(), videosdk::account(), jiomeet::one_step()] {
        let checks = checks(&provider, "", Aim::Command, NOW);
        assert!(checks.iter().all(|check| !check.source.is_empty()));
        let rules: BTreeSet<String> = checks
            .iter()
            .map(|check| format!("{:?} {}", check.rule, check.source))
            .collect();
        assert_eq!(rules.len(), checks.len());
    }
}

/// Prosody takes padding; of the other two nobody says that they do.
#[test]
fn a_padded_token_is_for_the_lenient_alone() {
    let secret = Secret::parse("secret").unwrap();
    let (aim, now) = (Aim::Command, NOW);
    let verifier = Some(Verifier::Secret(&secret));
    let against = Against { aim, verifier, now };
    let padded = format!("{JWT_IO}=");
    let cases = [
        (jitsi::by_secret(), true),
        (videosdk::account(), false),
        (jiomeet::one_step(), false),
    ];
    for (provider, is_lenient) in cases {
        let checks = provider.system().checks(&padded, &against);
        let form = outcome(&checks, Rule::ThreeParts);
        assert_eq!(form == Outcome::Pass, is_lenient, "{provider:?}");
        assert_eq!(outcome(&checks, Rule::Signature), Outcome::Pass);
    }
}

#[test]
fn without_a_verifier_the_signature_is_not_checked() {
    let (aim, verifier, now) = (Aim::Command, None, NOW);
    let against = Against { aim, verifier, now };
    let checks = jiomeet::one_step().system().checks(JWT_IO, &against);
    assert_eq!(
        outcome(&checks, Rule::Signature),
        Outcome::NotChecked(Unchecked::NoVerifier)
    );
}

/// Somebody else's signature: the token in the address of lib-jitsi-meet's `doc/tokens.md`, which
/// is jwt.io's own, signed with the word `secret`.
#[test]
fn a_foreign_token_fits_its_own_secret_alone() {
    let (right, wrong) = (Secret::parse("secret").unwrap(), secret());
    for provider in [jitsi::by_secret(), videosdk::account(), jiomeet::one_step()] {
        let signature = |secret| {
            let (aim, now) = (Aim::Command, NOW);
            let verifier = Some(Verifier::Secret(secret));
            let against = Against { aim, verifier, now };
            outcome(&provider.system().checks(JWT_IO, &against), Rule::Signature)
        };
        assert_eq!(signature(&right), Outcome::Pass);
        assert!(matches!(signature(&wrong), Outcome::Fail(_)));
    }
}

const JWT_IO: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiYWRtaW4iOnRydWV9.TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ";
