//! The system's own dialogs for files. No driver holds them: they are answered as a person
//! does without a mouse, with keys that go to the window in front.

use std::path::Path;

use crate::desk::Desk;
use crate::process::until;
use crate::screen;

/// The dialog that asks where to save.
const SAVE: &str = "^Save File$";

/// The dialog that asks what to open.
const OPEN: &str = "^Open File$";

/// How often it is looked before Enter is pressed again.
const LOOKS_TO_AN_ENTER: u32 = 20;

/// How often it is looked before the path is typed again.
const LOOKS_TO_A_TYPING: u32 = 3 * LOOKS_TO_AN_ENTER;

/// Saves under a path. The dialog's field has the keys, with the proposed name chosen, so
/// that what is typed takes its place.
pub(crate) async fn save_as(desk: &Desk, path: &Path) {
    let dialog = in_front(desk, SAVE).await;
    screen::press(desk, &["ctrl+a"]);
    answer(desk, SAVE, &dialog, path).await;
}

/// Opens the file at a path, for which this dialog has a field on Ctrl+L.
pub(crate) async fn open(desk: &Desk, path: &Path) {
    let dialog = in_front(desk, OPEN).await;
    screen::press(desk, &["ctrl+l"]);
    answer(desk, OPEN, &dialog, path).await;
}

/// Closes a dialog with Escape.
pub(crate) async fn cancel_save(desk: &Desk) {
    let dialog = in_front(desk, SAVE).await;
    screen::press(desk, &["Escape"]);
    until("the end of the dialog", async || {
        is_gone(desk, SAVE, &dialog).then_some(())
    })
    .await;
}

/// Waits until the dialog is there and has the keys by itself: nobody should have to look for
/// it with a mouse.
async fn in_front(desk: &Desk, title: &str) -> String {
    let dialog = screen::shows(desk, title).await;
    until(&format!("the keys in “{title}”"), async || {
        (screen::active(desk).as_ref() == Some(&dialog)).then_some(())
    })
    .await;
    dialog
}

/// Types the path and presses Enter; again after a while, for an Enter that comes while the
/// field completes what was typed only ends that, and keys that come while the dialog is still
/// being drawn are lost: a path's first sign opens the field then.
async fn answer(desk: &Desk, title: &str, dialog: &str, path: &Path) {
    let path = path.to_str().unwrap();
    screen::type_text(desk, path);
    let mut looks = 0;
    until(&format!("the end of “{title}”"), async || {
        if looks > 0 && looks % LOOKS_TO_A_TYPING == 0 {
            screen::press(desk, &["ctrl+a"]);
            screen::type_text(desk, path);
        }
        if looks % LOOKS_TO_AN_ENTER == 0 {
            screen::press(desk, &["Return"]);
        }
        looks += 1;
        is_gone(desk, title, dialog).then_some(())
    })
    .await;
}

fn is_gone(desk: &Desk, title: &str, dialog: &str) -> bool {
    let still = screen::visible(desk, title);
    !still.iter().any(|window| window == dialog)
}
