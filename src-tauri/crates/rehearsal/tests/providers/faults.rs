//! What goes wrong on wish, and the record of what was asked.

use std::time::Duration;

use roomkey_rehearsal::provider::fault::{Reach, Trouble};
use roomkey_rehearsal::provider::request::{Authorization, Request};
use serde_json::{Value, json};

use super::jiomeet;
use super::videosdk::{room, scene};
use crate::support::scene::Scene;

const ROOMS: &str = "/v2/rooms";

async fn make(scene: &Scene) -> crate::support::scene::Answer {
    scene.ask("POST", ROOMS, &scene.command(), "{}").await
}

async fn total(scene: &Scene) -> Value {
    let list = scene.ask("GET", ROOMS, &scene.command(), "").await;
    list.json()["pageInfo"]["total"].clone()
}

#[tokio::test]
async fn any_status_with_any_body() {
    let scene = scene().await;
    for status in [200, 400, 401, 402, 403, 404, 409, 412, 429, 500, 502, 503] {
        let body = json!({ "message": "On wish", "code": status });
        scene
            .stand_in
            .fault(Reach::Next(1), Trouble::json(status, &body));
        let answer = make(&scene).await;
        assert_eq!((answer.status, answer.json()), (status, body));
    }
    assert_eq!(total(&scene).await, json!(0));
    assert_eq!(make(&scene).await.status, 200);
}

#[tokio::test]
async fn answers_that_are_none() {
    let scene = scene().await;
    let wish = |trouble| scene.stand_in.fault(Reach::Next(1), trouble);

    let to = "https://elsewhere.example/v2/rooms".to_owned();
    wish(Trouble::Redirect { to: to.clone() });
    let answer = make(&scene).await;
    assert_eq!((answer.status, &answer.headers["location"]), (302, &to));

    wish(Trouble::Page);
    let answer = make(&scene).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/html");
    assert!(answer.body.starts_with("<!doctype html>"));

    wish(Trouble::BrokenJson);
    let answer = make(&scene).await;
    assert_eq!(answer.headers["content-type"], "application/json");
    assert!(serde_json::from_str::<Value>(&answer.body).is_err());

    wish(Trouble::Huge);
    let answer = make(&scene).await;
    assert!(answer.body.len() >= 10_000_000, "{}", answer.body.len());
    assert!(answer.json()["roomId"].is_string());

    assert_eq!(total(&scene).await, json!(0));
}

#[tokio::test]
async fn no_answer_comes_until_the_stand_in_stops() {
    let scene = scene().await;
    scene.stand_in.fault(Reach::Next(1), Trouble::Silence);
    let patience = Duration::from_millis(300);
    let answer = tokio::time::timeout(patience, make(&scene)).await;
    assert!(answer.is_err());
    assert_eq!(total(&scene).await, json!(0));
    let stopping = scene.stand_in.stop();
    tokio::time::timeout(Duration::from_secs(20), stopping)
        .await
        .expect("it stops");
}

#[tokio::test]
async fn a_connection_is_cut_before_or_after_the_deed() {
    let scene = scene().await;
    for (trouble, made) in [(Trouble::Cut, 0), (Trouble::Lost, 1)] {
        scene.stand_in.fault(Reach::Next(1), trouble);
        let answer = scene.try_ask("POST", ROOMS, &scene.command(), "{}").await;
        assert!(answer.is_none(), "{answer:?}");
        assert_eq!(total(&scene).await, json!(made));
    }
    let posts = |one: &&Request| one.method == "POST";
    assert_eq!(scene.stand_in.requests().iter().filter(posts).count(), 2);
}

#[tokio::test]
async fn a_fault_reaches_a_path_or_all_below_it_until_it_is_mended() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    let validate = format!("/v2/rooms/validate/{id}");
    let status = async |path: &str| scene.ask("GET", path, &scene.command(), "").await.status;
    let gone = || Trouble::json(503, &json!({ "message": "Gone" }));

    scene.stand_in.fault(Reach::Path(ROOMS.to_owned()), gone());
    assert_eq!([status(ROOMS).await, status(ROOMS).await], [503, 503]);
    assert_eq!(status(&validate).await, 200);
    scene.stand_in.mend();
    assert_eq!(status(ROOMS).await, 200);

    let below = Reach::Path("/v2/rooms/".to_owned());
    scene.stand_in.fault(below, gone());
    assert_eq!([status(ROOMS).await, status(&validate).await], [200, 503]);
    scene.stand_in.mend();

    scene.stand_in.fault(Reach::Next(2), gone());
    let found = [
        status(ROOMS).await,
        status(&validate).await,
        status(ROOMS).await,
    ];
    assert_eq!(found, [503, 503, 200]);
}

#[tokio::test]
async fn pages_meet_no_fault_and_are_not_written_down() {
    let scene = scene().await;
    scene.stand_in.fault(Reach::Next(1), Trouble::Page);
    assert_eq!(
        scene.get("/robots.txt").await.headers["content-type"],
        "text/plain; charset=utf-8"
    );
    assert_eq!(scene.get("/rehearsal/visit.js").await.status, 200);
    assert_eq!(scene.stand_in.requests(), []);
}

#[tokio::test]
async fn the_record_says_what_was_asked() {
    let scene = scene().await;
    let body = json!({ "customRoomId": "standup", "geoFence": "eu001" });
    scene
        .ask("POST", ROOMS, &scene.command(), &body.to_string())
        .await;
    let bearer = format!("Bearer {}", scene.command());
    scene.ask("GET", "/v2/rooms?page=2", &bearer, "").await;
    scene.ask("GET", "/v2/rooms/x", "", "").await;

    let expected = [
        ("POST", ROOMS, None, Authorization::Bare, body),
        (
            "GET",
            ROOMS,
            Some("page=2"),
            Authorization::Bearer,
            Value::Null,
        ),
        (
            "GET",
            "/v2/rooms/x",
            None,
            Authorization::Missing,
            Value::Null,
        ),
    ];
    let expected = expected.map(|(method, path, query, authorization, body)| Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.map(str::to_owned),
        authorization,
        body,
    });
    assert_eq!(scene.stand_in.requests(), expected);
}

#[tokio::test]
async fn a_name_that_was_made_to_point_here_is_not_answered() {
    let scene = scene().await;
    let path = "/v2/rooms HTTP/1.1\r\nHost: evil.example\r\nX-Rest:";
    let answer = scene.ask("GET", path, &scene.command(), "").await;
    assert_eq!(answer.status, 421);
    assert_eq!(scene.stand_in.requests(), []);
}

#[tokio::test]
async fn jiomeets_rooms_are_made_again_by_a_second_call() {
    let scene = jiomeet::scene().await;
    let path = "/api/platform/v1/room";
    scene
        .stand_in
        .fault(Reach::Path(path.to_owned()), Trouble::Lost);
    let lost = scene.try_ask("POST", path, &scene.command(), "{}").await;
    assert!(lost.is_none());
    scene.stand_in.mend();
    // The second room has the second number: the first was made.
    let second = jiomeet::make(&scene, &json!({})).await;
    assert!(second["jiomeetId"].is_number());
    assert_eq!(scene.stand_in.requests().len(), 2);
}
