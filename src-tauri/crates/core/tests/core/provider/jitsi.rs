//! Self-hosted Jitsi, by lib-jitsi-meet's `doc/tokens.md` and jitsi-meet's
//! `resources/prosody-plugins`.

use roomkey_core::domain::Domain;
use roomkey_core::feature::Features;
use roomkey_core::provider::jitsi::{AppName, Audience, KeyName, Scope, Server, TenantName, Trust};

use super::*;
use crate::core::fixtures::OTHER_KEY;

const KID: &str = "jitsi/custom_key_name";

fn server(trust: Trust, scope: Scope) -> Provider {
    Provider::Jitsi(Server {
        domain: Domain::parse("Meet.Example.org:8443").unwrap(),
        scope,
        app: AppName::parse("my_client").unwrap(),
        audience: Audience::parse("jitsi").unwrap(),
        trust,
    })
}

pub(super) fn by_secret() -> Provider {
    server(Trust::Secret, Scope::Domain)
}

pub(super) fn by_key() -> Provider {
    server(Trust::Key(KeyName::parse(KID).unwrap()), Scope::Domain)
}

fn claims_for(role: Role) -> Value {
    let entry = entry(role, "standup");
    super::by_secret(&by_secret(), &Purpose::Enter(&entry))
        .unwrap()
        .1
}

#[test]
fn header_and_claims_are_those_of_the_documentation() {
    let entry = entry(Role::Moderator, "standup");
    let (header, claims) = super::by_key(&by_key(), &Purpose::Enter(&entry)).unwrap();
    assert_eq!(header, json!({"alg": "RS256", "kid": KID, "typ": "JWT"}));
    assert_eq!(
        claims,
        json!({
            "aud": "jitsi",
            "iss": "my_client",
            "sub": "meet.example.org",
            "room": "standup",
            "nbf": NOW.seconds(),
            "exp": UNTIL.seconds(),
            "context": {
                "user": {
                    "id": "0f8b7760-c17f-4a12-b134-c6ac37167144",
                    "name": "Ada",
                    "email": "ada@example.org",
                    "avatar": "https://example.org/ada.png",
                    "moderator": "true",
                    "affiliation": "owner",
                },
                "features": {"recording": "true", "livestreaming": "false"},
            },
        })
    );
}

#[test]
fn everything_about_the_person_is_a_text() {
    for (role, moderator, affiliation) in [
        (Role::Moderator, "true", "owner"),
        (Role::Participant, "false", "member"),
    ] {
        let claims = claims_for(role);
        let user = claims["context"]["user"].as_object().unwrap();
        assert!(user.values().all(Value::is_string), "{user:?}");
        assert_eq!(user["moderator"], moderator);
        assert_eq!(user["affiliation"], affiliation);
    }
}

/// An empty list would take from moderators what they have without one.
#[test]
fn features_are_left_out_where_none_is_named() {
    let mut entry = entry(Role::Moderator, "standup");
    entry.features = Features::default();
    let (_, claims) = super::by_secret(&by_secret(), &Purpose::Enter(&entry)).unwrap();
    assert_eq!(claims["context"].get("features"), None);
}

#[test]
fn sub_is_the_host_or_the_tenant_in_lower_case_or_a_star() {
    let tenant = TenantName::parse("Sales").unwrap();
    for (scope, sub) in [
        (Scope::Domain, "meet.example.org"),
        (Scope::Tenant(tenant), "sales"),
        (Scope::Any, "*"),
    ] {
        let mut entry = entry(Role::Participant, "standup");
        entry.room = RoomScope::Any;
        let server = server(Trust::Secret, scope);
        let (_, claims) = super::by_secret(&server, &Purpose::Enter(&entry)).unwrap();
        assert_eq!(
            (&claims["sub"], &claims["room"]),
            (&json!(sub), &json!("*"))
        );
    }
}

#[test]
fn a_server_takes_no_commands() {
    let made = super::by_secret(&by_secret(), &Purpose::Command);
    let system = "Jitsi Meet";
    assert_eq!(made, Err(TokenFault::NoCommands { system }));
}

#[test]
fn our_own_token_passes_every_check() {
    let entry = entry(Role::Participant, "standup");
    let room = RoomName::parse("standup").unwrap();
    let (aim, now) = (Aim::Enter(Some(&room)), NOW);
    let secret = secret();
    let cases = [
        (
            by_secret(),
            Credential::Secret(&secret),
            Verifier::Secret(&secret),
        ),
        (by_key(), Credential::Key(&KEY), Verifier::Key(KEY.public())),
    ];
    for (server, credential, verifier) in cases {
        let made = server
            .system()
            .token(&Purpose::Enter(&entry), NOW, UNTIL, credential);
        let against = Against {
            aim,
            verifier: Some(verifier),
            now,
        };
        for check in server.system().checks(made.unwrap().reveal(), &against) {
            let is_asked = check.rule != Rule::KeyName || server != by_secret();
            let expected = if is_asked {
                Outcome::Pass
            } else {
                Outcome::NotChecked(Unchecked::NotAsked)
            };
            assert_eq!(check.outcome, expected, "{:?}", check.rule);
        }
    }
}

/// What provokes each refusal, and Prosody's text for it.
#[test]
fn every_refusal_is_provoked_by_one_change() {
    type Change = fn(&mut Value, &mut Value);
    let cases: [(Change, Rule, Option<&'static str>); 18] = [
        (
            |header, _| header["typ"] = json!("jwt"),
            Rule::Typ,
            Some("Invalid typ"),
        ),
        (
            |header, _| header["alg"] = json!("HS512"),
            Rule::Alg,
            Some("Invalid or incorrect alg"),
        ),
        (
            |_, claims| claims["exp"] = json!("1"),
            Rule::ExpNumber,
            Some("exp must be number"),
        ),
        (
            |_, claims| claims["exp"] = json!(null),
            Rule::ExpNumber,
            Some("exp must be number"),
        ),
        (
            |_, claims| claims["nbf"] = json!(true),
            Rule::NbfNumber,
            Some("nbf must be number"),
        ),
        (
            |_, claims| claims["exp"] = json!(NOW.seconds()),
            Rule::NotExpired,
            Some("Not acceptable by exp"),
        ),
        (
            |_, claims| claims["nbf"] = json!(NOW.seconds() + 1),
            Rule::Begun,
            Some("Not acceptable by nbf"),
        ),
        (
            |_, claims| remove(claims, "iss"),
            Rule::Issuer,
            Some("'iss' claim is missing"),
        ),
        (
            |_, claims| claims["iss"] = json!("chat"),
            Rule::Issuer,
            Some("invalid 'iss' claim"),
        ),
        (
            |_, claims| remove(claims, "aud"),
            Rule::Audience,
            Some("'aud' claim is missing"),
        ),
        (
            |_, claims| claims["aud"] = json!(["jitsi"]),
            Rule::Audience,
            Some("invalid 'aud' claim"),
        ),
        (
            |_, claims| remove(claims, "context"),
            Rule::Context,
            Some("jwt missing required context claim"),
        ),
        (
            |_, claims| claims["context"]["user"]["avatar"] = json!(null),
            Rule::NoNull,
            None,
        ),
        (
            |_, claims| remove(claims, "room"),
            Rule::Room,
            Some("'room' claim is missing"),
        ),
        (
            |_, claims| claims["room"] = json!("lounge"),
            Rule::Room,
            Some("Room and token mismatched"),
        ),
        (
            |_, claims| claims["room"] = json!(7),
            Rule::Room,
            Some("Room and token mismatched"),
        ),
        (
            |_, claims| *claims = json!([]),
            Rule::Body,
            Some("Invalid body"),
        ),
        (
            |header, _| *header = json!("HS256"),
            Rule::Header,
            Some("Invalid header"),
        ),
    ];
    let room = RoomName::parse("standup").unwrap();
    for (change, rule, says) in cases {
        let mut header = json!({"alg": "HS256", "typ": "JWT"});
        let mut claims = claims_for(Role::Moderator);
        change(&mut header, &mut claims);
        let found = failures(&by_secret(), &header, &claims, Aim::Enter(Some(&room)));
        assert_eq!(found, [failure(rule, says)], "{header} {claims}");
    }
}

#[test]
fn a_server_with_a_key_server_asks_for_the_keys_name_first() {
    type Change = fn(&mut Value);
    let cases: [(Change, Option<&'static str>); 3] = [
        (
            |header| remove(header, "kid"),
            Some("'kid' claim is missing"),
        ),
        (
            |header| header["kid"] = json!("other"),
            Some("could not obtain public key"),
        ),
        (
            |header| header["kid"] = json!(7),
            Some("could not obtain public key"),
        ),
    ];
    for (change, says) in cases {
        let mut header = json!({"alg": "RS256", "kid": KID, "typ": "JWT"});
        change(&mut header);
        let token = Token::forge(&header, &claims_for(Role::Moderator), &KEY).unwrap();
        assert_eq!(
            by_public(token.reveal())[0],
            failure(Rule::KeyName, says),
            "{header}"
        );
    }
}

/// A token that says HS256 and is signed with the public key's text is not taken.
#[test]
fn only_the_private_key_signs_for_a_public_one() {
    let claims = claims_for(Role::Moderator);
    let says = Some("Invalid signature");
    let header = json!({"alg": "RS256", "kid": KID, "typ": "JWT"});
    let other = Token::forge(&header, &claims, &OTHER_KEY).unwrap();
    assert_eq!(by_public(other.reveal()), [failure(Rule::Signature, says)]);

    let header = json!({"alg": "HS256", "kid": KID, "typ": "JWT"});
    let public = KEY.public().to_pem();
    let confused = Token::forge_by_secret(&header, &claims, public.as_bytes()).unwrap();
    let alg = failure(Rule::Alg, Some("Invalid or incorrect alg"));
    assert_eq!(
        by_public(confused.reveal()),
        [alg, failure(Rule::Signature, says)]
    );
}

#[test]
fn what_a_server_may_leave_alone_is_not_checked() {
    let room = RoomName::parse("standup").unwrap();
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let mut claims = claims_for(Role::Moderator);
    claims["sub"] = json!("elsewhere.example.org");
    claims["room"] = json!("StandUp");
    remove(&mut claims, "nbf");
    remove(&mut claims, "exp");
    let aim = Aim::Enter(Some(&room));
    assert_eq!(failures(&by_secret(), &header, &claims, aim), []);

    let token = Token::forge_by_secret(&header, &claims, secret().reveal().as_bytes()).unwrap();
    let checks = checks(&by_secret(), token.reveal(), aim, NOW);
    for (rule, why) in [
        (Rule::Tenant, Unchecked::ServersChoice),
        (Rule::Begun, Unchecked::NotSaid),
        (Rule::NotExpired, Unchecked::NotSaid),
    ] {
        assert_eq!(outcome(&checks, rule), Outcome::NotChecked(why));
    }
}

#[test]
fn rubbish_is_refused() {
    is_refused_as_a_whole(&by_secret(), Aim::Enter(None));
    is_refused_as_a_whole(&by_key(), Aim::Enter(None));
}

fn by_public(token: &str) -> Vec<Failure> {
    let (aim, now) = (Aim::Enter(None), NOW);
    let verifier = Some(Verifier::Key(KEY.public()));
    let against = Against { aim, verifier, now };
    failed(&by_key().system().checks(token, &against))
}

fn remove(object: &mut Value, name: &str) {
    object.as_object_mut().unwrap().remove(name);
}
