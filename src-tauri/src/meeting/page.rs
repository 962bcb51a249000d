//! The meeting page as every surface serves it: the files of the interface that belong
//! to it, with a policy that lets in the tenant's origin and nothing else.

use std::sync::Arc;

use roomkey_surface::page::Asset;
use roomkey_surface::page::Assets;
use tauri::AppHandle;

/// The page's path on every surface.
pub(crate) const PATH: &str = "/meeting.html";

/// The content security policy of the meeting page for one tenant's origin.
///
/// `shell` is what the page may connect to in order to reach Roomkey itself. A script of the
/// tenant's is let in only where the meeting needs one.
pub(crate) fn policy(tenant_origin: &str, shell: &str, script: Option<&str>) -> String {
    let scripts = script.map_or("", |_| tenant_origin);
    format!(
        "default-src 'none'; script-src 'self' {scripts}; frame-src {tenant_origin}; \
         style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src {shell}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

/// The `Link` header of the page's document, by which the tenant's script is fetched while
/// the page is still being read.
pub(crate) fn preload(script: &str) -> String {
    format!("<{script}>; rel=preload; as=script; referrerpolicy=no-referrer")
}

/// The page's files for a surface that serves them itself. `script` is the address of the
/// tenant's script that the page will need first.
pub(crate) fn assets(app: &AppHandle, tenant_origin: &str, script: Option<&str>) -> Assets {
    let resolver = app.asset_resolver();
    let policy = policy(tenant_origin, "'self'", script);
    let preload = script.map(preload);
    Arc::new(move |path: &str| {
        let path = path.trim_start_matches('/');
        if !belongs(path) {
            return None;
        }
        let asset = resolver.get(path.to_owned())?;
        let mut headers = vec![
            ("Content-Security-Policy".to_owned(), policy.clone()),
            ("Referrer-Policy".to_owned(), "no-referrer".to_owned()),
            ("X-Content-Type-Options".to_owned(), "nosniff".to_owned()),
            ("Cache-Control".to_owned(), "no-store".to_owned()),
        ];
        if is_document(path) {
            headers.extend(preload.clone().map(|preload| ("Link".to_owned(), preload)));
        }
        Some(Asset {
            status: 200,
            content_type: asset.mime_type,
            headers,
            body: asset.bytes,
        })
    })
}

/// Only the meeting page and the files it loads: the resolver would answer an unknown
/// path with the index of the interface.
fn belongs(path: &str) -> bool {
    is_document(path)
        || (path.starts_with("assets/") && !path.contains("..") && !path.ends_with(".html"))
}

fn is_document(path: &str) -> bool {
    path == PATH.trim_start_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_pages_are_not_served() {
        assert!(belongs("meeting.html"));
        assert!(belongs("assets/meeting-1a2b.js"));
        for path in [
            "launcher.html",
            "",
            "assets/../launcher.html",
            "settings.html",
            "inspector.html",
        ] {
            assert!(!belongs(path), "{path}");
        }
    }

    #[test]
    fn the_policy_names_the_tenant_and_nobody_else() {
        let script = Some("https://8x8.vc/libs/external_api.min.js");
        let policy = policy("https://8x8.vc", "'self'", script);
        assert!(policy.contains("script-src 'self' https://8x8.vc;"));
        let without = super::policy("https://8x8.vc", "'self'", None);
        assert!(without.contains("script-src 'self' ;"));
        assert!(policy.contains("frame-src https://8x8.vc;"));
        assert!(!policy.contains('*'));
        assert!(!policy.contains("unsafe"));
    }
}
