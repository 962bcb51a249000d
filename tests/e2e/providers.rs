//! The other systems, each from its tenant in the settings to a meeting and back: what signs goes
//! through the clipboard into the keyring, the room is made or named, the meeting opens in the
//! window and is left there. The other side is the provider's stand-in.

use std::fs;

use roomkey_core::domain::Domain;
use roomkey_core::key::PublicKey;
use roomkey_core::provider::Provider;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::role::Role;
use roomkey_rehearsal::provider::Trusted;
use roomkey_rehearsal::provider::fault::Reach;
use roomkey_rehearsal::provider::fault::Trouble;
use roomkey_rehearsal::provider::request::Request;
use serde_json::json;

use crate::application::Application;
use crate::chooser;
use crate::desk::Desk;
use crate::process::until;
use crate::there::SECRET;
use crate::there::There;
use crate::there::begin;
use crate::there::begin_with_videosdk;
use crate::there::copy_secret;
use crate::there::is_well;
use crate::there::leave;
use crate::there::make_room;
use crate::there::paste_secret;
use crate::there::sits_down;
use crate::there::videosdk_account;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

#[tokio::test(flavor = "multi_thread")]
async fn videosdk_from_its_api_key_to_a_meeting_and_back() {
    let (mut there, desk, roomkey) = begin_with_videosdk().await;
    paste_secret(&roomkey, &desk).await;
    make_room(&roomkey).await;
    is_well(&roomkey, &["Good\nSecret", "Good\nToken", "Good\nClock"]).await;

    sits_down(&roomkey).await;
    let guest = there.lets_in(&roomkey, "Join").await;
    assert_eq!(guest, ("Ada Lovelace".to_owned(), Role::Participant));
    leave(&roomkey, &desk, &mut there).await;

    roomkey.press("You join as").await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;
    roomkey.press("Check set-up").await;
    MeetingWindow::forget(&desk);
    roomkey.press("Try in a rehearsal").await;
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in").await;
    let mut window = MeetingWindow::find(&desk).await;
    until("Leave", async || window.press("Leave").await.ok()).await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// An empty home, nothing but the set-up, and a room that is there by its name.
#[tokio::test(flavor = "multi_thread")]
async fn videosdk_from_the_first_start_to_a_meeting_and_back() {
    let mut there = There::of(videosdk_account(videosdk::Tokens::Own(
        videosdk::ApiKey::parse("6f2c8b1e-0d5a").unwrap(),
    )))
    .await;
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let roomkey = Application::start(&desk).await;
    roomkey.press("Set up").await;
    roomkey.type_into("Name", "Ada Lovelace").await;
    roomkey.press("Next").await;
    roomkey.click("label", "VideoSDK").await;
    roomkey.type_into("Company name", "Acme").await;
    roomkey.press("Next").await;
    roomkey.says("The API key is missing.").await;
    roomkey.type_into("API key", "6f2c8b1e-0d5a").await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("REST’s server", &there.domain()).await;
    roomkey.type_into("Page’s server", &there.domain()).await;
    roomkey.press("Next").await;
    let clipboard = copy_secret(&desk).await;
    roomkey.press("Paste from the clipboard").await;
    roomkey.says("The secret was read").await;
    roomkey.says("VideoSDK makes its rooms itself.").await;
    roomkey.type_into("Rooms", "Daily stand-up").await;
    assert!(!roomkey.text().await.contains(SECRET));
    drop(clipboard);
    roomkey.press("Finish").await;

    roomkey.says("You join as participant").await;
    let guest = there.lets_in(&roomkey, "Join").await;
    assert_eq!(guest, ("Ada Lovelace".to_owned(), Role::Participant));
    leave(&roomkey, &desk, &mut there).await;

    // The keyring had the secret, and nothing else has.
    let settings = fs::read_to_string(desk.path("roomkey/settings.json")).unwrap();
    assert!(settings.contains("6f2c8b1e-0d5a") && !settings.contains(SECRET));
    desk.replace_keyring();
    roomkey.press("Join").await;
    roomkey.says("is not in the keyring").await;
    roomkey.close().await;
}

/// What goes wrong with the provider's REST is said in the launcher, with the server's own words
/// where it has some.
#[tokio::test(flavor = "multi_thread")]
async fn what_the_provider_answers_is_told() {
    let there = There::of(videosdk_account(videosdk::Tokens::Own(
        videosdk::ApiKey::parse("6f2c8b1e-0d5a").unwrap(),
    )))
    .await;
    let (desk, roomkey) = begin("VideoSDK").await;
    roomkey.type_into("API key", "6f2c8b1e-0d5a").await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("REST’s server", &there.domain()).await;
    roomkey.type_into("Page’s server", &there.domain()).await;
    roomkey.press("Add a tenant").await;
    paste_secret(&roomkey, &desk).await;
    make_room(&roomkey).await;
    sits_down(&roomkey).await;

    let elsewhere = format!("http://{}/elsewhere", there.domain());
    for (trouble, words) in [
        (
            Trouble::json(401, &json!({ "message": "Token is invalid or expired" })),
            &[
                "VideoSDK does not accept the token.",
                "“Token is invalid or expired”",
                "this computer’s clock is right",
            ][..],
        ),
        (
            Trouble::json(400, &json!({ "message": "Room not found." })),
            &["VideoSDK knows no such room.", "“Room not found.”"],
        ),
        (
            Trouble::json(403, &json!({ "error": "no", "code": 4008 })),
            &["INVALID_PERMISSIONS, 4008"],
        ),
        (
            Trouble::json(403, &json!("not for you")),
            &["VideoSDK knows who asks, and does not allow this."],
        ),
        (
            Trouble::json(409, &json!({ "msg": "there is another" })),
            &["VideoSDK has something else there.", "“there is another”"],
        ),
        (
            Trouble::json(429, &json!({})),
            &["VideoSDK has had too many calls."],
        ),
        (
            Trouble::json(503, &json!({})),
            &["VideoSDK failed (503).", "Wait a little"],
        ),
        (
            Trouble::Redirect { to: elsewhere },
            &["VideoSDK sends Roomkey to another address"],
        ),
        (
            Trouble::Page,
            &["A web page came in place of an answer of VideoSDK."],
        ),
        (
            Trouble::BrokenJson,
            &["The answer of VideoSDK is broken off, or no JSON."],
        ),
        (
            Trouble::Huge,
            &["VideoSDK answered with more than a call needs"],
        ),
        (Trouble::Cut, &["VideoSDK gave no answer in time."]),
    ] {
        there.stand_in.mend();
        there
            .stand_in
            .fault(Reach::Path("/v2/rooms/validate/".to_owned()), trouble);
        roomkey.press("Join").await;
        for said in words {
            roomkey.says(said).await;
        }
    }
    there.stand_in.mend();
    let redirected = |request: &Request| request.path == "/elsewhere";
    assert!(!there.stand_in.requests().iter().any(redirected));
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn videosdk_with_a_token_server_and_no_secret() {
    let anywhere = Domain::parse("127.0.0.1:1").unwrap();
    let mut there = There::of(videosdk_account(videosdk::Tokens::Server(anywhere))).await;
    let (desk, roomkey) = begin("VideoSDK").await;
    roomkey.click("label", "A token server").await;
    roomkey.type_into("Token server", &there.domain()).await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("REST’s server", &there.domain()).await;
    roomkey.type_into("Page’s server", &there.domain()).await;
    roomkey.press("Add a tenant").await;
    roomkey.says("Remove tenant").await;
    make_room(&roomkey).await;

    sits_down(&roomkey).await;
    let (name, _) = there.lets_in(&roomkey, "Join").await;
    assert_eq!(name, "Ada Lovelace");
    leave(&roomkey, &desk, &mut there).await;
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jiomeet_from_its_app_to_a_meeting_and_back() {
    let mut there = There::of(Provider::JioMeet(jiomeet::App {
        id: jiomeet::AppId::parse("0123456789").unwrap(),
        issuer: None,
        steps: jiomeet::Steps::One,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: jiomeet::Authorization::Bare,
    }))
    .await;
    let (desk, roomkey) = begin("JioMeet").await;
    roomkey.type_into("App ID", "0123456789").await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("Server", &there.domain()).await;
    roomkey.press("Add a tenant").await;
    paste_secret(&roomkey, &desk).await;
    make_room(&roomkey).await;
    is_well(&roomkey, &["Good\nSecret", "Good\nToken", "Good\nClock"]).await;

    sits_down(&roomkey).await;
    let (name, _) = there.lets_in(&roomkey, "Join").await;
    assert_eq!(name, "Ada Lovelace");
    leave(&roomkey, &desk, &mut there).await;
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_jitsi_server_of_ones_own_from_its_secret_to_a_meeting_and_back() {
    let mut there = There::of(Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Tenant(jitsi::TenantName::parse("sales").unwrap()),
        app: jitsi::AppName::parse("roomkey").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust: jitsi::Trust::Secret,
    }))
    .await;
    let (desk, roomkey) = begin("Jitsi Meet").await;
    roomkey.type_into("Server", &there.domain()).await;
    roomkey.type_into("App ID", "roomkey").await;
    roomkey.click("summary", "More").await;
    roomkey.type_into("Tenant in the address", "Sales").await;
    roomkey.press("Add a tenant").await;
    paste_secret(&roomkey, &desk).await;
    roomkey.press("Rooms").await;
    roomkey.press("Add a room").await;
    roomkey.type_into("Title", "Daily stand-up").await;
    roomkey.press("Add room").await;
    roomkey.says("One room").await;
    is_well(&roomkey, &["Good\nSecret", "Good\nToken", "Good\nClock"]).await;

    sits_down(&roomkey).await;
    let guest = there.lets_in(&roomkey, "Join").await;
    assert_eq!(guest, ("Ada Lovelace".to_owned(), Role::Participant));
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// The key's public half is saved under the name by which the server asks for it.
#[tokio::test(flavor = "multi_thread")]
async fn a_jitsi_server_that_knows_a_public_key() {
    let (desk, roomkey) = begin("Jitsi Meet").await;
    roomkey.type_into("Server", "meet.example.org").await;
    roomkey.type_into("App ID", "roomkey").await;
    roomkey.click("label", "A private key").await;
    roomkey.type_into("Key’s name", "Roomkey-2026").await;
    roomkey.press("Add a tenant").await;
    roomkey.says("Remove tenant").await;
    roomkey.press("Key").await;
    roomkey.press("Make a key").await;
    roomkey.says("A new key waits").await;
    roomkey.press("Keep the key").await;
    // `printf %s Roomkey-2026 | sha256sum`
    roomkey
        .says("f2fdec9b77eb739bde8f37c1f6bcc759630405d9c86e7a8539fb54db8080a8e8.pem")
        .await;
    roomkey.press("Save the public key").await;
    let file = desk.path("for the key server.pem");
    chooser::save_as(&desk, &file).await;
    roomkey.says("Saved as").await;
    let public = PublicKey::from_pem(&fs::read_to_string(&file).unwrap()).unwrap();

    let server = Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Domain,
        app: jitsi::AppName::parse("roomkey").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust: jitsi::Trust::Key(jitsi::KeyName::parse("Roomkey-2026").unwrap()),
    });
    let mut there = There::that_trusts(server, Trusted::Key(public)).await;
    roomkey.press("Tenants").await;
    roomkey.type_into("Server", &there.domain()).await;
    roomkey.press("Rooms").await;
    roomkey.press("Add a room").await;
    roomkey.type_into("Title", "Daily stand-up").await;
    roomkey.press("Add room").await;
    roomkey.says("One room").await;
    sits_down(&roomkey).await;
    let (name, _) = there.lets_in(&roomkey, "Join").await;
    assert_eq!(name, "Ada Lovelace");
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}
