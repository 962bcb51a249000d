//! VideoSDK's own codes, by its page "Meeting Error Codes".

use roomkey_core::provider::call::CallFault;
use roomkey_core::provider::videosdk::codes::reason;

use super::super::calls::*;
use super::*;

/// The codes by their names in js-sdk's `constants.d.ts`.
const NAMES: [(u16, &str); 25] = [
    (4001, "INVALID_API_KEY"),
    (4002, "INVALID_TOKEN"),
    (4003, "INVALID_MEETING_ID"),
    (4004, "INVALID_PARTICIPANT_ID"),
    (4005, "DUPLICATE_PARTICIPANT"),
    (4006, "ACCOUNT_DEACTIVATED"),
    (4007, "ACCOUNT_DISCONTINUED"),
    (4008, "INVALID_PERMISSIONS"),
    (4009, "MAX_PARTICIPANT_REACHED"),
    (4010, "MAX_SPEAKER_REACHED"),
    (4011, "START_RECORDING_FAILED"),
    (4012, "STOP_RECORDING_FAILED"),
    (4013, "START_LIVESTREAM_FAILED"),
    (4014, "STOP_LIVESTREAM_FAILED"),
    (4015, "INVALID_LIVESTREAM_CONFIG"),
    (4016, "START_HLS_FAILED"),
    (4017, "STOP_HLS_FAILED"),
    (4018, "PREV_RECORDING_PROCESSING"),
    (4019, "PREV_RTMP_RECORDING_PROCESSING"),
    (4020, "PREV_HLS_STREAMING_PROCESSING"),
    (4021, "ADD_ON_SERVICES_DISABLED"),
    (4022, "UNAUTHORIZED_MEETING_ID"),
    (4023, "UNAUTHORIZED_PARTICIPANT_ID"),
    (4024, "UNAUTHORIZED_ROLE"),
    (4025, "UNAUTHORIZED_REQUEST"),
];

/// What a person reads of each, whole.
const WORDS: &str = include_str!("codes.txt");

#[test]
fn every_code_has_its_name_and_its_words() {
    let account = account();
    let rooms = rooms(&account);
    let mut words = WORDS.lines();
    for (code, name) in NAMES {
        assert_eq!(reason(code).unwrap().name, name);
        for code in [
            format!(r#"{{"code":{code}}}"#),
            format!(r#"{{"errorCode":"{code}"}}"#),
        ] {
            let fault = rooms.made(answer(403, &code)).unwrap_err();
            assert!(matches!(fault, CallFault::Coded { .. }), "{code}");
        }
        let body = format!(r#"{{"code":{code},"message":"no"}}"#);
        let fault = rooms.made(answer(400, &body)).unwrap_err();
        assert_eq!(Some(fault.to_string().as_str()), words.next());
    }
    assert_eq!(words.next(), None);
}

#[test]
fn other_codes_say_nothing() {
    let account = account();
    let rooms = rooms(&account);
    let system = "VideoSDK";
    for code in [
        "4000", "4026", "0", "-4001", "70000", "\"x\"", "null", "[4001]",
    ] {
        let body = format!(r#"{{"code":{code}}}"#);
        let fault = rooms.made(answer(403, &body)).unwrap_err();
        assert_eq!(fault, CallFault::Forbidden { system, said: None }, "{code}");
    }
    // A server that failed did not refuse.
    let failed = rooms.made(answer(500, r#"{"code":4001}"#)).unwrap_err();
    assert!(matches!(failed, CallFault::Server { .. }), "{failed}");
}
