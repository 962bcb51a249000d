//! A token that is refused for its age is replaced by a fresh one, once.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::Play;
use super::play::Row;
use super::play::check;
use super::refusals::refusal;
use crate::meeting::failure::Failure;
use crate::meeting::refusal::TokenRefusal;
use crate::meeting::state::State;

#[test]
fn a_token_that_grew_old_on_the_prejoin_screen_is_replaced() {
    let mut play = Play::begin(60);
    play.perform(FRAME);
    play.perform(
        "
        1051 ready
        1300 prejoinScreenLoaded",
    );
    play.perform(&refusal(
        68_000,
        "Not acceptable by exp (8.0 sec since expired)",
    ));
    assert_eq!(play.record.last().unwrap(), "68000 renew");
    assert!(play.meeting.resume().straight_in);

    play.perform(
        r#"
        68040 !session 60
        68050 scriptLoaded
        69000 ready
        69900 videoConferenceJoined {"id":"a"}"#,
    );
    assert_eq!(play.count("joined a -"), 1);
    assert_eq!(play.count("renew"), 1);
}

#[test]
fn only_a_token_that_is_old_by_our_clock_too_is_replaced_on_the_way_in() {
    let expired = |ms| refusal(ms, "Not acceptable by exp (8.0 sec since expired)");
    let unsigned = |ms| refusal(ms, "Invalid signature");
    for (case, refusal, clock_suspect, renewed) in [
        (
            "expired, and not by our clock",
            expired(59_000),
            true,
            false,
        ),
        (
            "old, and refused for something else",
            unsigned(68_000),
            false,
            false,
        ),
        ("expired", expired(68_000), false, true),
        (
            "old, and refused without a word",
            refusal(68_000, ""),
            false,
            true,
        ),
        ("refused without a word", refusal(59_000, ""), false, false),
    ] {
        for way in ["1300 prejoinScreenLoaded", "58000 !until"] {
            let mut play = Play::begin(60);
            play.perform(FRAME);
            play.perform("1051 ready");
            play.perform(way);
            play.perform(&refusal.replace("68", if way.contains("until") { "60" } else { "68" }));
            assert_eq!(play.count("renew"), usize::from(renewed), "{case}, {way}");
            if let State::Failed { failure } = play.meeting.state() {
                let Failure::TokenRefused {
                    clock_suspect: suspect,
                    ..
                } = failure
                else {
                    panic!("{case}: {failure:?}")
                };
                assert_eq!(*suspect, clock_suspect, "{case}, {way}");
            }
        }
    }
}

#[test]
fn an_expired_token_is_replaced_within_the_meeting_and_once() {
    const EXPIRED: &str = r#"
        40000 errorOccurred {"name":"connection.passwordRequired","type":"CONNECTION","message":"Not acceptable by exp (8.0 sec since expired)","isFatal":false}
        40020 !session 10800
        40030 scriptLoaded
        40900 ready"#;
    check(&[
        Row {
            case: "and the fresh one is good",
            score: &[
                FRAME,
                JOIN,
                EXPIRED,
                r#"
                41800 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                40000 renewing
                40000 show reconnecting
                40000 renew
                41800 joined b -
                41800 show clear",
            ],
        },
        Row {
            case: "and the fresh one is refused, too",
            score: &[
                FRAME,
                JOIN,
                EXPIRED,
                r#"
                41500 errorOccurred {"name":"connection.passwordRequired","type":"CONNECTION","message":"Not acceptable by exp (9.0 sec since expired)","isFatal":false}
                300000 !until"#,
            ],
            record: &[
                JOINED,
                r#"
                40000 renewing
                40000 show reconnecting
                40000 renew
                41500 failed {"clockSuspect":true,"detail":"Not acceptable by exp (9.0 sec since expired)","kind":"tokenRefused","reason":"expired"}
                41500 show failed"#,
            ],
        },
        Row {
            case: "a refusal without a word, of a token that is good by our clock",
            score: &[
                FRAME,
                JOIN,
                r#"
                40000 errorOccurred {"name":"connection.passwordRequired"}"#,
            ],
            record: &[
                JOINED,
                r#"
                40000 failed {"clockSuspect":false,"detail":"","kind":"tokenRefused","reason":"other"}
                40000 show failed"#,
            ],
        },
        Row {
            case: "another fault is not mended by a fresh one",
            score: &[
                FRAME,
                JOIN,
                r#"
                40000 errorOccurred {"name":"connection.passwordRequired","message":"could not obtain public key"}"#,
            ],
            record: &[
                JOINED,
                r#"
                40000 failed {"clockSuspect":false,"detail":"could not obtain public key","kind":"tokenRefused","reason":"unknownKey"}
                40000 show failed"#,
            ],
        },
        Row {
            case: "the refusal of a frame that is being replaced does not count",
            score: &[
                FRAME,
                JOIN,
                r#"
                40000 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by exp"}
                40001 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by exp"}
                40002 videoConferenceLeft
                40003 participantKickedOut {"local":false}
                40020 !session 10800
                40021 readyToClose
                40021 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by exp"}
                40022 videoConferenceJoined {"id":"c"}
                40030 scriptLoaded
                41800 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                40000 renewing
                40000 show reconnecting
                40000 renew
                41800 joined b -
                41800 show clear",
            ],
        },
    ]);
}

#[test]
fn a_token_that_is_always_expired_ends_in_a_failure() {
    let mut play = Play::begin(0);
    play.perform(FRAME);
    play.perform("1051 ready");
    play.perform(&refusal(
        1650,
        "Not acceptable by exp (1.0 sec since expired)",
    ));
    play.perform(
        "
        1660 !session -5
        1670 scriptLoaded
        2500 ready",
    );
    play.perform(&refusal(
        3100,
        "Not acceptable by exp (6.0 sec since expired)",
    ));
    let failure = Failure::TokenRefused {
        reason: TokenRefusal::Expired,
        detail: "Not acceptable by exp (6.0 sec since expired)".into(),
        clock_suspect: false,
    };
    assert_eq!(*play.meeting.state(), State::Failed { failure });
    assert_eq!(play.count("renew"), 1);
}
