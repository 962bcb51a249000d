//! A server of the company's that holds the secret, as VideoSDK's guide "Server Setup" and its
//! examples have it (videosdk-live/videosdk-rtc-api-server-examples, `nodejs/server.js`).
//!
//! It asks for nothing but the token that it gave. What VideoSDK answers it passes on with the
//! status 200, refusals too.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use zeroize::Zeroizing;

use super::{RoomId, codes};
use crate::domain::Domain;
use crate::provider::call::{Answer, Call, CallFault, Method, Repeats, TokenCalls, parse};
use crate::provider::entry::Purpose;
use crate::token::Token;

/// What people call it.
pub(super) const NAME: &str = "The token server";

/// Makes a room, another each time.
pub(super) fn create(server: &Domain, token: &Token) -> Call {
    post(server, "create-meeting", token)
}

/// Asks whether there is such a room.
pub(super) fn validate(server: &Domain, id: &RoomId, token: &Token) -> Call {
    post(server, &format!("validate-meeting/{id}"), token).repeated(Repeats::Safely)
}

/// The answer with the status that it had where VideoSDK gave it, as far as it says so.
pub(super) fn passed_on(answer: Answer<'_>) -> Answer<'_> {
    let status = match answer.status {
        200..=299 => refused_with(answer.body).unwrap_or(answer.status),
        status => status,
    };
    Answer { status, ..answer }
}

/// A token server is known by where it is.
impl TokenCalls for Domain {
    fn ask(&self, _: &Purpose<'_>) -> Call {
        Call::get(NAME, format!("{}/get-token", self.origin()))
    }

    fn given(&self, answer: Answer<'_>) -> Result<Token, CallFault> {
        if let Some(fault) = codes::refusal(NAME, answer) {
            return Err(fault);
        }
        let Given { token } = parse(NAME, answer)?;
        let token = Zeroizing::new(token);
        if !is_compact(&token) {
            return Err(CallFault::Unexpected { system: NAME });
        }
        Ok(Token::verbatim(token.as_str()))
    }
}

#[derive(Serialize)]
struct With<'a> {
    token: &'a str,
}

#[derive(Deserialize)]
struct Given {
    token: String,
}

fn post(server: &Domain, path: &str, token: &Token) -> Call {
    let address = format!("{}/{path}", server.origin());
    let token = token.reveal();
    Call::send(Method::Post, NAME, address, &With { token })
}

fn refused_with(body: &[u8]) -> Option<u16> {
    let answer: Value = serde_json::from_slice(body).ok()?;
    let status = u16::try_from(answer.get("statusCode")?.as_u64()?).ok()?;
    (400..600).contains(&status).then_some(status)
}

/// Whether it has the form of a signed token (RFC 7515, section 7.1).
fn is_compact(token: &str) -> bool {
    let is_base64url = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_base64url);
    token.split('.').count() == 3 && token.split('.').all(is_part)
}
