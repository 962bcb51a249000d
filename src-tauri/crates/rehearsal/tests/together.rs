//! The IFrame API in a real browser, beyond the events of the cases: the frame
//! itself, several people in a room, commands, functions, times.

use std::time::Duration;

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::{Leaving, What};
use roomkey_rehearsal::leading::Leading;
use serde_json::{Value, json};

use crate::support::host::{Frame, Host};
use crate::support::stage::{PERSON, Stage, TENANT, room};

/// A recorded minute takes 3 s.
const PACE: f64 = 0.05;
/// The same takes 6 s, where times are measured.
const SLOW: f64 = 0.1;
const QUIET: Duration = Duration::from_millis(700);

#[tokio::test(flavor = "multi_thread")]
async fn the_frame_is_made_as_the_real_script_makes_it() {
    let (stage, host, standup) = open().await;
    let token = stage.token(&standup, Role::Moderator);
    let options = json!({
        "lang": "de",
        "configOverwrite": {
            "prejoinConfig": { "enabled": true },
            "startWithAudioMuted": true,
        },
    });

    let mut frame = host.join(&stage, &standup, &token, options);
    frame.until("prejoinScreenLoaded").await;

    let about = frame.about().await;
    assert_eq!(about["name"], "jitsiConferenceFrame0");
    assert_eq!(
        about["allow"],
        "autoplay; camera; clipboard-write; compute-pressure; display-capture; hid; \
         microphone; screen-wake-lock; speaker-selection"
    );
    let address = about["src"].as_str().unwrap();
    let expected = format!(
        "http://{}/{TENANT}/standup?jwt=<token>&lang=de#jitsi_meet_external_api_id=0\
         &jwt=%22<token>%22&config.prejoinConfig=%7B%22enabled%22%3Atrue%7D\
         &config.startWithAudioMuted=true&userInfo.displayName=%22Ada%22\
         &userInfo.email=%22a%40x%22&appData.localStorageContent=null",
        stage.authority()
    );
    assert_eq!(address.replace(token.reveal(), "<token>"), expected);
    let muted = frame.ask("isAudioMuted").await;
    assert_eq!(muted, true);
    assert_eq!(stage.rehearsal.participants(&standup), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_has_what_the_released_one_has() {
    let (stage, host, standup) = open().await;
    let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;

    let commands = frame.ask("getSupportedCommands").await;
    let events = frame.ask("getSupportedEvents").await;

    assert_eq!(commands.as_array().unwrap().len(), 72);
    assert_eq!(events.as_array().unwrap().len(), 73);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_see_each_other() {
    let (mut stage, host, standup) = open().await;
    let mut ada = joined(&stage, &host, &standup, Role::Moderator).await;
    let ada_id = ada.own_id();
    let mut bob = joined(&stage, &host, &standup, Role::Participant).await;
    let bob_id = bob.own_id();
    let came = ada.until("participantJoined").await.data;

    assert_eq!(came["id"], bob_id);
    assert_eq!(
        came["userContext"],
        json!({ "id": PERSON, "name": "Ada", "email": "ada@example.org", "moderator": "false" })
    );
    let rooms = bob.ask("getRoomsInfo").await;
    let people = rooms["rooms"][0]["participants"]
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(
        people[0],
        json!({
            "role": "participant",
            "displayName": "Ada",
            "id": bob_id,
            "userContext": { "id": PERSON, "name": "Ada" },
        })
    );
    assert_eq!(people[1]["id"], ada_id);
    assert_eq!(people[1]["role"], "moderator");
    assert_eq!(people[1]["email"], "ada@example.org");
    assert_eq!(people[1]["userContext"]["moderator"], "true");
    assert!(
        people[1]["jid"]
            .as_str()
            .unwrap()
            .starts_with("standup@conference.")
    );
    assert_eq!(bob.ask("getNumberOfParticipants").await, 2);
    let infos = ada.ask("getParticipantsInfo").await;
    assert_eq!(infos[1]["participantId"], bob_id);
    assert_eq!(ada.ask("isVisitor").await, false);

    bob.command("hangup", json!([]));
    let gone = ada.until("participantLeft").await.data;
    assert_eq!(gone, json!({ "id": bob_id }));
    let how = Leaving::HungUp;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;
    let stale = bob.ask("getRoomsInfo").await;
    assert_eq!(stale["rooms"][0]["participants"][0]["id"], bob_id);
    assert_eq!(ada.ask("getNumberOfParticipants").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_can_be_told_to_grant_other_roles_than_the_tokens() {
    use Role::{Moderator, Participant, Visitor};

    let table = [
        (Leading::AsTokensSay, [Moderator, Participant, Visitor]),
        (Leading::Nobody, [Participant, Participant, Visitor]),
        (Leading::Everybody, [Moderator, Moderator, Moderator]),
    ];
    let (stage, host, standup) = open().await;
    for (leading, granted) in table {
        stage.rehearsal.set_leading(&standup, leading);
        for (role, granted) in [Moderator, Participant, Visitor].into_iter().zip(granted) {
            let mut frame = joined(&stage, &host, &standup, role).await;
            let rooms = frame.ask("getRoomsInfo").await;
            let told = rooms["rooms"][0]["participants"][0]["role"].clone();
            let granted = serde_json::to_value(granted).unwrap();
            assert_eq!(told, granted, "{leading:?}, {role:?}");
            assert_eq!(frame.ask("isVisitor").await, granted == "visitor");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moderator_removes_somebody_by_command() {
    let (stage, host, standup) = open().await;
    let ada = joined(&stage, &host, &standup, Role::Moderator).await;
    let mut bob = joined(&stage, &host, &standup, Role::Participant).await;
    let bob_id = bob.own_id();

    bob.command("kickParticipant", json!([bob_id]));
    bob.during(QUIET).await;
    assert!(!bob.names().contains(&"participantKickedOut"));
    ada.command("grantModerator", json!([bob_id]));
    let role = bob.until("participantRoleChanged").await.data;
    assert_eq!(role, json!({ "id": bob_id, "role": "moderator" }));
    ada.command("kickParticipant", json!([bob_id]));

    let kicked = bob.until("participantKickedOut").await.data;
    assert_eq!(kicked["kicked"]["local"], true);
    assert_eq!(kicked["kicker"]["name"], "Ada");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_joined_is_nobody() {
    let (stage, host, standup) = open().await;
    stage.rehearsal.set_case(&standup, Case::Prejoin);
    let token = stage.token(&standup, Role::Moderator);
    let mut frame = host.join(&stage, &standup, &token, json!({}));
    frame.until("prejoinScreenLoaded").await;

    let rooms = frame.ask("getRoomsInfo").await;

    let me = &rooms["rooms"][0]["participants"][0];
    assert_eq!((&me["id"], &me["role"]), (&json!("local"), &json!("none")));
    assert_eq!(frame.ask("getNumberOfParticipants").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_is_not_there_answers_nothing() {
    let (stage, host, standup) = open().await;
    stage.rehearsal.set_case(&standup, Case::ClientSilent);
    let token = stage.token(&standup, Role::Moderator);
    let mut frame = host.join(&stage, &standup, &token, json!({}));
    frame.until("load").await;

    assert_eq!(frame.ask("getRoomsInfo").await, "silence");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dead_go_on_listing_everybody() {
    let (mut stage, host, standup) = open().await;
    stage.rehearsal.set_case(&standup, Case::SilentDeath);
    let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;

    let refused = |what: &What| *what == What::ResumeRefused;
    stage.happens(&standup, refused).await;
    let how = Leaving::Lost;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;

    let rooms = frame.ask("getRoomsInfo").await;
    assert_eq!(rooms["rooms"][0]["participants"][0]["role"], "moderator");
    assert_eq!(frame.names().last(), Some(&"participantRoleChanged"));
}

#[tokio::test(flavor = "multi_thread")]
async fn microphone_and_camera_are_switched_by_the_host_and_by_hand() {
    let (stage, host, standup) = open().await;
    let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;
    let newest = ParticipantSelector::Newest;

    frame.command("toggleAudio", json!([]));
    let muted = frame.until("audioMuteStatusChanged").await.data;
    assert_eq!(muted, json!({ "muted": true }));
    assert_eq!(frame.ask("isAudioMuted").await, true);
    stage
        .rehearsal
        .command(&standup, &newest, &Command::ToggleCamera);
    let muted = frame.until("videoMuteStatusChanged").await.data;
    assert_eq!(muted, json!({ "muted": true }));
    stage
        .rehearsal
        .command(&standup, &newest, &Command::ToggleCamera);
    let muted = frame.until("videoMuteStatusChanged").await.data;
    assert_eq!(muted, json!({ "muted": false }));
    assert_eq!(frame.ask("isVideoMuted").await, false);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_and_subjects_change() {
    let (stage, host, standup) = open().await;
    let mut ada = joined(&stage, &host, &standup, Role::Moderator).await;
    let mut bob = joined(&stage, &host, &standup, Role::Participant).await;
    let bob_id = bob.own_id();

    bob.command("displayName", json!(["Bob"]));
    bob.command("subject", json!(["Plans"]));

    let seen = ada.until("displayNameChange").await.data;
    assert_eq!(
        (&seen["id"], &seen["displayname"]),
        (&bob_id, &json!("Bob"))
    );
    assert_eq!(bob.until("subjectChange").await.data["subject"], "Plans");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_is_taken_away_leaves_a_ghost() {
    let (mut stage, host, standup) = open().await;
    let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;

    assert_eq!(frame.dispose().await, 0);

    stage.happens(&standup, |what| *what == What::Lost).await;
    assert_eq!(stage.rehearsal.participants(&standup).len(), 1);
    let how = Leaving::Lost;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_for_all_the_client_waits_for_a_word_unless_told_not_to() {
    let (_, host, standup) = open().await;
    let stage = Stage::new(SLOW).await;
    let all = ParticipantSelector::All;
    let token = stage.token(&standup, Role::Moderator);
    let config = json!({ "configOverwrite": { "notifyOnConferenceDestruction": false } });
    let mut told = host.join(&stage, &standup, &token, config);
    told.until("participantRoleChanged").await;
    let mut asked = joined(&stage, &host, &standup, Role::Moderator).await;

    stage.rehearsal.command(&standup, &all, &Command::EndForAll);

    told.until("readyToClose").await;
    asked.until("videoConferenceLeft").await;
    asked.during(QUIET).await;
    assert_eq!(asked.names().last(), Some(&"videoConferenceLeft"));
    stage.rehearsal.command(&standup, &all, &Command::Confirm);
    asked.until("readyToClose").await;
    for frame in [&told, &asked] {
        lasts(frame, "errorOccurred", "videoConferenceLeft", 5000.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn recorded_times_are_kept() {
    let (_, host, standup) = open().await;
    let mut stage = Stage::new(SLOW).await;
    let refused = stage.token_for(Case::TokenExpired, &standup);
    let mut frame = host.join(&stage, &standup, &refused, json!({}));
    frame.until("errorOccurred").await;
    lasts(&frame, "ready", "errorOccurred", 600.0);

    for (case, gives_up) in [
        (Case::ServerGoneBosh, 12_000.0),
        (Case::ServerGoneWebSocket, 18_000.0),
    ] {
        stage.rehearsal.set_case(&standup, case);
        let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;
        lasts(&frame, "ready", "videoConferenceJoined", 700.0);
        let how = Leaving::ServerGone;
        stage
            .happens(&standup, |what| *what == What::Left { how })
            .await;
        frame.until("videoConferenceLeft").await;
        lasts(
            &frame,
            "participantRoleChanged",
            "errorOccurred",
            4000.0 + gives_up,
        );
        lasts(&frame, "errorOccurred", "videoConferenceLeft", 15_000.0);
        frame.until("participantRoleChanged").await;
    }

    let mut frame = joined(&stage, &host, &standup, Role::Moderator).await;
    frame.command("hangup", json!([]));
    frame.until("readyToClose").await;
    lasts(&frame, "videoConferenceLeft", "readyToClose", 100.0);
}

async fn open() -> (Stage, Host, RoomName) {
    (Stage::new(PACE).await, Host::open().await, room("standup"))
}

/// Joins and waits for one's own role, the last event of a join.
async fn joined(stage: &Stage, host: &Host, room: &RoomName, role: Role) -> Frame {
    let token = stage.token(room, role);
    let mut frame = host.join(stage, room, &token, json!({}));
    let id = frame.until("videoConferenceJoined").await.data["id"].clone();
    while frame.until("participantRoleChanged").await.data["id"] != id {}
    frame
}

impl Frame {
    /// The id under which the frame joined.
    fn own_id(&self) -> Value {
        let mut log = self.log.iter().rev();
        let joined = log.find(|heard| heard.name == "videoConferenceJoined");
        joined.expect("the frame has joined").data["id"].clone()
    }
}

/// Asserts that so many recorded ms lie between two events, as far as a busy
/// machine can tell, which hands on either of them late.
fn lasts(frame: &Frame, first: &str, second: &str, recorded: f64) {
    let between = frame.between(first, second);
    let expected = recorded * SLOW;
    assert!(
        (expected - 400.0..expected + 4000.0).contains(&between),
        "{first} to {second} took {between} ms, expected {expected}"
    );
}
