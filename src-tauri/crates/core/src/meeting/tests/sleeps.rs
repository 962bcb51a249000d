//! The machine sleeps in the meeting: over the token's end, or long enough for
//! the client to leave.
//!
//! The token of three hours counts as expired from 10,770 s on.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::Row;
use super::play::check;

const COMPANY: &str = r#"
    2000 participantJoined {"id":"0e4bb2d1"}"#;

const SHARING: &str = r#"
    3000 screenSharingStatusChanged {"on":true}"#;

#[test]
fn a_machine_that_slept_over_the_end_renews_at_its_first_tick() {
    check(&[
        Row {
            case: "over the end",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                "
                3600000 !until
                14400000 !asleep !until",
            ],
            record: &[
                JOINED,
                "
                14400000 renewing
                14400000 show reconnecting
                14400000 renew",
            ],
        },
        Row {
            case: "over the end, the screen being shared",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                SHARING,
                "
                10900000 !until
                10930000 !asleep !until",
            ],
            record: &[
                JOINED,
                "
                10930000 renewing
                10930000 show reconnecting
                10930000 renew",
            ],
        },
        Row {
            case: "and awake again in good time",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                "
                3600000 !until
                9000000 !asleep !until
                9100000 !until",
            ],
            record: &[JOINED],
        },
        Row {
            case: "while the client was reconnecting",
            score: &[
                FRAME,
                JOIN,
                r#"
                3600000 errorOccurred {"name":"connection.droppedError","isFatal":true}
                14400000 !asleep !until"#,
            ],
            record: &[
                JOINED,
                "
                3600000 reconnecting
                3600000 show reconnecting
                14400000 renewing
                14400000 renew",
            ],
        },
        Row {
            case: "while the client was reconnecting, and awake again in good time",
            score: &[
                FRAME,
                JOIN,
                r#"
                3600000 errorOccurred {"name":"connection.droppedError","isFatal":true}
                7200000 !asleep !until"#,
            ],
            record: &[
                JOINED,
                "
                3600000 reconnecting
                3600000 show reconnecting",
            ],
        },
        Row {
            case: "while the client was reconnecting, without a network",
            score: &[
                FRAME,
                JOIN,
                r#"
                3600000 errorOccurred {"name":"connection.droppedError","isFatal":true}
                3600001 offline
                14400000 !asleep !until
                14401000 online"#,
            ],
            record: &[
                JOINED,
                "
                3600000 reconnecting
                3600000 show reconnecting
                14401000 renewing
                14401000 renew",
            ],
        },
        Row {
            case: "the network comes back after the machine",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                3600000 !until
                14400000 !asleep !until
                14400020 !session 10800
                14400030 scriptLoaded
                14400100 frameLoaded
                14400500 offline
                14406000 online
                14410020 !session 10800
                14410030 scriptLoaded
                14412000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                14400000 renewing
                14400000 show reconnecting
                14400000 renew
                14410000 renew
                14412000 joined b -
                14412000 show clear",
            ],
        },
    ]);
}

#[test]
fn a_client_that_leaves_for_a_sleep_is_brought_back() {
    check(&[
        Row {
            case: "it says that it slept, and leaves",
            score: &[
                FRAME,
                JOIN,
                r#"
                3600000 suspendDetected {}
                3600500 videoConferenceLeft {}
                3602550 !session 10800
                3602560 scriptLoaded
                3604000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                3602500 renewing
                3602500 show reconnecting
                3602500 renew
                3604000 joined b -
                3604000 show clear",
            ],
        },
        Row {
            case: "it leaves and says so afterwards",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 videoConferenceLeft {}
                3600500 suspendDetected {}
                3602501 !until",
            ],
            record: &[
                JOINED,
                "
                3602500 renewing
                3602500 show reconnecting
                3602500 renew",
            ],
        },
        Row {
            case: "the clock alone says so",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 !until
                5400000 !asleep !until
                5401000 videoConferenceLeft {}
                5403001 !until",
            ],
            record: &[
                JOINED,
                "
                5403000 renewing
                5403000 show reconnecting
                5403000 renew",
            ],
        },
        Row {
            case: "its leaving is the first thing heard after the sleep",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 !until
                5400000 !asleep videoConferenceLeft {}
                5402001 !until",
            ],
            record: &[
                JOINED,
                "
                5402000 renewing
                5402000 show reconnecting
                5402000 renew",
            ],
        },
        Row {
            case: "it leaves just in time to have left for that",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 suspendDetected {}
                3610000 videoConferenceLeft {}
                3612001 !until",
            ],
            record: &[
                JOINED,
                "
                3612000 renewing
                3612000 show reconnecting
                3612000 renew",
            ],
        },
        Row {
            case: "it leaves just too late for that",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 suspendDetected {}
                3610001 videoConferenceLeft {}
                3640000 !until",
            ],
            record: &[JOINED],
        },
        Row {
            case: "the person hangs up right after the sleep",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 suspendDetected {}
                3603000 videoConferenceLeft {}
                3603150 readyToClose {}",
            ],
            record: &[
                JOINED,
                "
                3603150 ended hungUp
                3603150 close",
            ],
        },
        Row {
            case: "the person hangs up later",
            score: &[
                FRAME,
                JOIN,
                "
                3600000 suspendDetected {}
                3620000 videoConferenceLeft {}
                3700000 !until",
            ],
            record: &[
                JOINED,
                "
                3650000 ended hungUp
                3650000 close",
            ],
        },
    ]);
}
