//! What comes of a token: what it grants, or why it is refused.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::refusal::{Refusal, ceiling};
use super::rules::{is_pattern, is_true};
use crate::feature::{Feature, Features};
use crate::role::Role;
use crate::time::Timestamp;

/// What the server makes of a token.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", content = "content", rename_all = "camelCase")]
#[ts(export)]
pub enum Verdict {
    /// The signature is right and no check that was made failed.
    Accepted(Granted),
    /// No check that was made failed, but the signature was not checked:
    /// whoever wrote the token could have written anything.
    Unproved(Granted),
    /// The first check that failed.
    Refused(Refusal),
}

/// What a token allows, as the server and the web client read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Granted {
    /// `context.user.id`.
    pub person_id: Option<String>,
    /// `context.user.name`.
    pub name: Option<String>,
    /// `context.user.email`.
    pub email: Option<String>,
    /// `context.user.avatarUrl`, or else `avatar`.
    pub avatar: Option<String>,
    /// Moderator where the token says so, else visitor where it says so.
    pub role: Role,
    /// The features that Roomkey knows; those with odd values count as off.
    pub features: Features,
    /// Which room.
    pub room: GrantedRoom,
    /// The first second at which the token is good; always, where it says nothing.
    pub from: Option<Timestamp>,
    /// The first second at which it is not; never, where it says nothing.
    pub until: Option<Timestamp>,
    /// Whether the person stays out of recordings.
    pub hidden_from_recorder: bool,
}

/// The rooms that a token opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub enum GrantedRoom {
    /// One.
    Exact {
        /// Its name, in lower case as the server compares it.
        name: String,
    },
    /// Those that a Lua pattern matches.
    Pattern {
        /// The pattern, in lower case as the server uses it.
        pattern: String,
    },
    /// Every room of the tenant: `*`, or no room at all.
    Any,
}

impl Granted {
    pub(super) fn of(claims: Option<&Value>) -> Self {
        let claim = |name: &str| claims.and_then(|claims| claims.get(name));
        let context = claim("context");
        let user = |name: &str| context.and_then(|context| context.get("user")?.get(name));
        let text = |name: &str| {
            user(name)
                .and_then(Value::as_str)
                .map(|text| text.trim().to_owned())
        };
        let is_visitor = user("role").and_then(Value::as_str) == Some("visitor");
        let role = match (is_true(user("moderator")), is_visitor) {
            (true, _) => Role::Moderator,
            (false, true) => Role::Visitor,
            (false, false) => Role::Participant,
        };
        Self {
            person_id: text("id"),
            name: text("name"),
            email: text("email"),
            avatar: text("avatarUrl").or_else(|| text("avatar")),
            role,
            features: features(context.and_then(|context| context.get("features"))),
            room: room(claim("room"), context),
            from: claim("nbf").and_then(Value::as_f64).map(ceiling),
            until: claim("exp").and_then(Value::as_f64).map(ceiling),
            hidden_from_recorder: is_true(user("hidden-from-recorder")),
        }
    }
}

fn features(named: Option<&Value>) -> Features {
    let named = named.and_then(Value::as_object);
    named
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((Feature::parse(name)?, is_true(Some(value)))))
        .collect()
}

fn room(claim: Option<&Value>, context: Option<&Value>) -> GrantedRoom {
    let room = claim.and_then(Value::as_str).map(str::to_ascii_lowercase);
    match room {
        None => GrantedRoom::Any,
        Some(room) if room == "*" => GrantedRoom::Any,
        Some(pattern) if is_pattern(context) => GrantedRoom::Pattern { pattern },
        Some(name) => GrantedRoom::Exact { name },
    }
}
