//! What can be made to happen, and what is told of it.

use std::time::Duration;

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::{Leaving, What};
use roomkey_rehearsal::participant::ParticipantId;
use serde_json::{Value, json};

use crate::support::page::Line;
use crate::support::stage::{PERSON, Stage, room};

/// A case's act comes after 80 ms, a recorded minute takes 1.2 s.
const PACE: f64 = 0.02;
/// No timer of a case fires within a test.
const STANDING_STILL: f64 = 1000.0;

#[tokio::test]
async fn roles_are_given_and_taken() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, id) = joined(&stage, &standup, Role::Participant).await;
    let person = ParticipantSelector::Person(PERSON.to_owned());

    let given = command(&stage, &person, &Command::GrantModerator);
    let word = ada.hear_of("roleChanged").await;
    assert_eq!((given, &word["role"]), (1, &json!("moderator")));
    assert_eq!(word["id"], json!(id));

    let again = command(&stage, &person, &Command::GrantModerator);
    assert_eq!(again, 0);
    command(&stage, &person, &Command::RevokeModerator);
    assert_eq!(ada.hear_of("roleChanged").await["role"], "participant");
}

#[tokio::test]
async fn who_is_removed_hears_it_and_the_others_too() {
    let mut stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, ada_id) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, bob_id) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    let who = ParticipantSelector::Id(bob_id.clone());
    assert_eq!(command(&stage, &who, &Command::Kick), 1);

    for line in [&mut ada, &mut bob] {
        let kicked = line.hear_of("kicked").await;
        assert_eq!(kicked["id"], json!(bob_id));
        assert_eq!(kicked["by"], json!({ "id": ada_id, "name": "Ada" }));
    }
    assert_eq!(ada.hear_of("left").await["id"], json!(bob_id));
    assert_eq!(bob.hear().await, None);
    let how = Leaving::Kicked;
    stage
        .happens(&standup, |what| *what == What::Left { how })
        .await;
}

#[tokio::test]
async fn the_end_is_for_all() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, _) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    command(&stage, &ParticipantSelector::All, &Command::EndForAll);

    for line in [&mut ada, &mut bob] {
        line.hear_of("ended").await;
        assert_eq!(line.hear().await, None);
    }
    assert_eq!(stage.rehearsal.participants(&standup), []);
}

#[tokio::test]
async fn only_a_moderators_orders_count() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, ada_id) = joined(&stage, &standup, Role::Moderator).await;
    let (mut bob, bob_id) = joined(&stage, &standup, Role::Participant).await;
    ada.hear_of("joined").await;

    let kick =
        |id: &ParticipantId| json!({ "do": "moderate", "order": { "make": "kick", "id": id } });
    bob.say(kick(&ada_id)).await;
    assert!(bob.is_quiet(Duration::from_millis(200)).await);
    ada.say(kick(&bob_id)).await;

    assert_eq!(ada.hear_of("kicked").await["id"], json!(bob_id));
}

#[tokio::test]
async fn who_does_not_lead_waits_where_a_moderator_has_set_a_lobby() {
    let mut stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let set = json!({ "do": "moderate", "order": { "make": "lobby", "on": true } });
    let (mut ada, _) = joined(&stage, &standup, Role::Participant).await;
    ada.say(set.clone()).await;
    joined(&stage, &standup, Role::Participant).await;
    let (mut grace, _) = joined(&stage, &standup, Role::Moderator).await;
    grace.say(set).await;
    stage
        .happens(&standup, |what| *what == What::LobbySet { on: true })
        .await;

    joined(&stage, &standup, Role::Moderator).await;
    let token = stage.token(&standup, Role::Participant);
    let mut bob = Line::join(&stage, &standup, &token).await;
    bob.hear_of("lobby").await;
    assert_eq!(
        command(&stage, &ParticipantSelector::All, &Command::Admit),
        1
    );
    bob.hear_of("accepted").await;
}

#[tokio::test]
async fn simulated_participants_come_and_go_and_hold_no_room_open() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let all = ParticipantSelector::All;
    let comes = Command::SomeoneJoins {
        name: "Grace".to_owned(),
        role: Role::Moderator,
    };

    command(&stage, &all, &comes);
    let who = ada.hear_of("joined").await["who"].clone();
    assert_eq!(
        (&who["name"], &who["role"], &who["isSimulated"]),
        (&json!("Grace"), &json!("moderator"), &json!(true))
    );
    command(&stage, &all, &Command::SomeoneLeaves);
    assert_eq!(ada.hear_of("left").await["id"], who["id"]);
    assert_eq!(command(&stage, &all, &Command::SomeoneLeaves), 0);

    command(&stage, &all, &comes);
    ada.hear_of("joined").await;
    ada.say(json!({ "do": "leave" })).await;
    assert_eq!(ada.hear().await, None);
    assert_eq!(stage.rehearsal.participants(&standup), []);
}

#[tokio::test]
async fn the_director_presses_buttons_and_takes_wishes() {
    let mut stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let mut director = Line::open_directors(&stage, &standup).await;
    let number = director.hear_of("visit").await["number"].clone();
    let token = stage.token(&standup, Role::Participant);
    let mut ada = Line::open(&stage, &standup).await;
    let join = json!({ "do": "join", "token": token.reveal(), "visit": number });
    ada.say(join).await;
    ada.hear_of("accepted").await;

    for (order, button) in [
        (Command::Join, "join"),
        (Command::HangUp, "leave"),
        (Command::ToggleMicrophone, "microphone"),
        (Command::ToggleCamera, "camera"),
        (Command::Confirm, "confirm"),
    ] {
        let newest = ParticipantSelector::Newest;
        assert_eq!(command(&stage, &newest, &order), 1);
        assert_eq!(director.hear_of("press").await["button"], button);
    }
    director
        .say(json!({ "do": "ask", "command": { "make": "grantModerator" } }))
        .await;
    assert_eq!(ada.hear_of("roleChanged").await["role"], "moderator");
    let asked = What::Commanded {
        command: Command::GrantModerator,
    };
    stage.happens(&standup, |what| *what == asked).await;
}

#[tokio::test]
async fn a_command_reaches_whom_it_is_about() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let mut first = Line::open_directors(&stage, &standup).await;
    let mut second = Line::open_directors(&stage, &standup).await;
    first.hear_of("visit").await;
    second.hear_of("visit").await;

    let all = ParticipantSelector::All;
    assert_eq!(command(&stage, &all, &Command::HangUp), 2);
    let stranger = ParticipantSelector::Person("somebody".to_owned());
    assert_eq!(command(&stage, &stranger, &Command::HangUp), 0);
    first.kill();
    first_is_gone(&stage).await;
}

async fn first_is_gone(stage: &Stage) {
    for _ in 0..100 {
        if command(stage, &ParticipantSelector::All, &Command::HangUp) == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the first page is still there");
}

#[tokio::test]
async fn a_case_is_played_for_the_first_who_joins() {
    let stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::Kicked);

    let (mut ada, id) = joined(&stage, &standup, Role::Participant).await;
    assert_eq!(ada.hear_of("kicked").await["id"], json!(id));
    let (mut again, _) = joined(&stage, &standup, Role::Participant).await;

    assert!(again.is_quiet(Duration::from_millis(500)).await);
}

#[tokio::test]
async fn a_held_token_is_expired_by_eight_seconds_whenever_it_is_shown() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let mut line = Line::join(&stage, &standup, &token).await;
    line.hear_of("accepted").await;

    command(&stage, &ParticipantSelector::All, &Command::ExpireToken);

    let mut again = Line::join(&stage, &standup, &token).await;
    let refused = again.hear_of("refused").await;
    assert_eq!(
        refused["error"]["message"],
        "Not acceptable by exp (8.0 sec since expired)"
    );
    let fresh = stage.token(&standup, Role::Participant);
    let mut fresh = Line::join(&stage, &standup, &fresh).await;
    fresh.hear_of("accepted").await;
}

#[tokio::test]
async fn no_happening_carries_a_token() {
    let mut stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let token = stage.token(&standup, Role::Moderator);
    let mut line = Line::join(&stage, &standup, &token).await;
    line.hear_of("accepted").await;

    let joined = stage
        .happens(&standup, |what| matches!(what, What::Joined { .. }))
        .await;

    let told = format!("{joined:?} {:?}", stage.rehearsal);
    for part in token.reveal().split('.') {
        assert!(!told.contains(part));
    }
}

#[tokio::test]
async fn the_stop_ends_every_line() {
    let stage = Stage::new(STANDING_STILL).await;
    let standup = room("standup");
    let authority = stage.authority();
    let (mut ada, _) = joined(&stage, &standup, Role::Moderator).await;
    let mut director = Line::open_directors(&stage, &standup).await;
    director.hear_of("visit").await;

    stage.rehearsal.stop().await;

    assert_eq!(ada.hear().await, None);
    assert_eq!(director.hear().await, None);
    assert!(tokio::net::TcpStream::connect(authority).await.is_err());
}

async fn joined(stage: &Stage, room: &RoomName, role: Role) -> (Line, ParticipantId) {
    let mut line = Line::join(stage, room, &stage.token(room, role)).await;
    let accepted: Value = line.hear_of("accepted").await;
    let id = serde_json::from_value(accepted["me"]["id"].clone()).unwrap();
    (line, id)
}

fn command(stage: &Stage, who: &ParticipantSelector, command: &Command) -> usize {
    stage.rehearsal.command(&room("standup"), who, command)
}

#[tokio::test]
async fn a_launcher_that_renews_the_token_in_time_survives_the_silent_death() {
    let mut stage = Stage::new(PACE).await;
    let standup = room("standup");
    stage.rehearsal.set_case(&standup, Case::SilentDeath);
    let short = stage.token_for(Case::SilentDeath, &standup);
    let mut before = Line::join(&stage, &standup, &short).await;
    before.hear_of("accepted").await;

    stage.pass(15);
    before.say(json!({ "do": "leave" })).await;
    let fresh = stage.token(&standup, Role::Participant);
    let mut after = Line::join(&stage, &standup, &fresh).await;
    let id = after.hear_of("accepted").await["me"]["id"].clone();
    stage.pass(15);
    stage.happens(&standup, |what| *what == What::Lost).await;
    tokio::time::sleep(Duration::from_millis(100)).await;

    let mut again = Line::resume(&stage, &standup, &id, &fresh).await;
    again.hear_of("resumed").await;
    let mut dead = Line::join(&stage, &standup, &short).await;
    dead.hear_of("refused").await;
}
