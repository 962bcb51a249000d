//! Every request to a provider's REST is written down, then meets the fault
//! that waits for it.

use std::iter;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request as HttpRequest, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::desk::Desk;
use super::fault::{Planned, Reach, Trouble};
use super::request::{Authorization, Request, without_tokens};
use crate::server::scissors::Scissors;
use crate::server::stopped;

/// Far more than a documented request has.
const LARGEST_BODY: usize = 64 * 1024;

/// How many bytes [`Trouble::Huge`] has at least.
const HUGE: usize = 10_000_000;

/// What was asked, and what is to go wrong.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    requests: Mutex<Vec<Request>>,
    faults: Mutex<Vec<Planned>>,
}

impl Ledger {
    pub(super) fn requests(&self) -> Vec<Request> {
        locked(&self.requests).clone()
    }

    pub(super) fn plan(&self, reach: Reach, trouble: Trouble) {
        locked(&self.faults).push(Planned { reach, trouble });
    }

    pub(super) fn mend(&self) {
        locked(&self.faults).clear();
    }

    fn trouble(&self, path: &str) -> Option<Trouble> {
        let mut faults = locked(&self.faults);
        let found = faults.iter_mut().find_map(|fault| {
            let is_reached = fault.reaches(path);
            is_reached.then(|| fault.trouble.clone())
        });
        faults.retain(|fault| fault.reach != Reach::Next(0));
        found
    }
}

/// Writes a request down and lets it through, or lets it come to grief.
pub(super) async fn keep(
    State(desk): State<Arc<Desk>>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: HttpRequest,
    next: Next,
) -> Response {
    let (head, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let path = head.uri.path().to_owned();
    locked(&desk.ledger.requests).push(Request {
        method: head.method.to_string(),
        path: path.clone(),
        query: head.uri.query().map(str::to_owned),
        authorization: Authorization::read(&head.headers).0,
        body: serde_json::from_slice(&bytes).map_or(Value::Null, without_tokens),
    });
    let request = HttpRequest::from_parts(head, Body::from(bytes));
    let Some(trouble) = desk.ledger.trouble(&path) else {
        return next.run(request).await;
    };
    match trouble {
        Trouble::Answer {
            status,
            content_type,
            body,
        } => {
            let status = StatusCode::from_u16(status);
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            answer(status, CONTENT_TYPE, &content_type, body)
        }
        Trouble::Redirect { to } => answer(StatusCode::FOUND, LOCATION, &to, String::new()),
        Trouble::Page => {
            let page = "<!doctype html>\n<title>Sign in</title>\n<p>Sign in to use this network.";
            answer(StatusCode::OK, CONTENT_TYPE, "text/html", page.to_owned())
        }
        Trouble::BrokenJson => json(r#"{"roomId":"2kyv-"#.to_owned()),
        Trouble::Huge => json(huge()),
        Trouble::Silence => {
            stopped(desk.stopped()).await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Trouble::Cut => {
            scissors.cut();
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Trouble::Lost => {
            let response = next.run(request).await;
            scissors.cut();
            response
        }
    }
}

fn json(body: String) -> Response {
    answer(StatusCode::OK, CONTENT_TYPE, "application/json", body)
}

fn answer(status: StatusCode, name: HeaderName, value: &str, body: String) -> Response {
    (status, [(name, value.to_owned())], body).into_response()
}

/// A good answer of VideoSDK's and of JioMeet's, with far too much in it.
fn huge() -> String {
    let start = r#"{"roomId":"2kyv-gzay-64pg","jiomeetId":"0123456789","more":[0"#;
    let middle = iter::repeat_n(",0", HUGE / 2);
    iter::once(start).chain(middle).chain(["]}"]).collect()
}

/// The lock is held for a few steps, never while waiting.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
