//! An admin's way from an empty desk to other people's: a key made here, its public half in
//! the console, the set-up checked, one file rolled out, and a meeting on another desk with
//! another keyring. Files are chosen in the system's own dialogs, by the keyboard.

use std::fs;

use fantoccini::key::Key;
use roomkey_core::key::PublicKey;
use roomkey_core::role::Role;

use crate::application::Application;
use crate::chooser;
use crate::desk::Desk;
use crate::process::until;
use crate::tenant::APP_ID;
use crate::tenant::SHORT_KEY_ID;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn from_a_new_key_to_a_meeting_on_another_desk() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;

    add_tenant(&roomkey).await;
    let public_key = make_key(&roomkey, &desk).await;
    let mut tenant = Tenant::of(public_key).await;
    move_to(&roomkey, &tenant).await;
    add_rooms(&roomkey).await;
    check(&roomkey, &tenant).await;
    let (passphrase, sealed) = roll_out(&roomkey, &desk).await;
    roomkey.close().await;

    let other = Desk::new();
    let file = other.path("acme.roomkey");
    fs::write(&file, sealed).unwrap();
    let roomkey = Application::start(&other).await;
    set_up_from(&roomkey, &other, &file, &passphrase).await;
    stand_in_order(&roomkey).await;
    rehearse(&roomkey).await;
    is_let_in(&roomkey, &mut tenant, "Join", "Grace Hopper").await;
    roomkey.close().await;
}

/// The replaced key stays until the new one has passed, and signs again where it is asked to:
/// the server knows the first key alone, so that only that one opens its door.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_replaced_when_it_was_tried_and_brought_back() {
    let desk = Desk::new();
    let mut tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    open_settings(&roomkey).await;

    roomkey.press("Key").await;
    roomkey.press("Start").await;
    roomkey.press("Make a key").await;
    roomkey.type_into("The key id", "9c02d7").await;
    roomkey.press("Keep the key").await;
    roomkey.says("The next key").await;
    roomkey.press("Make current").await;
    roomkey.says("It has not signed in a rehearsal yet.").await;
    roomkey.press("Cancel").await;
    roomkey.press("Try in a rehearsal").await;
    roomkey.turn_to("launcher.html").await;
    roomkey.says("You are in").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
    roomkey.turn_to("settings.html").await;
    until("the next key's pass", async || {
        // The present key has opened no meeting yet.
        let said = roomkey.text().await;
        (said.matches("Not yet").count() == 1).then_some(())
    })
    .await;
    roomkey.press("Make current").await;
    roomkey
        .says("is kept on this computer as the former key")
        .await;
    roomkey.confirm("Make current").await;
    roomkey.says("The former key").await;

    roomkey.turn_to("launcher.html").await;
    roomkey.press("Join").await;
    roomkey.says("The server refused your token").await;
    roomkey.turn_to("settings.html").await;
    roomkey.press("Bring back").await;
    roomkey.confirm("Bring back").await;
    roomkey.says("Saved").await;
    roomkey.turn_to("launcher.html").await;
    is_let_in(&roomkey, &mut tenant, "Try again", "Ada Lovelace").await;
    roomkey.close().await;
}

async fn open_settings(roomkey: &Application) {
    roomkey.press("You join as").await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;
}

async fn add_tenant(roomkey: &Application) {
    roomkey.type_into("Title", "Acme").await;
    roomkey.type_into("AppID", APP_ID).await;
    roomkey.press("Add a tenant").await;
    roomkey.says("Remove tenant").await;
}

/// Makes a key, gives its public half to the console, and the console's key id back. The
/// dialog may be left without harm.
async fn make_key(roomkey: &Application, desk: &Desk) -> PublicKey {
    roomkey.press("Key").await;
    roomkey.press("Make a key").await;
    roomkey.says("A new key waits").await;
    roomkey.press("Save the public key").await;
    chooser::cancel_save(desk).await;
    roomkey.press("Save the public key").await;
    let file = desk.path("for the console.pem");
    chooser::save_as(desk, &file).await;
    roomkey.says("Saved as").await;
    roomkey.type_into("The key id", SHORT_KEY_ID).await;
    roomkey.press("Keep the key").await;
    roomkey.says("Signs every token of this tenant.").await;
    let saved = fs::read_to_string(&file).unwrap();
    assert!(saved.starts_with("-----BEGIN PUBLIC KEY-----\n"));
    PublicKey::from_pem(&saved).unwrap()
}

async fn move_to(roomkey: &Application, tenant: &Tenant) {
    roomkey.press("Tenants").await;
    let server = roomkey.field("Server").await;
    server.select_by_value("own").await.unwrap();
    roomkey.type_into("Server’s name", &tenant.domain()).await;
}

/// The rooms in an order that is neither that of the alphabet nor that in which they were added.
const ROOMS: [&str; 3] = ["Daily stand-up", "Board", "All hands"];

/// The first comes last, and is moved up by the keys.
async fn add_rooms(roomkey: &Application) {
    roomkey.press("Rooms").await;
    let [first, others @ ..] = ROOMS;
    for title in others.into_iter().chain([first]) {
        roomkey.press("Add a room").await;
        roomkey.type_into("Title", title).await;
        roomkey.press("Add room").await;
        roomkey.says(title).await;
    }
    roomkey.says("3 rooms").await;
    let last = "[...document.querySelectorAll('main [data-at]')].at(-1).focus()";
    roomkey.page.execute(last, vec![]).await.unwrap();
    let line = roomkey.page.active_element().await.unwrap();
    line.send_keys(&(Key::Alt + &*Key::Home)).await.unwrap();
}

/// The launcher has them as the settings do.
async fn stand_in_order(roomkey: &Application) {
    let titles = "return [...document.querySelectorAll('[role=row] .title')]
        .map((title) => title.innerText)";
    let titles = roomkey.page.execute(titles, vec![]).await.unwrap();
    assert_eq!(titles, serde_json::json!(ROOMS));
}

/// Every line says what is so here: the server is on this computer, so that there is neither
/// encryption nor a way through a firewall to be looked at.
async fn check(roomkey: &Application, tenant: &Tenant) {
    roomkey.press("Check set-up").await;
    roomkey.press("Check now").await;
    roomkey.says("Check again").await;
    let lines = "return [...document.querySelectorAll('main li')].map((line) => line.innerText)";
    let lines = roomkey.page.execute(lines, vec![]).await.unwrap();
    let lines: Vec<String> = serde_json::from_value(lines).unwrap();
    let answers = tenant.domain().replace(':', " answers on port ");
    let expected = [
        ("Good", "Keyring", "Secret Service is open."),
        ("Good", "Private key", "RSA, 4096 bits; it signs."),
        ("Good", "Key id", "It belongs to this AppID."),
        ("Good", "Token", "It passes every rule of JaaS."),
        ("Good", "Clock", "It agrees with the server."),
        ("Good", "Server’s address", "127.0.0.1 is found."),
        ("Good", "Connection", &format!("{answers}.")),
        (
            "Not checked",
            "Encryption",
            "Not looked at: a server on this computer needs none.",
        ),
        ("Good", "Meeting’s script", "The server hands it out."),
        (
            "Not checked",
            "Media servers",
            "Not looked at: the server is not one of JaaS’s.",
        ),
        (
            "Good",
            "Meeting window",
            "A Chromium window opens meetings.",
        ),
    ];
    let expected = expected.map(|(outcome, name, said)| format!("{outcome}\n{name}\n{said}"));
    let mut lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    let devices = lines.pop().unwrap();
    assert_eq!(lines, expected);
    // Not every machine that runs the tests has both.
    let summary = match devices.split_once("\nCamera and microphone\n") {
        Some(("Good", found)) if found.starts_with("Found: ") => "Everything is well",
        Some(("Warning", missing)) if missing.contains("Plug them in") => "one warning",
        _ => panic!("{devices}"),
    };
    roomkey.says(summary).await;
}

async fn roll_out(roomkey: &Application, desk: &Desk) -> (String, Vec<u8>) {
    roomkey.press("Rollout").await;
    roomkey.press("Make the file").await;
    let file = desk.path("acme.roomkey");
    chooser::save_as(desk, &file).await;
    roomkey.says("Its passphrase, shown this once").await;
    let passphrase = roomkey.find("p.passphrase").await.text().await.unwrap();
    (passphrase, fs::read(&file).unwrap())
}

async fn set_up_from(roomkey: &Application, desk: &Desk, file: &std::path::Path, passphrase: &str) {
    roomkey.press("I have a rollout file").await;
    chooser::open(desk, file).await;
    roomkey.says("acme.roomkey is locked").await;
    roomkey.type_into("Passphrase", passphrase).await;
    roomkey.press("Unlock").await;
    roomkey.says("3 rooms, with its private key").await;
    roomkey.press("Set up").await;
    roomkey.type_into("Name", "Grace Hopper").await;
    roomkey.press("Start").await;
    roomkey.says("You join as participant").await;
}

async fn rehearse(roomkey: &Application) {
    roomkey.press("Rehearse").await;
    roomkey.says("Rehearsal · Daily stand-up").await;
    roomkey.says("You are in, as participant").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
}

/// The server lets in whom the right key signs for: it knows one public half and no other.
async fn is_let_in(roomkey: &Application, tenant: &mut Tenant, button: &str, person: &str) {
    roomkey.press(button).await;
    let guest = tenant.lets_in("daily-stand-up").await;
    assert_eq!(
        (guest.name.as_str(), guest.role),
        (person, Role::Participant)
    );
    roomkey.says("You are in, as participant").await;
    roomkey.end_meeting().await;
    roomkey.no_longer_says("You are in").await;
}
