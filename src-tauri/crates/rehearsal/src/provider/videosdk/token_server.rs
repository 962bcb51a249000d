//! The server of tokens that a company runs itself, as VideoSDK's example for
//! Node has it (`videosdk-rtc-api-server-examples`, `nodejs/server.js`). Like
//! that one it asks nobody who they are, and passes REST's refusals on with
//! status 200.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use roomkey_core::token::Token;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Office;
use crate::provider::Trusted;

/// For how many seconds a token is good.
const LIFETIME: i64 = 10 * 60;

pub(super) fn router() -> Router<Arc<Office>> {
    // Express takes an address with and without a slash at its end.
    Router::new()
        .route("/get-token", get(give))
        .route("/get-token/", get(give))
        .route("/create-meeting", post(make))
        .route("/create-meeting/", post(make))
        .route("/validate-meeting/{id}", post(validate))
        .route("/validate-meeting/{id}/", post(validate))
}

/// What a token is asked for with; a body even though the method is GET.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Asked {
    room_id: Option<String>,
    peer_id: Option<String>,
}

async fn give(State(office): State<Arc<Office>>, body: Bytes) -> Result<Json<Value>, StatusCode> {
    let asked: Asked = match body.as_ref() {
        b"" => Asked::default(),
        body => serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST)?,
    };
    let token = office
        .token(&asked)
        .ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(Json(json!({ "token": token.reveal() })))
}

/// The token of a call that the server makes for a client.
#[derive(Deserialize)]
struct Caller {
    #[serde(default)]
    token: String,
}

async fn make(State(office): State<Arc<Office>>, body: Bytes) -> Result<Json<Value>, StatusCode> {
    let caller = caller(&body)?;
    let made = office.caller(&caller.token).and_then(|()| office.make(b""));
    Ok(Json(made.unwrap_or_else(|refused| refused.body())))
}

async fn validate(
    State(office): State<Arc<Office>>,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Json<Value>, StatusCode> {
    let caller = caller(&body)?;
    let found = office
        .caller(&caller.token)
        .and_then(|()| office.validate(&id));
    Ok(Json(found.unwrap_or_else(|refused| refused.body())))
}

fn caller(body: &[u8]) -> Result<Caller, StatusCode> {
    serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST)
}

impl Office {
    /// A token for everything, or for one room and one person in a meeting.
    fn token(&self, asked: &Asked) -> Option<Token> {
        let secret = match &self.desk.trusted {
            Trusted::Secret(secret) => secret,
            Trusted::Key(_) => return None,
        };
        let now = self.desk.now();
        let mut claims = json!({
            "apikey": self.api_key.as_str(),
            "permissions": ["allow_join", "allow_mod"],
            "iat": now.seconds(),
            "exp": now.plus(LIFETIME).seconds(),
        });
        if asked.room_id.is_some() || asked.peer_id.is_some() {
            claims["version"] = json!(2);
            claims["roles"] = json!(["rtc"]);
        }
        if let Some(room_id) = &asked.room_id {
            claims["roomId"] = json!(room_id);
        }
        if let Some(peer_id) = &asked.peer_id {
            claims["participantId"] = json!(peer_id);
        }
        let header = json!({ "alg": "HS256", "typ": "JWT" });
        Token::forge_by_secret(&header, &claims, secret.reveal().as_bytes()).ok()
    }
}
