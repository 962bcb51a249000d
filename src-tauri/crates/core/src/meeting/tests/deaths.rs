//! Silent death: once the token has expired, a lost connection never comes
//! back and nothing says so. What may be a sign of one brings a fresh frame.
//!
//! The token of three hours counts as expired from 10,770 s on.

use super::play::FRAME;
use super::play::JOIN;
use super::play::JOINED;
use super::play::LIFETIME;
use super::play::Play;
use super::play::Row;
use super::play::check;

const COMPANY: &str = r#"
    2000 participantJoined {"id":"0e4bb2d1"}"#;

const SHARING: &str = r#"
    3000 screenSharingStatusChanged {"on":true}"#;

#[test]
fn any_sign_of_a_lost_connection_after_the_end_renews_at_once() {
    let signs = [
        "peerConnectionFailure",
        "dataChannelClosed",
        "suspendDetected",
        "online",
    ];
    for sign in signs {
        let mut play = Play::begin(LIFETIME);
        play.perform(FRAME);
        play.perform(JOIN);
        play.perform(SHARING);
        play.perform(&format!("10769999 {sign}"));
        assert_eq!(play.count("renew"), 0, "{sign} in good time");

        play.perform(&format!("10900000 {sign}"));
        assert_eq!(play.record.last().unwrap(), "10900000 renew", "{sign}");
        assert_eq!(play.count("show reconnecting"), 1, "{sign}");
    }
}

#[test]
fn without_a_network_the_renewal_waits_for_it() {
    check(&[
        Row {
            case: "a drop of one second after the end",
            score: &[
                FRAME,
                JOIN,
                SHARING,
                r#"
                10900000 offline
                10901000 online
                10901020 !session 10800
                10901030 scriptLoaded
                10903000 videoConferenceJoined {"id":"b"}"#,
            ],
            record: &[
                JOINED,
                "
                10900000 reconnecting
                10900000 show reconnecting
                10901000 renewing
                10901000 renew
                10903000 joined b -
                10903000 show clear",
            ],
        },
        Row {
            case: "away when the window closes",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                "
                10700000 offline
                10775000 online",
            ],
            record: &[
                JOINED,
                "
                10770000 reconnecting
                10770000 show reconnecting
                10775000 renewing
                10775000 renew",
            ],
        },
        Row {
            case: "never seen to come back: tried after a minute",
            score: &[
                FRAME,
                JOIN,
                SHARING,
                "
                10900000 offline
                10999000 !until",
            ],
            record: &[
                JOINED,
                "
                10900000 reconnecting
                10900000 show reconnecting
                10960000 renewing
                10960000 renew",
            ],
        },
        Row {
            case: "somebody is heard: the network is there",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                10700000 offline
                10760000 dominantSpeakerChanged {"id":"0e4bb2d1"}
                10771000 !until"#,
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
            case: "somebody comes: the network is there",
            score: &[
                FRAME,
                JOIN,
                COMPANY,
                r#"
                10700000 offline
                10760000 participantJoined {"id":"77a0f2c3"}
                10771000 !until"#,
            ],
            record: &[
                JOINED,
                "
                10770000 renewing
                10770000 show refreshing
                10770000 renew",
            ],
        },
    ]);
}
