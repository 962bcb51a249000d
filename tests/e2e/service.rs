//! What a tester has JaaS do, and what JaaS tells: a meeting in a real browser is ended by a
//! command of the inspector, a banned user is not let in again, and a webhook is verified with
//! a secret in the real keyring.

use std::fs;

use roomkey_rehearsal::happening::Leaving;
use roomkey_rehearsal::happening::What;
use serde_json::Value;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::until;
use crate::search::Secret;
use crate::tenant::Tenant;
use crate::tenant::room;
use crate::whole_path::set_up;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

/// The delivery of JaaS's documentation, “Check the webhook signatures”.
const BODY: &str = r#"{"eventType":"PARTICIPANT_JOINED","sessionId":"9a441d60-ceaf-4eba-b0a8-a7d940a76e1b","timestamp":1632490058278,"fqn":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f/sampleappromanticshiftsstripas","idempotencyKey":"9e9e7420-562d-4659-8e22-44b9b22aaa49","customerId":"96f0941768964ab380ed0fbada7a502f","appId":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f","data":{"avatar":"","name":"Test User","id":"auth0|5f903d7a77f3b4006eb8e67d","participantJid":"fc1ea14a-9bca-4218-a563-8c627e803d56@8x8.vc","moderator":true,"email":"test.user@company.com"}}"#;
const SIGNATURE: &str = "t=1632490060,v1=xlzqEojlh4qb21sQpXYsWgyK8x9HVpz+RQldsv18rV0=";
const SECRET: &str = "whsec_9635df66714a4cf088ee9d0979dd3bf6";

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_ended_and_a_user_banned_by_command() {
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    roomkey.press("Join").await;
    tenant.lets_in("daily-stand-up").await;
    roomkey.says("You are in, as participant").await;
    let mut window = MeetingWindow::find(&desk).await;
    open_inspector(&roomkey).await;

    roomkey.press("Meetings").await;
    roomkey.type_into("Room", "Daily stand-up").await;
    roomkey.press("End the meeting").await;
    roomkey.says("End the meeting in “daily-stand-up”?").await;
    roomkey.confirm("Cancel").await;
    let inside = tenant.server.participants(&room("daily-stand-up"));
    assert_eq!(inside.len(), 1, "nothing is done without a yes");
    roomkey.press("End the meeting").await;
    roomkey.confirm("End the meeting").await;

    let how = Leaving::EndedForAll;
    let is_left = |what: &What| *what == What::Left { how };
    tenant.sees("the end for all", is_left).await;
    until("the meeting window's last word", async || {
        // The window closes by itself in the end.
        let _ = window.read().await;
        let says = window.page.says("The meeting was ended for everyone");
        says.then_some(())
    })
    .await;
    roomkey
        .says("The meeting in “daily-stand-up” was ended.")
        .await;
    roomkey.press("End the meeting").await;
    roomkey.confirm("End the meeting").await;
    roomkey.says("The server finds no such meeting").await;
    roomkey.says("there is no such meeting").await;
    roomkey.confirm("Cancel").await;

    roomkey.type_into("User’s id", &user(&desk)).await;
    roomkey.press("Ban the user").await;
    roomkey.confirm("Ban the user").await;
    roomkey.says("was banned.").await;
    roomkey.turn_to("launcher.html").await;
    // While its last word stands, a press of Join brings the ended meeting to the front.
    until("the end of the meeting window", async || {
        let state = "return window.__TAURI_INTERNALS__.invoke('plugin:launcher|state')";
        let state = roomkey.page.execute(state, vec![]).await.ok()?;
        state["meeting"].is_null().then_some(())
    })
    .await;
    roomkey.press("Join").await;
    roomkey.says("The server refused your token").await;
    roomkey.says("It was banned, or you were.").await;
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_is_verified_with_a_secret_in_the_keyring() {
    let desk = Desk::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let tenant = Tenant::new(elsewhere.path().to_owned()).await;
    let file = elsewhere.path().join("secret");
    fs::write(&file, SECRET).unwrap();
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    open_inspector(&roomkey).await;
    roomkey.press("Webhooks").await;
    roomkey.says("None is kept.").await;

    let key = desk.copy(&tenant.key_file).await;
    roomkey.press("Paste from the clipboard").await;
    roomkey.says("it does not begin with whsec_").await;
    drop(key);
    let copied = desk.copy(&file).await;
    roomkey.press("Paste from the clipboard").await;
    roomkey.says("Kept in the keyring.").await;
    drop(copied);
    roomkey.close().await;

    let roomkey = Application::start(&desk).await;
    roomkey.says("Daily stand-up").await;
    open_inspector(&roomkey).await;
    roomkey.press("Webhooks").await;
    roomkey.says("Kept in the keyring.").await;
    roomkey.type_into("Body", BODY).await;
    roomkey.type_into("X-Jaas-Signature", SIGNATURE).await;
    roomkey.press("Verify and explain").await;
    // The documented delivery is its own tenant's.
    roomkey
        .says("The secret fits, but this is another tenant’s")
        .await;
    roomkey.says("Somebody has joined.").await;
    roomkey
        .type_into("Body", &BODY.replace("true", "false"))
        .await;
    roomkey.press("Verify and explain").await;
    roomkey.says("The signature does not fit").await;
    let secret = Secret::text(SECRET);
    assert!(secret.is_in(SECRET.as_bytes()));
    let files = secret.in_files(&desk.path(""));
    assert!(files.is_empty(), "the secret is in {files:?}");

    roomkey.press("Remove").await;
    roomkey.confirm("Remove").await;
    roomkey.says("None is kept.").await;
    roomkey.press("Verify and explain").await;
    roomkey.says("Nobody has checked the signature").await;
    roomkey.close().await;
}

async fn open_inspector(roomkey: &Application) {
    roomkey.press("You join as").await;
    roomkey.press("Inspector").await;
    roomkey.turn_to("inspector.html").await;
}

/// The id of who sits here, which is in their tokens.
fn user(desk: &Desk) -> String {
    let settings = fs::read(desk.path("roomkey/settings.json")).unwrap();
    let settings: Value = serde_json::from_slice(&settings).unwrap();
    settings["person"]["id"].as_str().unwrap().to_owned()
}
