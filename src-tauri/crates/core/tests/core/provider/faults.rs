//! What a person reads where a call did not do what it was for.

use roomkey_core::provider::call::{Answer, CallFault, LARGEST_ANSWER};

use super::calls::*;
use super::*;

const NOT_FOUND: &str = include_str!("answers/videosdk/not_found.json");
const EXPIRED: &str = include_str!("answers/videosdk/token_expired.json");
const ERROR: &str = include_str!("answers/jiomeet/error.json");
const INVALID: &str = include_str!("answers/jiomeet/invalid.json");
const PAGE: &str = "<!DOCTYPE html><html><body>Log in</body></html>";

/// Who answers, and the words for each by its name.
fn everybody() -> [(Provider, &'static str); 3] {
    [
        (videosdk::account(), "VideoSDK"),
        (videosdk::server::account(), "The token server"),
        (jiomeet::one_step(), "JioMeet"),
    ]
}

#[test]
fn every_answer_that_is_none_has_its_words() {
    let table = [
        (
            400,
            NOT_FOUND,
            " does not understand the call (“Room not found.”). Check the room’s name and its times",
        ),
        (
            422,
            "{}",
            " does not understand the call. Check the room’s name and its times",
        ),
        (
            401,
            EXPIRED,
            " does not let Roomkey in (“Token is invalid or expired”). Check the tenant’s ids and its key or secret, and that this computer’s clock is right",
        ),
        (
            401,
            ERROR,
            " does not let Roomkey in (“The app is not known”). Check the tenant’s ids and its key or secret, and that this computer’s clock is right",
        ),
        (
            402,
            "\"Room not found.\"",
            " has no such room in this account, or the account is not paid for (“Room not found.”). Check both where the account is managed",
        ),
        (
            403,
            r#"{"msg":"no"}"#,
            " knows the account and does not allow this (“no”). Check what the account may do where it is managed",
        ),
        (
            404,
            "",
            " finds no such room. Check the room’s id and the tenant’s domain",
        ),
        (
            409,
            r#"{"statusMessage":"there"}"#,
            " has something else under this name (“there”). Look through its list of rooms, or use another name",
        ),
        (
            412,
            INVALID,
            " does not take the room as it was described (“topic: must not be empty; endTime: must be after startTime”). Change what it names and try again",
        ),
        (
            412,
            r#"{"message":"no","errorsArray":[]}"#,
            " does not take the room as it was described (“no”). Change what it names and try again",
        ),
        (
            412,
            r#"{"message":"no","errorsArray":[{"message":"empty"},7,{"property":"topic"}]}"#,
            " does not take the room as it was described (“empty; topic”). Change what it names and try again",
        ),
        (
            429,
            "{}",
            " has had too many calls. Wait a minute and try again",
        ),
        (
            500,
            r#"{"message":"oh"}"#,
            " failed (500) (“oh”). Where a room was to be made, see whether it is there before you try again",
        ),
        (
            502,
            PAGE,
            " failed (502). Where a room was to be made, see whether it is there before you try again",
        ),
        (
            301,
            "",
            " sends Roomkey to another address, and Roomkey takes no token there. Check the tenant’s domain",
        ),
        (
            308,
            PAGE,
            " sends Roomkey to another address, and Roomkey takes no token there. Check the tenant’s domain",
        ),
        (
            418,
            "{",
            " answered 418, which Roomkey does not know. Check the tenant’s domain",
        ),
        (
            101,
            "",
            " answered 101, which Roomkey does not know. Check the tenant’s domain",
        ),
        (
            200,
            PAGE,
            " answered with a web page (200). Check the tenant’s domain, and whether a proxy or a log-in page stands between",
        ),
        (
            404,
            PAGE,
            " answered with a web page (404). Check the tenant’s domain, and whether a proxy or a log-in page stands between",
        ),
        (
            200,
            "",
            " answered with nothing. Check the tenant’s domain; where a room was to be made, see whether it is there",
        ),
        (
            204,
            " \n",
            " answered with nothing. Check the tenant’s domain; where a room was to be made, see whether it is there",
        ),
        (
            200,
            r#"{"roomId":"abc-x"#,
            " gave an answer that is broken. Check the tenant’s domain; where a room was to be made, see whether it is there",
        ),
        (
            200,
            "OK",
            " gave an answer that is broken. Check the tenant’s domain; where a room was to be made, see whether it is there",
        ),
        (
            200,
            "{} {}",
            " gave an answer that is broken. Check the tenant’s domain; where a room was to be made, see whether it is there",
        ),
        (
            200,
            "[]",
            " gave an answer without what was asked for. Check the tenant’s domain, and whether there is a newer Roomkey",
        ),
    ];
    for (provider, system) in everybody() {
        for (status, body, words) in table {
            let fault = rooms(&provider).made(answer(status, body)).unwrap_err();
            let words = format!("{system}{words}");
            assert_eq!(fault.to_string(), words, "{status} {body}");
        }
    }
}

#[test]
fn a_page_is_known_by_its_type_too() {
    for (provider, system) in everybody() {
        let mut page = answer(200, "Log in");
        page.content_type = Some("Text/HTML; charset=utf-8");
        let fault = rooms(&provider).made(page).unwrap_err();
        assert_eq!(
            fault,
            CallFault::Page {
                system,
                status: 200
            }
        );
    }
}

#[test]
fn an_answer_has_a_largest_size() {
    let filled = |length: usize| {
        let room = r#"{"roomId":"abc-xyzw-lmno","jiomeetId":"1","roomPIN":"p","#;
        let rest = length - room.len() - r#""more":""}"#.len();
        format!(r#"{room}"more":"{}"}}"#, "x".repeat(rest))
    };
    for (provider, system) in everybody() {
        let rooms = rooms(&provider);
        let (most, more) = (filled(LARGEST_ANSWER), filled(LARGEST_ANSWER + 1));
        assert!(rooms.made(answer(200, &most)).is_ok(), "{system}");
        let fault = rooms.made(answer(200, &more)).unwrap_err();
        assert_eq!(fault, CallFault::TooLong { system });
        assert_eq!(
            fault.to_string(),
            format!(
                "{system} answered with more than 1 MB, and Roomkey did not read it. Check the tenant’s domain"
            )
        );
    }
}

#[test]
fn the_servers_words_are_short_and_hold_no_token() {
    let words = |message: &str| {
        let body = json!({ "message": message }).to_string();
        match rooms(&jiomeet::one_step()).made(answer(401, &body)) {
            Err(CallFault::Unauthorised { said, .. }) => said,
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("a room"),
        }
    };
    assert_eq!(
        words("no\u{7}\u{1b} such\r\n app"),
        Some("no such app".into())
    );
    assert_eq!(words(&format!("bad token {TOKEN}")), None);
    assert_eq!(words(&format!("{}{TOKEN}", "x".repeat(299))), None);
    assert_eq!(words(" "), None);
    assert_eq!(words(&"é".repeat(5000)), Some("é".repeat(300)));
}

#[test]
fn an_answer_that_breaks_off_anywhere_is_broken() {
    let room = r#"{"roomId":"abc-xyzw-lmno","jiomeetId":"1","roomPIN":"p","disabled":false}"#;
    for (provider, system) in everybody() {
        let rooms = rooms(&provider);
        assert!(rooms.made(answer(200, room)).is_ok(), "{system}");
        for length in 1..room.len() {
            let (part, _) = room.split_at(length);
            let fault = rooms.made(answer(200, part)).unwrap_err();
            assert_eq!(fault, CallFault::NotJson { system }, "{part}");
        }
        let not_text = Answer {
            status: 200,
            content_type: None,
            body: b"{\"roomId\":\"\xff\",\"roomPIN\":\"\xff\"}",
        };
        let fault = rooms.made(not_text).unwrap_err();
        assert_eq!(fault, CallFault::NotJson { system });
    }
}

/// What the reading library says of a fault repeats what it found.
#[test]
fn a_fault_repeats_nothing_of_the_answer() {
    let body = json!({"jiomeetId": "1", "roomPIN": ["hushhush"], "roomId": "hushhush"});
    for (provider, _) in everybody() {
        let fault = rooms(&provider).made(answer(200, &body.to_string()));
        let fault = fault.unwrap_err();
        assert!(!format!("{fault} {fault:?}").contains("hush"), "{fault}");
    }
}

#[test]
fn what_no_answer_says_has_its_words() {
    let system = "JioMeet";
    let table = [
        (
            CallFault::Unreachable { system },
            "JioMeet cannot be reached. Check the network and the tenant’s domain",
        ),
        (
            CallFault::Unanswered { system },
            "JioMeet gave no answer in time. Where a room was to be made, see whether it is there before you try again",
        ),
        (
            CallFault::RoomNotMade { system },
            "JioMeet did not make this room. Make it in the settings, under Rooms, and use its id",
        ),
        (
            CallFault::RoomClosed { system },
            "JioMeet has closed this room for good. Use another room, or another name for it",
        ),
        (
            CallFault::NotCancelled { system },
            "JioMeet did not call the room off. See in its list of rooms whether it is still there",
        ),
        (
            CallFault::Refused { system, said: None },
            "JioMeet refused. Check the room’s id and the account that the server uses",
        ),
    ];
    for (fault, words) in table {
        assert_eq!(fault.to_string(), words);
    }
}
