//! REST: rooms on the spot, and planned meetings.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use roomkey_core::provider::Aim;
use roomkey_core::provider::jiomeet::Authorization;
use roomkey_core::time::Timestamp;
use serde_json::{Value, json};

use super::Office;
use super::meetings::Plan;
use crate::provider::query::Query;
use crate::provider::request;

pub(super) fn router() -> Router<Arc<Office>> {
    Router::new()
        .route("/api/platform/v1/room", post(make))
        .route(
            "/api/platform/v1/schedule/meeting",
            post(plan).put(change).get(list).delete(cancel),
        )
}

async fn make(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(&headers)?;
    let fields = Fields::read(&body)?;
    fields.check(&[
        ("name", Value::is_string),
        ("title", Value::is_string),
        ("description", Value::is_string),
        ("hostToken", Value::is_boolean),
        ("isAutoRecordingEnabled", Value::is_boolean),
    ])?;
    let wants_host = fields.0["hostToken"] == true;
    let now = office.desk.now();
    Ok(Json(office.meetings().make(wants_host, now)))
}

async fn plan(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(&headers)?;
    let fields = Fields::read(&body)?;
    fields.require(&["topic", "startTime", "endTime"])?;
    fields.check(&PLAN)?;
    let mut plan = Plan {
        topic: String::new(),
        start: Timestamp(0),
        end: Timestamp(0),
        is_recorded: false,
        options: json!({
            "joinBeforeHost": true,
            "waitingRoom": false,
            "participantHardAudioMute": false,
            "participantHardVideoMute": false,
            "isClassroomMode": false,
        }),
    };
    fields.apply(&mut plan);
    fields.ends_after_it_starts(&plan)?;
    Ok(Json(office.meetings().plan(plan)))
}

async fn change(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(&headers)?;
    let fields = Fields::read(&body)?;
    fields.require(&["meetingId"])?;
    fields.check(&PLAN)?;
    let plan_id = fields.text("meetingId");
    let mut meetings = office.meetings();
    let changed = meetings.change(plan_id, |plan| fields.apply(plan));
    changed.map(Json).ok_or(Refused::Unknown)
}

async fn list(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    query: Query,
) -> Result<Json<Value>, Refused> {
    office.caller(&headers)?;
    let day = |name: &str| {
        let text = format!("{}T00:00:00Z", query.get(name)?);
        Timestamp::parse(&text).ok()
    };
    let (from, until) = (day("fromDate"), day("endDate"));
    let found = office.meetings().planned(|meeting, plan| {
        let is_named = |name: &str, id: &str| query.get(name).is_none_or(|asked| asked == id);
        is_named("meetingId", meeting.plan_id().unwrap_or_default())
            && is_named("jiomeetId", &meeting.number)
            && from.is_none_or(|from| plan.start >= from)
            && until.is_none_or(|until| plan.start < until)
    });
    Ok(Json(found))
}

async fn cancel(
    State(office): State<Arc<Office>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refused> {
    office.caller(&headers)?;
    let fields = Fields::read(&body)?;
    fields.require(&["meetingId", "type"])?;
    fields.check(&[
        ("meetingId", Value::is_string),
        ("type", |value| value == "current"),
    ])?;
    let is_deleted = office.meetings().cancel(fields.text("meetingId"));
    let status = if is_deleted { "DELETED" } else { "NOT_DELETED" };
    Ok(Json(json!({ "status": status })))
}

impl Office {
    /// Whether whoever calls may call.
    fn caller(&self, headers: &HeaderMap) -> Result<(), Refused> {
        let (found, token) = request::Authorization::read(headers);
        let expected = match self.authorization {
            Authorization::Bare => request::Authorization::Bare,
            Authorization::Bearer => request::Authorization::Bearer,
        };
        if found != expected {
            return Err(Refused::Unauthorised);
        }
        match self.desk.judge(token, Aim::Command) {
            Ok(_) => Ok(()),
            Err(_) => Err(Refused::Unauthorised),
        }
    }
}

type Test = fn(&Value) -> bool;

const PLAN: [(&str, Test); 6] = [
    ("meetingId", Value::is_string),
    ("topic", |value| {
        value.as_str().is_some_and(|topic| !topic.is_empty())
    }),
    ("startTime", |value| moment(value).is_some()),
    ("endTime", |value| moment(value).is_some()),
    ("isAutoRecordingEnabled", Value::is_boolean),
    ("advancedOptions", Value::is_object),
];

/// What was sent.
struct Fields(Value);

impl Fields {
    fn read(body: &[u8]) -> Result<Self, Refused> {
        let body: Value = serde_json::from_slice(body).map_err(|_| Refused::Malformed)?;
        if !body.is_object() {
            return Err(Refused::Malformed);
        }
        Ok(Self(body))
    }

    fn require(&self, names: &[&str]) -> Result<(), Refused> {
        let missing = names.iter().filter(|name| self.0.get(**name).is_none());
        Refused::of_fields(missing.copied(), "is required")
    }

    /// Holds what is there to its type.
    fn check(&self, tests: &[(&str, Test)]) -> Result<(), Refused> {
        let wrong = tests.iter().filter(|(name, is_right)| {
            let value = self.0.get(*name);
            value.is_some_and(|value| !is_right(value))
        });
        Refused::of_fields(wrong.map(|(name, _)| *name), "is invalid")
    }

    fn ends_after_it_starts(&self, plan: &Plan) -> Result<(), Refused> {
        let wrong = (plan.end <= plan.start).then_some("endTime");
        Refused::of_fields(wrong.into_iter(), "must be after startTime")
    }

    fn apply(&self, plan: &mut Plan) {
        if let Some(topic) = self.0["topic"].as_str() {
            topic.clone_into(&mut plan.topic);
        }
        plan.start = moment(&self.0["startTime"]).unwrap_or(plan.start);
        plan.end = moment(&self.0["endTime"]).unwrap_or(plan.end);
        if let Some(is_recorded) = self.0["isAutoRecordingEnabled"].as_bool() {
            plan.is_recorded = is_recorded;
        }
        for (name, value) in self.0["advancedOptions"].as_object().into_iter().flatten() {
            plan.options[name] = value.clone();
        }
    }

    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }
}

fn moment(value: &Value) -> Option<Timestamp> {
    Timestamp::parse(value.as_str()?).ok()
}

/// Why a call is not answered with what it asked for.
enum Refused {
    Unauthorised,
    Malformed,
    Unknown,
    /// The names of the fields that are not right, and what is not.
    Fields(Vec<String>, &'static str),
}

impl Refused {
    fn of_fields<'a>(
        mut names: impl Iterator<Item = &'a str>,
        fault: &'static str,
    ) -> Result<(), Self> {
        match names.next() {
            None => Ok(()),
            Some(first) => {
                let names = std::iter::once(first).chain(names);
                Err(Self::Fields(names.map(str::to_owned).collect(), fault))
            }
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let custom = |status: StatusCode, message: &str, errors: &str| {
            let code = status.as_u16();
            let body = json!({ "customCode": code, "message": message, "errors": errors });
            (status, Json(body)).into_response()
        };
        match self {
            Self::Unauthorised => custom(
                StatusCode::UNAUTHORIZED,
                "UNAUTHORIZED",
                "Invalid or expired token",
            ),
            Self::Malformed => custom(
                StatusCode::BAD_REQUEST,
                "BAD_REQUEST",
                "The body is no JSON object",
            ),
            Self::Unknown => custom(
                StatusCode::BAD_REQUEST,
                "MEETING_NOT_FOUND",
                "There is no such meeting",
            ),
            Self::Fields(names, fault) => {
                let errors: Vec<Value> = names
                    .iter()
                    .map(|name| json!({ "property": name, "message": format!("{name} {fault}") }))
                    .collect();
                let status = StatusCode::PRECONDITION_FAILED;
                let body = json!({
                    "customCode": status.as_u16(),
                    "message": "VALIDATION_ERROR",
                    "errorsArray": errors,
                });
                (status, Json(body)).into_response()
            }
        }
    }
}
