//! What stands between a good token and the room.

use roomkey_core::role::Role;
use roomkey_rehearsal::case::{Case, ROOM_PASSWORD};
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::What;

use crate::support::page::Line;
use crate::support::stage::{Stage, room};

const PACE: f64 = 0.02;
/// No timer of a case fires within a test.
const STANDING_STILL: f64 = 1000.0;

#[tokio::test]
async fn the_lobby_lets_in_after_a_while() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::Lobby);
    let token = stage.token(&standup, Role::Participant);

    let mut line = Line::join(&stage, &standup, &token).await;

    line.hear_of("lobby").await;
    assert_eq!(stage.rehearsal.participants(&standup), []);
    line.hear_of("accepted").await;
    assert_eq!(stage.rehearsal.participants(&standup).len(), 1);
}

#[tokio::test]
async fn the_lobby_turns_away_and_one_can_ask_again() {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::LobbyRefused);
    let token = stage.token(&standup, Role::Participant);

    let mut line = Line::join(&stage, &standup, &token).await;

    line.hear_of("lobby").await;
    line.hear_of("turnedAway").await;
    stage
        .happens(&standup, |what| *what == What::TurnedAway)
        .await;
    line.ask(&token, None).await;
    line.hear_of("lobby").await;
}

#[tokio::test]
async fn somebody_can_decide_about_the_lobby_at_once() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::Lobby);
    let token = stage.token(&standup, Role::Participant);
    let all = ParticipantSelector::All;

    let mut line = Line::join(&stage, &standup, &token).await;
    line.hear_of("lobby").await;
    let reached = stage.rehearsal.command(&standup, &all, &Command::Deny);
    assert_eq!(reached, 1);
    line.hear_of("turnedAway").await;

    line.ask(&token, None).await;
    line.hear_of("lobby").await;
    stage.rehearsal.command(&standup, &all, &Command::Admit);
    line.hear_of("accepted").await;
}

#[tokio::test]
async fn a_bad_token_does_not_reach_the_lobby() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::Lobby);
    let token = stage.token_for(Case::BadSignature, &standup);

    let mut line = Line::join(&stage, &standup, &token).await;

    line.hear_of("refused").await;
}

#[tokio::test]
async fn the_room_asks_for_its_password_until_it_is_right() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::RoomPassword);
    let token = stage.token(&standup, Role::Participant);

    let mut line = Line::join(&stage, &standup, &token).await;

    assert_eq!(line.hear_of("passwordRequired").await["wasWrong"], false);
    line.ask(&token, Some("guess")).await;
    assert_eq!(line.hear_of("passwordRequired").await["wasWrong"], true);
    line.ask(&token, Some(ROOM_PASSWORD)).await;
    line.hear_of("accepted").await;
}

#[tokio::test]
async fn a_server_that_is_down_opens_no_line() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::ServerDown);

    let line = Line::try_open(&stage, "standup", "socket", None).await;

    assert!(line.is_err());
    stage.rehearsal.set_case(&standup, Case::Joins);
    Line::open(&stage, &standup).await;
}
