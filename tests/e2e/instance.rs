//! One Roomkey, one meeting: what is started twice is there once.

use roomkey_rehearsal::happening::What;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::until;
use crate::processes;
use crate::processes::Process;
use crate::screen;
use crate::started;
use crate::tenant::Tenant;
use crate::tenant::room;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_shows_the_running_window_and_ends() {
    let desk = Desk::new();
    let mut first = started::roomkey(&desk, &[]);
    screen::minimise(&desk, screen::LAUNCHER).await;

    let second = started::roomkey(&desk, &[]).end().await;

    assert_eq!(second.code(), Some(0));
    screen::shows(&desk, screen::LAUNCHER).await;
    screen::close(&desk, screen::LAUNCHER).await;
    assert!(first.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_background_it_has_no_window_until_it_is_started_again() {
    let desk = Desk::new();
    let mut first = started::roomkey(&desk, &["--background"]);
    until("the launcher's page", async || {
        let has_page = |process: &Process| process.said().contains("WebKitWebProcess");
        processes::on(&desk).iter().any(has_page).then_some(())
    })
    .await;
    assert_eq!(
        screen::visible(&desk, screen::LAUNCHER),
        Vec::<String>::new()
    );

    let second = started::roomkey(&desk, &[]).end().await;

    assert_eq!(second.code(), Some(0));
    screen::close(&desk, screen::LAUNCHER).await;
    assert!(first.end().await.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clicks_and_an_icon_open_one_meeting() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let mut happenings = tenant.server.happenings();
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    let button = roomkey.find_starting("button", "Join").await;
    let button = serde_json::to_value(&button).unwrap();
    let twice = "arguments[0].click(); arguments[0].click();
        const request = { tenant: 'acme', room: 'daily-stand-up' };
        return window.__TAURI_INTERNALS__.invoke('plugin:launcher|join', { request });";

    roomkey.page.execute(twice, vec![button]).await.unwrap();
    let icon = started::roomkey(&desk, &["join", "acme/daily-stand-up"])
        .end()
        .await;

    assert_eq!(icon.code(), Some(0));
    tenant.lets_in("daily-stand-up").await;
    roomkey.says("You are in, as participant").await;
    tenant.hang_up("daily-stand-up").await;
    roomkey.no_longer_says("You are in").await;
    roomkey.says("Join").await;
    let mut pages = 0;
    while let Ok(happening) = happenings.try_recv() {
        pages += usize::from(happening.what == What::PageServed);
    }
    assert_eq!(pages, 1);
    assert!(
        tenant
            .server
            .participants(&room("daily-stand-up"))
            .is_empty()
    );
    roomkey.close().await;
}
