//! A token server of the company's, by VideoSDK's guide "Server Setup" and its example.

use roomkey_core::provider::call::{CallFault, Repeats, TokenCalls};

use super::super::calls::*;
use super::*;

const MADE: &str = include_str!("../answers/videosdk/made.json");
const MADE_BY_VERSION_1: &str = include_str!("../answers/token_server/made_by_version_1.json");
const PASSED_ON: &str = include_str!("../answers/token_server/passed_on.json");
const GIVEN: &str = include_str!("../answers/token_server/token.json");

pub(in crate::core::provider) fn account() -> Provider {
    Provider::VideoSdk(Account {
        tokens: Tokens::Server(Domain::parse("tokens.example.org").unwrap()),
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: PageVersion::default(),
    })
}

fn tokens(provider: &Provider) -> &dyn TokenCalls {
    provider.system().token_calls().unwrap()
}

#[test]
fn every_call_is_the_documented_request() {
    let account = account();
    let rooms = rooms(&account);
    let (own, theirs) = (name("standup"), name(ROOM));
    let (own, theirs) = (wanted(&own, "Stand-up"), wanted(&theirs, ""));
    let table = [
        (
            rooms.find(&theirs, &token()).unwrap(),
            "POST https://tokens.example.org/validate-meeting/2kyv-gzay-64pg\n\
             {\"token\":\"eyJhbGciOiJIUzI1NiJ9.e30.c2ln\"}",
            Repeats::Safely,
        ),
        (
            rooms.make(&own, &token()),
            "POST https://tokens.example.org/create-meeting\n\
             {\"token\":\"eyJhbGciOiJIUzI1NiJ9.e30.c2ln\"}",
            Repeats::Never,
        ),
        (
            tokens(&account).ask(&Purpose::Command),
            "GET https://tokens.example.org/get-token\n",
            Repeats::Safely,
        ),
    ];
    for (call, request, repeats) in table {
        assert_eq!(written(&call), request);
        assert_eq!((call.system, call.repeats), ("The token server", repeats));
    }
    let system = "VideoSDK";
    assert_eq!(
        rooms.find(&own, &token()).unwrap_err(),
        CallFault::RoomNotMade { system }
    );
    assert!(rooms.list(&token()).is_none());
    assert!(rooms.cancel(&bare(ROOM), &token()).is_none());
}

#[test]
fn a_room_comes_as_videosdk_has_it_or_by_its_old_name() {
    let account = account();
    let rooms = rooms(&account);
    let made = rooms.made(answer(200, MADE)).unwrap();
    assert_eq!(made.id, "abc-xyzw-lmno");
    let made = rooms.made(answer(200, MADE_BY_VERSION_1));
    assert_eq!(made, Ok(bare("abc-pqr-xyz")));
    let theirs = name(ROOM);
    let found = rooms
        .found(&wanted(&theirs, ""), answer(200, MADE))
        .unwrap();
    assert_eq!(found.unwrap().id, "abc-xyzw-lmno");
}

#[test]
fn what_it_passes_on_is_read_as_what_it_was() {
    let account = account();
    let rooms = rooms(&account);
    let theirs = name(ROOM);
    let theirs = wanted(&theirs, "");
    let system = "The token server";
    let said = |words: &str| Some(words.to_owned());
    let unknown = |said| Err(CallFault::Unknown { system, said });
    assert_eq!(
        rooms.found(&theirs, answer(200, PASSED_ON)),
        unknown(said("Room not found."))
    );
    assert_eq!(rooms.found(&theirs, answer(404, "{}")), unknown(None));
    let expired = r#"{"statusCode":401,"error":"Token is invalid or expired"}"#;
    let unauthorised = CallFault::Unauthorised {
        system,
        said: said("Token is invalid or expired"),
    };
    assert_eq!(
        rooms.found(&theirs, answer(200, expired)),
        Err(unauthorised.clone())
    );
    assert_eq!(rooms.made(answer(200, expired)), Err(unauthorised));
    // Without a status there are the words alone.
    assert_eq!(
        rooms.made(answer(200, r#"{"message":"Room not found."}"#)),
        Err(CallFault::Refused {
            system,
            said: said("Room not found."),
        })
    );
    assert_eq!(
        rooms.made(answer(200, r#""no""#)),
        Err(CallFault::Unexpected { system })
    );
    for odd in ["200", "302", "600", "70000", "-1", "\"401\"", "null"] {
        let body = format!(r#"{{"roomId":"abc-xyzw-lmno","statusCode":{odd}}}"#);
        let made = rooms.made(answer(200, &body));
        assert_eq!(made, Ok(bare("abc-xyzw-lmno")), "{odd}");
    }
}

#[test]
fn a_token_is_a_token() {
    let account = account();
    let tokens = tokens(&account);
    let token = tokens.given(answer(200, GIVEN)).unwrap();
    assert_eq!(token.reveal(), "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl");
    let system = "The token server";
    for body in [
        "{}",
        r#"{"token":null}"#,
        r#"{"token":["a.b.c"]}"#,
        r#"{"token":""}"#,
        r#"{"token":"abc"}"#,
        r#"{"token":"a.b."}"#,
        r#"{"token":"a.b.c.d"}"#,
        r#"{"token":"a.b.c\r\nX-More: x"}"#,
    ] {
        let given = tokens.given(answer(200, body));
        let fault = given.unwrap_err();
        assert_eq!(fault, CallFault::Unexpected { system }, "{body}");
    }
    let fault = tokens.given(answer(403, "{}")).unwrap_err();
    assert_eq!(fault, CallFault::Forbidden { system, said: None });
}
