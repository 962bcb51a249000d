//! A keyring that is not there, is locked, or has lost the key: the launcher says which, and
//! what to do, and nothing that was typed or set is lost.

use std::fs;

use crate::application::Application;
use crate::desk::Desk;
use crate::tenant::APP_ID;
use crate::tenant::SHORT_KEY_ID;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_set_up_without_a_keyring_says_so_and_loses_nothing() {
    let mut desk = Desk::without_keyring();
    let tenant = Tenant::new(desk.path("")).await;
    let roomkey = Application::start(&desk).await;

    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;

    roomkey
        .says("There is no keyring on this computer, and Roomkey keeps keys nowhere else.")
        .await;
    roomkey
        .says("Install one, such as gnome-keyring or kwalletmanager, and log in again.")
        .await;
    assert!(!desk.path("roomkey/settings.json").exists());
    assert_eq!(roomkey.typed_into("Rooms").await, "Daily stand-up");
    roomkey.press("Back").await;
    assert_eq!(roomkey.typed_into("Company name").await, "Acme");
    assert_eq!(roomkey.typed_into("AppID").await, APP_ID);
    assert_eq!(
        roomkey.typed_into("Key id").await,
        format!("{APP_ID}/{SHORT_KEY_ID}")
    );
    assert_eq!(roomkey.typed_into("Server").await, tenant.domain());
    roomkey.press("Back").await;
    assert_eq!(roomkey.typed_into("Name").await, "Ada Lovelace");
    assert_eq!(roomkey.typed_into("Email").await, "ada@example.org");

    desk.start_keyring();
    roomkey.press("Next").await;
    roomkey.press("Next").await;
    roomkey.says("4096 bits").await;
    roomkey.press("Finish").await;
    roomkey.says("You join as participant").await;
    roomkey.says("Daily stand-up").await;
    roomkey.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_keyring_is_said_on_the_click_and_at_the_start() {
    let mut desk = Desk::new();
    let tenant = Tenant::new(desk.path("")).await;
    let mut roomkey = Application::start(&desk).await;
    set_up(&roomkey, &desk, &tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    let settings = fs::read(desk.path("roomkey/settings.json")).unwrap();
    let table: [Row; 3] = [
        (
            |desk| desk.lock_keyring(),
            [
                "The keyring is locked.",
                "Try again and answer its question with your login password.",
            ],
            [
                "The keyring is locked",
                "Join a room and answer the keyring’s question",
            ],
        ),
        (
            Desk::replace_keyring,
            [
                "The key is not in the keyring.",
                "Import it again in the set-up.",
            ],
            [
                "The key is not in the keyring",
                "Without it, no room of Acme opens.",
            ],
        ),
        (
            Desk::stop_keyring,
            [
                "There is no keyring on this computer, and Roomkey keeps keys nowhere else.",
                "Install one",
            ],
            ["There is no keyring on this computer", "Install one"],
        ),
    ];
    for (spoil, on_the_click, at_the_start) in table {
        spoil(&mut desk);
        roomkey.type_into("Find a room", "Customer calls").await;
        roomkey.press("Join").await;
        roomkey.says("Customer calls did not open").await;
        for words in on_the_click {
            roomkey.says(words).await;
        }
        assert_eq!(roomkey.typed_into("Find a room").await, "Customer calls");

        roomkey.close().await;
        roomkey = Application::start(&desk).await;
        for words in at_the_start {
            roomkey.says(words).await;
        }
        roomkey.no_longer_says("did not open").await;
        assert_eq!(
            fs::read(desk.path("roomkey/settings.json")).unwrap(),
            settings
        );
    }
    roomkey.close().await;
}

/// What happens to the keyring, and what is said of it on the click and at the next start.
type Row = (fn(&mut Desk), [&'static str; 2], [&'static str; 2]);
