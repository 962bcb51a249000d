//! The whole path in the system's browser, where there is neither WebRTC in the webview nor
//! a Chromium: the same page, served on loopback, in a tab of Firefox.

use std::time::Instant;

use roomkey_core::role::Role;
use roomkey_store::settings::SurfaceChoice;

use crate::application::Application;
use crate::camera;
use crate::desk::Desk;
use crate::firefox;
use crate::firefox::Firefox;
use crate::process::PATIENCE;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_in_firefox_and_back() {
    let desk = Desk::new();
    firefox::make_default(&desk);
    desk.choose_surface(SurfaceChoice::Browser);
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

    let mut firefox = Firefox::find(&desk).await;
    let meeting = format!("http://{}/", tenant.domain());
    camera::moves(async |script| firefox.run(&meeting, script).await).await;
    let tab = firefox
        .addresses()
        .await
        .into_iter()
        .find(|address| address.contains("/meeting.html"))
        .expect("a tab has the meeting page");
    assert!(!tab.contains('#'), "the ticket stays in the address: {tab}");

    tenant.hang_up("daily-stand-up").await;
    roomkey.no_longer_says("You are in").await;
    let mut said = String::new();
    let last_word = ["You left the meeting", "You can close this tab."];
    let deadline = Instant::now() + PATIENCE;
    while !last_word.iter().all(|word| said.contains(word)) {
        assert!(Instant::now() < deadline, "the tab's last word is “{said}”");
        let text = firefox.run(&tab, "return document.body.innerText").await;
        said = text.map_or_else(|| "nothing, it is gone".to_owned(), |text| text.to_string());
    }
    // The launcher takes the next one.
    roomkey.press("Join").await;
    roomkey.says("You are in, as participant").await;
    roomkey.press("Leave").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.close().await;
}
