//! The meeting page is loaded anew and has lost its frame, or the client is
//! and has no network.

use super::outages::DROPPED;
use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::LIFETIME;
use super::play::Play;
use super::play::Row;
use super::play::check;

#[test]
fn a_page_that_was_loaded_anew_has_a_frame_again() {
    check(&[
        Row {
            case: "in the meeting",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 pageReady
                60040 !session 10800
                60050 scriptLoaded
                62000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                60000 opening
                60000 show joining
                60000 renew
                62000 joined b -
                62000 show clear",
            ],
        },
        Row {
            case: "on a word of farewell",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 participantKickedOut {"local":true}
                61000 pageReady"#,
            ],
            record: &[
                JOINED,
                "
                60000 ended removed
                60000 show removed
                61000 show removed",
            ],
        },
        Row {
            case: "on a failure",
            score: &["
                0 pageReady
                100 scriptFailed
                9000 pageReady"],
            record: &[r#"
                0 show joining
                100 failed {"kind":"hostUnreachable"}
                100 show failed
                9000 opening
                9000 show joining
                9000 renew"#],
        },
    ]);
}

#[test]
fn a_page_that_reloads_without_end_has_few_tokens() {
    let mut play = Play::begin(LIFETIME);
    for second in 0..600 {
        let ms = second * 1000;
        play.perform(&format!(
            "{ms} pageReady\n{ms} !session 10800\n{ms} scriptLoaded"
        ));
    }
    assert!(
        (2..=60).contains(&play.count("renew")),
        "{}",
        play.count("renew")
    );
}

#[test]
fn a_reload_without_a_network_is_repeated_with_one() {
    check(&[
        Row {
            case: "the client reloaded itself into an error page",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                72500 offline
                92000 videoConferenceLeft {}
                92070 frameLoaded {}
                110000 online
                110040 !session 10800
                110050 scriptLoaded
                112000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                110000 renewing
                110000 renew
                112000 joined b -
                112000 show clear",
            ],
        },
        Row {
            case: "it has yet to reload, or has done so",
            score: &[
                FRAME,
                JOIN,
                DROPPED,
                r#"
                72500 offline
                80000 online
                90000 videoConferenceLeft {}
                90100 errorOccurred {"name":"connection.otherError","type":"CONNECTION","isFatal":true}
                90101 online
                92000 videoConferenceLeft {}
                93000 ready {}
                93001 online
                94000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                72000 reconnecting
                72000 show reconnecting
                94000 joined b -
                94000 show clear",
            ],
        },
    ]);
}
