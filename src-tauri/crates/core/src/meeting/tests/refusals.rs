//! Refused tokens and rooms: one event, not fatal, some 0.6 s after `ready`.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::LIFETIME;
use super::play::Play;
use super::play::Row;
use super::play::check;
use crate::meeting::failure::Failure;
use crate::meeting::refusal::TokenRefusal;
use crate::meeting::refusal::unescape;
use crate::meeting::state::State;

const LIVES: &str = r#"
    950 frameLoaded
    1050 browserSupport {"supported":true}
    1051 ready {}"#;

/// The texts as they come over the wire, what they mean, what people read,
/// and whether the clock is to blame for a token that is good by ours.
const TEXTS: [(&str, TokenRefusal, &str, bool); 15] = [
    (
        "Not acceptable by exp (8.0 sec since expired)",
        TokenRefusal::Expired,
        "Not acceptable by exp (8.0 sec since expired)",
        true,
    ),
    (
        "Not acceptable by exp (8.0 sec since expired, valid for:60 sec)",
        TokenRefusal::Expired,
        "Not acceptable by exp (8.0 sec since expired, valid for:60 sec)",
        true,
    ),
    (
        "Not acceptable by nbf",
        TokenRefusal::NotYetValid,
        "Not acceptable by nbf",
        true,
    ),
    (
        "Invalid signature",
        TokenRefusal::BadSignature,
        "Invalid signature",
        false,
    ),
    (
        "could not obtain public key",
        TokenRefusal::UnknownKey,
        "could not obtain public key",
        false,
    ),
    (
        "invalid &apos;iss&apos; claim",
        TokenRefusal::Issuer,
        "invalid 'iss' claim",
        false,
    ),
    (
        "invalid &apos;aud&apos; claim",
        TokenRefusal::Audience,
        "invalid 'aud' claim",
        false,
    ),
    (
        "jwt missing required context claim",
        TokenRefusal::NoContext,
        "jwt missing required context claim",
        false,
    ),
    (
        "kid and jwt tenant do not match",
        TokenRefusal::WrongTenant,
        "kid and jwt tenant do not match",
        false,
    ),
    (
        "bad token format",
        TokenRefusal::Malformed,
        "bad token format",
        false,
    ),
    (
        "&apos;kid&apos; claim is missing",
        TokenRefusal::Malformed,
        "'kid' claim is missing",
        false,
    ),
    (
        "&apos;kid&apos; claim is in wrong format",
        TokenRefusal::Malformed,
        "'kid' claim is in wrong format",
        false,
    ),
    (
        "invalid kid format for vpaas",
        TokenRefusal::Malformed,
        "invalid kid format for vpaas",
        false,
    ),
    (
        "token required",
        TokenRefusal::Missing,
        "token required",
        false,
    ),
    (
        "VPAAS room disabled &amp; gone",
        TokenRefusal::Other,
        "VPAAS room disabled & gone",
        false,
    ),
];

fn refusal(ms: u64, message: &str) -> String {
    format!(
        r#"
        {ms} errorOccurred {{"name":"connection.passwordRequired","type":"CONNECTION","message":"{message}","isFatal":false}}"#
    )
}

#[test]
fn every_text_of_the_server_is_understood() {
    for (wire, reason, detail, clock_suspect) in TEXTS {
        let mut play = Play::begin(LIFETIME);
        play.perform(FRAME);
        play.perform(LIVES);
        play.perform(&refusal(1650, wire));
        let failure = Failure::TokenRefused {
            reason,
            detail: detail.into(),
            clock_suspect,
        };
        assert_eq!(*play.meeting.state(), State::Failed { failure }, "{wire}");
        assert_eq!(play.count("renew"), 0, "{wire}");
    }
}

#[test]
fn escapes_are_taken_out_once() {
    assert_eq!(
        unescape("&lt;a b=&quot;&apos;&quot;&gt; &amp;"),
        "<a b=\"'\"> &"
    );
    assert_eq!(unescape("&amp;apos;"), "&apos;");
    assert_eq!(unescape("a & b &nbsp; &"), "a & b &nbsp; &");
}

#[test]
fn refusals_on_the_way_in_fail() {
    check(&[
        Row {
            case: "no token; the client would mend it, and cannot",
            score: &[
                FRAME,
                LIVES,
                r#"
                1650 errorOccurred {"name":"connection.passwordRequired","type":"CONNECTION","message":"token required","isFatal":false,"recoverable":true}
                90000 !until"#,
            ],
            record: &[r#"
                0 show joining
                1650 failed {"clockSuspect":false,"detail":"token required","kind":"tokenRefused","reason":"missing"}
                1650 show failed"#],
        },
        Row {
            case: "with prejoin only after the click",
            score: &[
                FRAME,
                LIVES,
                r#"
                1300 prejoinScreenLoaded {"id":"local"}
                8000 errorOccurred {"name":"connection.passwordRequired","type":"CONNECTION","message":"Invalid signature","isFatal":false}"#,
            ],
            record: &[r#"
                0 show joining
                1300 prejoin
                1300 show clear
                8000 failed {"clockSuspect":false,"detail":"Invalid signature","kind":"tokenRefused","reason":"badSignature"}
                8000 show failed"#],
        },
        Row {
            case: "another room",
            score: &[
                FRAME,
                LIVES,
                r#"
                1700 errorOccurred {"name":"conference.connectionError.notAllowed","type":"CONFERENCE","isFatal":false,"params":["general","Room and token mismatched"]}"#,
            ],
            record: &[r#"
                0 show joining
                1700 failed {"detail":"Room and token mismatched","kind":"roomRefused"}
                1700 show failed"#],
        },
        Row {
            case: "an unknown error that is not fatal is waited out",
            score: &[
                FRAME,
                LIVES,
                r#"
                1700 errorOccurred {"name":"conference.chatError","type":"CONFERENCE","isFatal":false}
                1701 errorOccurred {}
                1850 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &["
                0 show joining
                1850 joined a -
                1850 show clear"],
        },
        Row {
            case: "tried again",
            score: &[
                FRAME,
                LIVES,
                r#"
                1650 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by nbf"}
                20000 tryAgain
                20040 !session 10800
                20041 scriptLoaded
                21000 ready
                22000 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &[r#"
                0 show joining
                1650 failed {"clockSuspect":true,"detail":"Not acceptable by nbf","kind":"tokenRefused","reason":"notYetValid"}
                1650 show failed
                20000 opening
                20000 show joining
                20000 renew
                22000 joined a -
                22000 show clear"#],
        },
    ]);
}

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
