//! A tenant's server that is no friend: its script runs in the meeting page, its page in the
//! meeting's frame, and both tell the test what they could do there.

use std::collections::HashMap;
use std::net::Ipv4Addr;

use axum::Router;
use axum::http::Uri;
use axum::http::header::CACHE_CONTROL;
use axum::http::header::CONTENT_TYPE;
use axum::response::Html;
use axum::routing::get;
use serde_json::Value;
use tauri::Url;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::process::PATIENCE;

/// A running server; it ends with the test.
pub(crate) struct Stranger {
    domain: String,
    reports: mpsc::UnboundedReceiver<(String, Value)>,
    heard: Vec<(String, Value)>,
}

impl Stranger {
    /// Serves a script in the place of the IFrame API, and another in the room's page, which
    /// caches may keep. Both can call `report(name, value)`.
    pub(crate) async fn start(script: &str, in_frame: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let domain = listener.local_addr().unwrap().to_string();
        let script = format!("{}\n{script}", reporter(&domain));
        let page = format!(
            "<!doctype html><meta charset=utf-8><script>{}\n{in_frame}</script>",
            reporter(&domain)
        );
        let (sender, reports) = mpsc::unbounded_channel();
        let report = get(async move |address: Uri| {
            let said = query(&address);
            let value = serde_json::from_str(&said["value"]).unwrap();
            // Nobody hears a report that comes after the test.
            let _ = sender.send((said["name"].clone(), value));
            let headers = [
                (CONTENT_TYPE, "text/javascript"),
                (CACHE_CONTROL, "no-store"),
            ];
            (headers, "")
        });
        let router = Router::new()
            .route("/report", report)
            .route(
                "/{tenant}/external_api.js",
                get(async move || ([(CONTENT_TYPE, "text/javascript")], script)),
            )
            .route(
                "/{tenant}/{room}",
                get(async move || ([(CACHE_CONTROL, "public, max-age=3600")], Html(page))),
            );
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            domain,
            reports,
            heard: Vec::new(),
        }
    }

    /// Host and port.
    pub(crate) fn domain(&self) -> String {
        self.domain.clone()
    }

    /// Waits for a report of that name; others are kept until they are asked for.
    pub(crate) async fn hears(&mut self, name: &str) -> Value {
        if let Some(at) = self.heard.iter().position(|(said, _)| said == name) {
            return self.heard.remove(at).1;
        }
        let (reports, heard) = (&mut self.reports, &mut self.heard);
        let hear = async {
            loop {
                let (said, value) = reports.recv().await.expect("the server runs");
                if said == name {
                    return value;
                }
                heard.push((said, value));
            }
        };
        match tokio::time::timeout(PATIENCE, hear).await {
            Ok(value) => value,
            Err(_) => panic!("no report “{name}” came within a minute"),
        }
    }
}

fn query(address: &Uri) -> HashMap<String, String> {
    let address = Url::parse(&format!("http://localhost{address}")).unwrap();
    address.query_pairs().into_owned().collect()
}

/// A script's address is the one way out that the meeting page's policy leaves to a tenant.
fn reporter(domain: &str) -> String {
    r#"
const report = (name, value) => {
  const script = document.createElement("script");
  const text = encodeURIComponent(JSON.stringify(value));
  script.src = `http://DOMAIN/report?name=${name}&value=${text}`;
  document.head.append(script);
};"#
    .replace("DOMAIN", domain)
}
