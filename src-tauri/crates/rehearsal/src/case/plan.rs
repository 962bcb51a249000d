//! How each case is staged: what the servers do, what the page is told, and
//! what happens once the person is in.

use serde::Serialize;

use crate::case::Case;

/// The staging of a case.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) script: ScriptFault,
    pub(crate) page: PageFault,
    pub(crate) supported: bool,
    pub(crate) camera_refused: bool,
    pub(crate) microphone_refused: bool,
    pub(crate) prejoin: bool,
    pub(crate) transport: Transport,
    pub(crate) door: Door,
    /// Played once, for the first who joins after the case was set.
    pub(crate) act: Option<Act>,
}

/// What is wrong with the IFrame API's script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScriptFault {
    None,
    Missing,
    OnlyOld,
    Silent,
}

/// What is wrong with the room's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageFault {
    None,
    Missing,
}

/// How the client speaks to the meeting server. It decides how an outage
/// looks, and only WebSocket asks for the token again when it resumes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Transport {
    WebSocket,
    Bosh,
    /// BOSH behind a proxy that answers 502 for the missing server.
    BoshBadGateway,
}

/// What stands between a good token and the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    Open,
    Lobby {
        admits: bool,
    },
    Password,
    /// The meeting server is down.
    Dead,
}

/// What happens once somebody is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    Company,
    Promote,
    Kick,
    EndForAll,
    KillOther,
    ServerGone { token_expires: bool, page_too: bool },
    Drop,
    SilentDeath,
}

impl Case {
    pub(crate) fn plan(self) -> Plan {
        let open = Plan {
            script: ScriptFault::None,
            page: PageFault::None,
            supported: true,
            camera_refused: false,
            microphone_refused: false,
            prejoin: false,
            transport: Transport::WebSocket,
            door: Door::Open,
            act: None,
        };
        let act = |act| Plan {
            act: Some(act),
            ..open
        };
        let gone = Act::ServerGone {
            token_expires: false,
            page_too: false,
        };
        match self {
            Self::Joins
            | Self::TokenExpired
            | Self::TokenNotYetValid
            | Self::BadSignature
            | Self::UnknownKeyId
            | Self::ForeignKeyId
            | Self::WrongIssuer
            | Self::WrongAudience
            | Self::NoContext
            | Self::SubjectMismatch
            | Self::Garbage
            | Self::NoToken
            | Self::OtherRoom => open,
            Self::Prejoin => Plan {
                prejoin: true,
                ..open
            },
            Self::Company => act(Act::Company),
            Self::RoleGranted => act(Act::Promote),
            Self::Lobby => Plan {
                door: Door::Lobby { admits: true },
                ..open
            },
            Self::LobbyRefused => Plan {
                door: Door::Lobby { admits: false },
                ..open
            },
            Self::RoomPassword => Plan {
                door: Door::Password,
                ..open
            },
            Self::Kicked => act(Act::Kick),
            Self::EndedForAll => act(Act::EndForAll),
            Self::OtherKilled => act(Act::KillOther),
            Self::ServerGoneBosh => Plan {
                transport: Transport::Bosh,
                ..act(gone)
            },
            Self::ServerGoneBadGateway => Plan {
                transport: Transport::BoshBadGateway,
                ..act(gone)
            },
            Self::ServerGoneWebSocket => act(gone),
            Self::ServerGoneTokenExpired => act(Act::ServerGone {
                token_expires: true,
                page_too: false,
            }),
            Self::PageServerGone => act(Act::ServerGone {
                token_expires: false,
                page_too: true,
            }),
            Self::ServerDown => Plan {
                door: Door::Dead,
                ..open
            },
            Self::Drop => act(Act::Drop),
            Self::SilentDeath => act(Act::SilentDeath),
            Self::NoScript => Plan {
                script: ScriptFault::Missing,
                ..open
            },
            Self::OldScriptOnly => Plan {
                script: ScriptFault::OnlyOld,
                ..open
            },
            Self::ScriptSilent => Plan {
                script: ScriptFault::Silent,
                ..open
            },
            Self::ClientSilent => Plan {
                page: PageFault::Missing,
                ..open
            },
            Self::CameraRefused => Plan {
                camera_refused: true,
                ..open
            },
            Self::MicrophoneRefused => Plan {
                microphone_refused: true,
                ..open
            },
            Self::BrowserUnsupported => Plan {
                supported: false,
                ..open
            },
        }
    }
}
