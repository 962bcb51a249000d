//! What the tests of calls share, and when a call is made again.

use std::time::Duration;

use roomkey_core::provider::call::{
    Answer, Call, Came, MOST_TRIES, MadeRoom, Method, Repeats, RoomCalls, Wanted,
};
use zeroize::Zeroizing;

use super::*;

pub(super) const TOKEN: &str = "eyJhbGciOiJIUzI1NiJ9.e30.c2ln";

pub(super) fn token() -> Token {
    Token::verbatim(TOKEN)
}

/// A call from its first byte to its last.
pub(super) fn written(call: &Call) -> String {
    let method = match call.method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    let mut text = format!("{method} {}\n", call.address);
    if let Some(authorization) = &call.authorization {
        text += &format!("Authorization: {}\n", authorization.as_str());
    }
    if let Some(body) = &call.body {
        text += body;
    }
    text
}

pub(super) fn answer(status: u16, body: &str) -> Answer<'_> {
    Answer {
        status,
        content_type: Some("application/json"),
        body: body.as_bytes(),
    }
}

pub(super) fn rooms(provider: &Provider) -> &dyn RoomCalls {
    provider.system().room_calls().unwrap()
}

/// From 12:50 to 13:20, as in JioMeet's example.
pub(super) fn wanted<'a>(name: &'a RoomName, title: &'a str) -> Wanted<'a> {
    Wanted {
        name,
        title,
        from: Timestamp(1_694_436_600),
        until: Timestamp(1_694_438_400),
    }
}

pub(super) fn name(text: &str) -> RoomName {
    RoomName::parse(text).unwrap()
}

/// A room that has nothing but its id.
pub(super) fn bare(id: &str) -> MadeRoom {
    MadeRoom {
        id: id.to_owned(),
        title: None,
        link: None,
        host: None,
        planned: None,
        plan_id: None,
    }
}

fn call(repeats: Repeats) -> Call {
    Call {
        system: "VideoSDK",
        method: Method::Post,
        address: "https://api.videosdk.live/v2/rooms".to_owned(),
        authorization: Some(Zeroizing::new(TOKEN.to_owned())),
        body: Some(Zeroizing::new(format!(r#"{{"token":"{TOKEN}"}}"#))),
        repeats,
    }
}

#[test]
fn there_are_calls_for_rooms_exactly_where_rooms_are_made() {
    for provider in [
        jaas::tenant(),
        jitsi::by_secret(),
        videosdk::account(),
        videosdk::server::account(),
        jiomeet::one_step(),
    ] {
        let system = provider.system();
        let abilities = system.abilities();
        let are_made = abilities.rooms == Rooms::Made;
        assert_eq!(system.room_calls().is_some(), are_made, "{abilities:?}");
    }
}

#[test]
fn a_call_is_made_again_where_that_does_no_harm() {
    use Came::{Answer, NoAnswer, Unreachable};
    let again = Some(Duration::from_secs(1));
    let table = [
        // What came, and what follows of each kind: never, where turned away, safely.
        (Answer(200), [None, None, None]),
        (Answer(302), [None, None, None]),
        (Answer(400), [None, None, None]),
        (Answer(401), [None, None, None]),
        (Answer(408), [None, None, None]),
        (Answer(428), [None, None, None]),
        (Answer(429), [None, again, again]),
        (Answer(499), [None, None, None]),
        (Answer(500), [None, None, again]),
        (Answer(503), [None, None, again]),
        (Answer(599), [None, None, again]),
        (Answer(600), [None, None, None]),
        (Unreachable, [None, None, again]),
        (NoAnswer, [None, None, again]),
    ];
    for (came, pauses) in table {
        let kinds = [Repeats::Never, Repeats::WhereTurnedAway, Repeats::Safely];
        let found = kinds.map(|repeats| call(repeats).pause(1, came));
        assert_eq!(found, pauses, "{came:?}");
    }
}

#[test]
fn pauses_grow_and_the_third_try_is_the_last() {
    let call = call(Repeats::Safely);
    let pauses = (1..=4).map(|tries| call.pause(tries, Came::Answer(503)));
    let seconds: Vec<_> = pauses.map(|pause| pause.map(|p| p.as_secs())).collect();
    assert_eq!(seconds, [Some(1), Some(2), None, None]);
    assert_eq!(MOST_TRIES, 3);
}

#[test]
fn nothing_secret_is_printed() {
    let call = call(Repeats::Never);
    let body = format!(r#"{{"token":"{TOKEN}"}}"#);
    let answer = answer(200, &body);
    let room = MadeRoom {
        link: Some(Zeroizing::new("https://x/guest?pwd=hushhush".to_owned())),
        host: Some(Zeroizing::new("hushhush".to_owned())),
        ..bare("0123456789")
    };
    let printed = format!("{call:?} {answer:?} {room:?}");
    assert_eq!(
        printed,
        "Call { system: \"VideoSDK\", method: Post, .. } Answer { status: 200, .. } MadeRoom { id: \"0123456789\", .. }"
    );
}
