//! The whole path in the embedded surface: a second window of Roomkey's own webview.
//!
//! Debian's WebKitGTK has no WebRTC, so a real client would not hold a meeting there, and
//! only a setting chooses it. All else is real: our page under its policy in a window that
//! may call the meeting commands alone, the frame of the tenant's origin in it, and the way
//! of events and instructions between both and the shell. WebDriver holds the launcher's
//! window alone: the meeting's has a storage of its own, and the driver takes one.

use roomkey_core::role::Role;
use roomkey_store::settings::SurfaceChoice;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::until;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

/// The meeting window's title.
const TITLE: &str = "Daily stand-up · Acme";

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_in_the_embedded_window_and_back() {
    let desk = Desk::new();
    desk.choose_surface(SurfaceChoice::Embedded);
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    assert!(!desk.shows_window(TITLE));
    roomkey.press("Join").await;

    let guest = tenant.lets_in("daily-stand-up").await;
    assert_eq!(
        (guest.name.as_str(), guest.role),
        ("Ada Lovelace", Role::Participant)
    );
    roomkey.says("You are in, as participant").await;
    assert!(desk.shows_window(TITLE));
    assert!(
        !desk.path("roomkey/meeting-chromium").exists(),
        "a Chromium shows the meeting"
    );

    tenant.hang_up("daily-stand-up").await;
    roomkey.no_longer_says("You are in").await;
    until("the end of the meeting window", async || {
        (!desk.shows_window(TITLE)).then_some(())
    })
    .await;
    // The launcher takes the next one.
    roomkey.press("Join").await;
    roomkey.says("You are in, as participant").await;
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}
