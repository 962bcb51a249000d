//! JaaS's own commands over HTTP: to end a meeting, to remove a person, to ban.
//!
//! Addresses, bodies and the claim `admin` are documented (“JaaS endpoints”). The answers are
//! not: that they have these statuses, that an unknown meeting or participant is 404, that a
//! good command answers 200 without a body and that a token to be banned has to be one of the
//! tenant's is inferred. Nothing is dialled here.

use std::sync::Arc;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use roomkey_core::app_id::AppId;
use roomkey_core::inspect::{Against, Outcome, Rule, inspect};
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::access::{TokenMark, look};
use crate::house::House;
use crate::participant::ParticipantId;
use crate::room::Place;
use crate::tenancy::Tenant;

/// Far more than a command with a token has.
const LARGEST_BODY: usize = 64 * 1024;
/// What a conference's name ends with.
const SERVICE: &str = ".8x8.vc";

pub(crate) fn router() -> Router<Arc<House>> {
    let ban = "/v1/_jaas/jaccess/v1/access-management/{tenant}/ban";
    Router::new()
        .route("/v1/_jaas/conference-commands/v1/meeting", post(meeting))
        .route(&format!("{ban}/user/{{user}}"), post(ban_user))
        .route(&format!("{ban}/jwt"), post(ban_token))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// What is done to a meeting.
#[derive(Deserialize)]
#[serde(tag = "action", content = "payload", rename_all_fields = "camelCase")]
enum Order {
    #[serde(rename = "DESTROY")]
    Destroy { conference_full_name: String },
    #[serde(rename = "KICK_PARTICIPANT")]
    Kick {
        conference_full_name: String,
        participant_id: ParticipantId,
    },
}

async fn meeting(
    State(house): State<Arc<House>>,
    headers: HeaderMap,
    body: Result<Json<Order>, JsonRejection>,
) -> Result<(), Refused> {
    let tenant = house.commander(&headers)?;
    let Json(order) = body.map_err(|_| Refused::Malformed)?;
    let tenant = Tenant::from(tenant);
    let place = |name: &str| match place(name) {
        Some(place) if place.tenant == tenant => Ok(place),
        Some(_) => Err(Refused::Foreign),
        None => Err(Refused::Malformed),
    };
    let (is_done, unknown) = match order {
        Order::Destroy {
            conference_full_name,
        } => {
            let place = place(&conference_full_name)?;
            (house.end_for_all(&place), "there is no such meeting")
        }
        Order::Kick {
            conference_full_name,
            participant_id,
        } => {
            let place = place(&conference_full_name)?;
            let is_kicked = house.kick(&place, &participant_id, None);
            (is_kicked, "there is no such participant")
        }
    };
    if is_done {
        Ok(())
    } else {
        Err(Refused::Unknown(unknown))
    }
}

async fn ban_user(
    State(house): State<Arc<House>>,
    Path((tenant, user)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<(), Refused> {
    let tenant = house.commander_of(&tenant, &headers)?;
    house.inside().banned_users.push((tenant.into(), user));
    Ok(())
}

#[derive(Deserialize)]
struct Banned {
    jwt: String,
}

async fn ban_token(
    State(house): State<Arc<House>>,
    Path(tenant): Path<String>,
    headers: HeaderMap,
    body: Result<Json<Banned>, JsonRejection>,
) -> Result<(), Refused> {
    let tenant = house.commander_of(&tenant, &headers)?;
    let Json(Banned { jwt }) = body.map_err(|_| Refused::Malformed)?;
    let claims = look(&jwt, house.now()).claims;
    let sub = claims
        .as_ref()
        .and_then(|claims| claims.get("sub")?.as_str());
    if sub != Some(tenant.as_str()) {
        return Err(Refused::Malformed);
    }
    let mark = TokenMark::of(&Token::verbatim(jwt));
    house.inside().banned_tokens.push(mark);
    Ok(())
}

impl House {
    /// The tenant whose key signed the command's token.
    ///
    /// The token is held to the rules for meetings, but for the context and the room, which
    /// the documented one has not, and has `admin` as `true`.
    fn commander(&self, headers: &HeaderMap) -> Result<AppId, Refused> {
        let refused = |why: &str| Refused::Unauthorised(why.to_owned());
        let bearer = headers.get(AUTHORIZATION).and_then(|value| {
            let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
            scheme
                .eq_ignore_ascii_case("bearer")
                .then_some(token.trim())
        });
        let token = bearer.ok_or_else(|| refused("there is no token"))?;
        let now = self.now();
        let read = look(token, now);
        let named = read
            .header
            .as_ref()
            .and_then(|header| header.get("kid")?.as_str());
        let keys = self.tenancy.commanders();
        let registered = keys
            .into_iter()
            .flatten()
            .find(|(id, _)| Some(id.as_str()) == named);
        let (key_id, key) = registered.ok_or_else(|| refused("the key is not registered"))?;
        let inspection = inspect(
            token,
            &Against {
                key: Some(key),
                key_id: Some(key_id),
                room: None,
                now,
            },
        );
        for check in &inspection.checks {
            if let Outcome::Fail { text, .. } = &check.outcome
                && check.rule != Rule::Context
            {
                return Err(refused(text));
            }
        }
        let admin = inspection
            .claims
            .as_ref()
            .and_then(|claims| claims.get("admin"));
        if admin != Some(&Value::Bool(true)) {
            return Err(Refused::NotAdmin);
        }
        Ok(key_id.app_id().clone())
    }

    /// The same, where the address names the tenant.
    fn commander_of(&self, tenant: &str, headers: &HeaderMap) -> Result<AppId, Refused> {
        let own = self.commander(headers)?;
        if tenant == own.as_str() {
            Ok(own)
        } else {
            Err(Refused::Foreign)
        }
    }
}

/// Why a command was not carried out.
enum Refused {
    Unauthorised(String),
    NotAdmin,
    Foreign,
    Malformed,
    Unknown(&'static str),
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, message) = match &self {
            Self::Unauthorised(why) => (StatusCode::UNAUTHORIZED, why.as_str()),
            Self::NotAdmin => (StatusCode::FORBIDDEN, "the token has no admin: true"),
            Self::Foreign => (StatusCode::FORBIDDEN, "the key is another tenant's"),
            Self::Malformed => (StatusCode::BAD_REQUEST, "the command is malformed"),
            Self::Unknown(what) => (StatusCode::NOT_FOUND, *what),
        };
        let body = json!({ "status": status.as_u16(), "message": message });
        (status, Json(body)).into_response()
    }
}

/// The room of a conference's full name, `room@conference.<AppID>.8x8.vc`.
fn place(name: &str) -> Option<Place> {
    let (room, service) = name.split_once("@conference.")?;
    Some(Place {
        tenant: AppId::parse(service.strip_suffix(SERVICE)?).ok()?.into(),
        room: RoomName::parse(&room.to_ascii_lowercase()).ok()?,
    })
}
