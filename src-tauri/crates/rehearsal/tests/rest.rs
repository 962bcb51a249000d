//! JaaS's own commands: who may give them, what they do, and what they answer.

use std::time::Duration;

use roomkey_core::provider::call::Answer;
use roomkey_core::provider::jaas::command::{self, AnswerFault, Command, ParticipantId, UserId};
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use roomkey_rehearsal::happening::{Leaving, What};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::page::Line;
use crate::support::stage::{KEYS, PERSON, Stage, TENANT, key_id, room, tenant};

/// No timer of a case fires within a test.
const STANDING_STILL: f64 = 1000.0;

#[tokio::test]
async fn a_meeting_is_ended_for_all() {
    let mut stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let end = Command::EndMeeting {
        room: standup.clone(),
    };
    assert_eq!(
        carry_out(&stage, &end).await,
        Err(AnswerFault::Unknown {
            said: Some("there is no such meeting".to_owned())
        })
    );
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, _) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    assert_eq!(carry_out(&stage, &end).await, Ok(()));

    for line in [&mut ada, &mut bob] {
        line.hear_of("ended").await;
        assert_eq!(line.hear().await, None);
    }
    let how = Leaving::EndedForAll;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;
    assert_eq!(stage.rehearsal.participants(&standup), []);
}

#[tokio::test]
async fn one_participant_is_removed_and_no_other() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, bob_id) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;
    let remove = |room: &RoomName, id: &str| Command::RemoveParticipant {
        room: room.clone(),
        participant: ParticipantId::parse(id).unwrap(),
    };
    let unknown = Err(AnswerFault::Unknown {
        said: Some("there is no such participant".to_owned()),
    });
    assert_eq!(
        carry_out(&stage, &remove(&standup, "00000000")).await,
        unknown
    );
    let elsewhere = remove(&room("den"), &bob_id);
    assert_eq!(carry_out(&stage, &elsewhere).await, unknown);

    assert_eq!(carry_out(&stage, &remove(&standup, &bob_id)).await, Ok(()));

    for line in [&mut ada, &mut bob] {
        assert_eq!(line.hear_of("kicked").await["id"], json!(bob_id));
    }
    assert_eq!(ada.hear_of("left").await["id"], json!(bob_id));
    assert_eq!(bob.hear().await, None);
    assert!(ada.is_quiet(Duration::from_millis(200)).await);
}

#[tokio::test]
async fn a_banned_user_stays_and_does_not_come_back() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, ada_id) = joined(&stage, &standup, Role::Moderator).await;
    let ban = Command::BanUser(UserId::parse(PERSON).unwrap());

    assert_eq!(carry_out(&stage, &ban).await, Ok(()));

    assert!(ada.is_quiet(Duration::from_millis(200)).await);
    let fresh = stage.token(&room("den"), Role::Moderator);
    is_refused(&stage, &room("den"), &fresh).await;
    ada.kill();
    let token = stage.token(&standup, Role::Moderator);
    let mut back = Line::resume(&stage, &standup, &json!(ada_id), &token).await;
    back.hear_of("dead").await;
}

#[tokio::test]
async fn a_banned_token_opens_nothing_and_another_of_the_same_user_does() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let ban = Command::BanToken(token.clone());

    assert_eq!(carry_out(&stage, &ban).await, Ok(()));

    is_refused(&stage, &standup, &token).await;
    let other = stage.token(&standup, Role::Participant);
    let mut line = Line::join(&stage, &standup, &other).await;
    line.hear_of("accepted").await;
}

/// Every command is refused before its body is looked at.
#[tokio::test]
async fn only_a_good_admin_token_of_the_tenant_commands() {
    let stage = Stage::new(STANDING_STILL).await;
    let [key, other_key] = &*KEYS;
    let (_ada, _) = joined(&stage, &room("standup"), Role::Moderator).await;
    let now = stage.now();
    let header = json!({ "alg": "RS256", "kid": key_id().as_str(), "typ": "JWT" });
    let claims = |change: &dyn Fn(&mut Value)| {
        let mut claims = json!({
            "aud": "jitsi",
            "exp": now.seconds() + 60,
            "iss": "chat",
            "admin": true,
            "nbf": now.seconds() - 10,
            "sub": TENANT,
        });
        change(&mut claims);
        let token = Token::forge(&header, &claims, key).unwrap();
        token.reveal().to_owned()
    };
    let other_kid = json!({ "alg": "RS256", "kid": format!("{TENANT}/other"), "typ": "JWT" });
    let other_kid =
        Token::forge(&other_kid, &json!({ "admin": true, "sub": TENANT }), key).unwrap();
    let signed_by_another = command::token(&key_id(), other_key, now).unwrap();
    let table = [
        ("none", None, 401),
        ("garbage", Some("x".to_owned()), 401),
        ("another kid", Some(other_kid.reveal().to_owned()), 401),
        (
            "another key",
            Some(signed_by_another.reveal().to_owned()),
            401,
        ),
        (
            "expired",
            Some(claims(&|c| c["exp"] = json!(now.seconds()))),
            401,
        ),
        (
            "not yet",
            Some(claims(&|c| c["nbf"] = json!(now.seconds() + 1))),
            401,
        ),
        ("audience", Some(claims(&|c| c["aud"] = json!("zoom"))), 401),
        (
            "a meeting's own",
            Some(
                stage
                    .token(&room("standup"), Role::Moderator)
                    .reveal()
                    .to_owned(),
            ),
            403,
        ),
        (
            "admin: false",
            Some(claims(&|c| c["admin"] = json!(false))),
            403,
        ),
        (
            "admin: \"true\"",
            Some(claims(&|c| c["admin"] = json!("true"))),
            403,
        ),
    ];
    let commands = [
        Command::EndMeeting {
            room: room("standup"),
        },
        Command::BanUser(UserId::parse(PERSON).unwrap()),
        Command::BanToken(stage.token(&room("standup"), Role::Moderator)),
    ];
    for (what, token, status) in &table {
        for command in &commands {
            let (found, _) = send(&stage, command, token.as_deref()).await;
            assert_eq!(found, *status, "{what}: {command:?}");
        }
    }
    assert_eq!(stage.rehearsal.participants(&room("standup")).len(), 1);
    let good = claims(&|_| ());
    let (found, _) = send(&stage, &commands[0], Some(&good)).await;
    assert_eq!(found, 200, "the documented payload is good");
}

#[tokio::test]
async fn what_is_no_command_or_another_tenants_is_refused() {
    let stage = Stage::new(STANDING_STILL).await;
    let origin = stage.rehearsal.domain().origin();
    let token = command::token(&key_id(), &KEYS[0], stage.now()).unwrap();
    let other = "vpaas-magic-cookie-00000000000000000000000000000000";
    let meeting = "/v1/_jaas/conference-commands/v1/meeting";
    let access = "/v1/_jaas/jaccess/v1/access-management";
    let order = |action: &str, name: &str| {
        json!({ "action": action, "payload": { "conferenceFullName": name } }).to_string()
    };
    let huge = format!("{{\"jwt\":\"{}\"}}", "a".repeat(70_000));
    let table = [
        (meeting.to_owned(), String::new(), 400),
        (meeting.to_owned(), "{".to_owned(), 400),
        (meeting.to_owned(), order("PAINT", "x"), 400),
        (meeting.to_owned(), order("DESTROY", "standup"), 400),
        (
            meeting.to_owned(),
            order("DESTROY", &format!("standup@conference.{TENANT}")),
            400,
        ),
        (
            meeting.to_owned(),
            order(
                "KICK_PARTICIPANT",
                &format!("standup@conference.{TENANT}.8x8.vc"),
            ),
            400,
        ),
        (
            meeting.to_owned(),
            order("DESTROY", &format!("standup@conference.{other}.8x8.vc")),
            403,
        ),
        (format!("{access}/{other}/ban/user/ada"), String::new(), 403),
        (format!("{access}/{other}/ban/jwt"), "{}".to_owned(), 403),
        (format!("{access}/{TENANT}/ban/jwt"), "{}".to_owned(), 400),
        (
            format!("{access}/{TENANT}/ban/jwt"),
            r#"{"jwt":"garbage"}"#.to_owned(),
            400,
        ),
        (format!("{access}/{TENANT}/ban/jwt"), huge, 400),
    ];
    for (path, body, status) in table {
        let address = format!("{origin}{path}");
        let (found, answer) = post(&address, Some(token.reveal()), &body).await;
        let short: String = body.chars().take(80).collect();
        assert_eq!(found, status, "{path} {short}: {answer}");
    }
}

/// Gives a command as the shell does, and reads the answer as it does.
async fn carry_out(stage: &Stage, command: &Command) -> Result<(), AnswerFault> {
    let token = command::token(&key_id(), &KEYS[0], stage.now()).unwrap();
    let (status, body) = send(stage, command, Some(token.reveal())).await;
    command::read(Answer {
        status,
        content_type: None,
        body: body.as_bytes(),
    })
}

async fn is_refused(stage: &Stage, room: &RoomName, token: &Token) {
    let mut line = Line::join(stage, room, token).await;
    let refused = line.hear_of("refused").await;
    assert_eq!(
        refused["error"],
        json!({
            "name": "connection.passwordRequired",
            "type": "CONNECTION",
            "message": "user is banned",
            "isFatal": false,
        })
    );
    assert_eq!(refused["verdict"]["wireText"], "user is banned");
}

async fn joined(stage: &Stage, room: &RoomName, role: Role) -> (Line, String) {
    let token = stage.token(room, role);
    let mut line = Line::join(stage, room, &token).await;
    let accepted = line.hear_of("accepted").await;
    let id = accepted["me"]["id"].as_str().unwrap().to_owned();
    (line, id)
}

async fn send(stage: &Stage, command: &Command, token: Option<&str>) -> (u16, String) {
    let sent = Token::verbatim(token.unwrap_or_default());
    let call = command.call(&tenant(), &stage.rehearsal.domain(), &sent);
    let body = call.body.as_ref().map_or("", |body| body.as_str());
    post(&call.address, token, body).await
}

/// Status and body of the answer.
async fn post(address: &str, token: Option<&str>, body: &str) -> (u16, String) {
    let rest = address.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let bearer = token.map_or_else(String::new, |token| {
        format!("Authorization: Bearer {token}\r\n")
    });
    let request = format!(
        "POST /{path} HTTP/1.1\r\nHost: {host}\r\n{bearer}Content-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let mut connection = TcpStream::connect(host).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut text = String::new();
    connection.read_to_string(&mut text).await.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap();
    (status.parse().unwrap(), body.to_owned())
}
