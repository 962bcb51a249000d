//! What Roomkey itself asks of the providers' REST, answered by the stand-ins.

use roomkey_core::domain::Domain;
use roomkey_core::provider::call::{Answer, Call, CallFault, MadeRoom, Method, RoomCalls, Wanted};
use roomkey_core::provider::videosdk::Tokens;
use roomkey_core::provider::{Provider, Purpose};
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use roomkey_rehearsal::provider::Trusted;
use roomkey_rehearsal::provider::fault::{Reach, Trouble};

use super::{jiomeet, videosdk};
use crate::support::scene::{Scene, secret};
use crate::support::stage::room;

/// Carries a call and has its answer read.
async fn carry<T>(scene: &Scene, call: &Call, read: impl FnOnce(Answer<'_>) -> T) -> T {
    let origin = scene.stand_in.domain().origin();
    let method = match call.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    let path = call.address.strip_prefix(&origin).unwrap();
    let text = |text: &Option<zeroize::Zeroizing<String>>| match text {
        Some(text) => text.to_string(),
        None => String::new(),
    };
    let answer = scene
        .ask(method, path, &text(&call.authorization), &text(&call.body))
        .await;
    read(Answer {
        status: answer.status,
        content_type: answer.headers.get("content-type").map(String::as_str),
        body: answer.body.as_bytes(),
    })
}

fn wanted<'a>(scene: &Scene, name: &'a RoomName) -> Wanted<'a> {
    Wanted {
        name,
        title: "Standup",
        from: scene.now(),
        until: scene.now().plus(3600),
    }
}

fn calls(provider: &Provider) -> &dyn RoomCalls {
    provider.system().room_calls().unwrap()
}

async fn find(
    scene: &Scene,
    name: &RoomName,
    token: &Token,
) -> Result<Option<MadeRoom>, CallFault> {
    let (provider, wanted) = (scene.stand_in.provider(), wanted(scene, name));
    let calls = calls(&provider);
    let call = calls.find(&wanted, token)?;
    carry(scene, &call, |answer| calls.found(&wanted, answer)).await
}

async fn list(scene: &Scene, token: &Token) -> Vec<MadeRoom> {
    let provider = scene.stand_in.provider();
    let calls = calls(&provider);
    let call = calls.list(token).unwrap();
    carry(scene, &call, |answer| calls.listed(answer))
        .await
        .unwrap()
}

async fn make(scene: &Scene, name: &RoomName, token: &Token) -> Result<MadeRoom, CallFault> {
    let provider = scene.stand_in.provider();
    let calls = calls(&provider);
    let call = calls.make(&wanted(scene, name), token);
    carry(scene, &call, |answer| calls.made(answer)).await
}

async fn cancel(scene: &Scene, room: &MadeRoom, token: &Token) -> Result<(), CallFault> {
    let provider = scene.stand_in.provider();
    let calls = calls(&provider);
    let call = calls.cancel(room, token).unwrap();
    carry(scene, &call, |answer| calls.cancelled(answer)).await
}

#[tokio::test]
async fn videosdks_rooms_are_found_listed_and_closed() {
    let scene = videosdk::scene().await;
    let token = Token::verbatim(scene.command());

    let made = find(&scene, &room("standup"), &token)
        .await
        .unwrap()
        .unwrap();

    assert_eq!(made.title.as_deref(), Some("standup"));
    let by_id = find(&scene, &room(&made.id), &token)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(by_id.id, made.id);
    assert!(matches!(
        find(&scene, &room("abcd-efgh-ijkl"), &token).await,
        Err(CallFault::Unknown { .. })
    ));
    assert_eq!(list(&scene, &token).await.len(), 1);
    cancel(&scene, &made, &token).await.unwrap();
    assert_eq!(list(&scene, &token).await.len(), 0);
    let closed = find(&scene, &room("standup"), &token).await;
    assert!(
        matches!(closed, Err(CallFault::RoomClosed { .. })),
        "{closed:?}"
    );
}

#[tokio::test]
async fn a_token_server_gives_the_token_and_the_room() {
    let tokens = Tokens::Server(Domain::parse("tokens.example.org").unwrap());
    let scene = Scene::new(videosdk::account(tokens), Trusted::Secret(secret())).await;
    let provider = scene.stand_in.provider();
    let asks = provider.system().token_calls().unwrap();
    let call = asks.ask(&Purpose::Command);
    let token = carry(&scene, &call, |answer| asks.given(answer))
        .await
        .unwrap();

    let made = make(&scene, &room("standup"), &token).await.unwrap();

    let found = find(&scene, &room(&made.id), &token)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(found.id, made.id);
    let bad = Token::verbatim("eyJ.eyJ.x");
    assert!(make(&scene, &room("standup"), &bad).await.is_err());
}

#[tokio::test]
async fn jiomeets_meetings_are_planned_found_and_called_off() {
    let scene = jiomeet::scene().await;
    let token = Token::verbatim(scene.command());
    let standup = room("standup");
    assert!(find(&scene, &standup, &token).await.unwrap().is_none());

    let made = make(&scene, &standup, &token).await.unwrap();

    assert_eq!(made.planned, Some((scene.now(), scene.now().plus(3600))));
    assert!(made.host.is_some());
    let found = find(&scene, &standup, &token).await.unwrap().unwrap();
    assert_eq!((&found.id, &found.link), (&made.id, &made.link));
    assert_eq!(list(&scene, &token).await.len(), 1);
    cancel(&scene, &found, &token).await.unwrap();
    let again = cancel(&scene, &found, &token).await;
    assert!(
        matches!(again, Err(CallFault::NotCancelled { .. })),
        "{again:?}"
    );
    assert!(find(&scene, &standup, &token).await.unwrap().is_none());
}

#[tokio::test]
async fn jiomeets_rooms_for_at_once_have_a_link_whatever_the_number_looks_like() {
    let scene = jiomeet::scene().await;
    let token = Token::verbatim(scene.command());
    let provider = scene.stand_in.provider();
    let calls = calls(&provider);
    let standup = room("standup");
    for _ in 0..2 {
        let call = calls
            .make_at_once(&wanted(&scene, &standup), &token)
            .unwrap();
        let made = carry(&scene, &call, |answer| calls.made(answer))
            .await
            .unwrap();
        let link = made.link.unwrap();
        let query = link.split_once("meetingId=").unwrap().1;
        let (number, pin) = query.split_once("&pwd=").unwrap();
        assert_eq!((number.len(), number), (10, made.id.as_str()));
        assert!(made.host.is_some());
        let word = serde_json::json!({ "do": "join", "meetingId": number, "pwd": pin });
        let joined = scene.knock("/guest/line", &word).await.hear().await;
        assert_eq!(joined["is"], serde_json::json!("joined"));
    }
}

#[tokio::test]
async fn what_goes_wrong_on_wish_is_read_as_what_it_is() {
    let scene = videosdk::scene().await;
    let token = Token::verbatim(scene.command());
    let standup = room("standup");
    for trouble in [
        Trouble::Page,
        Trouble::BrokenJson,
        Trouble::Redirect {
            to: "https://elsewhere.example".to_owned(),
        },
        Trouble::json(
            401,
            &serde_json::json!({ "message": "Token is invalid or expired" }),
        ),
        Trouble::json(429, &serde_json::json!({ "message": "Too many requests" })),
        Trouble::json(503, &serde_json::json!({})),
    ] {
        scene.stand_in.fault(Reach::Next(1), trouble.clone());
        let came = find(&scene, &standup, &token).await;
        assert!(came.is_err(), "{trouble:?}");
    }
    assert!(find(&scene, &standup, &token).await.unwrap().is_some());
    assert_eq!(scene.stand_in.requests().len(), 7);
}
