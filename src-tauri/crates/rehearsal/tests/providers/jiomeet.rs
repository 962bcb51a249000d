//! JioMeet's REST: who may call it, and what it answers.

use roomkey_core::domain::Domain;
use roomkey_core::provider::jiomeet::{App, AppId, Authorization, MeetingId, Steps};
use roomkey_core::provider::{Credential, Provider, Purpose};
use roomkey_rehearsal::provider::{Trusted, request};
use serde_json::{Value, json};

use crate::support::scene::{Answer, Scene, other_secret, secret};
use crate::support::stage::KEYS;

const ROOM: &str = "/api/platform/v1/room";
pub(crate) const PLANS: &str = "/api/platform/v1/schedule/meeting";

pub(crate) async fn scene() -> Scene {
    by(Authorization::Bare, Steps::One, Trusted::Secret(secret())).await
}

async fn by(authorization: Authorization, steps: Steps, trusted: Trusted) -> Scene {
    let provider = Provider::JioMeet(App {
        id: AppId::parse("cl9j3f0oq0000").unwrap(),
        issuer: None,
        steps,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization,
    });
    Scene::new(provider, trusted).await
}

pub(crate) async fn make(scene: &Scene, body: &Value) -> Value {
    let answer = scene
        .ask("POST", ROOM, &scene.command(), &body.to_string())
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()
}

async fn plans(scene: &Scene, method: &str, query: &str, body: &Value) -> Answer {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let path = format!("{PLANS}{query}");
    scene.ask(method, &path, &scene.command(), &body).await
}

/// The names of the fields that were refused.
fn refused_fields(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 412);
    let body = answer.json();
    assert_eq!(body["customCode"], json!(412));
    let errors = body["errorsArray"].as_array().unwrap();
    errors
        .iter()
        .map(|error| {
            assert!(error["message"].is_string());
            error["property"].as_str().unwrap().to_owned()
        })
        .collect()
}

#[tokio::test]
async fn a_room_has_what_the_documentation_shows_oddities_and_all() {
    let scene = scene().await;
    let asked = json!({ "name": "Ada", "title": "Standup", "hostToken": true });

    let (first, second) = (make(&scene, &asked).await, make(&scene, &asked).await);

    let digits = first["jiomeetId"].as_str().unwrap();
    assert!(digits.len() == 10 && digits.starts_with('0'), "{digits}");
    let number = second["jiomeetId"].as_u64().unwrap().to_string();
    assert_eq!(number.len(), 10);
    assert_eq!(MeetingId::parse(digits).unwrap().as_str(), digits);
    let pin = first["roomPIN"].as_str().unwrap();
    let origin = scene.stand_in.domain().origin();
    let link = format!("{origin}/guest?meetingId={digits}&pwd={pin}");
    assert_eq!(
        first,
        json!({
            "jiomeetId": digits,
            "roomPIN": pin,
            "subdomain": "rehearsal",
            "joinEndpoint": "guest",
            "hostToken": first["hostToken"],
            "guestMeetingLink": link,
            "meetingLink": format!("{link}\""),
        })
    );
    assert!(!first["hostToken"].as_str().unwrap().is_empty());
    for name in ["jiomeetId", "roomPIN", "hostToken"] {
        assert_ne!(first[name], second[name], "{name}");
    }
    for body in [json!({}), json!({ "hostToken": false })] {
        assert_eq!(make(&scene, &body).await["hostToken"], Value::Null);
    }
}

#[tokio::test]
async fn what_is_no_room_is_refused() {
    let scene = scene().await;
    for body in ["", "rubbish", "[]"] {
        let answer = scene.ask("POST", ROOM, &scene.command(), body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert_eq!(answer.json()["customCode"], json!(400));
        assert!(answer.json()["errors"].is_string());
    }
    let wrong = json!({ "name": 7, "title": "Standup", "hostToken": "yes" });
    let answer = scene
        .ask("POST", ROOM, &scene.command(), &wrong.to_string())
        .await;
    assert_eq!(refused_fields(&answer), ["name", "hostToken"]);
}

#[tokio::test]
async fn a_meeting_is_planned_changed_found_and_called_off() {
    let scene = scene().await;
    let asked = json!({
        "topic": "Standup",
        "startTime": "2026-11-22T09:00:00.000Z",
        "endTime": "2026-11-22T09:30:00.000Z",
        "advancedOptions": { "waitingRoom": true },
    });

    let planned = plans(&scene, "POST", "", &asked).await;

    assert_eq!(planned.status, 200);
    let planned = planned.json();
    let [id, number, pin, host] = ["meetingId", "jiomeetId", "roomPIN", "hostToken"]
        .map(|name| planned[name].as_str().unwrap());
    assert!(id.starts_with("sm-"), "{id}");
    let authority = scene.authority();
    let guest = format!("{authority}/guest?meetingId={number}&pwd={pin}");
    assert_eq!(
        planned,
        json!({
            "meetingId": id,
            "jiomeetId": number,
            "topic": "Standup",
            "isAutoRecordingEnabled": false,
            "startTime": "2026-11-22T09:00:00.000Z",
            "endTime": "2026-11-22T09:30:00.000Z",
            "scheduledDuration": 1_800_000,
            "meetingUrl": format!("http://{guest}"),
            "hostUrl": format!("httpss://{guest}&hostToken={host}"),
            "hostToken": host,
            "status": "active",
            "roomPIN": pin,
            "advancedOptions": {
                "joinBeforeHost": true,
                "waitingRoom": true,
                "participantHardAudioMute": false,
                "participantHardVideoMute": false,
                "isClassroomMode": false,
            },
        })
    );

    let change = json!({ "meetingId": id, "topic": "Retro", "endTime": "2026-11-22T10:00:00Z" });
    let changed = plans(&scene, "PUT", "", &change).await.json();
    assert_eq!(changed["topic"], json!("Retro"));
    assert_eq!(changed["startTime"], planned["startTime"]);
    assert_eq!(changed["scheduledDuration"], json!(3_600_000));
    assert_eq!(
        changed["hostUrl"],
        json!(format!("http://{guest}&hostToken={host}"))
    );

    for (query, count) in [
        (String::new(), 1),
        (format!("?meetingId={id}"), 1),
        (format!("?jiomeetId={number}"), 1),
        ("?meetingId=sm-1".to_owned(), 0),
        ("?fromDate=2026-11-22&endDate=2026-11-23".to_owned(), 1),
        ("?fromDate=2026-11-23&endDate=2026-11-24".to_owned(), 0),
        ("?fromDate=2026-11-20&endDate=2026-11-22".to_owned(), 0),
    ] {
        let found = plans(&scene, "GET", &query, &Value::Null).await.json();
        assert_eq!(found["meetingsCount"], json!(count), "{query}");
        let details = found["meetingDetails"].as_array().unwrap();
        assert_eq!(details.len(), count, "{query}");
        assert!(details.iter().all(|one| one["hostToken"].is_null()));
    }

    let cancel = json!({ "meetingId": id, "type": "current" });
    for status in ["DELETED", "NOT_DELETED"] {
        let answer = plans(&scene, "DELETE", "", &cancel).await;
        assert_eq!(
            (answer.status, answer.json()),
            (200, json!({ "status": status }))
        );
    }
    let left = plans(&scene, "GET", "", &Value::Null).await.json();
    assert_eq!(left, json!({ "meetingsCount": 0, "meetingDetails": [] }));
}

#[tokio::test]
async fn what_is_no_plan_is_refused() {
    let scene = scene().await;
    let missing = plans(&scene, "POST", "", &json!({ "topic": "Standup" })).await;
    assert_eq!(refused_fields(&missing), ["startTime", "endTime"]);
    let wrong = json!({ "topic": "", "startTime": "tomorrow", "endTime": "2026-11-22T09:00:00Z" });
    let wrong = plans(&scene, "POST", "", &wrong).await;
    assert_eq!(refused_fields(&wrong), ["topic", "startTime"]);
    let backwards = json!({
        "topic": "Standup",
        "startTime": "2026-11-22T09:00:00Z",
        "endTime": "2026-11-22T08:00:00Z",
    });
    let backwards = plans(&scene, "POST", "", &backwards).await;
    assert_eq!(refused_fields(&backwards), ["endTime"]);
    let nameless = plans(&scene, "PUT", "", &json!({ "topic": "Retro" })).await;
    assert_eq!(refused_fields(&nameless), ["meetingId"]);
    let unknown = plans(&scene, "PUT", "", &json!({ "meetingId": "sm-1" })).await;
    assert_eq!(unknown.status, 400);
    let kind = json!({ "meetingId": "sm-1", "type": "all" });
    let kind = plans(&scene, "DELETE", "", &kind).await;
    assert_eq!(refused_fields(&kind), ["type"]);
}

#[tokio::test]
async fn only_a_good_token_in_the_right_form_calls() {
    for authorization in [Authorization::Bare, Authorization::Bearer] {
        let scene = by(authorization, Steps::One, Trusted::Secret(secret())).await;
        let other = other_secret();
        let written = |token: &str, form| match form {
            Authorization::Bare => token.to_owned(),
            Authorization::Bearer => format!("Bearer {token}"),
        };
        let otherwise = match authorization {
            Authorization::Bare => Authorization::Bearer,
            Authorization::Bearer => Authorization::Bare,
        };
        let good = scene.command();
        let foreign = scene.token(&Purpose::Command, Credential::Secret(&other));
        let calls = [
            ("POST", ROOM),
            ("POST", PLANS),
            ("PUT", PLANS),
            ("GET", PLANS),
            ("DELETE", PLANS),
        ];
        for (method, path) in calls {
            for token in [
                String::new(),
                written("rubbish", authorization),
                written(&foreign, authorization),
                written(&good, otherwise),
            ] {
                let answer = scene.ask(method, path, &token, "{}").await;
                assert_eq!(answer.status, 401, "{method} {path} {token}");
                assert_eq!(answer.json()["customCode"], json!(401));
            }
        }
        let good = written(&good, authorization);
        assert_eq!(scene.ask("POST", ROOM, &good, "{}").await.status, 200);
        let seen = scene.stand_in.requests().pop().unwrap().authorization;
        let expected = match authorization {
            Authorization::Bare => request::Authorization::Bare,
            Authorization::Bearer => request::Authorization::Bearer,
        };
        assert_eq!(seen, expected);
        scene.pass(600);
        assert_eq!(scene.ask("POST", ROOM, &good, "{}").await.status, 401);
    }
}

#[tokio::test]
async fn an_app_with_a_key_signs_with_that_key() {
    let [key, other] = &*KEYS;
    let trusted = Trusted::Key(key.public().clone());
    let scene = by(Authorization::Bare, Steps::Two, trusted).await;
    for (key, status) in [(key, 200), (other, 401)] {
        let token = scene.token(&Purpose::Command, Credential::Key(key));
        assert_eq!(scene.ask("POST", ROOM, &token, "{}").await.status, status);
    }
}
