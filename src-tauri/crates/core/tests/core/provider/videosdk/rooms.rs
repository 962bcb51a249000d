//! VideoSDK's rooms, by the API reference of version 2.

use roomkey_core::provider::call::{CallFault, MadeRoom, Repeats};

use super::super::calls::*;
use super::*;

const MADE: &str = include_str!("../answers/videosdk/made.json");
const VALIDATED: &str = include_str!("../answers/videosdk/validated.json");
const ROOMS: &str = include_str!("../answers/videosdk/rooms.json");
const DEACTIVATED: &str = include_str!("../answers/videosdk/deactivated.json");
const NOT_FOUND: &str = include_str!("../answers/videosdk/not_found.json");
const TOKEN_EXPIRED: &str = include_str!("../answers/videosdk/token_expired.json");

#[test]
fn every_call_is_the_documented_request() {
    let account = account();
    let rooms = rooms(&account);
    let (own, theirs) = (name("standup"), name(ROOM));
    let (own, theirs) = (wanted(&own, "Stand-up"), wanted(&theirs, ""));
    let made = "POST https://api.videosdk.live/v2/rooms\n\
        Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n";
    let table = [
        (
            rooms.find(&own, &token()).unwrap(),
            format!(r#"{made}{{"customRoomId":"standup"}}"#),
            Repeats::Safely,
        ),
        (
            rooms.find(&theirs, &token()).unwrap(),
            "GET https://api.videosdk.live/v2/rooms/validate/2kyv-gzay-64pg\n\
             Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n"
                .to_owned(),
            Repeats::Safely,
        ),
        (
            rooms.make(&own, &token()),
            format!(r#"{made}{{"customRoomId":"standup"}}"#),
            Repeats::Safely,
        ),
        (
            rooms.make(&theirs, &token()),
            format!(r#"{made}{{"customRoomId":"2kyv-gzay-64pg"}}"#),
            Repeats::Safely,
        ),
        (
            rooms.list(&token()).unwrap(),
            "GET https://api.videosdk.live/v2/rooms?page=1&perPage=100\n\
             Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n"
                .to_owned(),
            Repeats::Safely,
        ),
        (
            rooms.cancel(&bare(ROOM), &token()).unwrap(),
            "POST https://api.videosdk.live/v2/rooms/deactivate\n\
             Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n\
             {\"roomId\":\"2kyv-gzay-64pg\"}"
                .to_owned(),
            Repeats::WhereTurnedAway,
        ),
    ];
    for (call, request, repeats) in table {
        assert_eq!(written(&call), request);
        assert_eq!((call.system, call.repeats), ("VideoSDK", repeats));
    }
    assert!(rooms.make_at_once(&own, &token()).is_none());
    assert!(account.system().token_calls().is_none());
}

#[test]
fn the_documented_answers_are_rooms() {
    let account = account();
    let rooms = rooms(&account);
    let (own, theirs) = (name("standup"), name(ROOM));
    let room = |id: &str, title: Option<&str>| MadeRoom {
        title: title.map(str::to_owned),
        ..bare(id)
    };
    let made = room("abc-xyzw-lmno", Some("standup"));
    assert_eq!(rooms.made(answer(200, MADE)), Ok(made.clone()));
    let found = rooms.found(&wanted(&own, ""), answer(200, MADE));
    assert_eq!(found, Ok(Some(made)));
    let found = rooms.found(&wanted(&theirs, ""), answer(200, VALIDATED));
    assert_eq!(found, Ok(Some(room("abc-xyzw-lmno", Some("demo-room")))));
    // The closed one is not there any more.
    let listed = [
        room("abcd-efgh-lmno", Some("final-testing")),
        room("87i6-bvw8-dtn1", None),
    ];
    assert_eq!(rooms.listed(answer(200, ROOMS)), Ok(listed.to_vec()));
    let by_version_1 = r#"{"meetingId":"aaaa-aaaa-aaaa","userMeetingId":"testmeetingid"}"#;
    let named = room("aaaa-aaaa-aaaa", Some("testmeetingid"));
    assert_eq!(rooms.made(answer(200, by_version_1)), Ok(named));
    assert_eq!(rooms.cancelled(answer(200, DEACTIVATED)), Ok(()));
}

#[test]
fn an_unknown_id_is_said_to_be_one() {
    let account = account();
    let rooms = rooms(&account);
    let (own, theirs) = (name("standup"), name(ROOM));
    for status in [400, 402, 404] {
        let found = rooms.found(&wanted(&theirs, ""), answer(status, NOT_FOUND));
        let system = "VideoSDK";
        let said = Some("Room not found.".to_owned());
        assert_eq!(found, Err(CallFault::Unknown { system, said }), "{status}");
        // Where it was to be made, the same is a fault.
        let found = rooms.found(&wanted(&own, ""), answer(status, NOT_FOUND));
        let is_unknown = matches!(found, Err(CallFault::Unknown { .. }));
        assert!(found.is_err() && is_unknown == (status == 404), "{status}");
    }
    let system = "VideoSDK";
    let said = Some("Token is invalid or expired".to_owned());
    assert_eq!(
        rooms.found(&wanted(&theirs, ""), answer(401, TOKEN_EXPIRED)),
        Err(CallFault::Unauthorised { system, said })
    );
    let page = rooms.found(&wanted(&theirs, ""), answer(404, "<html>"));
    assert_eq!(
        page,
        Err(CallFault::Page {
            system,
            status: 404
        })
    );
}

#[test]
fn a_closed_room_is_not_entered() {
    let account = account();
    let rooms = rooms(&account);
    let closed = CallFault::RoomClosed { system: "VideoSDK" };
    assert_eq!(rooms.made(answer(200, DEACTIVATED)), Err(closed.clone()));
    let theirs = name(ROOM);
    let found = rooms.found(&wanted(&theirs, ""), answer(200, DEACTIVATED));
    assert_eq!(found, Err(closed));
    // And one that is still open was not closed.
    assert_eq!(
        rooms.cancelled(answer(200, MADE)),
        Err(CallFault::NotCancelled { system: "VideoSDK" })
    );
}

#[test]
fn what_is_documented_otherwise_is_a_fault() {
    let account = account();
    let rooms = rooms(&account);
    let system = "VideoSDK";
    let unexpected = CallFault::Unexpected { system };
    for body in [
        "{}",
        "[]",
        "null",
        "7",
        r#"{"roomId":7}"#,
        r#"{"roomId":null}"#,
        r#"{"roomId":"standup"}"#,
        r#"{"roomId":"../../v2/rooms"}"#,
        r#"{"roomId":"abc-xyzw-lmno","disabled":"false"}"#,
        r#"{"roomId":"abc-xyzw-lmno","customRoomId":["x"]}"#,
        r#"{"roomId":"abc-xyzw-lmno","roomId":"2kyv-gzay-64pg"}"#,
    ] {
        assert_eq!(
            rooms.made(answer(200, body)),
            Err(unexpected.clone()),
            "{body}"
        );
    }
    for body in ["{}", "[]", r#"{"data":{}}"#, r#"{"data":[{}]}"#] {
        let listed = rooms.listed(answer(200, body));
        assert_eq!(listed, Err(unexpected.clone()), "{body}");
    }
    assert_eq!(rooms.listed(answer(200, r#"{"data":[]}"#)), Ok(Vec::new()));
}
