//! A meeting on a page of the provider's, of which only the end is heard.

use super::play::Row;
use super::play::check;

const SHOWN: &str = "
    0 pageReady
    400 frameLoaded
    400 pageShown";

/// What [`SHOWN`] leads to.
const MEETS: &str = "
    0 show joining
    400 joined  -
    400 show clear";

#[test]
fn a_page_has_its_meeting_until_it_is_left() {
    check(&[
        Row {
            case: "left",
            score: &[SHOWN, "\n90000 readyToClose"],
            record: &[MEETS, "\n90000 ended hungUp\n90000 close"],
        },
        Row {
            case: "long after the token's end, and offline between",
            score: &[
                SHOWN,
                "
                60000 offline
                70000 online
                20000000 !until",
            ],
            record: &[MEETS],
        },
        Row {
            case: "with reports that only Jitsi's client makes",
            score: &[
                SHOWN,
                r#"
                500 errorOccurred {"name":"connection.passwordRequired"}
                600 videoConferenceJoined {"id":"c751f89c"}
                700 videoConferenceLeft
                800 browserSupport {"supported":false}"#,
            ],
            record: &[MEETS],
        },
        Row {
            case: "loaded anew",
            score: &[SHOWN, "\n5000 pageReady"],
            record: &[
                MEETS,
                "
                5000 opening
                5000 show joining
                5000 renew",
            ],
        },
    ]);
}

#[test]
fn a_page_that_never_shows_is_told() {
    check(&[Row {
        case: "no load",
        score: &["\n0 pageReady\n60000 !until"],
        record: &[r#"
            0 show joining
            5000 show waiting script
            25000 failed {"kind":"hostUnreachable"}
            25000 show failed"#],
    }]);
}
