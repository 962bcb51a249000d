//! The server goes away, and comes back or does not.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::Row;
use super::play::check;

pub(super) const DROPPED: &str = r#"
    72000 errorOccurred {"name":"connection.droppedError","type":"CONNECTION","isFatal":true}"#;

#[test]
fn the_client_has_its_connection_back_by_itself() {
    check(&[
        Row {
            case: "by WebSocket: fatal after 18 s, reloaded 20 s later",
            score: &[
                FRAME,
                JOIN,
                r#"
                78000 errorOccurred {"name":"connection.otherError","type":"CONNECTION","isFatal":true}
                98000 videoConferenceLeft {"roomName":"standup"}
                98900 frameLoaded
                99000 browserSupport {"supported":true}
                99001 ready {}
                99800 videoConferenceJoined {"roomName":"standup","id":"d41d8cd9"}
                99810 participantRoleChanged {"id":"d41d8cd9","role":"moderator"}
                200000 !until"#,
            ],
            record: &[
                JOINED,
                "
                78000 reconnecting
                78000 show reconnecting
                99800 joined d41d8cd9 -
                99800 show clear
                99810 joined d41d8cd9 moderator",
            ],
        },
        Row {
            case: "by BOSH: fatal after 12 s, or a 502",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                72100 errorOccurred {"name":"connection.serverError","type":"CONNECTION","isFatal":true}
                102000 videoConferenceLeft {}
                102900 frameLoaded
                103000 browserSupport {"supported":true}
                103001 ready {}
                104500 videoConferenceJoined {"id":"d41d8cd9"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                104500 joined d41d8cd9 -
                104500 show clear",
            ],
        },
        Row {
            case: "a reload that nobody announced",
            score: &[
                FRAME,
                JOIN,
                r#"
                72000 videoConferenceLeft {}
                72950 frameLoaded
                73050 browserSupport {"supported":true}
                73051 ready {}
                73900 videoConferenceJoined {"id":"d41d8cd9"}"#,
            ],
            record: &[
                JOINED,
                "
                73050 reconnecting
                73050 show reconnecting
                73900 joined d41d8cd9 -
                73900 show clear",
            ],
        },
        Row {
            case: "into the lobby",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                99000 ready {}
                99500 errorOccurred {"name":"conference.connectionError.membersOnly","isFatal":false,"recoverable":true}
                99550 prejoinScreenLoaded {"id":"local"}
                900000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                99500 lobby
                99500 show clear
                900000 joined b -",
            ],
        },
        Row {
            case: "a drop that is resumed leaves no trace, nor does an error that is not fatal",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 offline
                61000 online
                61001 peerConnectionFailure {"isP2P":true,"wasConnected":true}
                61002 dataChannelClosed {}
                61003 suspendDetected {}
                62000 errorOccurred {"name":"conference.iceFailed","type":"CONFERENCE","isFatal":false}
                300000 !until"#,
            ],
            record: &[JOINED],
        },
    ]);
}

#[test]
fn a_client_that_stays_away_is_replaced_and_then_given_up() {
    check(&[
        Row {
            case: "its token has expired by the reload",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                92000 videoConferenceLeft {}
                92950 frameLoaded
                93050 browserSupport {"supported":true}
                93051 ready {}
                93650 errorOccurred {"name":"connection.passwordRequired","type":"CONNECTION","message":"Not acceptable by exp (8.0 sec since expired)","isFatal":false}
                93700 !session 10800
                93710 scriptLoaded
                95500 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                93650 renewing
                93650 renew
                95500 joined b -
                95500 show clear",
            ],
        },
        Row {
            case: "the page's server is down at the reload, and back for a fresh frame",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                92000 videoConferenceLeft {}
                92070 frameLoaded
                132040 !session 10800
                132050 scriptLoaded
                133000 frameLoaded
                133100 ready
                134000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                132000 renewing
                132000 renew
                134000 joined b -
                134000 show clear",
            ],
        },
        Row {
            case: "its silence begins with its last word",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                120000 errorOccurred {"name":"connection.otherError","type":"CONNECTION","isFatal":true}
                121000 errorOccurred {"name":"conference.chatError","type":"CONFERENCE","isFatal":false}
                180001 !until"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                180000 renewing
                180000 renew",
            ],
        },
        Row {
            case: "it lives again and does not join",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                130000 ready {}
                190001 !until"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                190000 renewing
                190000 renew",
            ],
        },
        Row {
            case: "the page's server stays down",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                92000 videoConferenceLeft {}
                92070 frameLoaded
                132040 !session 10800
                132050 scriptLoaded
                132120 frameLoaded
                900000 !until
                900000 tryAgain"#,
            ],
            record: &[
                JOINED,
                r#"
                72000 reconnecting
                72000 show reconnecting
                132000 renewing
                132000 renew
                162120 failed {"kind":"clientSilent"}
                162120 show failed
                900000 opening
                900000 show joining
                900000 renew"#,
            ],
        },
        Row {
            case: "the page is there and XMPP stays down, reload after reload",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                92000 ready {}
                128000 errorOccurred {"name":"connection.otherError","message":"giving-up","isFatal":true}
                148000 ready {}
                184000 errorOccurred {"name":"connection.otherError","message":"giving-up","isFatal":true}
                204000 ready {}
                240000 errorOccurred {"name":"connection.otherError","message":"giving-up","isFatal":true}
                260000 ready {}
                296000 errorOccurred {"name":"connection.otherError","message":"giving-up","isFatal":true}
                316000 ready {}
                352000 errorOccurred {"name":"connection.otherError","message":"giving-up","isFatal":true}
                900000 !until"#,
            ],
            record: &[
                JOINED,
                r#"
                72000 reconnecting
                72000 show reconnecting
                372000 failed {"kind":"serverUnreachable"}
                372000 show failed"#,
            ],
        },
        Row {
            case: "no fresh token can be made",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                "
                132010 !sessionFailed
                200000 !until",
            ],
            record: &[
                JOINED,
                r#"
                72000 reconnecting
                72000 show reconnecting
                132000 renewing
                132000 renew
                132010 failed {"kind":"signingFailed"}
                132010 show failed"#,
            ],
        },
        Row {
            case: "the fresh token takes too long, and comes after all",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                260000 !session 10800
                260010 scriptLoaded
                262000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                r#"
                72000 reconnecting
                72000 show reconnecting
                132000 renewing
                132000 renew
                252000 failed {"kind":"signingFailed"}
                252000 show failed
                260000 opening
                260000 show joining
                262000 joined b -
                262000 show clear"#,
            ],
        },
        Row {
            case: "the way back takes too long",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                132001 !session 10800
                140000 scriptLoaded
                160000 frameLoaded
                180000 ready
                900000 !until"#,
            ],
            record: &[
                JOINED,
                r#"
                72000 reconnecting
                72000 show reconnecting
                132000 renewing
                132000 renew
                192001 failed {"kind":"serverUnreachable"}
                192001 show failed"#,
            ],
        },
    ]);
}
