//! What a command to JaaS says, and what its answer means.
//!
//! Addresses, bodies and claims are those of JaaS's documentation, “JaaS endpoints”.

use roomkey_core::domain::Domain;
use roomkey_core::inspect::{Refusal, Verdict};
use roomkey_core::provider::call::{Answer, Method, Repeats};
use roomkey_core::provider::jaas::command::{
    AnswerFault, Command, ParticipantId, UserId, commanded_at, read, token,
};
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use serde_json::{Value, json};

use crate::core::fixtures::{APP_ID, KEY, KEY_ID, NOW, app_id, key_id, look_at};

#[test]
fn every_command_is_the_documented_request() {
    let room = RoomName::parse("testroom").unwrap();
    let meeting = "https://8x8.vc/v1/_jaas/conference-commands/v1/meeting";
    let ban = format!("https://8x8.vc/v1/_jaas/jaccess/v1/access-management/{APP_ID}/ban");
    let conference = format!("testroom@conference.{APP_ID}.8x8.vc");
    let table = [
        (
            Command::EndMeeting { room: room.clone() },
            meeting.to_owned(),
            Some(json!({ "action": "DESTROY", "payload": { "conferenceFullName": conference } })),
        ),
        (
            Command::RemoveParticipant {
                room,
                participant: ParticipantId::parse("f0aa9e1e").unwrap(),
            },
            meeting.to_owned(),
            Some(json!({
                "action": "KICK_PARTICIPANT",
                "payload": { "conferenceFullName": conference, "participantId": "f0aa9e1e" },
            })),
        ),
        (
            Command::BanUser(UserId::parse("auth0|5f9").unwrap()),
            format!("{ban}/user/auth0%7C5f9"),
            None,
        ),
        (
            Command::BanToken(Token::verbatim("e30.e30.c2ln")),
            format!("{ban}/jwt"),
            Some(json!({ "jwt": "e30.e30.c2ln" })),
        ),
    ];
    for (command, address, body) in table {
        let token = Token::verbatim("e30.e30.c2ln");
        let call = command.call(&app_id(), &Domain::parse("8x8.vc").unwrap(), &token);
        assert_eq!((call.method, call.repeats), (Method::Post, Repeats::Never));
        assert_eq!(call.address, address);
        let bearer = call.authorization.as_ref().map(|header| header.as_str());
        assert_eq!(bearer, Some("Bearer e30.e30.c2ln"));
        let found: Option<Value> = call
            .body
            .as_ref()
            .map(|body| serde_json::from_str(body).unwrap());
        assert_eq!(found, body);
        let printed = format!("{call:?} {command:?}");
        assert!(!printed.contains("c2ln"), "{printed}");
    }
}

#[test]
fn regions_are_commanded_at_jaas_and_other_hosts_where_they_are() {
    let ending = "/v1/_jaas/conference-commands/v1/meeting";
    for (domain, origin, service) in [
        ("8x8.vc", "https://8x8.vc", "8x8.vc"),
        ("frankfurt.8x8.vc", "https://8x8.vc", "8x8.vc"),
        ("stage.8x8.vc", "https://stage.8x8.vc", "stage.8x8.vc"),
        ("8x8.vc:8443", "https://8x8.vc:8443", "8x8.vc"),
        ("no8x8.vc", "https://no8x8.vc", "8x8.vc"),
        ("meet.example.org", "https://meet.example.org", "8x8.vc"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080", "8x8.vc"),
    ] {
        let room = RoomName::parse("standup").unwrap();
        let domain = Domain::parse(domain).unwrap();
        let token = Token::verbatim("e30.e30.c2ln");
        let call = Command::EndMeeting { room }.call(&app_id(), &domain, &token);
        assert_eq!(call.address, format!("{origin}{ending}"));
        assert_eq!(commanded_at(&domain).origin(), origin);
        let name = format!("standup@conference.{APP_ID}.{service}\"");
        assert!(call.body.unwrap().contains(&name), "{domain}");
    }
}

/// The documented payload and nothing else; without a context JaaS lets nobody into a meeting
/// with it.
#[test]
fn a_calls_token_is_short_and_opens_no_meeting() {
    let token = token(&key_id(), &KEY, NOW).unwrap();

    let inspection = look_at(token.reveal());

    assert_eq!(
        inspection.header,
        Some(json!({ "alg": "RS256", "kid": KEY_ID, "typ": "JWT" }))
    );
    let claims = json!({
        "admin": true,
        "aud": "jitsi",
        "exp": NOW.seconds() + 60,
        "iss": "chat",
        "nbf": NOW.seconds() - 10,
        "sub": APP_ID,
    });
    assert_eq!(inspection.claims, Some(claims));
    assert_eq!(
        inspection.verdict,
        Verdict::Refused(Refusal::ContextMissing)
    );
}

#[test]
fn every_answer_has_its_meaning() {
    let said = || Some("No such meeting".to_owned());
    let json = r#"{"status":1,"message":"No such\n meeting "}"#;
    let page = "<!DOCTYPE html><html><body>Log in</body></html>";
    let table = [
        (200, "", Ok(())),
        (202, json, Ok(())),
        (204, "", Ok(())),
        (200, "OK", Ok(())),
        (400, json, Err(AnswerFault::Malformed { said: said() })),
        (422, "", Err(AnswerFault::Malformed { said: None })),
        (401, json, Err(AnswerFault::Unauthorised { said: said() })),
        (403, "no", Err(AnswerFault::Forbidden { said: None })),
        (404, json, Err(AnswerFault::Unknown { said: said() })),
        (429, json, Err(AnswerFault::TooMany { said: said() })),
        (
            500,
            json,
            Err(AnswerFault::Server {
                status: 500,
                said: said(),
            }),
        ),
        (
            502,
            page,
            Err(AnswerFault::Server {
                status: 502,
                said: None,
            }),
        ),
        (301, page, Err(AnswerFault::Redirected)),
        (307, "", Err(AnswerFault::Redirected)),
        (200, page, Err(AnswerFault::Page { status: 200 })),
        (404, page, Err(AnswerFault::Page { status: 404 })),
        (
            418,
            "{}",
            Err(AnswerFault::Other {
                status: 418,
                said: None,
            }),
        ),
    ];
    for (status, body, meaning) in table {
        let answer = Answer {
            status,
            content_type: None,
            body: body.as_bytes(),
        };
        assert_eq!(read(answer), meaning, "{status} {body}");
    }
    let named = Answer {
        status: 200,
        content_type: Some("Text/HTML; charset=utf-8"),
        body: b"Log in",
    };
    assert_eq!(read(named), Err(AnswerFault::Page { status: 200 }));
}

#[test]
fn the_servers_words_are_short_and_hold_no_token() {
    let words = |message: &str| {
        let body = json!({ "message": message }).to_string();
        let answer = Answer {
            status: 401,
            content_type: Some("application/json"),
            body: body.as_bytes(),
        };
        match read(answer) {
            Err(AnswerFault::Unauthorised { said }) => said,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(words("no\u{7}\u{1b} such  key"), Some("no such key".into()));
    assert_eq!(words("bad token eyJhbGciOi.e30.c2ln"), None);
    assert_eq!(words(" "), None);
    assert_eq!(words(&"é".repeat(5000)), Some("é".repeat(300)));
}
