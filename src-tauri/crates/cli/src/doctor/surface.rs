//! What can show a meeting here.

use std::env;
use std::path::PathBuf;

use roomkey_store::settings::SurfaceChoice;
use roomkey_surface::browser;

use super::finding::Finding;

pub(super) fn look(choice: SurfaceChoice) -> Finding {
    let named = env::var_os("ROOMKEY_CHROMIUM").map(PathBuf::from);
    if let Some(path) = &named {
        return if path.is_file() {
            Finding::good("surface", format!("ROOMKEY_CHROMIUM, {}", path.display()))
        } else {
            Finding::fault(
                "surface",
                format!(
                    "ROOMKEY_CHROMIUM names {}, which is no file. Correct or unset it",
                    path.display()
                ),
            )
        };
    }
    match (browser::find().first(), choice) {
        (_, SurfaceChoice::Browser) => Finding::good("surface", "the system's browser, as chosen"),
        (Some(found), SurfaceChoice::Auto | SurfaceChoice::Chromium | SurfaceChoice::Embedded) => {
            Finding::good(
                "surface",
                format!("{}, {}", found.name, found.path.display()),
            )
        }
        (None, SurfaceChoice::Chromium) => Finding::fault(
            "surface",
            "A Chromium window is chosen, and there is no such browser. Install Chromium, \
             Chrome, Edge, Brave or Vivaldi",
        ),
        // Whether the embedded webview can hold a meeting only the application finds out.
        (None, SurfaceChoice::Auto | SurfaceChoice::Embedded) => Finding::remark(
            "surface",
            "There is no Chromium, so meetings open in the webview where it can, else in the \
             system's browser. Install Chromium for a window of their own",
        ),
    }
}
