//! What a meeting's addresses leave in the embedded webview's files: the frame's own carries
//! the token. What JaaS knows a person by stays.

use std::io;
use std::path::Path;

use roomkey_surface::profile;
use tauri::AppHandle;

/// Sees to it before the window opens, and once more when it has gone.
pub(crate) fn remove(app: &AppHandle, profile: &Path) {
    if let Err(fault) = clean(app, profile) {
        tracing::warn!(%fault, "the meeting window's profile was not cleaned");
    }
}

#[cfg(target_os = "linux")]
fn clean(_app: &AppHandle, profile: &Path) -> io::Result<()> {
    profile::bar_webkit_caches(profile)
}

/// WebKit's store of an application has one place, whatever the window was given.
#[cfg(target_os = "macos")]
fn clean(app: &AppHandle, _profile: &Path) -> io::Result<()> {
    use tauri::Manager;

    let caches = app.path().app_cache_dir().map_err(io::Error::other)?;
    profile::bar_webkit_caches(&caches.join("WebKit"))
}

/// WebView2 keeps a profile of Chromium's.
#[cfg(target_os = "windows")]
fn clean(_app: &AppHandle, profile: &Path) -> io::Result<()> {
    let marks = crate::meeting::open::MARKS.map(str::to_owned);
    profile::clean(&profile.join("EBWebView"), &marks)
}
