//! What the page can ask over HTTP, and the checks that every request passes.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next as Rest};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::stream;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

use super::desk::{Desk, Next};
use super::door::Door;

/// Serves until the desk is closing and every answer is written, or until it is over.
pub(super) async fn serve(listener: TcpListener, desk: Arc<Desk>) {
    let mut closing = desk.closing.subscribe();
    let mut over = desk.over.subscribe();
    let door = Door {
        listener,
        over: desk.over.subscribe(),
    };
    let router = Router::new()
        .route(
            "/ticket",
            post(ticket).layer(DefaultBodyLimit::max(TICKET_MOST)),
        )
        .route("/instructions", get(instructions))
        .route(
            "/events",
            post(events).layer(DefaultBodyLimit::max(EVENT_MOST)),
        )
        .fallback(asset)
        .layer(middleware::from_fn_with_state(desk.clone(), check))
        .with_state(desk);
    let closing = async move {
        // A sender that is gone is the end as well.
        let _ = closing.wait_for(|closing| *closing).await;
    };
    tokio::select! {
        _ = axum::serve(door, router).with_graceful_shutdown(closing) => {}
        _ = over.wait_for(|over| *over) => {}
    }
}

/// Turns away what another site, or another name for this machine, sends here, and says of every
/// answer that nothing of it is to be kept, told or framed.
async fn check(State(desk): State<Arc<Desk>>, request: Request, rest: Rest) -> Response {
    let mut response = if is_ours(&desk, request.method(), request.headers()) {
        rest.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    for (name, value) in ALWAYS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

fn is_ours(desk: &Desk, method: &Method, headers: &HeaderMap) -> bool {
    if only(headers, &header::HOST) != Some(desk.authority.as_str()) {
        return false;
    }
    match only(headers, &header::ORIGIN) {
        Some(origin) => origin.strip_prefix("http://") == Some(desk.authority.as_str()),
        // A page's own files and streams are asked for without it; what changes anything never.
        None => method != Method::POST && !headers.contains_key(header::ORIGIN),
    }
}

async fn ticket(State(desk): State<Arc<Desk>>, body: String) -> Response {
    match desk.exchange(&body) {
        Some(pass) => json_answer(&json!({ "pass": pass.reveal() })),
        None => StatusCode::FORBIDDEN.into_response(),
    }
}

async fn events(State(desk): State<Arc<Desk>>, headers: HeaderMap, body: String) -> StatusCode {
    if !has_pass(&desk, &headers) {
        return StatusCode::FORBIDDEN;
    }
    if desk.hear(body) {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    }
}

async fn instructions(State(desk): State<Arc<Desk>>, headers: HeaderMap) -> Response {
    if !has_pass(&desk, &headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let bell = desk.bell.subscribe();
    let listener = Listener {
        number: desk.open_stream(),
        desk,
        bell,
    };
    let lines = stream::unfold(listener, async |mut listener| {
        let line = listener.line().await?;
        Some((Ok::<_, Infallible>(Bytes::from(line)), listener))
    });
    let kind = [(header::CONTENT_TYPE, "application/x-ndjson")];
    (kind, Body::from_stream(lines)).into_response()
}

async fn asset(State(desk): State<Arc<Desk>>, method: Method, address: Uri) -> Response {
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(asset) = desk.asset(address.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::new(Body::from(asset.body));
    *response.status_mut() = StatusCode::from_u16(asset.status).unwrap_or(StatusCode::OK);
    let kind = [("content-type".to_owned(), asset.content_type)];
    for (name, value) in asset.headers.iter().chain(&kind) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// One open stream of instructions, closed when dropped.
struct Listener {
    number: u64,
    desk: Arc<Desk>,
    bell: watch::Receiver<()>,
}

impl Listener {
    /// The next line; an empty one where there was nothing to say for a while.
    async fn line(&mut self) -> Option<String> {
        loop {
            match self.desk.next(self.number) {
                Next::Line(text) => return Some(text + "\n"),
                Next::End => return None,
                Next::Wait => {}
            }
            match timeout(KEEP_ALIVE, self.bell.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return None,
                Err(_) => return Some("\n".to_owned()),
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.desk.close_stream();
    }
}

fn has_pass(desk: &Desk, headers: &HeaderMap) -> bool {
    only(headers, &header::AUTHORIZATION)
        .and_then(|credentials| credentials.strip_prefix("Bearer "))
        .is_some_and(|pass| desk.admits(pass))
}

/// The value of a header that stands there exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

fn json_answer(value: &serde_json::Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (kind, value.to_string()).into_response()
}

const ALWAYS: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// An empty line is sent after so long a silence, so that both sides see a connection that is
/// gone.
const KEEP_ALIVE: Duration = Duration::from_secs(5);

/// Bytes of a ticket's request, at the most.
const TICKET_MOST: usize = 256;

/// Bytes of one text of the page, at the most.
const EVENT_MOST: usize = 1024 * 1024;
