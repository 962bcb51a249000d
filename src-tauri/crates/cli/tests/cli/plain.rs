//! What needs neither keyring nor network.

use crate::cli::desk::Desk;
use crate::cli::desk::settings;

#[test]
fn words() {
    Desk::new().run("plain/words");
}

#[test]
fn mint() {
    Desk::new().run("plain/mint");
}

#[test]
fn wrong_on_purpose() {
    Desk::new().run("plain/wrong_on_purpose");
}

#[test]
fn inspect() {
    Desk::new().run("plain/inspect");
}

#[test]
fn matrix() {
    Desk::new().run("plain/matrix");
}

#[test]
fn tenants_and_rooms() {
    Desk::new().run("plain/tenants_and_rooms");
}

#[test]
fn no_keyring() {
    Desk::new()
        .with_settings(&settings("8x8.vc"))
        .run("plain/no_keyring");
}

#[test]
fn damaged_settings() {
    Desk::new().with_settings("{").run("plain/damaged_settings");
}

#[test]
fn shells() {
    Desk::new().run("plain/shells");
}

#[test]
fn join() {
    Desk::new().run("plain/join");
}

#[test]
fn providers() {
    Desk::new().run("plain/providers");
}

#[test]
fn provider_tokens() {
    Desk::new().run("plain/provider_tokens");
}
