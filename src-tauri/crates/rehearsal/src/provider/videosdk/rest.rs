//! REST, version 2.
//!
//! Documented are the addresses, the bodies, and that an expired token is
//! answered with “Token is invalid or expired”. That this has the status 401,
//! that a token of the wrong role has 403, and which of 400, 402 and 404 an
//! unknown room has where, is from the official server SDK, which reads them so
//! (`rooms.ts`, `errors.ts`).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use roomkey_core::provider::videosdk::RoomId;
use roomkey_core::provider::{Aim, Rule};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Office;
use super::rooms::Wanted;
use crate::provider::desk::Denied;
use crate::provider::query::Query;

pub(super) fn router() -> Router<Arc<Office>> {
    Router::new()
        .route("/v2/rooms", post(make).get(list))
        .route("/v2/rooms/validate/{id}", get(validate))
        .route("/v2/rooms/deactivate", post(deactivate))
        .route("/v2/rooms/{id}", get(room))
}

async fn make(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(token(&headers))?;
    office.make(&body).map(Json)
}

async fn list(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    query: Query,
) -> Result<Json<Value>, Refused> {
    office.caller(token(&headers))?;
    Ok(Json(office.rooms().list(&query)))
}

async fn validate(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refused> {
    office.caller(token(&headers))?;
    office.validate(&id).map(Json)
}

async fn room(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refused> {
    office.caller(token(&headers))?;
    let rooms = office.rooms();
    let room = rooms.find(&id).ok_or(Refused::NOT_FOUND)?;
    Ok(Json(rooms.view(room)))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Closing {
    room_id: String,
}

async fn deactivate(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(token(&headers))?;
    let closing: Closing = read(&body)?;
    let mut rooms = office.rooms();
    let room = rooms.deactivate(&closing.room_id, office.desk.now());
    let room = room.ok_or(Refused::UNRESOLVED)?;
    Ok(Json(rooms.view(&room)))
}

impl Office {
    /// Whether a token may call REST.
    pub(super) fn caller(&self, token: &str) -> Result<(), Refused> {
        match self.desk.judge(token, Aim::Command) {
            Ok(_) => Ok(()),
            Err(Denied {
                rule: Rule::Roles | Rule::Permissions,
                ..
            }) => Err(Refused::FORBIDDEN),
            Err(_) => Err(Refused::UNAUTHORISED),
        }
    }

    /// Makes a room as the body asks, which may be empty.
    pub(super) fn make(&self, body: &[u8]) -> Result<Value, Refused> {
        let wanted: Wanted = match body {
            b"" => Wanted::default(),
            body => read(body)?,
        };
        let mut rooms = self.rooms();
        let room = rooms.make(wanted, self.desk.now());
        Ok(rooms.view(&room))
    }

    /// Finds a room by VideoSDK's id or the caller's own.
    pub(super) fn validate(&self, id: &str) -> Result<Value, Refused> {
        let rooms = self.rooms();
        match rooms.find(id) {
            Some(room) => Ok(rooms.view(room)),
            None if RoomId::parse(id).is_ok() => Err(Refused::UNKNOWN),
            None => Err(Refused::NO_ID),
        }
    }
}

/// The header `Authorization` is the token, with nothing before it.
pub(super) fn token(headers: &HeaderMap) -> &str {
    let value = headers.get(axum::http::header::AUTHORIZATION);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|_| Refused::MALFORMED)
}

/// Why a call is not answered with what it asked for.
pub(super) struct Refused {
    status: StatusCode,
    message: &'static str,
}

impl Refused {
    const UNAUTHORISED: Self = Self {
        status: StatusCode::UNAUTHORIZED,
        message: "Token is invalid or expired",
    };
    /// The words are not documented.
    const FORBIDDEN: Self = Self {
        status: StatusCode::FORBIDDEN,
        message: "Token has no permission for this API",
    };
    /// The words are not documented.
    const MALFORMED: Self = Self {
        status: StatusCode::BAD_REQUEST,
        message: "Request body is invalid.",
    };
    const UNKNOWN: Self = Self {
        status: StatusCode::BAD_REQUEST,
        message: "Room not found.",
    };
    const NO_ID: Self = Self {
        status: StatusCode::BAD_REQUEST,
        message: "RoomId is invalid.",
    };
    const NOT_FOUND: Self = Self {
        status: StatusCode::NOT_FOUND,
        message: "Room not found.",
    };
    /// What a custom id is answered with where only VideoSDK's own will do.
    const UNRESOLVED: Self = Self {
        status: StatusCode::PAYMENT_REQUIRED,
        message: "Room not found.",
    };

    /// The body alone, which a token server passes on.
    pub(super) fn body(&self) -> Value {
        json!({ "message": self.message })
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.status, Json(self.body())).into_response()
    }
}
