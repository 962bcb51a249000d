//! The inspector with a tenant of another provider: its tokens are made with the secret in the
//! keyring, tried in its room and in a rehearsal, and judged by its own rules.

use roomkey_core::domain::Domain;
use roomkey_core::inspect;
use roomkey_core::provider::Provider;
use roomkey_core::provider::jitsi;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use serde_json::Value;
use serde_json::json;

use crate::inspector::copied;
use crate::inspector::open;
use crate::prove::save;
use crate::there::There;
use crate::there::begin;
use crate::there::begin_with_videosdk;
use crate::there::leave;
use crate::there::make_room;
use crate::there::paste_secret;
use crate::there::sits_down;

#[tokio::test(flavor = "multi_thread")]
async fn a_jitsi_tenants_tokens_are_made_tried_and_judged() {
    let mut there = There::of(Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Domain,
        app: jitsi::AppName::parse("roomkey").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust: jitsi::Trust::Secret,
    }))
    .await;
    let (desk, roomkey) = begin("Jitsi Meet").await;
    roomkey.type_into("Server", &there.domain()).await;
    roomkey.type_into("App ID", "roomkey").await;
    roomkey.press("Add a tenant").await;
    paste_secret(&roomkey, &desk).await;
    roomkey.press("Rooms").await;
    roomkey.press("Add a room").await;
    roomkey.type_into("Title", "Daily stand-up").await;
    roomkey.press("Add room").await;
    roomkey.says("One room").await;
    sits_down(&roomkey).await;
    open(&roomkey).await;

    roomkey.press("Moderator").await;
    roomkey.says("Jitsi Meet would take this token.").await;
    roomkey
        .says("Checked with the secret or key of Acme.")
        .await;
    roomkey.says("\"owner\"").await;
    let token = copied(&roomkey, &desk, "").await;
    let claims = claims(&token);
    assert_eq!(claims["iss"], "roomkey");
    assert_eq!(claims["context"]["user"]["affiliation"], "owner");
    roomkey.press("Open in the room").await;
    roomkey.confirm("Open in the room").await;
    let guest = there.joined().await;
    assert_eq!(guest, ("Ada Lovelace".to_owned(), Role::Moderator));
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;

    open(&roomkey).await;
    roomkey.press("Open in a rehearsal").await;
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;

    open(&roomkey).await;
    roomkey.press("Prove").await;
    roomkey.says("No window is opened").await;
    roomkey.press("Judge").await;
    roomkey.says("as expected").await;
    let junit = save(&roomkey, &desk, "JUnit XML", "tokens.xml").await;
    assert!(junit.contains("failures=\"0\""), "{junit}");
    let data = save(&roomkey, &desk, "JSON", "tokens.json").await;
    assert!(!data.contains("eyJ"), "a report holds no token");
    let data: Value = serde_json::from_str(&data).unwrap();
    assert_eq!(
        (&data["system"], &data["failed"]),
        (&json!("Jitsi Meet"), &json!(0))
    );
    assert!(data["passed"].as_u64().unwrap() > 20);
    let page = save(&roomkey, &desk, "Page to print", "tokens.html").await;
    assert!(
        page.contains("What Jitsi Meet makes of the tokens of Acme"),
        "{page}"
    );
    roomkey.close().await;
}

/// The room is found through the provider's REST, and opened on its own page with the very token.
#[tokio::test(flavor = "multi_thread")]
async fn a_videosdk_token_is_made_and_tried_in_its_room() {
    let (mut there, desk, roomkey) = begin_with_videosdk().await;
    paste_secret(&roomkey, &desk).await;
    make_room(&roomkey).await;
    sits_down(&roomkey).await;
    open(&roomkey).await;

    roomkey.press("Moderator").await;
    roomkey.says("VideoSDK would take this token.").await;
    roomkey.says("[\"allow_join\",\"allow_mod\"]").await;
    roomkey.press("Open in the room").await;
    roomkey.confirm("Open in the room").await;
    let guest = there.joined().await;
    assert_eq!(guest, ("Ada Lovelace".to_owned(), Role::Moderator));
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in").await;
    leave(&roomkey, &desk, &mut there).await;
    roomkey.close().await;
}

fn claims(token: &str) -> Value {
    let against = inspect::Against {
        key: None,
        key_id: None,
        room: None,
        now: Timestamp(0),
    };
    inspect::inspect(token, &against).claims.unwrap()
}
