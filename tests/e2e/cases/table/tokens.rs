//! Tokens that the server refuses, each with its own words and remedy.

use roomkey_rehearsal::case::Case;

use crate::cases::row::Row;
use crate::cases::row::Step::Launcher;
use crate::cases::row::Step::Page;
use crate::cases::row::Step::State;
use crate::cases::table::BACK;
use crate::cases::table::CLOSE;
use crate::cases::table::OUT;

const REFUSED: &str = "The server refused your token";

pub(super) const ROWS: &[Row] = &[
    Row {
        case: Case::TokenExpired,
        course: &[
            State("failed/tokenRefused/expired"),
            Page(REFUSED),
            Page("By the server’s clock, its time has run out."),
            Page("Try again: Roomkey makes a fresh one."),
            Page("Not acceptable by exp"),
            Launcher(REFUSED),
            Launcher("By the server’s clock, its time has run out."),
            Launcher("Try again: Roomkey makes a fresh one."),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::TokenNotYetValid,
        course: &[
            State("failed/tokenRefused/notYetValid"),
            Page(REFUSED),
            Page("By the server’s clock, it is not valid yet."),
            Page("Set this computer’s clock to automatic, then try again."),
            Page("Not acceptable by nbf"),
            Launcher(REFUSED),
            Launcher("By the server’s clock, it is not valid yet."),
            Launcher("Set this computer’s clock to automatic, then try again."),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::BadSignature,
        course: &[
            State("failed/tokenRefused/badSignature"),
            Page(REFUSED),
            Page("Its signature does not fit the public key, or the secret, that the server has."),
            Page(
                "Ask your admin to give the server the public key or the secret again; for JaaS, in its console.",
            ),
            Page("Invalid signature"),
            Launcher(REFUSED),
            Launcher(
                "Its signature does not fit the public key, or the secret, that the server has.",
            ),
            Launcher(
                "Ask your admin to give the server the public key or the secret again; for JaaS, in its console.",
            ),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::UnknownKeyId,
        course: &[
            State("failed/tokenRefused/unknownKey"),
            Page(REFUSED),
            Page("The server does not know the key id, or has not loaded its public key yet."),
            Page("Ask your admin to check the key id; for JaaS, in its console, page API Keys."),
            Page("could not obtain public key"),
            Launcher(REFUSED),
            Launcher("The server does not know the key id, or has not loaded its public key yet."),
            Launcher(
                "Ask your admin to check the key id; for JaaS, in its console, page API Keys.",
            ),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::ForeignKeyId,
        course: &[
            State("failed/tokenRefused/unknownKey"),
            Page(REFUSED),
            Page("The server does not know the key id, or has not loaded its public key yet."),
            Page("Ask your admin to check the key id; for JaaS, in its console, page API Keys."),
            Page("could not obtain public key"),
            Launcher(REFUSED),
            Launcher("The server does not know the key id, or has not loaded its public key yet."),
            Launcher(
                "Ask your admin to check the key id; for JaaS, in its console, page API Keys.",
            ),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::WrongIssuer,
        course: &[
            State("failed/tokenRefused/issuer"),
            Page(REFUSED),
            Page("The server does not accept who issued it."),
            Page("Tell whoever set up Roomkey."),
            Page("invalid 'iss' claim"),
            Launcher(REFUSED),
            Launcher("The server does not accept who issued it."),
            Launcher("Tell whoever set up Roomkey."),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::WrongAudience,
        course: &[
            State("failed/tokenRefused/audience"),
            Page(REFUSED),
            Page("The server does not accept whom it is for."),
            Page("Tell whoever set up Roomkey."),
            Page("invalid 'aud' claim"),
            Launcher(REFUSED),
            Launcher("The server does not accept whom it is for."),
            Launcher("Tell whoever set up Roomkey."),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::NoContext,
        course: &[
            State("failed/tokenRefused/noContext"),
            Page(REFUSED),
            Page("It says nothing about the person."),
            Page("Tell whoever set up Roomkey."),
            Page("jwt missing required context claim"),
            Launcher(REFUSED),
            Launcher("It says nothing about the person."),
            Launcher("Tell whoever set up Roomkey."),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::SubjectMismatch,
        course: &[
            State("failed/tokenRefused/wrongTenant"),
            Page(REFUSED),
            Page("Its key id and its AppID belong to different tenants."),
            Page("Ask your admin to check AppID and key id in the JaaS console."),
            Page("kid and jwt tenant do not match"),
            Launcher(REFUSED),
            Launcher("Its key id and its AppID belong to different tenants."),
            Launcher("Ask your admin to check AppID and key id in the JaaS console."),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::Garbage,
        course: &[
            State("failed/tokenRefused/malformed"),
            Page(REFUSED),
            Page("The server could not read it."),
            Page("Try again. If it happens again, tell whoever set up Roomkey."),
            Page("bad token format"),
            Launcher(REFUSED),
            Launcher("The server could not read it."),
            Launcher("Try again. If it happens again, tell whoever set up Roomkey."),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::NoToken,
        course: &[
            State("failed/tokenRefused/missing"),
            Page(REFUSED),
            Page("The server got none."),
            Page("Try again. If it happens again, tell whoever set up Roomkey."),
            Page("token required"),
            Launcher(REFUSED),
            Launcher("The server got none."),
            Launcher("Try again. If it happens again, tell whoever set up Roomkey."),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::OtherRoom,
        course: &[
            State("failed/roomRefused"),
            Page("This room is not open to you"),
            Page("The server says that your token is for another room."),
            Page("Room and token mismatched"),
            Launcher("This room is not open to you"),
            CLOSE,
            OUT,
        ],
    },
];
