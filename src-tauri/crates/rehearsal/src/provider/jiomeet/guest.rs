//! The guests' page, which a meeting's link opens.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use serde_json::Value;

use super::Office;
use super::meetings::Kind;
use crate::happening::What;
use crate::provider::line::{self, Grants, Knock, Refused, Seat};
use crate::provider::query::Query;

pub(super) fn pages() -> Router<Arc<Office>> {
    Router::new()
        .route("/guest", get(page))
        .route("/guest/line", get(meeting_line))
}

async fn page(State(office): State<Arc<Office>>, query: Query) -> Response {
    let number = query.get("meetingId").unwrap_or_default();
    if let Ok(room) = RoomName::parse(number) {
        office.desk.happened(&room, What::PageServed);
    }
    office.desk.page("guest.js")
}

async fn meeting_line(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !office.desk.is_own_page(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    upgrade.on_upgrade(async move |socket| {
        let desk = Arc::clone(&office.desk);
        line::follow(desk, socket, |word| office.knock(word)).await;
    })
}

impl Office {
    /// Somebody comes in from the page, which says with what.
    fn knock(&self, word: &Value) -> Knock {
        let said = |name: &str| word[name].as_str().unwrap_or_default();
        let room = RoomName::parse(said("meetingId")).ok();
        let refused = |code, says: &str, text: &str| Knock::Refused {
            room: room.clone(),
            refused: Refused {
                code,
                says: says.to_owned(),
                text: Some(text.to_owned()),
            },
        };
        if let Some(code) = self.desk.take_refusal() {
            return refused(
                Some(code),
                "Unable to join the meeting",
                "This was asked for in the rehearsal",
            );
        }
        let meetings = self.meetings();
        let meeting = meetings.find(said("meetingId"));
        let (Some(meeting), Some(room)) = (meeting, room.clone()) else {
            return refused(
                None,
                "Meeting not found",
                "There is no meeting of this number. Take the link that the provider gave",
            );
        };
        if meeting.pin != said("pwd") {
            return refused(
                None,
                "Invalid meeting password",
                "The password is not the meeting's. Take the link that the provider gave",
            );
        }
        let until = match &meeting.kind {
            Kind::Room { until } => Some(*until),
            Kind::Planned { .. } => None,
        };
        if until.is_some_and(|until| self.desk.now() >= until) {
            return refused(
                None,
                "Meeting has expired",
                "A room is good for 24 hours. Make a new one",
            );
        }
        // Whoever brings another token comes in as a guest.
        let leads = meeting.host_token.as_deref() == word["hostToken"].as_str()
            && meeting.host_token.is_some();
        Knock::Welcome(Seat {
            room,
            name: said("name").to_owned(),
            person: None,
            role: if leads {
                Role::Moderator
            } else {
                Role::Participant
            },
            waits: false,
            grants: Grants {
                permissions: Vec::new(),
                until: until.map(|until| until.seconds()),
            },
        })
    }
}
