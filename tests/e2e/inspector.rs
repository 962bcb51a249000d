//! The inspector in the real application: tokens made with the key in the keyring, copied, read
//! again, compared, and tried in the tenant's room.

use roomkey_core::role::Role;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::until;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_made_copied_read_compared_and_tried() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    open(&roomkey).await;

    roomkey.press("Moderator").await;
    roomkey
        .says("JaaS would let Ada Lovelace in as moderator until")
        .await;
    roomkey.says("Checked with the key of Acme.").await;
    let leads = copied(&roomkey, &desk, "").await;
    roomkey.press("Participant").await;
    roomkey
        .says("JaaS would let Ada Lovelace in as participant until")
        .await;
    let takes_part = copied(&roomkey, &desk, &leads).await;
    for token in [&leads, &takes_part] {
        let (_, signature) = token.rsplit_once('.').unwrap();
        assert!(!html(&roomkey).await.contains(signature));
    }

    roomkey.press("Read").await;
    roomkey.type_into("Token", &format!("Bearer {leads}")).await;
    roomkey
        .says("JaaS would let Ada Lovelace in as moderator until")
        .await;
    roomkey
        .type_into("Compare with another token", &takes_part)
        .await;
    // It is looked at while it is typed, so that the last look counts.
    until("the two told apart", async || {
        let row = roomkey.find_starting("tr", "context.user.moderator").await;
        let said = row.text().await.ok()?;
        (said == "context.user.moderator\"true\"\"false\"differs").then_some(())
    })
    .await;

    roomkey.press("Make").await;
    roomkey.press("Moderator").await;
    roomkey
        .says("JaaS would let Ada Lovelace in as moderator until")
        .await;
    roomkey.press("Open in the room").await;
    roomkey.confirm("Open in the room").await;
    let guest = tenant.lets_in("daily-stand-up").await;
    assert_eq!(
        (guest.name.as_str(), guest.role),
        ("Ada Lovelace", Role::Moderator)
    );
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in, as moderator").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
    assert_eq!(windows(&roomkey).await, 2);
    open(&roomkey).await;
    assert_eq!(windows(&roomkey).await, 2, "the inspector is one window");
    roomkey.close().await;
}

/// Opens the inspector from the launcher, or brings it to the front.
pub(crate) async fn open(roomkey: &Application) {
    roomkey.press("You join as").await;
    roomkey.press("Inspector").await;
    roomkey.turn_to("inspector.html").await;
}

async fn windows(roomkey: &Application) -> usize {
    roomkey.page.windows().await.unwrap().len()
}

async fn html(roomkey: &Application) -> String {
    let page = roomkey
        .page
        .execute("return document.documentElement.outerHTML", vec![]);
    let html = page.await.unwrap();
    html.as_str().unwrap().to_owned()
}

/// Has the token copied, and takes it from the clipboard once it is another than before.
pub(crate) async fn copied(roomkey: &Application, desk: &Desk, before: &str) -> String {
    roomkey.press("Copy token").await;
    until("the token in the clipboard", async || {
        let mut clip = desk.command("xclip");
        clip.args(["-selection", "clipboard", "-o"]);
        let text = String::from_utf8(clip.output().ok()?.stdout).ok()?;
        let is_token = text.starts_with("eyJ") && text.matches('.').count() == 2;
        (is_token && text != before).then_some(text)
    })
    .await
}
