//! What is to be seen on a desktop, for windows that no driver holds.

use std::process::Output;

use crate::desk::Desk;
use crate::process::until;

/// The launcher's title.
pub(crate) const LAUNCHER: &str = "^Roomkey$";

/// The visible windows whose title fits a pattern.
pub(crate) fn visible(desk: &Desk, title: &str) -> Vec<String> {
    let found = xdotool(desk, &["search", "--onlyvisible", "--name", title]);
    let numbers = String::from_utf8(found.stdout).unwrap();
    numbers.lines().map(str::to_owned).collect()
}

/// Waits until a window with such a title is to be seen, and gives its number.
pub(crate) async fn shows(desk: &Desk, title: &str) -> String {
    until(&format!("a window “{title}”"), async || {
        visible(desk, title).into_iter().next()
    })
    .await
}

/// Hides a window as its button in the title bar does, and waits until it is gone.
pub(crate) async fn minimise(desk: &Desk, title: &str) {
    let window = shows(desk, title).await;
    xdotool(desk, &["windowminimize", &window]);
    until("the minimised window's going", async || {
        visible(desk, title).is_empty().then_some(())
    })
    .await;
}

/// Closes a window as a person does by keyboard, and again while it is there: keys that come
/// in the moment in which windows change go nowhere. That it is not to be seen does not count:
/// the window manager hides one that has just come for as long as it frames it.
pub(crate) async fn close(desk: &Desk, title: &str) {
    let window = shows(desk, title).await;
    close_one(desk, &window).await;
}

/// The same by the window's number, where several have the title.
pub(crate) async fn close_one(desk: &Desk, window: &str) {
    until("the closing of a window", async || {
        if !exists(desk, window) {
            return Some(());
        }
        xdotool(desk, &["windowactivate", "--sync", window, "key", "alt+F4"]);
        None
    })
    .await;
}

fn exists(desk: &Desk, window: &str) -> bool {
    let asked = desk.command("xprop").args(["-id", window]).output();
    let asked = asked.expect("xprop is there: apt install x11-utils");
    asked.status.success()
}

/// The window that has the keys.
pub(crate) fn active(desk: &Desk) -> Option<String> {
    let found = xdotool(desk, &["getactivewindow"]);
    let number = String::from_utf8(found.stdout).unwrap();
    number.lines().next().map(str::to_owned)
}

/// Presses keys, each by its name or a chord such as `ctrl+a`, in the window in front.
pub(crate) fn press(desk: &Desk, keys: &[&str]) {
    let mut arguments = vec!["key", "--delay", "40"];
    arguments.extend(keys);
    assert!(xdotool(desk, &arguments).status.success());
}

/// Types into the window in front.
pub(crate) fn type_text(desk: &Desk, text: &str) {
    let typed = xdotool(desk, &["type", "--delay", "20", text]);
    assert!(typed.status.success());
}

fn xdotool(desk: &Desk, arguments: &[&str]) -> Output {
    let run = desk.command("xdotool").args(arguments).output();
    run.expect("xdotool is there: apt install xdotool")
}
