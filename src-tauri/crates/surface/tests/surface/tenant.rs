//! A site on loopback that a page frames, standing in for a tenant, or for someone else.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub(crate) struct Tenant {
    origin: String,
    scripts: Arc<AtomicUsize>,
    task: JoinHandle<()>,
}

impl Tenant {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let scripts = Arc::new(AtomicUsize::new(0));
        let served = scripts.clone();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let script = get(async move || {
            served.fetch_add(1, Ordering::Relaxed);
            (kept("text/javascript"), SCRIPT)
        });
        let router = Router::new()
            .route("/room", get(async || (kept("text/html"), ROOM)))
            .route("/script.js", script)
            .route(
                "/worker.js",
                get(async || (kept("text/javascript"), WORKER)),
            );
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self {
            origin,
            scripts,
            task,
        }
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// How often its script was fetched.
    pub(crate) fn scripts_served(&self) -> usize {
        self.scripts.load(Ordering::Relaxed)
    }

    pub(crate) fn room(&self) -> String {
        format!("{}/room", self.origin)
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Headers of what a browser may keep.
fn kept(kind: &'static str) -> [(header::HeaderName, &'static str); 2] {
    [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "max-age=600"),
    ]
}

const ROOM: &str = "<!doctype html><title>A room</title><link rel=icon href='data:,'><body>
    <script src='/script.js'></script><script>
    addEventListener('message', async event => {
        let answer;
        try { answer = await (0, eval)(event.data) } catch (fault) { answer = fault.name }
        parent.postMessage(answer, '*');
    });
</script>";
const SCRIPT: &str = "function loaded() { return 'loaded' }";
const WORKER: &str = "addEventListener('activate', event => event.waitUntil(clients.claim()));
    addEventListener('fetch', () => {});";
