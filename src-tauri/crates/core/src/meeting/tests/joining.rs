//! The join: roles, prejoin, lobby and the room's password.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::LIFETIME;
use super::play::Play;
use super::play::Row;
use super::play::check;

#[test]
fn a_join_is_followed() {
    check(&[
        Row {
            case: "by WebSocket",
            score: &[FRAME, JOIN],
            record: &[JOINED],
        },
        Row {
            case: "by BOSH, others being there",
            score: &[
                FRAME,
                r#"
                950 frameLoaded
                1050 browserSupport {"supported":true}
                1060 ready {}
                2490 participantJoined {"id":"0e4bb2d1","displayName":"Grace"}
                2491 participantJoined {"id":"77a0f2c3","displayName":"Lin"}
                2500 videoConferenceJoined {"roomName":"standup","id":"c751f89c","visitor":false}
                2510 participantRoleChanged {"id":"c751f89c","role":"participant"}"#,
            ],
            record: &["
                0 show joining
                2500 joined c751f89c -
                2500 show clear
                2510 joined c751f89c participant"],
        },
        Row {
            case: "with prejoin, which is the person's own time",
            score: &[
                FRAME,
                r#"
                950 frameLoaded
                1050 browserSupport {"supported":true}
                1051 ready {}
                1300 prejoinScreenLoaded {"id":"local"}
                7200000 videoConferenceJoined {"id":"c751f89c"}"#,
            ],
            record: &["
                0 show joining
                1300 prejoin
                1300 show clear
                7200000 joined c751f89c -"],
        },
    ]);
}

#[test]
fn a_lobby_is_switched_on_once_and_by_who_leads() {
    let mut play = Play::begin_with_lobby();
    play.perform(FRAME);
    play.perform(
        r#"
        950 participantRoleChanged {"id":"0e4bb2d1","role":"moderator"}
        1850 videoConferenceJoined {"roomName":"standup","id":"c751f89c","visitor":false}
        1860 participantRoleChanged {"id":"c751f89c","role":"participant"}"#,
    );
    assert_eq!(play.count("set lobby"), 0);
    play.perform(
        r#"
        5000 participantRoleChanged {"id":"c751f89c","role":"moderator"}
        6000 participantRoleChanged {"id":"c751f89c","role":"participant"}
        7000 participantRoleChanged {"id":"c751f89c","role":"moderator"}"#,
    );
    assert_eq!(play.times(" set lobby"), [5000]);
}

#[test]
fn only_ones_own_role_counts() {
    check(&[
        Row {
            case: "others' roles, before and after",
            score: &[
                FRAME,
                r#"
                1050 ready {}
                1800 participantJoined {"id":"0e4bb2d1"}
                1810 participantRoleChanged {"id":"0e4bb2d1","role":"moderator"}
                1850 videoConferenceJoined {"id":"c751f89c"}
                1860 participantRoleChanged {"id":"c751f89c","role":"participant"}
                1900 participantRoleChanged {"id":"0e4bb2d1","role":"participant"}
                2000 participantRoleChanged {"id":"77a0f2c3","role":"moderator"}"#,
            ],
            record: &["
                0 show joining
                1850 joined c751f89c -
                1850 show clear
                1860 joined c751f89c participant"],
        },
        Row {
            case: "one's own before the join",
            score: &[
                FRAME,
                r#"
                1050 ready {}
                1840 participantRoleChanged {"id":"c751f89c","role":"moderator"}
                1850 videoConferenceJoined {"id":"c751f89c"}"#,
            ],
            record: &["
                0 show joining
                1850 joined c751f89c moderator
                1850 show clear"],
        },
        Row {
            case: "granted and taken later; 'none' and the unknown change nothing",
            score: &[
                FRAME,
                JOIN,
                r#"
                5000 participantRoleChanged {"id":"c751f89c","role":"participant"}
                6000 participantRoleChanged {"id":"c751f89c","role":"none"}
                7000 participantRoleChanged {"id":"c751f89c","role":"emperor"}
                8000 participantRoleChanged {"id":"c751f89c","role":"moderator"}"#,
            ],
            record: &[
                JOINED,
                "
                5000 joined c751f89c participant
                8000 joined c751f89c moderator",
            ],
        },
        Row {
            case: "a visitor stays one, until made moderator",
            score: &[
                FRAME,
                r#"
                1050 ready {}
                1850 videoConferenceJoined {"id":"c751f89c","visitor":true}
                1860 participantRoleChanged {"id":"c751f89c","role":"participant"}
                9000 participantRoleChanged {"id":"c751f89c","role":"moderator"}"#,
            ],
            record: &["
                0 show joining
                1850 joined c751f89c visitor
                1850 show clear
                9000 joined c751f89c moderator"],
        },
    ]);
}

#[test]
fn a_role_told_in_an_earlier_frame_is_forgotten() {
    check(&[Row {
        case: "somebody's id becomes one's own",
        score: &[
            FRAME,
            r#"
            1051 ready {}
            1840 participantRoleChanged {"id":"b","role":"moderator"}
            1850 videoConferenceJoined {"id":"a"}
            60000 videoConferenceLeft {}
            60100 ready {}
            61000 videoConferenceJoined {"id":"b"}"#,
        ],
        record: &["
            0 show joining
            1850 joined a -
            1850 show clear
            60100 reconnecting
            60100 show reconnecting
            61000 joined b -
            61000 show clear"],
    }]);
}

#[test]
fn lobby_and_password_are_no_refusals() {
    const LIVES: &str = r#"
        950 frameLoaded
        1050 browserSupport {"supported":true}
        1051 ready {}"#;
    const MEMBERS_ONLY: &str = r#"
        1600 errorOccurred {"name":"conference.connectionError.membersOnly","type":"CONFERENCE","isFatal":false,"recoverable":true}
        1650 prejoinScreenLoaded {"id":"local"}"#;
    check(&[
        Row {
            case: "let in from the lobby, late",
            score: &[
                FRAME,
                LIVES,
                MEMBERS_ONLY,
                r#"
                5400000 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &["
                0 show joining
                1600 lobby
                1600 show clear
                5400000 joined a -"],
        },
        Row {
            case: "not let in",
            score: &[
                FRAME,
                LIVES,
                MEMBERS_ONLY,
                r#"
                30000 errorOccurred {"name":"conference.connectionError.accessDenied","type":"CONFERENCE","isFatal":false}
                30100 readyToClose"#,
            ],
            record: &[r#"
                0 show joining
                1600 lobby
                1600 show clear
                30000 failed {"kind":"lobbyRefused"}
                30000 show failed"#],
        },
        Row {
            case: "the lobby after the prejoin screen",
            score: &[
                FRAME,
                LIVES,
                r#"
                1300 prejoinScreenLoaded {"id":"local"}
                9000 errorOccurred {"name":"conference.connectionError.membersOnly","type":"CONFERENCE","isFatal":false,"recoverable":true}
                9050 prejoinScreenLoaded {"id":"local"}
                60000 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &["
                0 show joining
                1300 prejoin
                1300 show clear
                9000 lobby
                60000 joined a -"],
        },
        Row {
            case: "the room's password, wrong and then right",
            score: &[
                FRAME,
                LIVES,
                r#"
                1700 errorOccurred {"name":"conference.passwordRequired","type":"CONFERENCE","isFatal":false}
                1701 passwordRequired {}
                90000 errorOccurred {"name":"conference.passwordRequired","type":"CONFERENCE","isFatal":false}
                90001 passwordRequired {}
                99000 videoConferenceJoined {"id":"a"}"#,
            ],
            record: &["
                0 show joining
                1700 passwordAsked
                1700 show clear
                99000 joined a -"],
        },
        Row {
            case: "as many are in as may be",
            score: &[
                FRAME,
                LIVES,
                r#"
                1700 errorOccurred {"name":"conference.max_users","type":"CONFERENCE","isFatal":false}"#,
            ],
            record: &[r#"
                0 show joining
                1700 failed {"kind":"roomFull"}
                1700 show failed"#],
        },
    ]);
}

#[test]
fn the_server_goes_away_while_the_client_asks() {
    check(&[
        Row {
            case: "in the lobby: it comes back there",
            score: &[
                FRAME,
                r#"
                1600 errorOccurred {"name":"conference.connectionError.membersOnly"}
                30000 errorOccurred {"name":"connection.droppedError","isFatal":true}
                50000 ready
                50500 errorOccurred {"name":"conference.connectionError.membersOnly"}"#,
            ],
            record: &["
                0 show joining
                1600 lobby
                1600 show clear
                30000 reconnecting
                30000 show reconnecting
                50500 lobby
                50500 show clear"],
        },
        Row {
            case: "after the click on the prejoin screen",
            score: &[
                FRAME,
                r#"
                1300 prejoinScreenLoaded
                45000 errorOccurred {"name":"connection.otherError","message":"giving-up"}"#,
            ],
            record: &[r#"
                0 show joining
                1300 prejoin
                1300 show clear
                45000 failed {"kind":"serverUnreachable"}
                45000 show failed"#],
        },
    ]);
}

#[test]
fn the_persons_own_time_wants_no_waking() {
    let mut play = Play::begin(LIFETIME);
    play.perform(FRAME);
    play.perform("1050 ready");
    assert!(play.meeting.wake_at().is_some());

    play.perform("1300 prejoinScreenLoaded");
    assert_eq!(play.meeting.wake_at(), None);

    play.perform(r#"2000 errorOccurred {"name":"conference.connectionError.membersOnly"}"#);
    assert_eq!(play.meeting.wake_at(), None);

    play.perform("3000 passwordRequired");
    assert_eq!(play.meeting.wake_at(), None);
}

#[test]
fn whoever_was_asked_comes_back_without_being_asked() {
    let mut play = Play::begin(LIFETIME);
    play.perform(FRAME);
    play.perform("1300 ready");
    assert!(!play.meeting.resume().straight_in);

    play.perform("1400 prejoinScreenLoaded");
    assert!(!play.meeting.resume().straight_in);

    play.perform(r#"9000 videoConferenceJoined {"id":"a"}"#);
    assert!(play.meeting.resume().straight_in);

    for question in [
        r#"9000 errorOccurred {"name":"conference.connectionError.membersOnly"}"#,
        "9000 passwordRequired",
    ] {
        let mut play = Play::begin(LIFETIME);
        play.perform(FRAME);
        play.perform("1400 prejoinScreenLoaded");
        play.perform(question);
        assert!(play.meeting.resume().straight_in, "{question}");
    }
}

#[test]
fn the_person_comes_back_as_they_were() {
    let mut play = Play::begin(LIFETIME);
    play.perform(FRAME);
    play.perform(JOIN);
    let resume = play.meeting.resume();
    assert_eq!((resume.microphone_on, resume.camera_on), (None, None));

    play.perform(
        r#"
        2000 audioMuteStatusChanged {"muted":true}
        2000 videoMuteStatusChanged {"muted":false}
        3000 videoConferenceLeft"#,
    );
    let resume = play.meeting.resume();
    assert_eq!(
        (resume.microphone_on, resume.camera_on),
        (Some(false), Some(true))
    );
}
