//! Links that lead out of Roomkey open in the system browser, and only those that a
//! browser or a mail program takes.

use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

/// Opens a link, or says in the log why not.
pub(crate) fn open(app: &AppHandle, address: &str) {
    if !is_safe(address) {
        tracing::warn!("a link of an unknown kind was not opened");
        return;
    }
    if let Err(fault) = app.opener().open_url(address, None::<&str>) {
        tracing::warn!(%fault, "the system opened no browser");
    }
}

fn is_safe(address: &str) -> bool {
    tauri::Url::parse(address)
        .is_ok_and(|address| matches!(address.scheme(), "http" | "https" | "mailto"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_leave_roomkey() {
        assert!(is_safe("https://example.org/a?b"));
        assert!(is_safe("mailto:a@example.org"));
        for address in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "x",
            "smb://a/b",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
