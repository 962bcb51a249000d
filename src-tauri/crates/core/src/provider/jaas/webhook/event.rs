//! What a webhook's body tells.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::app_id::AppId;
use crate::time::Timestamp;

use super::kind::EventType;

/// More values than that are counted and not shown.
const MOST_FIELDS: usize = 300;
/// A longer value is cut off.
const LONGEST_VALUE: usize = 2000;

/// One event, read without believing it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "WebhookBody")]
pub struct Event {
    /// `eventType`, as it stands.
    pub name: Option<String>,
    /// The same, where it is one of JaaS's.
    #[serde(rename = "event")]
    pub kind: Option<EventType>,
    /// Whose event it is.
    pub whose: Whose,
    /// The room, from `fqn`, without the tenant.
    pub room: Option<String>,
    /// When it happened, from `timestamp`.
    pub at: Option<Timestamp>,
    /// Every value in the body, sorted by where it stands.
    pub fields: Vec<Field>,
    /// How many more there are.
    pub left_out: usize,
}

/// To which tenant an event belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, rename = "WebhookOwner")]
pub enum Whose {
    /// To the one that is looked at.
    Ours,
    /// To another.
    Another {
        /// Its AppID, as it stands.
        app_id: String,
    },
    /// The body does not say.
    Unsaid,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "WebhookField")]
pub struct Field {
    /// Where it stands, as `data.participantId`.
    pub path: String,
    /// The value; a text without its quotes.
    pub value: String,
    /// What it means, where that is known.
    pub meaning: Option<Meaning>,
}

/// What a value means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "WebhookMeaning")]
#[expect(
    missing_docs,
    reason = "JaaS's own names, explained in the interface's texts"
)]
pub enum Meaning {
    IdempotencyKey,
    CustomerId,
    AppId,
    EventType,
    SessionId,
    Timestamp,
    Fqn,
    Conference,
    IsBreakout,
    BreakoutRoomId,
    UserId,
    ParticipantId,
    ParticipantJid,
    Moderator,
    HiddenFromRecorder,
    DisconnectReason,
    PreAuthenticatedLink,
}

impl Event {
    /// Reads a body that is held against a tenant.
    pub fn read(body: &str, app_id: &AppId) -> Result<Self, EventFault> {
        let body = body.trim_start_matches('\u{feff}').trim();
        if body.is_empty() {
            return Err(EventFault::Empty);
        }
        let body: Value = serde_json::from_str(body).map_err(|_| EventFault::NotJson)?;
        if !body.is_object() {
            return Err(EventFault::NotAnObject);
        }
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let (fqn_tenant, room) = match text("fqn").and_then(|fqn| fqn.split_once('/')) {
            Some((tenant, room)) => (Some(tenant), Some(room.to_owned())),
            None => (None, None),
        };
        let whose = match text("appId").or(fqn_tenant) {
            Some(tenant) if tenant == app_id.as_str() => Whose::Ours,
            Some(tenant) => Whose::Another {
                app_id: cut_off(tenant),
            },
            None => Whose::Unsaid,
        };
        let milliseconds = body.get("timestamp").and_then(Value::as_i64);
        let mut fields = Vec::new();
        collect(&body, "", &mut fields);
        let left_out = fields.len().saturating_sub(MOST_FIELDS);
        fields.truncate(MOST_FIELDS);
        Ok(Self {
            name: text("eventType").map(cut_off),
            kind: text("eventType").and_then(EventType::named),
            whose,
            room: room.map(|room| cut_off(&room)),
            at: milliseconds.map(|milliseconds| Timestamp(milliseconds.div_euclid(1000))),
            fields,
            left_out,
        })
    }
}

/// Why a body tells nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventFault {
    /// Nothing was given.
    #[error("The body is missing. Paste what JaaS delivered, whole and unchanged")]
    Empty,
    /// It is no JSON.
    #[error("The body is no JSON. Paste what JaaS delivered, whole and without the headers")]
    NotJson,
    /// It is JSON of another shape.
    #[error("The body is no event. Paste what JaaS delivered, from the first {{ to the last }}")]
    NotAnObject,
}

fn collect(value: &Value, path: &str, fields: &mut Vec<Field>) {
    let under = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (name, member) in members {
                collect(member, &under(name), fields);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (number, item) in items.iter().enumerate() {
                collect(item, &under(&number.to_string()), fields);
            }
        }
        Value::String(text) => fields.push(field(path, text)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            fields.push(field(path, &value.to_string()))
        }
    }
}

fn field(path: &str, value: &str) -> Field {
    Field {
        meaning: meaning(path),
        path: cut_off(path),
        value: cut_off(value),
    }
}

/// The documented fields, and those of `data` that events share.
fn meaning(path: &str) -> Option<Meaning> {
    Some(match path {
        "idempotencyKey" => Meaning::IdempotencyKey,
        "customerId" => Meaning::CustomerId,
        "appId" => Meaning::AppId,
        "eventType" => Meaning::EventType,
        "sessionId" => Meaning::SessionId,
        "timestamp" => Meaning::Timestamp,
        "fqn" => Meaning::Fqn,
        "data.conference" => Meaning::Conference,
        "data.isBreakout" => Meaning::IsBreakout,
        "data.breakoutRoomId" => Meaning::BreakoutRoomId,
        "data.id" => Meaning::UserId,
        "data.participantId" => Meaning::ParticipantId,
        "data.participantJid" | "data.participantFullJid" => Meaning::ParticipantJid,
        "data.moderator" => Meaning::Moderator,
        "data.hidden-from-recorder" => Meaning::HiddenFromRecorder,
        "data.disconnectReason" => Meaning::DisconnectReason,
        "data.preAuthenticatedLink" => Meaning::PreAuthenticatedLink,
        _ => return None,
    })
}

fn cut_off(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST_VALUE).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
