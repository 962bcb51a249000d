//! Renewal before `exp`.
//!
//! The token of three hours may be renewed from 9,900 s on at a quiet moment
//! and is renewed at 10,770 s in any case; it expires at 10,800 s.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::Play;
use super::play::Row;
use super::play::check;

const COMPANY: &str = r#"
    2000 participantJoined {"id":"0e4bb2d1"}"#;

const SHARING: &str = r#"
    3000 screenSharingStatusChanged {"on":true}"#;

#[test]
fn a_token_is_renewed_in_good_time() {
    check(&[
        Row {
            case: "alone: as soon as it may",
            score: &[
                FRAME,
                JOIN,
                r#"
                9900020 !session 10800
                9900030 scriptLoaded {}
                9900980 frameLoaded {}
                9901080 ready {}
                9901900 videoConferenceJoined {"id":"b"}
                19799000 !until"#,
            ],
            record: &[
                JOINED,
                "
                9900000 renewing
                9900000 show refreshing
                9900000 renew
                9901900 joined b -
                9901900 show clear",
            ],
        },
        Row {
            case: "listening: as soon as it may",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                2100 audioMuteStatusChanged {"muted":true}
                9900001 !until"#,
            ],
            record: &[
                JOINED,
                "
                9900000 renewing
                9900000 show refreshing
                9900000 renew",
            ],
        },
        Row {
            case: "speaking: at the first quiet moment",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                2100 audioMuteStatusChanged {"muted":false}
                10100000 audioMuteStatusChanged {"muted":true}"#,
            ],
            record: &[
                JOINED,
                "
                10100000 renewing
                10100000 show refreshing
                10100000 renew",
            ],
        },
        Row {
            case: "speaking: when the others have gone",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                10100000 participantLeft {"id":"0e4bb2d1"}"#,
            ],
            record: &[
                JOINED,
                "
                10100000 renewing
                10100000 show refreshing
                10100000 renew",
            ],
        },
        Row {
            case: "never a quiet moment: in time all the same",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                "
                10800000 !until",
            ],
            record: &[
                JOINED,
                "
                10770000 renewing
                10770000 show refreshing
                10770000 renew",
            ],
        },
        Row {
            case: "whoever was in an earlier frame is not company",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                60000 videoConferenceLeft {}
                61000 videoConferenceJoined {"id":"b"}
                9900001 !until"#,
            ],
            record: &[
                JOINED,
                "
                61000 joined b -
                9900000 renewing
                9900000 show refreshing
                9900000 renew",
            ],
        },
        Row {
            case: "whoever was there before the client's reload is not company",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                60000 browserSupport {"supported":true}
                61000 videoConferenceJoined {"id":"b"}
                9900001 !until"#,
            ],
            record: &[
                JOINED,
                "
                60000 reconnecting
                60000 show reconnecting
                61000 joined b -
                61000 show clear
                9900000 renewing
                9900000 show refreshing
                9900000 renew",
            ],
        },
        Row {
            case: "a network that was away and is back does not hinder",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                "
                60000 offline
                61000 online
                10770001 !until",
            ],
            record: &[
                JOINED,
                "
                10770000 renewing
                10770000 show refreshing
                10770000 renew",
            ],
        },
        Row {
            case: "nor does one of which only the client's life tells",
            score: &[
                FRAME,
                JOIN,
                r#"
                60000 offline
                61000 ready {}
                62000 videoConferenceJoined {"id":"b"}
                62001 participantRoleChanged {"id":"c","role":"moderator"}
                9900001 !until"#,
            ],
            record: &[
                JOINED,
                "
                61000 reconnecting
                61000 show reconnecting
                62000 joined b -
                62000 show clear
                9900000 renewing
                9900000 show refreshing
                9900000 renew",
            ],
        },
        Row {
            case: "a quiet moment before the time is none",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                5000000 participantLeft {"id":"0e4bb2d1"}
                5000001 participantJoined {"id":"0e4bb2d1"}
                9899999 audioMuteStatusChanged {"muted":true}
                9899999 audioMuteStatusChanged {"muted":false}
                10000000 !until"#,
            ],
            record: &[JOINED],
        },
    ]);
}

#[test]
fn a_shared_screen_is_not_taken_away() {
    check(&[
        Row {
            case: "over the whole window and beyond, muted or alone",
            score: &[
                FRAME,
                JOIN,
                SHARING,
                r#"
                3001 audioMuteStatusChanged {"muted":true}
                20000000 !until"#,
            ],
            record: &[JOINED],
        },
        Row {
            case: "renewed as soon as it ends after the window",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                SHARING,
                r#"
                10790000 screenSharingStatusChanged {"on":false}"#,
            ],
            record: &[
                JOINED,
                "
                10790000 renewing
                10790000 show refreshing
                10790000 renew",
            ],
        },
        Row {
            case: "and long after the token's end",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                SHARING,
                r#"
                18000000 screenSharingStatusChanged {"on":false}"#,
            ],
            record: &[
                JOINED,
                "
                18000000 renewing
                18000000 show refreshing
                18000000 renew",
            ],
        },
        Row {
            case: "within the window it waits for a quiet moment",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                SHARING,
                r#"
                10000000 screenSharingStatusChanged {"on":false}
                10000001 !until"#,
            ],
            record: &[JOINED],
        },
        Row {
            case: "a new frame shares nothing",
            score: &[
                FRAME,
                JOIN,
                SHARING,
                r#"
                60000 videoConferenceLeft
                60100 ready
                61000 videoConferenceJoined {"id":"b"}
                9900001 !until"#,
            ],
            record: &[
                JOINED,
                "
                60100 reconnecting
                60100 show reconnecting
                61000 joined b -
                61000 show clear
                9900000 renewing
                9900000 show refreshing
                9900000 renew",
            ],
        },
    ]);
}

#[test]
fn short_tokens_do_not_make_the_meeting_flap() {
    let mut play = Play::begin(20);
    play.perform(FRAME);
    play.perform(JOIN);
    for _ in 0..20 {
        let next = play.renewal_time();
        play.perform(&format!(
            "{next} !session 20\n{} scriptLoaded\n{} videoConferenceJoined {{\"id\":\"a\"}}",
            next + 10,
            next + 2000
        ));
    }
    let times = play.times("renew");
    assert_eq!(times[0], 15_000);
    assert!(
        times.windows(2).all(|pair| pair[1] - pair[0] == 60_000),
        "{times:?}"
    );
}

#[test]
fn a_short_token_that_is_dead_is_replaced_at_once() {
    let mut play = Play::begin(20);
    play.perform(FRAME);
    play.perform(JOIN);
    play.perform(
        r#"
        15020 !session 20
        15030 scriptLoaded
        17000 videoConferenceJoined {"id":"b"}
        40000 peerConnectionFailure"#,
    );
    assert_eq!(play.times("renew"), [15_000, 40_000]);
}

#[test]
fn tokens_without_any_life_are_renewed_in_bounds() {
    let mut play = Play::begin(0);
    play.perform(FRAME);
    play.perform(JOIN);
    for second in 2..600 {
        let ms = second * 1000;
        play.perform(&format!(
            "{ms} !session 0\n{ms} scriptLoaded\n{ms} videoConferenceJoined {{\"id\":\"a\"}}\n{ms} online"
        ));
    }
    let times = play.times("renew");
    assert!(
        times.windows(2).all(|pair| pair[1] - pair[0] >= 10_000),
        "{times:?}"
    );
}
