//! Reading a report out of the page's JSON, tolerantly.
//!
//! Unknown fields are ignored, missing and null ones are as if not there,
//! texts are cut. Where the IFrame API's own field has another name or place
//! than ours (`type` for `kind`, `kicked.local` for `local`), both are read,
//! so that a page may hand on what it heard as it heard it.

use serde_json::Value;

use crate::meeting::event::{PageError, PageEvent, Present};

/// Longest report that is looked at, in bytes.
const LONGEST_REPORT: usize = 1 << 20;

/// Longest text that is kept, in characters.
const LONGEST_TEXT: usize = 500;

/// Most texts of a list that are kept.
const LONGEST_LIST: usize = 8;

/// Most people of a room that are kept; JaaS allows 500.
const MOST_PEOPLE: usize = 1000;

impl PageEvent {
    /// Reads JSON text; none where it is no report that Roomkey knows.
    pub fn parse(json: &str) -> Option<Self> {
        if json.len() > LONGEST_REPORT {
            return None;
        }
        Self::read(&serde_json::from_str(json).ok()?)
    }

    /// Reads a JSON value `{name, data}`; none where it is no report that
    /// Roomkey knows.
    pub fn read(report: &Value) -> Option<Self> {
        let name = report.get("name")?.as_str()?;
        let data = Data(report.get("data").unwrap_or(&Value::Null));
        Some(match name {
            "pageReady" => Self::PageReady,
            "scriptLoaded" => Self::ScriptLoaded {
                origin: data.text("origin").unwrap_or_default(),
                path: data.text("path").unwrap_or_default(),
            },
            "scriptFailed" => Self::ScriptFailed {
                answered: data.flag("answered"),
            },
            "frameLoaded" => Self::FrameLoaded,
            "browserSupport" => Self::BrowserSupport {
                supported: data.flag("supported").unwrap_or(true),
            },
            "ready" => Self::Ready,
            "prejoinScreenLoaded" => Self::PrejoinScreenLoaded,
            "videoConferenceJoined" => Self::VideoConferenceJoined {
                id: data.id(),
                room_name: data.text("roomName"),
                visitor: data.flag("visitor"),
            },
            "participantJoined" => Self::ParticipantJoined { id: data.id() },
            "participantLeft" => Self::ParticipantLeft { id: data.id() },
            "participantRoleChanged" => Self::ParticipantRoleChanged {
                id: data.id(),
                role: data.text("role").unwrap_or_default(),
            },
            "participantKickedOut" => {
                let local = data
                    .flag("local")
                    .or_else(|| data.inside("kicked").flag("local"));
                Self::ParticipantKickedOut {
                    local: local.unwrap_or(false),
                }
            }
            "errorOccurred" => Self::ErrorOccurred(PageError {
                name: data.text("name").unwrap_or_default(),
                kind: data.kind(),
                message: data.text("message"),
                is_fatal: data.flag("isFatal"),
                params: data.texts("params"),
                recoverable: data.flag("recoverable"),
            }),
            "passwordRequired" => Self::PasswordRequired,
            "cameraError" => Self::CameraError { kind: data.kind() },
            "micError" => Self::MicError { kind: data.kind() },
            "audioMuteStatusChanged" => Self::AudioMuteStatusChanged {
                muted: data.flag("muted")?,
            },
            "videoMuteStatusChanged" => Self::VideoMuteStatusChanged {
                muted: data.flag("muted")?,
            },
            "screenSharingStatusChanged" => Self::ScreenSharingStatusChanged {
                on: data.flag("on")?,
            },
            "dominantSpeakerChanged" => Self::DominantSpeakerChanged { id: data.id() },
            "peerConnectionFailure" => Self::PeerConnectionFailure,
            "dataChannelClosed" => Self::DataChannelClosed,
            "suspendDetected" => Self::SuspendDetected,
            "online" => Self::Online,
            "offline" => Self::Offline,
            "roomsInfo" => Self::RoomsInfo {
                people: data.people()?,
            },
            "pageShown" => Self::PageShown,
            "videoConferenceLeft" => Self::VideoConferenceLeft,
            "readyToClose" => Self::ReadyToClose,
            "tryAgain" => Self::TryAgain,
            "back" => Self::Back,
            _ => return None,
        })
    }
}

/// The `data` of a report, which may be anything.
#[derive(Clone, Copy)]
struct Data<'a>(&'a Value);

impl Data<'_> {
    fn inside(self, field: &str) -> Self {
        Self(self.0.get(field).unwrap_or(&Value::Null))
    }

    fn text(self, field: &str) -> Option<String> {
        cut(self.0.get(field)?)
    }

    fn flag(self, field: &str) -> Option<bool> {
        self.0.get(field)?.as_bool()
    }

    fn id(self) -> String {
        self.text("id").unwrap_or_default()
    }

    fn kind(self) -> Option<String> {
        self.text("kind").or_else(|| self.text("type"))
    }

    fn people(self) -> Option<Vec<Present>> {
        let people = self.0.get("people")?.as_array()?.iter().map(Data);
        let people = people.map(|one| Present {
            id: one.id(),
            role: one.text("role").unwrap_or_default(),
            person: one.text("person"),
        });
        Some(people.take(MOST_PEOPLE).collect())
    }

    fn texts(self, field: &str) -> Vec<String> {
        let list = self.0.get(field).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(cut)
            .take(LONGEST_LIST)
            .collect()
    }
}

fn cut(value: &Value) -> Option<String> {
    Some(value.as_str()?.chars().take(LONGEST_TEXT).collect())
}
