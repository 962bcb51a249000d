//! The providers' pages in a real Chromium.

use std::net::Ipv4Addr;

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::{get, post};
use roomkey_core::person::PersonName;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::{Credential, Door, Entry, Purpose, Role, Visit};
use roomkey_core::role::Role as Seen;
use roomkey_core::token::Token;
use roomkey_rehearsal::happening::{Leaving, What};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use zeroize::Zeroizing;

use super::{jiomeet, jitsi, videosdk};
use crate::support::chromium::Chromium;
use crate::support::scene::{ADA, Scene, entry, secret};

/// A name that is another where an address is decoded once too often or too little.
const NAME: &str = "Ada & Söhne, 100% +1 %41";

/// A page that frames another, and tells what that one says.
const HOST: &str = r#"<!doctype html>
<iframe allow="camera; microphone" src="{address}"></iframe>
<script>
  let told = Promise.resolve();
  addEventListener("message", ({ source, data }) => {
    told = told.then(() => fetch("/heard", { method: "POST", body: String(data) }));
    if (JSON.parse(data).type === "callStarted") {
      source.postMessage(JSON.stringify({ type: "leaveMeeting" }), "*");
    }
  });
</script>"#;

fn room(id: &str, link: Option<String>, host: Option<&str>) -> MadeRoom {
    MadeRoom {
        id: id.to_owned(),
        title: None,
        link: link.map(Zeroizing::new),
        host: host.map(|host| Zeroizing::new(host.to_owned())),
        planned: None,
        plan_id: None,
    }
}

/// A page that joins through the IFrame API.
const API: &str = r#"<!doctype html>
<script src="{origin}/external_api.js"></script>
<script>
  const api = new JitsiMeetExternalAPI("{authority}", {
    roomName: "{room}",
    jwt: "{token}",
    parentNode: document.documentElement,
  });
  api.addEventListener("videoConferenceJoined", () => api.executeCommand("hangup"));
</script>"#;

/// Serves one page on another origin.
async fn serve(page: String) -> String {
    let router = Router::new().route("/", get(async || Html(page)));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/")
}

/// Where Roomkey would let somebody in.
fn address(scene: &Scene, entry: &Entry, room: &MadeRoom, token: Option<&Token>) -> String {
    let provider = scene.stand_in.provider();
    let door = provider.system().door(&Visit {
        entry,
        token,
        room: Some(room),
        microphone_on: false,
        camera_on: true,
        prejoin: false,
    });
    match door.unwrap() {
        Door::Page(page) => page.address.to_string(),
        Door::IFrameApi { .. } => panic!("not a page"),
    }
}

#[tokio::test]
async fn videosdks_page_joins_with_what_its_address_says() {
    let mut scene = videosdk::scene().await;
    let id = videosdk::room(&scene, "standup").await;
    let mut mine = entry(Role::Moderator, &id);
    mine.person.name = PersonName::parse(NAME).unwrap();
    let token = scene.token(&Purpose::Enter(&mine), Credential::Secret(&secret()));
    let token = Token::verbatim(token);
    let address = address(&scene, &mine, &room(&id, None, None), Some(&token));

    let _chromium = Chromium::open(&format!("{address}&joinWithoutUserInteraction=true"));

    scene.happens(&id, |what| *what == What::PageServed).await;
    let what = scene
        .happens(&id, |what| matches!(what, What::Joined { .. }))
        .await;
    let What::Joined {
        name, person, role, ..
    } = what
    else {
        panic!("nobody joined");
    };
    assert_eq!((name.as_str(), person.as_deref()), (NAME, Some(ADA)));
    assert_eq!(role, Seen::Moderator);
}

#[tokio::test]
async fn jiomeets_page_says_when_it_begins_and_ends_and_obeys() {
    let mut scene = jiomeet::scene().await;
    let made = jiomeet::make(&scene, &json!({ "hostToken": true })).await;
    let id = made["jiomeetId"].as_str().unwrap();
    let link = made["guestMeetingLink"].as_str().map(str::to_owned);
    let room = room(id, link, made["hostToken"].as_str());
    let mut mine = entry(Role::Moderator, id);
    mine.person.name = PersonName::parse(NAME).unwrap();
    let address = address(&scene, &mine, &room, None);
    let (tell, mut heard) = mpsc::unbounded_channel::<String>();
    let host = HOST.replace("{address}", &address.replace('&', "&amp;"));
    let router = Router::new()
        .route("/", get(async || Html(host)))
        .route(
            "/heard",
            post(
                async |State(tell): State<mpsc::UnboundedSender<String>>, text: String| {
                    tell.send(text).unwrap();
                },
            ),
        )
        .with_state(tell);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let around = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });

    let _chromium = Chromium::open(&format!("http://{around}/"));

    let what = scene
        .happens(id, |what| matches!(what, What::Joined { .. }))
        .await;
    let What::Joined { name, role, .. } = what else {
        panic!("nobody joined");
    };
    assert_eq!((name.as_str(), role), (NAME, Seen::Moderator));
    let how = Leaving::HungUp;
    scene.happens(id, |what| *what == What::Left { how }).await;
    for expected in ["loadingCompleted", "callStarted", "callEnded"] {
        let text = heard.recv().await.unwrap();
        let message: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(message, json!({ "type": expected }));
    }
}

#[tokio::test]
async fn a_servers_own_script_joins_a_room_without_a_tenant() {
    let mut scene = jitsi::plain().await;
    let token = jitsi::token(&scene, Role::Moderator, "standup");
    let page = API
        .replace("{origin}", &scene.stand_in.domain().origin())
        .replace("{authority}", &scene.authority())
        .replace("{room}", "standup")
        .replace("{token}", &token);

    let _chromium = Chromium::open(&serve(page).await);

    let what = scene
        .happens("standup", |what| matches!(what, What::Joined { .. }))
        .await;
    let What::Joined { name, role, .. } = what else {
        panic!("nobody joined");
    };
    assert_eq!((name.as_str(), role), ("Ada", Seen::Moderator));
    let how = Leaving::HungUp;
    scene
        .happens("standup", |what| *what == What::Left { how })
        .await;
}
