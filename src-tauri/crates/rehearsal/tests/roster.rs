//! Who is in a room, and who is told of it.

use std::time::{Duration, Instant};

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::{Leaving, What};
use serde_json::{Value, json};

use crate::support::page::Line;
use crate::support::stage::{PERSON, Stage, room};

/// A recorded minute takes 1.2 s.
const PACE: f64 = 0.02;
const MINUTE: Duration = Duration::from_millis(1200);

#[tokio::test]
async fn each_sees_the_others() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");

    let (mut ada, ada_is) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, bob_is) = joined(&stage, &standup, Role::Participant).await;

    assert_eq!(ada_is["others"], json!([]));
    assert_eq!(bob_is["others"], json!([ada_is["me"]]));
    assert_eq!(ada.hear_of("joined").await["who"], bob_is["me"]);
    bob.say(json!({ "do": "leave" })).await;
    assert_eq!(ada.hear_of("left").await["id"], bob_is["me"]["id"]);
    assert_eq!(bob.hear().await, None);
    assert_eq!(stage.rehearsal.participants(&standup).len(), 1);
}

#[tokio::test]
async fn rooms_are_apart() {
    let stage = Stage::new(PACE).await;
    let (standup, board) = (room("standup"), room("board"));
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;

    let (_bob, bob_is) = joined(&stage, &board, Role::Moderator).await;

    assert_eq!(bob_is["others"], json!([]));
    assert!(ada.is_quiet(Duration::from_millis(100)).await);
}

#[tokio::test]
async fn one_token_joined_twice_is_two_participants_and_one_person() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);

    let _first = Line::join(&stage, &standup, &token).await;
    let mut second = Line::join(&stage, &standup, &token).await;

    let second_is = second.hear_of("accepted").await;
    let other = &second_is["others"][0];
    assert_ne!(second_is["me"]["id"], other["id"]);
    assert_eq!(second_is["me"]["person"], PERSON);
    assert_eq!(other["person"], PERSON);
    assert_eq!(other["moderatorClaim"], "true");
}

#[tokio::test]
async fn a_killed_window_leaves_a_ghost_for_a_minute() {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let (bob, bob_is) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    let killed = Instant::now();
    bob.kill();

    stage.happens(&standup, |what| *what == What::Lost).await;
    let ghost = &stage.rehearsal.participants(&standup)[1];
    assert!(!ghost.is_connected);
    assert_eq!(ada.hear_of("left").await["id"], bob_is["me"]["id"]);
    assert!(killed.elapsed() >= MINUTE, "{:?}", killed.elapsed());
    let how = Leaving::Lost;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;
}

#[tokio::test]
async fn a_reload_meets_its_own_ghost() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    let (before, before_is) = joined(&stage, &standup, Role::Moderator).await;
    before.kill();

    let (mut after, after_is) = joined(&stage, &standup, Role::Moderator).await;

    assert_eq!(after_is["others"][0]["id"], before_is["me"]["id"]);
    assert_ne!(after_is["me"]["id"], before_is["me"]["id"]);
    assert_eq!(after.hear_of("left").await["id"], before_is["me"]["id"]);
}

#[tokio::test]
async fn a_drop_with_a_valid_token_is_resumed_and_nobody_is_told() {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let (mut ada, ada_is) = joined(&stage, &standup, Role::Moderator).await;
    let mut bob = Line::join(&stage, &standup, &token).await;
    let bob_is = bob.hear_of("accepted").await;
    ada.hear_of("joined").await;

    drop_line(&stage, &standup, &bob_is).await;
    assert_eq!(bob.hear().await, None);
    let mut bob = Line::resume(&stage, &standup, &bob_is["me"]["id"], &token).await;

    let resumed = bob.hear_of("resumed").await;
    assert_eq!(resumed["others"], json!([ada_is["me"]]));
    stage.happens(&standup, |what| *what == What::Resumed).await;
    assert!(ada.is_quiet(MINUTE + MINUTE / 2).await);
    assert_eq!(stage.rehearsal.participants(&standup).len(), 2);
}

#[tokio::test]
async fn a_drop_after_the_tokens_end_is_never_resumed_and_the_others_lose_the_person() {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let mut ada = Line::join(&stage, &standup, &token).await;
    let ada_is = ada.hear_of("accepted").await;

    stage.pass(3 * 3600);
    assert!(ada.is_quiet(Duration::from_millis(100)).await);
    let (mut bob, _) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;
    drop_line(&stage, &standup, &ada_is).await;
    let mut ada = Line::resume(&stage, &standup, &ada_is["me"]["id"], &token).await;

    ada.hear_of("dead").await;
    let refused = |what: &What| *what == What::ResumeRefused;
    stage.happens(&standup, refused).await;
    assert_eq!(bob.hear_of("left").await["id"], ada_is["me"]["id"]);
}

#[tokio::test]
async fn after_a_minute_a_broken_line_is_forgotten() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let mut ada = Line::join(&stage, &standup, &token).await;
    let ada_is = ada.hear_of("accepted").await;
    ada.kill();

    tokio::time::sleep(MINUTE + MINUTE / 2).await;
    let mut ada = Line::resume(&stage, &standup, &ada_is["me"]["id"], &token).await;

    ada.hear_of("forgotten").await;
}

#[tokio::test]
async fn a_name_can_change() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, bob_is) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    bob.say(json!({ "do": "rename", "name": "Robert" })).await;

    let renamed = ada.hear_of("renamed").await;
    assert_eq!(renamed["id"], bob_is["me"]["id"]);
    assert_eq!(stage.rehearsal.participants(&standup)[1].name, "Robert");
}

async fn joined(stage: &Stage, room: &RoomName, role: Role) -> (Line, Value) {
    let mut line = Line::join(stage, room, &stage.token(room, role)).await;
    let accepted = line.hear_of("accepted").await;
    (line, accepted)
}

/// Breaks a line for a millisecond, and waits until the server is back.
async fn drop_line(stage: &Stage, room: &RoomName, joined: &Value) {
    let id = serde_json::from_value(joined["me"]["id"].clone()).unwrap();
    let who = ParticipantSelector::Id(id);
    let reached = stage
        .rehearsal
        .command(room, &who, &Command::Drop { ms: 1 });
    assert_eq!(reached, 1);
    tokio::time::sleep(Duration::from_millis(20)).await;
}
