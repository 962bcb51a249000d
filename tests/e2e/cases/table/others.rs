//! What others do to the person, or to themselves.

use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::happening::Leaving;
use roomkey_rehearsal::happening::What;

use crate::cases::row::Row;
use crate::cases::row::Step::Frame;
use crate::cases::row::Step::Never;
use crate::cases::row::Step::Page;
use crate::cases::row::Step::Server;
use crate::cases::row::Step::State;
use crate::cases::table::CLOSES_BY_ITSELF;
use crate::cases::table::HANGS_UP;
use crate::cases::table::IN;
use crate::cases::table::OUT;
use crate::cases::table::SAYS_IN;

pub(super) const ROWS: &[Row] = &[
    Row {
        case: Case::Kicked,
        course: &[
            IN,
            SAYS_IN,
            State("ended/removed"),
            Page("A moderator removed you from the meeting"),
            CLOSES_BY_ITSELF,
            Server(|what| {
                matches!(
                    what,
                    What::Left {
                        how: Leaving::Kicked
                    }
                )
            }),
            OUT,
        ],
    },
    Row {
        case: Case::EndedForAll,
        course: &[
            IN,
            SAYS_IN,
            State("ended/endedForAll"),
            Page("The meeting was ended for everyone"),
            CLOSES_BY_ITSELF,
            OUT,
        ],
    },
    Row {
        case: Case::OtherKilled,
        course: &[
            IN,
            SAYS_IN,
            Server(|what| matches!(what, What::Lost)),
            Server(|what| matches!(what, What::Left { how: Leaving::Lost })),
            Frame("In the room: you alone"),
            Never("reconnecting"),
            Never("ended"),
            HANGS_UP,
            OUT,
        ],
    },
];
