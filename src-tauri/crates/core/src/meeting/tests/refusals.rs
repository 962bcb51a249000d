//! Refused tokens and rooms: one event, not fatal, some 0.6 s after `ready`.

use super::play::FRAME;
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

pub(super) fn refusal(ms: u64, message: &str) -> String {
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
