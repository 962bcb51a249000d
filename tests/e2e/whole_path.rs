//! The main job: from the first start to a meeting and back.

use roomkey_core::role::Role;
use roomkey_rehearsal::happening::What;

use crate::application::Application;
use crate::camera;
use crate::desk::Desk;
use crate::process::until;
use crate::started;
use crate::tenant::APP_ID;
use crate::tenant::SHORT_KEY_ID;
use crate::tenant::Tenant;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

#[tokio::test(flavor = "multi_thread")]
async fn first_start_to_a_chromium_meeting_and_back() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;

    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    roomkey.press("Join").await;

    let guest = tenant.lets_in("daily-stand-up").await;
    assert_eq!(
        (guest.name.as_str(), guest.role),
        ("Ada Lovelace", Role::Participant)
    );
    roomkey.says("You are in, as participant").await;

    tenant.hang_up("daily-stand-up").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// The first look at Roomkey: one button, and nothing before it.
#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_without_an_account_shows_the_camera_and_the_role() {
    let mut desk = Desk::without_keyring();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let roomkey = Application::start(&desk).await;

    roomkey.press("Rehearse without an account").await;
    roomkey.says("Rehearsal · Demonstration").await;
    roomkey.says("You are in, as moderator").await;
    shows_camera_and_role(&desk, "Moderator").await;
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// Where there is a key, one rehearses what will be: the same role, by the same rules. Where it is
/// gone, what opens is called a demonstration.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_set_up_rehearses_as_they_would_join() {
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("You join as participant").await;

    roomkey.press("Rehearse").await;
    roomkey.says("Rehearsal · Daily stand-up").await;
    roomkey.says("You are in, as participant").await;
    shows_camera_and_role(&desk, "Participant").await;
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;

    desk.replace_keyring();
    roomkey.press("Rehearse").await;
    roomkey.says("Rehearsal · Demonstration").await;
    roomkey.says("You are in, as moderator").await;
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}

/// Somebody sees their camera's picture move, and reads as what they are there.
async fn shows_camera_and_role(desk: &Desk, role: &str) {
    let mut window = MeetingWindow::find(desk).await;
    camera::moves(async |script| window.in_frame(script).await.ok()).await;
    until(&format!("“{role}” in the room"), async || {
        window.read().await.ok()?;
        window.frame.says(role).then_some(())
    })
    .await;
}

/// Who leads in a room is said before the click, and so by the token; the room's lobby is then
/// theirs to switch on.
#[tokio::test(flavor = "multi_thread")]
async fn what_one_joins_a_room_as_is_said_before() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("You join as participant").await;
    roomkey.close().await;
    started::lead_first_room(&desk, "@example.org");
    let roomkey = Application::start(&desk).await;

    for (typed, room, said, expected) in [
        (
            "Daily",
            "daily-stand-up",
            "You join as moderator",
            Role::Moderator,
        ),
        (
            "Customer calls",
            "customer-calls",
            "You join as participant",
            Role::Participant,
        ),
    ] {
        roomkey.type_into("Find a room", typed).await;
        roomkey.says(said).await;
        roomkey.press("Join").await;
        let guest = tenant.lets_in(room).await;
        assert_eq!(guest.role, expected, "in {room}");
        if expected == Role::Moderator {
            let is_set = |what: &What| *what == What::LobbySet { on: true };
            tenant.sees("the lobby", is_set).await;
        }
        roomkey.says("You are in").await;
        roomkey.end_meeting().await;
        roomkey.no_longer_says("You are in").await;
    }
    roomkey.close().await;
}

/// The set-up as a new person does it, with a key from the clipboard.
pub(crate) async fn set_up(roomkey: &Application, desk: &Desk, tenant: &Tenant, first_room: &str) {
    roomkey.press("Set up").await;
    roomkey.type_into("Name", "Ada Lovelace").await;
    roomkey.type_into("Email", "ada@example.org").await;
    roomkey.press("Next").await;
    roomkey.type_into("Company name", "Acme").await;
    roomkey.type_into("AppID", APP_ID).await;
    roomkey.type_into("Key id", SHORT_KEY_ID).await;
    roomkey.click("summary", "Another server").await;
    roomkey.type_into("Server", &tenant.domain()).await;
    roomkey.press("Next").await;
    let _clipboard = desk.copy(&tenant.key_file).await;
    roomkey.press("Paste").await;
    roomkey.says("4096 bits").await;
    roomkey.type_into("Rooms", first_room).await;
    roomkey.press("Finish").await;
}
