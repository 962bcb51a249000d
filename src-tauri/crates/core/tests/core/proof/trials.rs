//! Cases in the room, played with their times.

use roomkey_core::inspect::RefusalPhase;
use roomkey_core::meeting::Moment;
use roomkey_core::meeting::event::PageEvent;
use roomkey_core::meeting::failure::Failure;
use roomkey_core::proof::observed::{Hold, Observed};
use roomkey_core::proof::trial::{Happened, Order, Trial};
use roomkey_core::role::Role;
use serde_json::{Value, json};

use super::{joined, present, refused};

const START: u64 = 1_800_000_000_000;

/// One thing that happens: when, at whose page, and what.
type Beat = (u64, usize, &'static str, Value);

/// Plays a score to the case's end and says when the list was asked for, when the
/// case was over, and what came of it.
fn play(guests: usize, score: &[Beat]) -> (Vec<(u64, usize)>, u64, Vec<Observed>) {
    let mut trial = Trial::new(guests, Moment(START));
    let mut asked = Vec::new();
    let mut score = score.iter().peekable();
    for _ in 0..1000 {
        let wake = trial.wake_at().map_or(u64::MAX, |at| at.0 - START);
        let beat = score.next_if(|(at, ..)| *at <= wake);
        let (at, happened) = match beat {
            Some((at, place, "!closed", _)) => (*at, Happened::Closed(*place)),
            Some((at, place, name, data)) => {
                let report = json!({"name": name, "data": data});
                let event = PageEvent::read(&report).expect("a report that Roomkey knows");
                (*at, Happened::Page(*place, event))
            }
            None => (wake, Happened::Tick),
        };
        for order in trial.handle(happened, Moment(START + at)) {
            if let Order::AskRooms(place) = order {
                asked.push((at, place));
            }
        }
        if let Some(observed) = trial.outcome() {
            return (asked, at, observed);
        }
    }
    panic!("the case does not end");
}

/// The page, its script and its client, as recorded.
fn lives(place: usize) -> Vec<Beat> {
    vec![
        (0, place, "pageReady", Value::Null),
        (
            10,
            place,
            "scriptLoaded",
            json!({"origin": "https://8x8.vc", "path": "/x"}),
        ),
        (950, place, "frameLoaded", json!({})),
        (1050, place, "browserSupport", json!({"supported": true})),
        (1051, place, "ready", json!({})),
    ]
}

fn joins(place: usize, at: u64, id: &str, visitor: bool) -> Vec<Beat> {
    let data = json!({"id": id, "roomName": "standup", "visitor": visitor});
    vec![(at, place, "videoConferenceJoined", data)]
}

fn role(place: usize, at: u64, id: &str, role: &str) -> Vec<Beat> {
    let data = json!({"id": id, "role": role});
    vec![(at, place, "participantRoleChanged", data)]
}

fn list(place: usize, at: u64) -> Vec<Beat> {
    let people = json!([{"id": "a", "role": "moderator", "person": "ada"}]);
    vec![(at, place, "roomsInfo", json!({"people": people}))]
}

fn ada() -> [roomkey_core::meeting::event::Present; 1] {
    [present("a", "moderator", "ada")]
}

#[test]
fn a_join_is_read_once_the_role_has_settled() {
    let score = [
        lives(0),
        joins(0, 1850, "a", false),
        role(0, 1860, "a", "moderator"),
        list(0, 3900),
    ]
    .concat();
    let (asked, over, observed) = play(1, &score);
    assert_eq!(asked, [(3850, 0)]);
    assert_eq!(over, 3900);
    let expected = joined("a", Some(Role::Moderator), Some(&ada()));
    assert_eq!(observed, [expected]);
}

#[test]
fn the_role_that_is_in_force_in_the_end_counts_and_only_ones_own() {
    let score = [
        lives(0),
        role(0, 1840, "b", "moderator"),
        joins(0, 1850, "a", false),
        role(0, 1860, "a", "participant"),
        role(0, 1900, "b", "moderator"),
        role(0, 3000, "a", "moderator"),
        role(0, 3100, "b", "participant"),
        list(0, 3900),
    ]
    .concat();
    let (_, _, observed) = play(1, &score);
    let expected = joined("a", Some(Role::Moderator), Some(&ada()));
    assert_eq!(observed, [expected]);
}

#[test]
fn a_visitor_is_told_by_the_join() {
    let score = [
        lives(0),
        joins(0, 1850, "a", true),
        role(0, 1860, "a", "participant"),
        list(0, 3900),
    ]
    .concat();
    let (_, _, observed) = play(1, &score);
    let expected = joined("a", Some(Role::Visitor), Some(&ada()));
    assert_eq!(observed, [expected]);
}

#[test]
fn a_list_that_never_comes_is_not_waited_for() {
    let score = [
        lives(0),
        joins(0, 1850, "a", false),
        role(0, 1860, "a", "moderator"),
    ]
    .concat();
    let (asked, over, observed) = play(1, &score);
    assert_eq!(asked, [(3850, 0)]);
    assert_eq!(over, 8850);
    assert_eq!(observed, [joined("a", Some(Role::Moderator), None)]);
}

#[test]
fn a_list_that_nobody_asked_for_is_none() {
    let score = [
        lives(0),
        joins(0, 1850, "a", false),
        list(0, 2000),
        role(0, 2100, "a", "moderator"),
    ]
    .concat();
    let (_, over, observed) = play(1, &score);
    assert_eq!(over, 8850);
    assert_eq!(observed, [joined("a", Some(Role::Moderator), None)]);
}

#[test]
fn who_join_together_are_asked_when_both_are_in() {
    let score = [
        lives(0),
        lives(1),
        joins(0, 1850, "a", false),
        joins(1, 6000, "b", false),
        list(0, 8050),
        list(1, 8100),
    ]
    .concat();
    let mut score = score;
    score.sort_by_key(|(at, ..)| *at);
    let (asked, over, observed) = play(2, &score);
    assert_eq!(asked, [(8000, 0), (8000, 1)]);
    assert_eq!(over, 8100);
    assert_eq!(
        observed,
        [
            joined("a", None, Some(&ada())),
            joined("b", None, Some(&ada()))
        ]
    );
}

#[test]
fn one_who_is_refused_does_not_hold_the_other_up() {
    let error = json!({"name": "connection.passwordRequired", "message": "Invalid signature"});
    let mut score = [
        lives(0),
        lives(1),
        vec![(1600, 1, "errorOccurred", error)],
        joins(0, 1850, "a", false),
        list(0, 3900),
    ]
    .concat();
    score.sort_by_key(|(at, ..)| *at);
    let (asked, over, observed) = play(2, &score);
    assert_eq!(asked, [(3850, 0)]);
    assert_eq!(over, 3900);
    assert_eq!(
        observed[1],
        refused(RefusalPhase::Connection, "Invalid signature")
    );
}

#[test]
fn refusals_and_troubles_end_a_case_at_once() {
    let connection = |message: &str| {
        let name = "connection.passwordRequired";
        json!({"name": name, "type": "CONNECTION", "message": message, "isFatal": false})
    };
    let room = json!({
        "name": "conference.connectionError.notAllowed",
        "params": ["general", "Room and token mismatched"],
    });
    let expired = "Not acceptable by exp (8.0 sec since expired)";
    let table: Vec<(Vec<Beat>, Observed)> = vec![
        (
            vec![(1600, 0, "errorOccurred", connection(expired))],
            refused(RefusalPhase::Connection, expired),
        ),
        (
            vec![(
                1600,
                0,
                "errorOccurred",
                connection("&apos;kid&apos; claim is missing"),
            )],
            refused(RefusalPhase::Connection, "'kid' claim is missing"),
        ),
        (
            vec![(1600, 0, "errorOccurred", room)],
            refused(RefusalPhase::Conference, "Room and token mismatched"),
        ),
        (
            vec![(
                1600,
                0,
                "errorOccurred",
                json!({"name": "connection.otherError", "isFatal": true}),
            )],
            Observed::Failed {
                failure: Failure::ServerUnreachable,
            },
        ),
        (vec![(1600, 0, "!closed", Value::Null)], Observed::Stopped),
        (
            [
                joins(0, 1500, "a", false),
                vec![(1600, 0, "readyToClose", json!({}))],
            ]
            .concat(),
            Observed::Lost,
        ),
        (
            [
                joins(0, 1500, "a", false),
                vec![(1600, 0, "pageReady", Value::Null)],
            ]
            .concat(),
            Observed::Lost,
        ),
        (
            [
                joins(0, 1500, "a", false),
                vec![(1600, 0, "participantKickedOut", json!({"local": true}))],
            ]
            .concat(),
            Observed::Lost,
        ),
    ];
    for (end, expected) in table {
        let score = [lives(0), end].concat();
        let (asked, over, observed) = play(1, &score);
        assert_eq!((asked, over), (vec![], 1600), "{expected:?}");
        assert_eq!(observed, [expected]);
    }
}

#[test]
fn a_room_that_gives_no_answer_is_left_after_a_minute() {
    let error = json!({"name": "conference.connectionError.membersOnly", "recoverable": true});
    let table = [
        ((1600, 0, "errorOccurred", error), Hold::Lobby),
        ((1600, 0, "passwordRequired", json!({})), Hold::Password),
        ((1600, 0, "prejoinScreenLoaded", json!({})), Hold::Prejoin),
    ];
    for (beat, by) in table {
        let score = [lives(0), vec![beat]].concat();
        let (_, over, observed) = play(1, &score);
        assert_eq!(over, 60_000);
        assert_eq!(observed, [Observed::Held { by }]);
    }
}

#[test]
fn a_closed_window_stops_the_others_of_its_case() {
    let mut score = [
        lives(0),
        lives(1),
        joins(0, 1850, "a", false),
        vec![(1900, 1, "!closed", Value::Null)],
    ]
    .concat();
    score.sort_by_key(|(at, ..)| *at);
    let (asked, over, observed) = play(2, &score);
    assert_eq!((asked, over), (vec![], 1900));
    assert_eq!(observed, [Observed::Stopped, Observed::Stopped]);
}
