//! What a server asks of a token, told check by check, each with the source that says so.
//!
//! Where nobody has published what a server does, its documentation is the source, and what it
//! leaves open is not checked.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::inspect::parts::Parts;
use crate::key::PublicKey;
use crate::room_name::RoomName;
use crate::time::Timestamp;

use super::rule::Rule;
use super::secret::Secret;

/// What a token is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// What the token is to be used for.
    pub aim: Aim<'a>,
    /// What the server verifies with; without it the signature is not checked.
    pub verifier: Option<Verifier<'a>>,
    /// The server's clock.
    pub now: Timestamp,
}

/// What a token is to be used for.
#[derive(Clone, Copy, Debug)]
pub enum Aim<'a> {
    /// To enter this room; without one the room is not checked.
    Enter(Option<&'a RoomName>),
    /// To call the provider's REST.
    Command,
}

/// What a server verifies with.
#[derive(Clone, Copy, Debug)]
pub enum Verifier<'a> {
    /// The shared secret.
    Secret(&'a Secret),
    /// The public key.
    Key(&'a PublicKey),
}

/// One rule held against the token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProviderCheck")]
pub struct Check {
    /// What is asked.
    pub rule: Rule,
    /// What came of it.
    pub outcome: Outcome,
    /// Who says that it is asked.
    pub source: &'static str,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "why", rename_all = "camelCase")]
#[ts(export, rename = "ProviderOutcome")]
pub enum Outcome {
    /// The server is content.
    Pass,
    /// The server would refuse.
    Fail(Refusal),
    /// The check could not be made.
    NotChecked(Unchecked),
}

/// Why a server refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProviderRefusal")]
pub struct Refusal {
    /// The server's own text or the name of its code, where it is known.
    pub says: Option<Cow<'static, str>>,
    /// The fault and the remedy, in English.
    pub text: Cow<'static, str>,
}

/// Why a check could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProviderUnchecked")]
pub enum Unchecked {
    /// There is nothing to look at.
    #[error("There is no token")]
    NoToken,
    /// The header names no key.
    #[error("The token names no key")]
    NoKeyNamed,
    /// The header is no JSON object in base64url.
    #[error("The header cannot be read")]
    NoHeader,
    /// The body is no JSON object in base64url.
    #[error("The body cannot be read")]
    NoBody,
    /// The signature is not where it should be.
    #[error("There are not three parts")]
    NotThreeParts,
    /// There is nothing to verify the signature with.
    #[error("No secret or key was given to compare with")]
    NoVerifier,
    /// The token has no such claim, and the server does not ask for one.
    #[error("The token does not say, and the server does not ask")]
    NotSaid,
    /// This server does not ask, whatever the token says.
    #[error("This server does not ask")]
    NotAsked,
    /// It is not known which room is to be entered.
    #[error("No room was given to compare with")]
    NoRoomGiven,
    /// The room is a pattern, which only the server matches.
    #[error("The room is a Lua pattern, which only the server matches")]
    RoomPattern,
    /// The token is not for a room.
    #[error("The token is for calls, not for a room")]
    NotForRooms,
    /// The server compares only where its administrator switched that on.
    #[error("It is not the tenant's, which counts only where the server verifies domains")]
    ServersChoice,
}

impl Check {
    /// Why the server would refuse; none where it would not for this.
    pub fn refusal(&self) -> Option<&Refusal> {
        match &self.outcome {
            Outcome::Fail(refusal) => Some(refusal),
            Outcome::Pass | Outcome::NotChecked(_) => None,
        }
    }
}

/// What came of a question.
pub(super) enum Finding {
    Content,
    Refuse(Refusal),
    Unknown(Unchecked),
}

/// A question that a server of the kind `S` asks, and who says so.
pub(super) struct Question<S> {
    pub(super) rule: Rule,
    pub(super) ask: fn(&S, &Parts, &Against<'_>) -> Finding,
    pub(super) source: &'static str,
}

/// Asks everything, in order.
pub(super) fn walk<S>(
    server: &S,
    questions: &[Question<S>],
    token: &str,
    against: &Against<'_>,
) -> Vec<Check> {
    let parts = Parts::of(token);
    questions
        .iter()
        .map(|question| Check {
            rule: question.rule,
            outcome: match (question.ask)(server, &parts, against) {
                Finding::Content => Outcome::Pass,
                Finding::Refuse(refusal) => Outcome::Fail(refusal),
                Finding::Unknown(why) => Outcome::NotChecked(why),
            },
            source: question.source,
        })
        .collect()
}

pub(super) fn refuse_if(is_wrong: bool, says: Option<&'static str>, text: &'static str) -> Finding {
    if is_wrong {
        Finding::Refuse(Refusal {
            says: says.map(Cow::Borrowed),
            text: Cow::Borrowed(text),
        })
    } else {
        Finding::Content
    }
}

/// The header, where it is an object.
pub(super) fn header(parts: &Parts) -> Option<&Value> {
    parts.header.as_ref().filter(|header| header.is_object())
}

/// The body, where it is an object.
pub(super) fn body(parts: &Parts) -> Option<&Value> {
    parts.claims.as_ref().filter(|claims| claims.is_object())
}

/// There are three parts; `says`, here and below, is what the server answers where there are not.
pub(super) fn three_parts(parts: &Parts, says: Option<&'static str>) -> Finding {
    refuse_if(
        !parts.has_three,
        says,
        "A token has three parts with dots between them, this one has not. Copy it whole",
    )
}

/// The same where nobody says that the server is lenient.
pub(super) fn compact(parts: &Parts, says: Option<&'static str>) -> Finding {
    refuse_if(
        !parts.is_compact,
        says,
        "A token has three parts in base64url with dots between them, this one has not. Copy it whole",
    )
}

pub(super) fn readable_header(parts: &Parts, says: Option<&'static str>) -> Finding {
    refuse_if(
        header(parts).is_none(),
        says,
        "The token's header cannot be read. Copy the token whole",
    )
}

pub(super) fn readable_body(parts: &Parts, says: Option<&'static str>) -> Finding {
    refuse_if(
        body(parts).is_none(),
        says,
        "The token's body cannot be read. Copy the token whole",
    )
}

pub(super) fn signature(
    parts: &Parts,
    against: &Against<'_>,
    says: Option<&'static str>,
) -> Finding {
    if !parts.has_three {
        return Finding::Unknown(Unchecked::NotThreeParts);
    }
    let Some(verifier) = against.verifier else {
        return Finding::Unknown(Unchecked::NoVerifier);
    };
    let message = parts.message.as_bytes();
    let is_right = parts
        .signature
        .as_ref()
        .is_some_and(|signature| match verifier {
            Verifier::Secret(secret) => secret.verifies(message, signature),
            Verifier::Key(key) => key.verifies(message, signature),
        });
    refuse_if(
        !is_right,
        says,
        "The signature was made with another secret or key. Set the tenant's own",
    )
}

/// `exp` in whole seconds is still to come; a token without one never ends.
pub(super) fn not_expired(
    parts: &Parts,
    against: &Against<'_>,
    says: Option<&'static str>,
) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    match body.get("exp").and_then(Value::as_f64) {
        None => Finding::Unknown(Unchecked::NotSaid),
        Some(exp) => refuse_if(
            against.now.seconds() as f64 >= exp,
            says,
            "The token has expired. Make a fresh one, and set the clock right if it is fresh",
        ),
    }
}

/// `alg` is the one that the tenant signs by.
pub(super) fn algorithm(parts: &Parts, alg: &str, says: Option<&'static str>) -> Finding {
    let Some(header) = header(parts) else {
        return Finding::Unknown(Unchecked::NoHeader);
    };
    refuse_if(
        !is_text(header, "alg", alg),
        says,
        "The header's alg is not the one that the tenant signs by. Sign by HS256 with a secret, by RS256 with a key",
    )
}

/// Whether a claim is exactly this text.
pub(super) fn is_text(body: &Value, name: &str, text: &str) -> bool {
    body.get(name).and_then(Value::as_str) == Some(text)
}
