//! The ways into a meeting, and what becomes of the role there.

use roomkey_core::role::Role;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::case::ROOM_PASSWORD;
use roomkey_rehearsal::happening::Leaving;
use roomkey_rehearsal::happening::What;

use crate::cases::row::Act::Presses;
use crate::cases::row::Act::Types;
use crate::cases::row::Row;
use crate::cases::row::Step::Does;
use crate::cases::row::Step::Frame;
use crate::cases::row::Step::Launcher;
use crate::cases::row::Step::Never;
use crate::cases::row::Step::Page;
use crate::cases::row::Step::Server;
use crate::cases::row::Step::State;
use crate::cases::table::BACK;
use crate::cases::table::HANGS_UP;
use crate::cases::table::IN;
use crate::cases::table::OUT;
use crate::cases::table::SAYS_IN;

pub(super) const ROWS: &[Row] = &[
    Row {
        case: Case::Joins,
        course: &[
            IN,
            SAYS_IN,
            Frame("The real server would let Ada Lovelace in as participant"),
            HANGS_UP,
            Server(|what| {
                matches!(
                    what,
                    What::Left {
                        how: Leaving::HungUp
                    }
                )
            }),
            OUT,
        ],
    },
    Row {
        case: Case::Prejoin,
        course: &[
            State("prejoin"),
            Launcher("Ready to join"),
            Frame("Nothing has reached the server yet."),
            Does(Presses("Join")),
            IN,
            SAYS_IN,
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::Company,
        course: &[
            IN,
            SAYS_IN,
            Server(
                |what| matches!(what, What::Joined { role: Role::Moderator, name, .. } if name == "Katherine Johnson"),
            ),
            Server(|what| matches!(what, What::Left { .. })),
            Frame("In the room: 3"),
            Never("joined/moderator"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::RoleGranted,
        course: &[
            IN,
            SAYS_IN,
            State("joined/moderator"),
            Launcher("You are in, as moderator"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::Lobby,
        course: &[
            State("lobby"),
            Launcher("Waiting to be let in"),
            Frame("Somebody in the meeting decides"),
            IN,
            SAYS_IN,
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::LobbyRefused,
        course: &[
            State("lobby"),
            State("failed/lobbyRefused"),
            Page("You were not let in"),
            Page("A moderator turned down your request to join."),
            Page("Ask the host, then try again."),
            Launcher("You were not let in"),
            Does(Presses("Try again")),
            State("opening"),
            State("lobby"),
            State("failed/lobbyRefused"),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::RoomPassword,
        course: &[
            State("passwordAsked"),
            Launcher("The room asks for its password"),
            Frame("This room has a password"),
            Does(Types("wrong")),
            Frame("That is not the password."),
            Does(Types(ROOM_PASSWORD)),
            IN,
            SAYS_IN,
            HANGS_UP,
            OUT,
        ],
    },
];
