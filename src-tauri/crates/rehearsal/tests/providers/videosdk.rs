//! VideoSDK's REST: who may call it, and what it answers.

use roomkey_core::domain::Domain;
use roomkey_core::provider::videosdk::{Account, ApiKey, PageVersion, Tokens};
use roomkey_core::provider::{Credential, Provider, Purpose, Role};
use roomkey_rehearsal::provider::Trusted;
use serde_json::{Value, json};

use crate::support::scene::{Scene, entry, other_secret, secret};

pub(crate) fn account(tokens: Tokens) -> Provider {
    Provider::VideoSdk(Account {
        tokens,
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: PageVersion::default(),
    })
}

pub(crate) async fn scene() -> Scene {
    let tokens = Tokens::Own(ApiKey::parse("4f1c2b7a").unwrap());
    Scene::new(account(tokens), Trusted::Secret(secret())).await
}

/// Makes a room and gives its id.
pub(crate) async fn room(scene: &Scene, custom: &str) -> String {
    let body = json!({ "customRoomId": custom }).to_string();
    let answer = scene
        .ask("POST", "/v2/rooms", &scene.command(), &body)
        .await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["roomId"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_address_of_the_account_is_the_stand_ins() {
    let scene = scene().await;
    let Provider::VideoSdk(account) = scene.stand_in.provider() else {
        panic!("the provider changed");
    };
    assert_eq!(account.api, scene.stand_in.domain());
    assert_eq!(account.pages, scene.stand_in.domain());
    assert!(account.api.is_loopback());
}

#[tokio::test]
async fn a_room_is_made_with_everything_that_is_documented() {
    let scene = scene().await;
    let body = json!({
        "customRoomId": "standup",
        "geoFence": "eu001",
        "webhook": { "endPoint": "https://example.org/hook", "events": ["session-started"] },
        "autoCloseConfig": { "type": "session-ends", "duration": 60 },
        "something": "else",
    });

    let answer = scene
        .ask("POST", "/v2/rooms", &scene.command(), &body.to_string())
        .await;

    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "application/json");
    let room = answer.json();
    let id = room["roomId"].as_str().unwrap();
    let origin = scene.stand_in.domain().origin();
    assert_eq!(
        room,
        json!({
            "id": room["id"],
            "roomId": id,
            "customRoomId": "standup",
            "userId": room["userId"],
            "disabled": false,
            "geoFence": "eu001",
            "webhook": body["webhook"],
            "autoCloseConfig": body["autoCloseConfig"],
            "createdAt": "2026-11-21T12:00:00.000Z",
            "updatedAt": "2026-11-21T12:00:00.000Z",
            "links": {
                "get_room": format!("{origin}/v2/rooms/{id}"),
                "get_session": format!("{origin}/v2/sessions/"),
            },
        })
    );
    for name in ["id", "userId"] {
        let text = room[name].as_str().unwrap();
        assert_eq!(text.len(), 24, "{name}");
        assert!(text.chars().all(|c| c.is_ascii_hexdigit()), "{name}");
    }
}

#[tokio::test]
async fn the_same_custom_id_is_the_same_room() {
    let scene = scene().await;
    let first = room(&scene, "standup").await;
    assert_eq!(room(&scene, "standup").await, first);
    assert_ne!(room(&scene, "den").await, first);

    let other = self::scene().await;
    assert_eq!(room(&other, "standup").await, first);

    let mut without = Vec::new();
    for body in ["", "{}"] {
        let answer = scene.ask("POST", "/v2/rooms", &scene.command(), body).await;
        without.push(answer.json()["roomId"].clone());
        assert_eq!(answer.json()["customRoomId"], Value::Null);
    }
    assert_ne!(without[0], without[1]);
}

#[tokio::test]
async fn what_is_no_body_is_refused() {
    let scene = scene().await;
    for body in [
        "rubbish",
        "[1]",
        r#"{"customRoomId":7}"#,
        r#"{"autoCloseConfig":{"duration":60}}"#,
    ] {
        let answer = scene.ask("POST", "/v2/rooms", &scene.command(), body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json()["message"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn a_room_is_validated_by_either_id() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    for known in [id.as_str(), "standup"] {
        let path = format!("/v2/rooms/validate/{known}");
        let answer = scene.ask("GET", &path, &scene.command(), "").await;
        assert_eq!(answer.status, 200, "{known}");
        assert_eq!(answer.json()["roomId"], json!(id));
    }
    for (unknown, message) in [
        ("abcd-efgh-ijkl", "Room not found."),
        ("nobody", "RoomId is invalid."),
    ] {
        let path = format!("/v2/rooms/validate/{unknown}");
        let answer = scene.ask("GET", &path, &scene.command(), "").await;
        assert_eq!(answer.status, 400, "{unknown}");
        assert_eq!(answer.json(), json!({ "message": message }));
    }
}

#[tokio::test]
async fn one_room_is_shown() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    for known in [id.as_str(), "standup"] {
        let path = format!("/v2/rooms/{known}");
        let answer = scene.ask("GET", &path, &scene.command(), "").await;
        assert_eq!(answer.json()["roomId"], json!(id));
    }
    let path = "/v2/rooms/abcd-efgh-ijkl";
    let unknown = scene.ask("GET", path, &scene.command(), "").await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn rooms_are_listed_page_by_page_the_newest_first() {
    let scene = scene().await;
    for number in 1..=5 {
        room(&scene, &format!("room{number}")).await;
    }
    let list = async |query: &str| {
        let path = format!("/v2/rooms{query}");
        scene.ask("GET", &path, &scene.command(), "").await.json()
    };
    let names = |list: &Value| -> Vec<String> {
        let rooms = list["data"].as_array().unwrap().iter();
        rooms
            .map(|room| room["customRoomId"].as_str().unwrap().to_owned())
            .collect()
    };

    let all = list("").await;
    assert_eq!(names(&all), ["room5", "room4", "room3", "room2", "room1"]);
    assert_eq!(
        all["pageInfo"],
        json!({ "currentPage": 1, "perPage": 20, "lastPage": 1, "total": 5 })
    );
    let second = list("?page=2&perPage=2").await;
    assert_eq!(names(&second), ["room3", "room2"]);
    assert_eq!(
        second["pageInfo"],
        json!({ "currentPage": 2, "perPage": 2, "lastPage": 3, "total": 5 })
    );
    assert_eq!(names(&list("?page=4&perPage=2").await), [""; 0]);
    assert_eq!(names(&list("?query=room2").await), ["room2"]);
    assert_eq!(names(&list("?query=room").await), [""; 0]);
}

#[tokio::test]
async fn a_room_is_closed_by_its_own_id_alone() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    let close = async |id: &str| {
        let body = json!({ "roomId": id }).to_string();
        let path = "/v2/rooms/deactivate";
        scene.ask("POST", path, &scene.command(), &body).await
    };

    assert_eq!(close("standup").await.status, 402);
    assert_eq!(close("abcd-efgh-ijkl").await.status, 402);
    let closed = close(&id).await;

    assert_eq!(closed.status, 200);
    assert_eq!(closed.json()["disabled"], json!(true));
    let path = format!("/v2/rooms/{id}");
    let shown = scene.ask("GET", &path, &scene.command(), "").await;
    assert_eq!(shown.json()["disabled"], json!(true));
    let malformed = scene
        .ask("POST", "/v2/rooms/deactivate", &scene.command(), "{}")
        .await;
    assert_eq!(malformed.status, 400);
}

#[tokio::test]
async fn only_a_good_token_for_rest_calls() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    let good = scene.command();
    let expired = scene.command();
    let other = other_secret();
    let foreign = scene.token(&Purpose::Command, Credential::Secret(&other));
    let entry = entry(Role::Moderator, &id);
    let rtc = scene.token(&Purpose::Enter(&entry), Credential::Secret(&secret()));
    let calls = [
        ("POST", "/v2/rooms".to_owned()),
        ("GET", "/v2/rooms".to_owned()),
        ("GET", format!("/v2/rooms/{id}")),
        ("GET", format!("/v2/rooms/validate/{id}")),
        ("POST", "/v2/rooms/deactivate".to_owned()),
    ];
    let before = scene.stand_in.requests().len();
    for (method, path) in &calls {
        for (token, status) in [
            ("", 401),
            ("rubbish", 401),
            (foreign.as_str(), 401),
            // The token stands alone in its header.
            (&format!("Bearer {good}"), 401),
            (&rtc, 403),
        ] {
            let answer = scene.ask(method, path, token, "").await;
            assert_eq!(answer.status, status, "{method} {path} {token}");
            assert!(answer.json()["message"].is_string());
        }
    }
    scene.pass(600);
    for (method, path) in &calls {
        let answer = scene.ask(method, path, &expired, "").await;
        assert_eq!(answer.status, 401, "{method} {path}");
        let message = json!({ "message": "Token is invalid or expired" });
        assert_eq!(answer.json(), message);
    }
    assert_eq!(scene.stand_in.requests().len(), before + 30);
    let path = format!("/v2/rooms/{id}");
    let shown = scene.ask("GET", &path, &scene.command(), "").await;
    assert_eq!(shown.json()["disabled"], json!(false));
}
