//! The windows of our own pages. They are made in code, because what they may do depends on what
//! is known when they open.

use tauri::AppHandle;
use tauri::Manager;
use tauri::WebviewUrl;
use tauri::WebviewWindow;
use tauri::WebviewWindowBuilder;

use crate::views::Section;

/// The launcher's label, by which its capability knows it.
pub(crate) const LAUNCHER: &str = "launcher";

/// The settings window's label, by which its capability knows it.
pub(crate) const SETTINGS: &str = "settings";

/// The inspector's label, by which its capability knows it.
pub(crate) const INSPECTOR: &str = "inspector";

/// Opens the settings window, or brings it to the front, with a section shown where one is named.
pub(crate) fn show_settings(app: &AppHandle, section: Option<Section>) -> tauri::Result<()> {
    let page = match section {
        None => "settings.html",
        Some(Section::Key) => "settings.html#key",
    };
    show(app, SETTINGS, page, (880.0, 640.0))
}

/// Opens the inspector, or brings it to the front.
pub(crate) fn show_inspector(app: &AppHandle) -> tauri::Result<()> {
    show(app, INSPECTOR, "inspector.html", (1080.0, 720.0))
}

fn show(
    app: &AppHandle,
    label: &str,
    page: &str,
    (width, height): (f64, f64),
) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(label) {
        // The page stays as it is, and turns to what stands behind the sign.
        if let Some((_, place)) = page.split_once('#') {
            let mut address = window.url()?;
            address.set_fragment(Some(place));
            window.navigate(address)?;
        }
        window.unminimize()?;
        window.set_focus()?;
        return Ok(());
    }
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title("Roomkey")
        .inner_size(width, height)
        .min_inner_size(640.0, 480.0)
        .center()
        .on_navigation(is_ours)
        .on_document_title_changed(|window, title| {
            if let Err(fault) = window.set_title(&title) {
                tracing::warn!(%fault, "a window kept its title");
            }
        })
        .build()?;
    Ok(())
}

/// Makes the launcher window, visible or not.
pub(crate) fn open_launcher(app: &AppHandle, visible: bool) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, LAUNCHER, WebviewUrl::App("launcher.html".into()))
        .title("Roomkey")
        .inner_size(420.0, 640.0)
        .min_inner_size(360.0, 520.0)
        .center()
        .visible(visible)
        .on_navigation(is_ours)
        .build()?;
    Ok(window)
}

/// Brings the launcher to the front, and makes it where it was closed.
pub(crate) fn show_launcher(app: &AppHandle) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(LAUNCHER) else {
        open_launcher(app, true)?;
        return Ok(());
    };
    window.show()?;
    window.unminimize()?;
    window.set_focus()?;
    Ok(())
}

/// Our own pages: `tauri://localhost` on Linux and macOS, `http(s)://tauri.localhost` on
/// Windows.
pub(crate) fn is_ours(address: &tauri::Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}
