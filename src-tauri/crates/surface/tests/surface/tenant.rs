//! A site on loopback that a page frames, standing in for a tenant, or for someone else.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub(crate) struct Tenant {
    origin: String,
    task: JoinHandle<()>,
}

impl Tenant {
    pub(crate) async fn start() -> Self {
        Self::start_at(0).await
    }

    /// Starts on a given port, for a site that is met again.
    pub(crate) async fn start_at(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new()
            .route(
                "/room",
                get(async || {
                    (
                        [
                            (header::CONTENT_TYPE, "text/html"),
                            (header::CACHE_CONTROL, "max-age=600"),
                        ],
                        ROOM,
                    )
                }),
            )
            .route(
                "/script.js",
                get(async || {
                    (
                        [
                            (header::CONTENT_TYPE, "text/javascript"),
                            (header::CACHE_CONTROL, "max-age=600"),
                        ],
                        SCRIPT,
                    )
                        .into_response()
                }),
            )
            .route(
                "/worker.js",
                get(async || ([(header::CONTENT_TYPE, "text/javascript")], WORKER)),
            );
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, task }
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    pub(crate) fn port(&self) -> u16 {
        self.origin.rsplit_once(':').unwrap().1.parse().unwrap()
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
