//! Connections that are lost, and how the person comes back.

use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::happening::What;

use crate::cases::row::Act::PressesInLauncher;
use crate::cases::row::Row;
use crate::cases::row::Step;
use crate::cases::row::Step::Does;
use crate::cases::row::Step::Launcher;
use crate::cases::row::Step::Never;
use crate::cases::row::Step::Page;
use crate::cases::row::Step::Server;
use crate::cases::row::Step::State;
use crate::cases::table::CLOSE;
use crate::cases::table::HANGS_UP;
use crate::cases::table::IN;
use crate::cases::table::OUT;
use crate::cases::table::SAYS_IN;

/// The meeting's own client connects again, without a fresh token.
const BACK_BY_ITSELF: &[Step] = &[
    IN,
    SAYS_IN,
    State("reconnecting"),
    Page("The connection was lost. Reconnecting…"),
    Launcher("Reconnecting…"),
    IN,
    SAYS_IN,
    Never("renewing"),
    Never("failed"),
    HANGS_UP,
    OUT,
];

pub(super) const ROWS: &[Row] = &[
    Row {
        case: Case::ServerGoneBosh,
        course: BACK_BY_ITSELF,
    },
    Row {
        case: Case::ServerGoneBadGateway,
        course: BACK_BY_ITSELF,
    },
    Row {
        case: Case::ServerGoneWebSocket,
        course: BACK_BY_ITSELF,
    },
    Row {
        case: Case::ServerGoneTokenExpired,
        course: &[
            IN,
            SAYS_IN,
            State("reconnecting"),
            Page("The connection was lost. Reconnecting…"),
            Launcher("Reconnecting…"),
            Server(
                |what| matches!(what, What::Refused { text } if text.starts_with("Not acceptable by exp")),
            ),
            State("renewing"),
            Launcher("Refreshing…"),
            IN,
            SAYS_IN,
            Never("failed"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::PageServerGone,
        course: &[
            IN,
            SAYS_IN,
            State("reconnecting"),
            Page("The connection was lost. Reconnecting…"),
            Launcher("Reconnecting…"),
            State("renewing"),
            Launcher("Refreshing…"),
            IN,
            SAYS_IN,
            Never("failed"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::ServerDown,
        course: &[
            State("failed/serverUnreachable"),
            Page("There is no connection to the meeting"),
            Page("The server does not answer."),
            Page("Check the connection and try again."),
            Launcher("There is no connection to the meeting"),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::Drop,
        course: &[
            IN,
            SAYS_IN,
            Server(|what| matches!(what, What::Lost)),
            Server(|what| matches!(what, What::Resumed)),
            Never("reconnecting"),
            Never("renewing"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        // The rest of it, for who is not brought back in time, is in `crate::expiry`.
        case: Case::SilentDeath,
        course: &[
            State("joined/moderator"),
            Launcher("You are in, as moderator"),
            State("renewing"),
            Page("Refreshing the meeting. You will be back in a moment"),
            Launcher("Refreshing…"),
            State("joined/moderator"),
            Launcher("You are in, as moderator"),
            Never("reconnecting"),
            Never("failed"),
            Does(PressesInLauncher("Leave")),
            State("ended/closed"),
            OUT,
        ],
    },
];
