//! The way in, up to the client's first question or the join.

use super::play::FRAME;
use super::play::Play;
use super::play::Row;
use super::play::check;

#[test]
fn who_has_not_answered_is_said_and_then_failed() {
    check(&[
        Row {
            case: "the host does not answer",
            score: &["
                0 pageReady
                60000 !until"],
            record: &[r#"
                0 show joining
                5000 show waiting script
                25000 failed {"kind":"hostUnreachable"}
                25000 show failed"#],
        },
        Row {
            case: "the page says that no script could be loaded",
            score: &["
                0 pageReady
                20010 scriptFailed"],
            record: &[r#"
                0 show joining
                5000 show waiting script
                20010 failed {"kind":"hostUnreachable"}
                20010 show failed"#],
        },
        Row {
            case: "the host serves something else",
            score: &[r#"
                0 pageReady
                200 scriptFailed {"answered":true}"#],
            record: &[r#"
                0 show joining
                200 failed {"kind":"noIframeApi"}
                200 show failed"#],
        },
        Row {
            case: "the script is there and makes no frame",
            score: &[
                FRAME,
                "
                1 scriptFailed {}",
            ],
            record: &[r#"
                0 show joining
                1 failed {"kind":"noIframeApi"}
                1 show failed"#],
        },
        Row {
            case: "an error page loads, and then silence for ever",
            score: &[
                FRAME,
                "
                70 frameLoaded
                90000 !until",
            ],
            record: &[r#"
                0 show joining
                5000 show waiting client
                30070 failed {"kind":"clientSilent"}
                30070 show failed"#],
        },
        Row {
            case: "nothing loads at all",
            score: &[
                FRAME,
                "
                90000 !until",
            ],
            record: &[r#"
                0 show joining
                5000 show waiting client
                30000 failed {"kind":"clientSilent"}
                30000 show failed"#],
        },
        Row {
            case: "a frame that loads again and again has one more chance, not many",
            score: &[
                FRAME,
                "
                20000 frameLoaded
                40000 frameLoaded
                49000 frameLoaded
                90000 !until",
            ],
            record: &[r#"
                0 show joining
                5000 show waiting client
                50000 failed {"kind":"clientSilent"}
                50000 show failed"#],
        },
        Row {
            case: "the client lives and never joins",
            score: &[
                FRAME,
                r#"
                950 frameLoaded
                1050 browserSupport {"supported":true}
                1051 ready {}
                90000 !until"#,
            ],
            record: &[r#"
                0 show joining
                5000 show waiting server
                61050 failed {"kind":"serverUnreachable"}
                61050 show failed"#],
        },
        Row {
            case: "XMPP is down from the start",
            score: &[
                FRAME,
                r#"
                950 frameLoaded
                1050 browserSupport {"supported":true}
                1051 ready {}
                37050 errorOccurred {"name":"connection.otherError","type":"CONNECTION","message":"giving-up","isFatal":true}"#,
            ],
            record: &[r#"
                0 show joining
                5000 show waiting server
                37050 failed {"kind":"serverUnreachable"}
                37050 show failed"#],
        },
        Row {
            case: "no connection, said to be not fatal",
            score: &[
                FRAME,
                r#"
                1051 ready {}
                9050 errorOccurred {"name":"connection.serverError","type":"CONNECTION","isFatal":false}"#,
            ],
            record: &[r#"
                0 show joining
                5000 show waiting server
                9050 failed {"kind":"serverUnreachable"}
                9050 show failed"#],
        },
        Row {
            case: "an unknown error that is fatal",
            score: &[
                FRAME,
                r#"
                1051 ready {}
                4050 errorOccurred {"name":"conference.failed","type":"CONFERENCE","isFatal":true}"#,
            ],
            record: &[r#"
                0 show joining
                4050 failed {"kind":"serverUnreachable"}
                4050 show failed"#],
        },
        Row {
            case: "the client cannot work here",
            score: &[
                FRAME,
                r#"
                950 frameLoaded
                1050 browserSupport {"supported":false}
                1051 ready {}"#,
            ],
            record: &[r#"
                0 show joining
                1050 failed {"kind":"browserUnsupported"}
                1050 show failed"#],
        },
        Row {
            case: "the page never reports, and then does",
            score: &["
                61000 pageReady
                61100 scriptLoaded"],
            record: &[r#"
                60000 failed {"kind":"pageSilent"}
                60000 show failed
                61000 opening
                61000 show joining"#],
        },
    ]);
}

#[test]
fn a_slow_way_is_no_failure() {
    check(&[Row {
        case: "everything takes almost too long",
        score: &[r#"
            59000 pageReady
            83000 scriptLoaded
            112000 frameLoaded
            141000 ready
            200000 videoConferenceJoined {"id":"a"}"#],
        record: &["
            59000 show joining
            64000 show waiting script
            83000 show waiting client
            141000 show waiting server
            200000 joined a -
            200000 show clear"],
    }]);
}

#[test]
fn a_refused_camera_is_no_failure() {
    check(&[Row {
        case: "camera and microphone refused, and the join still happens",
        score: &[
            FRAME,
            r#"
            1050 browserSupport {"supported":true}
            1051 ready {}
            1300 cameraError {"type":"gum.permission_denied"}
            1301 micError {"type":"gum.permission_denied"}
            1302 errorOccurred {"name":"gum.permission_denied","type":"CONFIG","isFatal":false}
            1850 videoConferenceJoined {"id":"a"}
            1900 cameraError {"type":"gum.not_found"}"#,
        ],
        record: &["
            0 show joining
            1850 joined a -
            1850 show clear"],
    }]);
}

#[test]
fn a_network_that_comes_back_loads_the_frame_anew() {
    check(&[
        Row {
            case: "the frame was loaded without a network",
            score: &[
                FRAME,
                r#"
                20 offline
                70 frameLoaded
                12000 online
                12040 !session 10800
                12050 scriptLoaded
                13900 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &["
                0 show joining
                5000 show waiting client
                12000 show joining
                12000 renew
                13900 joined a -
                13900 show clear"],
        },
        Row {
            case: "it comes back after the failure",
            score: &["
                0 pageReady
                30 scriptFailed
                9000 online"],
            record: &[r#"
                0 show joining
                30 failed {"kind":"hostUnreachable"}
                30 show failed
                9000 opening
                9000 show joining
                9000 renew"#],
        },
        Row {
            case: "word of a network that was never away changes nothing",
            score: &[
                FRAME,
                "
                20 online
                4000 !until",
            ],
            record: &["
                0 show joining"],
        },
    ]);
}

#[test]
fn a_failure_waits_for_the_person() {
    let mut play = Play::begin(super::play::LIFETIME);
    play.perform(
        "
        0 pageReady
        30 scriptFailed",
    );
    assert_eq!(play.meeting.wake_at(), None);

    play.perform(
        "
        900000 tryAgain",
    );
    assert_eq!(play.record.last().unwrap(), "900000 renew");
}
