//! JioMeet, by its page "Authentication".

mod rooms;

use roomkey_core::provider::jiomeet::{App, AppId, Authorization, Issuer, Steps};

use super::*;

fn app(steps: Steps) -> Provider {
    Provider::JioMeet(App {
        id: AppId::parse("0123456789").unwrap(),
        issuer: None,
        steps,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: Authorization::default(),
    })
}

pub(super) fn one_step() -> Provider {
    app(Steps::One)
}

pub(super) fn two_steps() -> Provider {
    app(Steps::Two)
}

/// The id has digits only, and begins with 0.
fn claims() -> Value {
    json!({
        "app": "0123456789",
        "iss": "0123456789",
        "iat": NOW.seconds(),
        "exp": UNTIL.seconds(),
    })
}

#[test]
fn both_ways_say_the_same_and_ids_are_texts() {
    let (header, found) = by_secret(&one_step(), &Purpose::Command).unwrap();
    assert_eq!(header, json!({"alg": "HS256", "typ": "JWT"}));
    assert_eq!(found, claims());

    let (header, found) = by_key(&two_steps(), &Purpose::Command).unwrap();
    assert_eq!(header, json!({"alg": "RS256", "typ": "JWT"}));
    assert_eq!(found, claims());
}

#[test]
fn an_issuer_of_its_own_stands_in_iss() {
    let provider = Provider::JioMeet(App {
        id: AppId::parse("my-app").unwrap(),
        issuer: Some(Issuer::parse("roomkey").unwrap()),
        steps: Steps::One,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: Authorization::default(),
    });
    let (_, claims) = by_secret(&provider, &Purpose::Command).unwrap();
    assert_eq!(
        (&claims["app"], &claims["iss"]),
        (&json!("my-app"), &json!("roomkey"))
    );
}

#[test]
fn one_joins_without_a_token() {
    let entry = entry(Role::Moderator, "0123456789");
    let made = by_secret(&one_step(), &Purpose::Enter(&entry));
    let system = "JioMeet";
    assert_eq!(made, Err(TokenFault::NoEntry { system }));
}

#[test]
fn our_own_tokens_pass_every_check() {
    let secret = secret();
    let cases = [
        (
            one_step(),
            Credential::Secret(&secret),
            Verifier::Secret(&secret),
        ),
        (
            two_steps(),
            Credential::Key(&KEY),
            Verifier::Key(KEY.public()),
        ),
    ];
    for (provider, credential, verifier) in cases {
        let token = provider
            .system()
            .token(&Purpose::Command, NOW, UNTIL, credential);
        let (aim, verifier, now) = (Aim::Command, Some(verifier), NOW);
        let against = Against { aim, verifier, now };
        for check in provider.system().checks(token.unwrap().reveal(), &against) {
            assert_eq!(check.outcome, Outcome::Pass, "{:?}", check.rule);
        }
    }
}

/// The page's samples have `app` and the time that the library adds, and no end.
#[test]
fn the_least_that_is_documented_passes() {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let claims = json!({"app": "0123456789", "iat": NOW.seconds()});
    assert_eq!(failures(&one_step(), &header, &claims, Aim::Command), []);
}

#[test]
fn every_refusal_is_provoked_by_one_change() {
    type Change = fn(&mut Value, &mut Value);
    let cases: [(Change, Rule); 6] = [
        (|header, _| header["alg"] = json!("none"), Rule::Alg),
        (|header, _| *header = json!(1), Rule::Header),
        (|_, claims| *claims = json!(1), Rule::Body),
        (
            |_, claims| claims["exp"] = json!(NOW.seconds()),
            Rule::NotExpired,
        ),
        (|_, claims| claims["app"] = json!(123_456_789), Rule::App),
        (|_, claims| claims["app"] = json!("other"), Rule::App),
    ];
    for (change, rule) in cases {
        let (mut header, mut claims) = (json!({"alg": "HS256", "typ": "JWT"}), claims());
        change(&mut header, &mut claims);
        let found = failures(&one_step(), &header, &claims, Aim::Command);
        assert_eq!(found, [failure(rule, None)], "{header} {claims}");
    }
}

#[test]
fn a_secret_does_not_sign_where_a_key_does() {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let public = KEY.public().to_pem();
    let token = Token::forge_by_secret(&header, &claims(), public.as_bytes()).unwrap();
    let (aim, now) = (Aim::Command, NOW);
    let verifier = Some(Verifier::Key(KEY.public()));
    let against = Against { aim, verifier, now };
    let checks = two_steps().system().checks(token.reveal(), &against);
    assert_eq!(
        failed(&checks),
        [failure(Rule::Alg, None), failure(Rule::Signature, None)]
    );
}

#[test]
fn rubbish_is_refused() {
    is_refused_as_a_whole(&one_step(), Aim::Command);
}
