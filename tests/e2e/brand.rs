//! A brand with pictures in the real launcher's webview, and in a meeting; and how an admin
//! makes one.

use std::fs;

use roomkey_picture::Purpose;
use roomkey_picture::make;
use roomkey_rehearsal::happening::What;
use roomkey_store::folders::Folders;
use roomkey_store::pictures::Pictures;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use crate::application::Application;
use crate::chooser;
use crate::desk::Desk;
use crate::started;
use crate::tenant::Tenant;
use crate::whole_path::set_up;
use crate::window::MeetingWindow;
use crate::window::OPEN_TO_TOOLS;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="12" fill="#ffc400"/></svg>"##;

/// What the launcher's webview has made of the pictures: their sizes, and the accent.
const SHOWN: &str = "
    const pictures = [...document.querySelectorAll('header img')];
    const sizes = pictures.map((picture) => [picture.naturalWidth, picture.naturalHeight]);
    return { sizes, accent: document.documentElement.style.getPropertyValue('--dark-accent-text') };
";

#[tokio::test(flavor = "multi_thread")]
async fn pictures_and_accent_are_shown_and_the_meeting_opens_with_the_logo() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    roomkey.close().await;
    let folders = Folders::at(desk.path("roomkey"));
    let pictures = Pictures::of(&folders, &TenantId::parse("acme").unwrap());
    let keep = |word: &str, purpose: Purpose| {
        let picture = make(LOGO.as_bytes(), Some("svg"), purpose).unwrap();
        pictures.keep(word, purpose.extension(), &picture).unwrap()
    };
    started::set_brand(
        &desk,
        json!({
            "name": "Acme Meetings",
            "accent": "#ffc400",
            "logo": keep("logo", Purpose::Logo),
            "background": keep("background", Purpose::Background),
            "link": "https://acme.example",
        }),
    );

    let roomkey = Application::start(&desk).await;
    roomkey.says("Acme Meetings").await;
    roomkey.find("button[aria-label='Open acme.example']").await;
    let shown = roomkey.page.execute(SHOWN, vec![]).await.unwrap();
    assert_eq!(
        shown,
        json!({ "sizes": [[1920, 1920], [512, 512]], "accent": "#ffc400" })
    );

    roomkey.press("Join").await;
    let joined = |what: &What| matches!(what, What::Joined { .. });
    tenant.sees("the person in the room", joined).await;
    roomkey.says("You are in, as participant").await;
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_chooses_pictures_and_what_the_meetings_toolbar_leaves_out() {
    let mut desk = Desk::new();
    desk.add_chromium_flag(OPEN_TO_TOOLS);
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.press("You join as").await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;
    roomkey.press("Brand").await;

    let picture = desk.path("our logo.svg");
    fs::write(&picture, LOGO).unwrap();
    for which in ["logo", "background"] {
        let choose = format!("button[aria-label='Choose a {which}']");
        roomkey.find(&choose).await.click().await.unwrap();
        chooser::open(&desk, &picture).await;
        let remove = format!("button[aria-label='Remove the {which}']");
        roomkey.find(&remove).await;
    }
    roomkey.click("label", "Camera").await;
    roomkey.says("Saved").await;
    roomkey.press("Export the branding").await;
    let file = desk.path("branding.json");
    chooser::save_as(&desk, &file).await;
    roomkey.says("Saved as").await;
    let branding: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    for picture in ["logoImageUrl", "backgroundImageUrl"] {
        let address = branding[picture].as_str().unwrap();
        assert!(address.starts_with("data:image/"), "{picture}");
    }

    roomkey.turn_to("launcher.html").await;
    roomkey.press("Join").await;
    let joined = |what: &What| matches!(what, What::Joined { .. });
    tenant.sees("the person in the room", joined).await;
    let mut window = MeetingWindow::find(&desk).await;
    let shown = window.shows(&["microphone", "camera", "leave"]).await;
    assert_eq!(shown.unwrap(), [true, false, true]);
    roomkey.close().await;
}
