//! Servers that serve no meeting, and browsers that can hold only a part of one.

use roomkey_rehearsal::case::Case;

use crate::cases::row::Row;
use crate::cases::row::Step::Frame;
use crate::cases::row::Step::Launcher;
use crate::cases::row::Step::Never;
use crate::cases::row::Step::Page;
use crate::cases::row::Step::State;
use crate::cases::table::BACK;
use crate::cases::table::CLOSE;
use crate::cases::table::HANGS_UP;
use crate::cases::table::IN;
use crate::cases::table::OUT;
use crate::cases::table::SAYS_IN;

pub(super) const ROWS: &[Row] = &[
    Row {
        case: Case::NoScript,
        course: &[
            State("failed/noIframeApi"),
            Page("This server does not offer meetings"),
            Page("It answers, but not with the Jitsi meeting script."),
            Page("Ask whoever set up Roomkey whether the server’s name is right."),
            Launcher("This server does not offer meetings"),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::OldScriptOnly,
        course: &[IN, SAYS_IN, Never("failed"), HANGS_UP, OUT],
    },
    Row {
        case: Case::ScriptSilent,
        course: &[
            Page("Waiting for 127.0.0.1"),
            Launcher("Opening…"),
            State("failed/hostUnreachable"),
            Page("The meeting server does not answer"),
            Page("Roomkey could not reach it over this network."),
            Page("Check the connection, or the VPN if your company uses one, and try again."),
            Launcher("The meeting server does not answer"),
            CLOSE,
            OUT,
        ],
    },
    Row {
        case: Case::ClientSilent,
        course: &[
            Page("Waiting for the meeting to load"),
            Launcher("Opening…"),
            State("failed/clientSilent"),
            Page("The meeting does not start"),
            Page("The server sent its page, and the page then said nothing."),
            Page("Try again in a minute."),
            Launcher("The meeting does not start"),
            BACK,
            OUT,
        ],
    },
    Row {
        case: Case::CameraRefused,
        course: &[
            IN,
            SAYS_IN,
            Frame("The browser was not allowed to use your camera."),
            Never("failed"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::MicrophoneRefused,
        course: &[
            IN,
            SAYS_IN,
            Frame("The browser was not allowed to use your microphone."),
            Never("failed"),
            HANGS_UP,
            OUT,
        ],
    },
    Row {
        case: Case::BrowserUnsupported,
        course: &[
            State("failed/browserUnsupported"),
            Page("This window cannot show the meeting"),
            Page("The meeting needs a browser engine with WebRTC."),
            Page("Choose another window for meetings in the preferences."),
            Launcher("This window cannot show the meeting"),
            BACK,
            OUT,
        ],
    },
];
