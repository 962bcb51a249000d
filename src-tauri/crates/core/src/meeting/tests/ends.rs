//! The ends of a meeting, and the ways out of every state.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::LIFETIME;
use super::play::Play;
use super::play::Row;
use super::play::check;

/// The token is refused for its age, and a fresh one is asked for.
const RENEWED: &str = r#"
    60000 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by exp"}"#;

/// What [`RENEWED`] leads to.
const RENEWING: &str = "
    60000 renewing
    60000 show reconnecting
    60000 renew";

#[test]
fn every_end_closes() {
    check(&[
        Row {
            case: "hang-up",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 videoConferenceLeft {"roomName":"standup"}
                60150 readyToClose {}"#,
            ],
            record: &[
                JOINED,
                "
                60150 ended hungUp
                60150 close",
            ],
        },
        Row {
            case: "hang-up, and the client forgets to say that it is done",
            score: &[
                FRAME,
                JOIN,
                "
                60000 videoConferenceLeft
                200000 !until",
            ],
            record: &[
                JOINED,
                "
                90000 ended hungUp
                90000 close",
            ],
        },
        Row {
            case: "kicked",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 participantKickedOut {"kicked":{"id":"local","local":true},"kicker":{"id":"0e4bb2d1"}}
                60010 videoConferenceLeft {"roomName":"standup"}
                90000 !until"#,
            ],
            record: &[
                JOINED,
                "
                60000 ended removed
                60000 show removed
                66000 close",
            ],
        },
        Row {
            case: "somebody else is kicked",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 participantKickedOut {"kicked":{"id":"0e4bb2d1","local":false},"kicker":{"id":"local","local":true}}
                60001 participantKickedOut {"local":false}
                60002 participantKickedOut {}
                90000 !until"#,
            ],
            record: &[JOINED],
        },
        Row {
            case: "ended for all",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 errorOccurred {"name":"conference.destroyed","type":"CONFERENCE","isFatal":false}
                65000 videoConferenceLeft {"roomName":"standup"}
                90000 !until"#,
            ],
            record: &[
                JOINED,
                "
                60000 ended endedForAll
                60000 show over
                66000 close",
            ],
        },
        Row {
            case: "ended for all, the client being done at once: the word is read first",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 errorOccurred {"name":"conference.destroyed","type":"CONFERENCE","isFatal":true}
                60001 videoConferenceLeft {}
                60002 readyToClose {}
                90000 !until"#,
            ],
            record: &[
                JOINED,
                "
                60000 ended endedForAll
                60000 show over
                66000 close",
            ],
        },
        Row {
            case: "a word that was read",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 participantKickedOut {"local":true}
                62000 back"#,
            ],
            record: &[
                JOINED,
                "
                60000 ended removed
                60000 show removed
                62000 close",
            ],
        },
        Row {
            case: "into a breakout room and back",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 videoConferenceLeft {"roomName":"standup"}
                61000 videoConferenceJoined {"id":"b","breakoutRoom":true}
                120000 videoConferenceLeft {}
                121000 videoConferenceJoined {"id":"c","breakoutRoom":false}
                300000 !until"#,
            ],
            record: &[
                JOINED,
                "
                61000 joined b -
                121000 joined c -",
            ],
        },
        Row {
            case: "a hang-up while the frame is about to be replaced",
            score: &[
                FRAME,
                JOIN,
                RENEWED,
                "
                60100 videoConferenceLeft {}
                60250 readyToClose {}",
            ],
            record: &[
                JOINED,
                RENEWING,
                "
                60250 ended hungUp
                60250 close",
            ],
        },
        Row {
            case: "kicked while the frame is about to be replaced",
            score: &[
                FRAME,
                JOIN,
                RENEWED,
                r#"
                60100 participantKickedOut {"local":true}
                60200 !session 10800"#,
            ],
            record: &[
                JOINED,
                RENEWING,
                "
                60100 ended removed
                60100 show removed",
            ],
        },
        Row {
            case: "ended for all while the frame is about to be replaced",
            score: &[
                FRAME,
                JOIN,
                RENEWED,
                r#"
                60100 errorOccurred {"name":"conference.destroyed"}
                60200 !session 10800"#,
            ],
            record: &[
                JOINED,
                RENEWING,
                "
                60100 ended endedForAll
                60100 show over",
            ],
        },
        Row {
            case: "a hang-up before the join",
            score: &[
                FRAME,
                "
                1300 prejoinScreenLoaded
                9000 readyToClose",
            ],
            record: &["
                0 show joining
                1300 prejoin
                1300 show clear
                9000 ended hungUp
                9000 close"],
        },
    ]);
}

/// A score that leads into a state, and the state that a closed window leaves.
const STATES: [(&str, &str, &str); 12] = [
    ("opening", "", "ended closed"),
    ("opening", "0 pageReady", "ended closed"),
    (
        "opening",
        "0 pageReady\n0 scriptLoaded\n1050 ready",
        "ended closed",
    ),
    (
        "prejoin",
        "0 pageReady\n0 scriptLoaded\n1300 prejoinScreenLoaded",
        "ended closed",
    ),
    (
        "lobby",
        "0 pageReady\n0 scriptLoaded\n1300 errorOccurred {\"name\":\"conference.connectionError.membersOnly\"}",
        "ended closed",
    ),
    (
        "passwordAsked",
        "0 pageReady\n0 scriptLoaded\n1300 passwordRequired",
        "ended closed",
    ),
    (
        "joined a -",
        "0 pageReady\n0 scriptLoaded\n1300 videoConferenceJoined {\"id\":\"a\"}",
        "ended closed",
    ),
    (
        "joined a -",
        "0 pageReady\n0 scriptLoaded\n1300 videoConferenceJoined {\"id\":\"a\"}\n1400 videoConferenceLeft",
        "ended hungUp",
    ),
    (
        "reconnecting",
        "0 pageReady\n0 scriptLoaded\n1300 videoConferenceJoined {\"id\":\"a\"}\n1400 errorOccurred {\"name\":\"connection.droppedError\",\"isFatal\":true}",
        "ended closed",
    ),
    (
        "renewing",
        "0 pageReady\n0 scriptLoaded\n1300 videoConferenceJoined {\"id\":\"a\"}\n1400 errorOccurred {\"name\":\"connection.passwordRequired\",\"message\":\"Not acceptable by exp\"}",
        "ended closed",
    ),
    (
        "failed {\"kind\":\"hostUnreachable\"}",
        "0 pageReady\n1300 scriptFailed",
        "failed {\"kind\":\"hostUnreachable\"}",
    ),
    (
        "ended removed",
        "0 pageReady\n0 scriptLoaded\n1300 participantKickedOut {\"local\":true}",
        "ended removed",
    ),
];

/// What may still arrive once everything is closed.
const AFTERWARDS: &str = r#"
    3000 tryAgain
    3001 pageReady
    3002 !session 60
    3003 scriptLoaded
    3004 ready
    3005 videoConferenceJoined {"id":"z"}
    3006 errorOccurred {"name":"connection.passwordRequired","message":"Not acceptable by exp"}
    3007 online
    3008 !surfaceClosed
    99000 !until"#;

#[test]
fn every_state_can_be_closed() {
    for (state, score, left) in STATES {
        for way in ["!surfaceClosed", "!personCloses"] {
            let mut play = Play::begin(LIFETIME);
            play.perform(score);
            assert_eq!(play.state(), state, "{score}");

            play.record.clear();
            play.perform(&format!("2000 {way}"));
            assert_eq!(play.record.last().unwrap(), "2000 close", "{score}");
            assert_eq!(play.state(), left, "{score}");

            play.record.clear();
            play.perform(AFTERWARDS);
            assert_eq!(play.record, [] as [&str; 0], "{score}");
            assert_eq!(play.meeting.wake_at(), None);
        }
    }
}

#[test]
fn back_counts_where_a_card_or_a_word_of_ours_is_seen() {
    for (state, score, left) in STATES {
        let counts = ["opening", "reconnecting", "renewing", "failed", "ended"]
            .iter()
            .any(|seen| state.starts_with(seen));
        let mut play = Play::begin(LIFETIME);
        play.perform(score);
        play.perform("2000 back");
        assert_eq!(play.meeting.is_over(), counts, "{score}");
        assert_eq!(play.state(), if counts { left } else { state }, "{score}");
    }
}

#[test]
fn try_again_counts_on_a_failure_alone() {
    for (state, score, _) in STATES {
        let mut play = Play::begin(LIFETIME);
        play.perform(score);
        play.record.clear();
        play.perform("1500 tryAgain");
        assert_eq!(
            play.count("renew") == 1,
            state.starts_with("failed"),
            "{score}"
        );
    }
}
