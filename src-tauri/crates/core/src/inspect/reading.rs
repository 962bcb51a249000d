//! Every value in a token, and what it means in words.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::refusal::ceiling;
use crate::feature::Feature;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Reading {
    /// Where it stands: `header.kid`, `context.user.name`.
    pub path: String,
    /// The value as JSON.
    pub value: String,
    /// What it means; empty where that is not known.
    pub meaning: String,
}

/// Reads both parts, the header first.
pub(super) fn readings(header: Option<&Value>, claims: Option<&Value>) -> Vec<Reading> {
    let mut readings = Vec::new();
    if let Some(header) = header {
        read("header", header, &mut readings);
    }
    if let Some(claims) = claims {
        read("", claims, &mut readings);
    }
    readings
}

/// Goes down into objects; everything else is one value.
fn read(path: &str, value: &Value, readings: &mut Vec<Reading>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (name, value) in map {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                read(&path, value, readings);
            }
        }
        Value::Object(_)
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_) => readings.push(Reading {
            path: path.to_owned(),
            value: value.to_string(),
            meaning: meaning(path, value),
        }),
    }
}

fn meaning(path: &str, value: &Value) -> String {
    if let Some(name) = path.strip_prefix("context.features.") {
        return feature(name).to_owned();
    }
    let words = match path {
        "header.alg" => "How the token is signed",
        "header.kid" => "The key that signed it",
        "header.typ" => "That it is a JSON Web Token",
        "aud" => "Whom it is for",
        "iss" => "Who made it",
        "sub" => "The tenant",
        "room" if value.as_str() == Some("*") => "Every room of the tenant",
        "room" => "The room it opens",
        "exp" => return moment("Good until", value),
        "nbf" => return moment("Good from", value),
        "iat" => return moment("Made at", value),
        "context.user.id" => "The person's id",
        "context.user.name" => "The name that others read",
        "context.user.email" => "The person's email address",
        "context.user.avatar" | "context.user.avatarUrl" => "Where the person's picture is",
        "context.user.moderator" => "Whether the person leads the meeting",
        "context.user.hidden-from-recorder" => "Whether the person stays out of recordings",
        "context.user.role" => "Whether the person only watches",
        "context.features" => "No features",
        "context.room.regex" => "Whether the room is a Lua pattern",
        "context.group" => "A group, which webhooks report",
        "context.mauP" => "How 8x8 counts the person, by agreement",
        "admin" => "Whether it may use the administrator's endpoints",
        _ => "",
    };
    words.to_owned()
}

fn feature(name: &str) -> &'static str {
    match Feature::parse(name) {
        Some(feature) => feature.meaning(),
        None => "A feature that Roomkey does not know",
    }
}

fn moment(words: &str, value: &Value) -> String {
    match value.as_f64() {
        Some(seconds) => format!("{words} {}", ceiling(seconds)),
        None => format!("{words} a time that cannot be read"),
    }
}
