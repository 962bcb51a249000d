//! The company's own server of VideoSDK's tokens.

use roomkey_core::domain::Domain;
use roomkey_core::provider::videosdk::Tokens;
use roomkey_core::provider::{Against, Aim, Outcome, Provider, Unchecked, Verifier};
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::provider::Trusted;
use serde_json::{Value, json};

use super::videosdk::account;
use crate::support::scene::{ADA, Scene, secret};

async fn scene() -> Scene {
    let tokens = Tokens::Server(Domain::parse("tokens.example.org").unwrap());
    Scene::new(account(tokens), Trusted::Secret(secret())).await
}

async fn token(scene: &Scene, body: &str) -> String {
    let answer = scene.ask("GET", "/get-token", "", body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["token"].as_str().unwrap().to_owned()
}

/// Nothing but what needs the API key, which the desk does not have.
fn is_good(scene: &Scene, token: &str, aim: Aim<'_>) -> bool {
    let secret = secret();
    let verifier = Some(Verifier::Secret(&secret));
    let now = scene.now();
    let provider = scene.stand_in.provider();
    let checks = provider
        .system()
        .checks(token, &Against { aim, verifier, now });
    checks.iter().all(|check| {
        let outcome = &check.outcome;
        !matches!(
            outcome,
            Outcome::Fail(_) | Outcome::NotChecked(Unchecked::NoBody)
        )
    })
}

#[tokio::test]
async fn the_tenant_gets_the_servers_new_address() {
    let scene = scene().await;
    let Provider::VideoSdk(account) = scene.stand_in.provider() else {
        panic!("the provider changed");
    };
    assert_eq!(account.tokens, Tokens::Server(scene.stand_in.domain()));
}

#[tokio::test]
async fn a_token_is_given_for_everything_or_for_one_person_in_one_room() {
    let scene = scene().await;
    let room = RoomName::parse("2kyv-gzay-64pg").unwrap();
    let other = RoomName::parse("87i6-bvw8-dtn1").unwrap();

    for body in ["", "{}"] {
        let open = token(&scene, body).await;
        assert!(is_good(&scene, &open, Aim::Command), "{body}");
        assert!(is_good(&scene, &open, Aim::Enter(Some(&other))), "{body}");
    }
    let body = json!({ "roomId": room, "peerId": ADA }).to_string();
    let scoped = token(&scene, &body).await;
    assert!(is_good(&scene, &scoped, Aim::Enter(Some(&room))));
    assert!(!is_good(&scene, &scoped, Aim::Enter(Some(&other))));
    assert!(!is_good(&scene, &scoped, Aim::Command));

    scene.pass(600);
    assert!(!is_good(&scene, &scoped, Aim::Enter(Some(&room))));
    assert_eq!(
        scene.ask("GET", "/get-token", "", "rubbish").await.status,
        400
    );
}

#[tokio::test]
async fn meetings_are_made_and_validated_through_it() {
    let scene = scene().await;
    let token = token(&scene, "").await;
    let with = |token: &str| json!({ "token": token, "region": "sg001" }).to_string();

    let made = scene
        .ask("POST", "/create-meeting/", "", &with(&token))
        .await;

    assert_eq!(made.status, 200);
    let id = made.json()["roomId"].as_str().unwrap().to_owned();
    let path = format!("/validate-meeting/{id}");
    let found = scene.ask("POST", &path, "", &with(&token)).await;
    assert_eq!((found.status, found.json()), (200, made.json()));
    let unknown = scene
        .ask(
            "POST",
            "/validate-meeting/abcd-efgh-ijkl",
            "",
            &with(&token),
        )
        .await;
    let message = json!({ "message": "Room not found." });
    assert_eq!((unknown.status, unknown.json()), (200, message));
    for path in ["/create-meeting", &path] {
        let refused = scene.ask("POST", path, "", &with("rubbish")).await;
        let message = json!({ "message": "Token is invalid or expired" });
        assert_eq!((refused.status, refused.json()), (200, message), "{path}");
    }
    assert_eq!(scene.ask("POST", &path, "", "").await.status, 400);
}

#[tokio::test]
async fn the_record_has_no_token() {
    let scene = scene().await;
    let token = token(&scene, "").await;
    let body = json!({ "token": token, "region": "sg001" }).to_string();
    scene.ask("POST", "/create-meeting", "", &body).await;

    let requests = scene.stand_in.requests();

    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].body, Value::Null);
    let left_out = roomkey_rehearsal::provider::request::LEFT_OUT;
    assert_eq!(requests[1].path, "/create-meeting");
    assert_eq!(
        requests[1].body,
        json!({ "token": left_out, "region": "sg001" })
    );
    assert!(!format!("{requests:?}").contains("eyJ"));
}
