//! Every case through the IFrame API in a real browser: which events the page
//! that embeds the meeting hears, in which order, with which data.

use std::sync::Arc;
use std::time::Duration;

use roomkey_rehearsal::case::{Case, ROOM_PASSWORD, SHORT_LIFE};
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::What;
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::support::host::{Frame, Host};
use crate::support::stage::{Stage, room};

/// A recorded minute takes 3 s.
const PACE: f64 = 0.05;
/// How long nothing more may come after the last event of a row.
const QUIET: Duration = Duration::from_millis(700);
/// How many frames run at once.
const FRAMES: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn every_case_reports_what_was_recorded() {
    let host = Arc::new(Host::open().await);
    let places = Arc::new(Semaphore::new(FRAMES));
    let mut plays = JoinSet::new();
    for case in Case::ALL {
        let (host, places) = (Arc::clone(&host), Arc::clone(&places));
        plays.spawn(async move {
            let _place = places.acquire().await.unwrap();
            play(&host, case).await
        });
    }
    let faults: Vec<String> = plays.join_all().await.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Plays a case and says how it differs from its row.
async fn play(host: &Host, case: Case) -> Option<String> {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, case);
    let token = stage.token_for(case, &standup);
    let row = row(case);
    let mut frame = host.join(&stage, &standup, &token, json!({}));
    for (name, _) in &row.events {
        let heard = frame.hear().await;
        if heard.is_none_or(|heard| heard.name != *name) {
            break;
        }
        if let Some((_, reaction)) = row.reactions.iter().find(|(on, _)| on == name) {
            react(&stage, &frame, reaction);
        }
    }
    if let Some(what) = &row.happens {
        stage.happens(&standup, |one| one == what).await;
    }
    frame.during(QUIET).await;
    let difference = difference(&row, &frame);
    frame.dispose().await;
    difference.map(|text| format!("{case:?}: {text}\nheard {:#?}", frame.log))
}

/// What is to be heard in a case, and what is done meanwhile.
struct Row {
    events: Vec<(&'static str, Value)>,
    reactions: Vec<(&'static str, Reaction)>,
    /// What happens at the server at the end, where the page hears nothing.
    happens: Option<What>,
}

enum Reaction {
    Order(Command),
    Execute(&'static str, Value),
    Stage(Case),
    /// Seconds that pass at the server.
    Pass(i64),
}

fn row(case: Case) -> Row {
    let mut row = Row {
        events: Vec::new(),
        reactions: Vec::new(),
        happens: None,
    };
    let refused =
        |error: Value| [alive(), vec![("errorOccurred", json!({ "error": error }))]].concat();
    let connection = |message: &str| {
        refused(json!({
            "name": "connection.passwordRequired",
            "type": "CONNECTION",
            "message": message,
            "isFatal": false,
        }))
    };
    row.events = match case {
        Case::Joins => {
            row.reactions = vec![(
                "participantRoleChanged",
                Reaction::Execute("hangup", json!([])),
            )];
            let left = json!({ "roomName": "standup" });
            let end = vec![("videoConferenceLeft", left), ("readyToClose", json!({}))];
            [alive(), joined(), end].concat()
        }
        Case::Prejoin => {
            row.reactions = vec![("prejoinScreenLoaded", Reaction::Order(Command::Join))];
            [alive(), vec![prejoin()], joined()].concat()
        }
        Case::Company => [
            alive(),
            vec![
                present("Grace Hopper", "true"),
                present("Alan Turing", "false"),
            ],
            joined_beside_moderator(),
            vec![
                present("Katherine Johnson", "true"),
                role("moderator"),
                ("participantLeft", json!({})),
            ],
        ]
        .concat(),
        Case::RoleGranted => [
            alive(),
            vec![present("Grace Hopper", "true")],
            joined_beside_moderator(),
            vec![role("moderator")],
        ]
        .concat(),
        Case::TokenExpired => connection("Not acceptable by exp (8.0 sec since expired)"),
        Case::TokenNotYetValid => connection("Not acceptable by nbf"),
        Case::BadSignature => connection("Invalid signature"),
        Case::UnknownKeyId | Case::ForeignKeyId => connection("could not obtain public key"),
        Case::WrongIssuer => connection("invalid &apos;iss&apos; claim"),
        Case::WrongAudience => connection("invalid &apos;aud&apos; claim"),
        Case::NoContext => connection("jwt missing required context claim"),
        Case::SubjectMismatch => connection("kid and jwt tenant do not match"),
        Case::Garbage => connection("bad token format"),
        Case::NoToken => refused(json!({
            "name": "connection.passwordRequired",
            "type": "CONNECTION",
            "message": "token required",
            "recoverable": true,
            "isFatal": false,
        })),
        Case::OtherRoom => refused(json!({
            "name": "conference.connectionError.notAllowed",
            "type": "CONFERENCE",
            "params": ["general", "Room and token mismatched"],
            "isFatal": false,
        })),
        Case::Lobby => [alive(), lobby(), joined()].concat(),
        Case::LobbyRefused => {
            let denied = conference_error("conference.connectionError.accessDenied", None);
            [alive(), lobby(), vec![denied]].concat()
        }
        Case::RoomPassword => {
            let password = Reaction::Execute("password", json!([ROOM_PASSWORD]));
            row.reactions = vec![("passwordRequired", password)];
            let error = conference_error("conference.passwordRequired", Some(true));
            let asked = vec![error, ("passwordRequired", json!({}))];
            [alive(), asked, joined()].concat()
        }
        Case::Kicked => {
            let kicked = json!({
                "kicked": { "id": "local", "local": true, "name": "Ada" },
                "kicker": { "name": "Grace Hopper" },
            });
            [
                alive(),
                vec![present("Grace Hopper", "true")],
                joined_beside_moderator(),
                vec![("participantKickedOut", kicked), left()],
            ]
            .concat()
        }
        Case::EndedForAll => {
            row.reactions = vec![("videoConferenceLeft", Reaction::Order(Command::Confirm))];
            [
                alive(),
                vec![present("Grace Hopper", "true")],
                joined_beside_moderator(),
                vec![
                    conference_error("conference.destroyed", None),
                    left(),
                    ("readyToClose", json!({})),
                ],
            ]
            .concat()
        }
        Case::OtherKilled => [
            alive(),
            vec![present("Alan Turing", "false")],
            joined(),
            vec![("participantLeft", json!({}))],
        ]
        .concat(),
        Case::ServerGoneBosh => gone("connection.droppedError", joined()),
        Case::ServerGoneBadGateway => gone("connection.serverError", joined()),
        Case::ServerGoneWebSocket => gone("connection.otherError", joined()),
        Case::ServerGoneTokenExpired => {
            let expired = json!({
                "name": "connection.passwordRequired",
                "message": "Not acceptable by exp (8.0 sec since expired)",
                "isFatal": false,
            });
            let refused = vec![("errorOccurred", json!({ "error": expired }))];
            gone("connection.otherError", refused)
        }
        Case::PageServerGone => [
            alive(),
            joined(),
            vec![lost("connection.otherError"), left(), ("load", json!({}))],
        ]
        .concat(),
        Case::ServerDown => {
            row.reactions = vec![("errorOccurred", Reaction::Stage(Case::Joins))];
            let given_up = json!({
                "name": "connection.otherError",
                "type": "CONNECTION",
                "message": "giving-up",
                "isFatal": true,
            });
            let given_up = vec![("errorOccurred", json!({ "error": given_up })), left()];
            [alive(), given_up, reloaded(), joined()].concat()
        }
        Case::Drop => {
            row.happens = Some(What::Resumed);
            [alive(), joined()].concat()
        }
        Case::SilentDeath => {
            row.reactions = vec![("participantRoleChanged", Reaction::Pass(SHORT_LIFE))];
            row.happens = Some(What::ResumeRefused);
            [alive(), joined()].concat()
        }
        Case::NoScript => vec![("script", json!({ "path": null }))],
        Case::OldScriptOnly => {
            let path = json!({ "path": "/libs/external_api.min.js" });
            [vec![("script", path)], reloaded(), joined()].concat()
        }
        Case::ScriptSilent => Vec::new(),
        Case::ClientSilent => vec![("script", json!({})), ("load", json!({}))],
        Case::CameraRefused => {
            let fault = ("cameraError", json!({ "type": "gum.permission_denied" }));
            [alive(), vec![fault], joined()].concat()
        }
        Case::MicrophoneRefused => {
            let fault = ("micError", json!({ "type": "gum.permission_denied" }));
            [alive(), vec![fault], joined()].concat()
        }
        Case::BrowserUnsupported => vec![
            ("script", json!({})),
            ("load", json!({})),
            ("browserSupport", json!({ "supported": false })),
        ],
    };
    row
}

/// The client's first signs, after the script.
fn alive() -> Vec<(&'static str, Value)> {
    [vec![("script", json!({}))], reloaded()].concat()
}

fn reloaded() -> Vec<(&'static str, Value)> {
    vec![
        ("load", json!({})),
        ("browserSupport", json!({ "supported": true })),
        ("ready", json!({})),
    ]
}

fn joined() -> Vec<(&'static str, Value)> {
    vec![me(), role("participant")]
}

/// The other's role comes between one's own two events.
fn joined_beside_moderator() -> Vec<(&'static str, Value)> {
    vec![me(), role("moderator"), role("participant")]
}

fn me() -> (&'static str, Value) {
    let data = json!({
        "roomName": "standup",
        "displayName": "Ada",
        "formattedDisplayName": "Ada (me)",
        "email": "ada@example.org",
        "breakoutRoom": false,
        "visitor": false,
    });
    ("videoConferenceJoined", data)
}

fn role(role: &str) -> (&'static str, Value) {
    ("participantRoleChanged", json!({ "role": role }))
}

fn present(name: &str, moderator: &str) -> (&'static str, Value) {
    let data = json!({ "displayName": name, "userContext": { "moderator": moderator } });
    ("participantJoined", data)
}

fn prejoin() -> (&'static str, Value) {
    let data = json!({ "id": "local", "displayName": "Ada" });
    ("prejoinScreenLoaded", data)
}

fn left() -> (&'static str, Value) {
    ("videoConferenceLeft", json!({ "roomName": "standup" }))
}

fn lobby() -> Vec<(&'static str, Value)> {
    let name = "conference.connectionError.membersOnly";
    vec![conference_error(name, Some(true)), prejoin()]
}

fn conference_error(name: &str, recoverable: Option<bool>) -> (&'static str, Value) {
    let mut error = json!({ "name": name, "type": "CONFERENCE", "isFatal": false });
    if let Some(recoverable) = recoverable {
        error["recoverable"] = json!(recoverable);
    }
    ("errorOccurred", json!({ "error": error }))
}

fn lost(name: &str) -> (&'static str, Value) {
    let error = json!({ "name": name, "type": "CONNECTION", "isFatal": true });
    ("errorOccurred", json!({ "error": error }))
}

/// A server that goes away in the meeting, and the reload.
fn gone(name: &str, then: Vec<(&'static str, Value)>) -> Vec<(&'static str, Value)> {
    let end = vec![lost(name), left()];
    [alive(), joined(), end, reloaded(), then].concat()
}

fn react(stage: &Stage, frame: &Frame, reaction: &Reaction) {
    let standup = room("standup");
    match reaction {
        Reaction::Order(command) => {
            let who = ParticipantSelector::Newest;
            assert_eq!(stage.rehearsal.command(&standup, &who, command), 1);
        }
        Reaction::Execute(name, data) => frame.command(name, data.clone()),
        Reaction::Pass(seconds) => stage.pass(*seconds),
        Reaction::Stage(case) => stage.rehearsal.set_case(&standup, *case),
    }
}

fn difference(row: &Row, frame: &Frame) -> Option<String> {
    let expected: Vec<&str> = row.events.iter().map(|(name, _)| *name).collect();
    if frame.names() != expected {
        return Some(format!("expected {expected:?}, heard {:?}", frame.names()));
    }
    let wrong = row
        .events
        .iter()
        .zip(&frame.log)
        .find(|((_, expected), heard)| !has(&heard.data, expected));
    if let Some(((name, expected), heard)) = wrong {
        return Some(format!("{name}: expected {expected}, heard {}", heard.data));
    }
    let mut own = frame.log.iter().rev();
    let id = own
        .find(|heard| heard.name == "videoConferenceJoined")?
        .data["id"]
        .clone();
    let mut roles = frame.log.iter().rev();
    let role = roles.find(|heard| heard.name == "participantRoleChanged" && heard.data["id"] == id);
    role.is_none().then(|| "no role of one's own".to_owned())
}

/// Whether a value has everything that another one has; where that one is an
/// empty object, nothing is asked.
fn has(value: &Value, part: &Value) -> bool {
    match part.as_object() {
        Some(fields) => fields.iter().all(|(name, part)| has(&value[name], part)),
        None => value == part,
    }
}
