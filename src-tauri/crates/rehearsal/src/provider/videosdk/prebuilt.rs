//! The prebuilt page, and what it asks the server before one is in.

use std::sync::Arc;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use percent_encoding::percent_decode_str;
use roomkey_core::provider::Aim;
use roomkey_core::provider::videosdk::PageVersion;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use serde_json::{Value, json};

use super::Office;
use super::code;
use super::rest::token;
use crate::happening::What;
use crate::provider::line::{self, Grants, Knock, Refused, Seat};
use crate::provider::query::Query;

/// What the page asks of the server by REST.
pub(super) fn calls() -> Router<Arc<Office>> {
    Router::new().route("/v1/prebuilt/meetings/{id}", post(meeting))
}

pub(super) fn pages() -> Router<Arc<Office>> {
    Router::new()
        .route("/rtc-js-prebuilt/{version}/", get(page))
        .route("/meetings/{id}/line", get(meeting_line))
        // Where the page goes when one leaves.
        .route("/robots.txt", get(async || "User-agent: *\nDisallow: /\n"))
}

async fn page(
    State(office): State<Arc<Office>>,
    Path(version): Path<String>,
    query: Query,
) -> Response {
    if PageVersion::parse(&version).is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let named = query.get("meetingId").unwrap_or_default();
    // The page decodes what its address says a second time.
    let named = percent_decode_str(named).decode_utf8_lossy();
    if let Some(room) = room_name(&named) {
        office.desk.happened(&room, What::PageServed);
    }
    office.desk.page("prebuilt.js")
}

/// Any id is taken: one that is not VideoSDK's own becomes a room. What the
/// statuses of refusals are is not documented; the page reads the body alone.
async fn meeting(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    if let Err(denied) = office.desk.judge(token(&headers), Aim::Enter(None)) {
        let refused = code::of_token(&denied);
        if let Some(room) = room_name(&id) {
            let text = refused.says.clone();
            office.desk.happened(&room, What::Refused { text });
        }
        let body = json!({ "error": refused.says, "statusCode": refused.code });
        return (StatusCode::UNAUTHORIZED, Json(body)).into_response();
    }
    let mut rooms = office.rooms();
    let known = rooms.find(&id).cloned();
    let room = known.unwrap_or_else(|| rooms.make_named(&id, office.desk.now()));
    Json(json!({ "meetingId": room.room_id })).into_response()
}

async fn meeting_line(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !office.desk.is_own_page(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.on_upgrade(async move |socket| {
        let desk = Arc::clone(&office.desk);
        line::follow(desk, socket, |word| office.knock(&id, word)).await;
    })
}

impl Office {
    /// Somebody comes in from the page, which says with what.
    fn knock(&self, id: &str, word: &Value) -> Knock {
        let room = room_name(id);
        let refused = |refused: Refused| Knock::Refused {
            room: room.clone(),
            refused,
        };
        if let Some(code) = self.desk.take_refusal() {
            return refused(code::refused(code));
        }
        let is_open = self.rooms().find(id).is_some_and(|room| !room.is_disabled);
        let Some(room) = room.clone().filter(|_| is_open) else {
            return refused(code::refused(code::INVALID_MEETING_ID));
        };
        let said = |name: &str| word[name].as_str().unwrap_or_default();
        let claims = match self.desk.judge(said("token"), Aim::Enter(Some(&room))) {
            Ok(claims) => claims,
            Err(denied) => return refused(code::of_token(&denied)),
        };
        let person = Some(said("participantId")).filter(|id| !id.is_empty());
        match (claims["participantId"].as_str(), person) {
            (Some(own), Some(named)) if own != named => {
                return refused(code::refused(code::UNAUTHORIZED_PARTICIPANT_ID));
            }
            (None | Some(_), None | Some(_)) => {}
        }
        if person.is_some_and(|id| id.contains(char::is_whitespace)) {
            return refused(code::refused(code::INVALID_PARTICIPANT_ID));
        }
        let permissions = claims["permissions"].as_array();
        let permissions: Vec<String> = permissions
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        let may = |what: &str| permissions.iter().any(|name| name == what);
        Knock::Welcome(Seat {
            room,
            name: said("name").to_owned(),
            person: person
                .or(claims["participantId"].as_str())
                .map(str::to_owned),
            role: if may("allow_mod") {
                Role::Moderator
            } else {
                Role::Participant
            },
            waits: may("ask_join") && !may("allow_join"),
            grants: Grants {
                until: claims["exp"].as_i64(),
                permissions,
            },
        })
    }
}

/// A meeting's id in the words of those who watch.
fn room_name(id: &str) -> Option<RoomName> {
    RoomName::parse(&id.to_ascii_lowercase()).ok()
}
