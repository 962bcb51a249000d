//! The meeting page itself is loaded anew, and has lost its frame.

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
