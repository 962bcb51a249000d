//! What can happen to somebody who opens a meeting, one case a row.
//!
//! The rows are those that were seen with the real Jitsi client, its released
//! `external_api.js` and a Prosody with 8x8's token plugins. A case says what
//! is to happen; how it is played is the stage's part. The token for a case of
//! refusal is spoiled here, so that the refusal itself is the verifier's.

mod plan;
mod token;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use self::plan::{Act, Door, PageFault, Plan, ScriptFault, Transport};

/// The room's password in [`Case::RoomPassword`].
pub const ROOM_PASSWORD: &str = "sesame";

/// For how many seconds the token of [`Case::SilentDeath`] is good: long enough
/// to join, and for a launcher to renew it in time.
pub const SHORT_LIFE: i64 = 20;

/// One course of events in a rehearsal room.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Case {
    /// The person joins, by WebSocket, and stays.
    #[default]
    Joins,
    /// The client's own screen comes first; nothing reaches the server before its Join.
    Prejoin,
    /// Two others are there already, one of them a moderator; a third comes later.
    Company,
    /// A moderator makes the person a moderator, too.
    RoleGranted,

    /// The token's `exp` has passed.
    TokenExpired,
    /// The token's `nbf` is still to come.
    TokenNotYetValid,
    /// Another key signed the token.
    BadSignature,
    /// No key is registered under the token's `kid`.
    UnknownKeyId,
    /// The `kid` is one of another tenant.
    ForeignKeyId,
    /// `iss` is not "chat".
    WrongIssuer,
    /// `aud` is not "jitsi".
    WrongAudience,
    /// The token has no `context`.
    NoContext,
    /// `sub` is not the tenant of the `kid`.
    SubjectMismatch,
    /// A text that is no token.
    Garbage,
    /// No token at all.
    NoToken,
    /// The token is for another room.
    OtherRoom,

    /// The room has a lobby, from which somebody lets the person in.
    Lobby,
    /// The room has a lobby, and the person is turned away.
    LobbyRefused,
    /// The room asks for a password, [`ROOM_PASSWORD`].
    RoomPassword,

    /// A moderator removes the person.
    Kicked,
    /// A moderator ends the meeting for all.
    EndedForAll,
    /// Somebody else's window is killed, and leaves a ghost for a minute.
    OtherKilled,

    /// The meeting server stops answering, by BOSH; later it is back.
    ServerGoneBosh,
    /// The meeting server answers 502, by BOSH; later it is back.
    ServerGoneBadGateway,
    /// The meeting server stops answering, by WebSocket; later it is back.
    ServerGoneWebSocket,
    /// As before, and the token expires meanwhile.
    ServerGoneTokenExpired,
    /// As before, and the page's own server is gone when the client reloads.
    PageServerGone,
    /// The meeting server does not answer from the start.
    ServerDown,
    /// The connection drops for a second; the token is valid.
    Drop,
    /// The token, which is good for [`SHORT_LIFE`] seconds, expires, and then
    /// the person's connection drops for a second. Whoever shows a longer token
    /// has it held for expired.
    SilentDeath,

    /// There is no IFrame API script.
    NoScript,
    /// Only `/libs/external_api.min.js` is there.
    OldScriptOnly,
    /// The script's server never answers.
    ScriptSilent,
    /// The frame is an error page: it loads, and then there is silence.
    ClientSilent,

    /// The browser refuses the camera.
    CameraRefused,
    /// The browser refuses the microphone.
    MicrophoneRefused,
    /// The client cannot work in this browser.
    BrowserUnsupported,
}

impl Case {
    /// Every case, in the order of the table above.
    pub const ALL: [Self; 37] = [
        Self::Joins,
        Self::Prejoin,
        Self::Company,
        Self::RoleGranted,
        Self::TokenExpired,
        Self::TokenNotYetValid,
        Self::BadSignature,
        Self::UnknownKeyId,
        Self::ForeignKeyId,
        Self::WrongIssuer,
        Self::WrongAudience,
        Self::NoContext,
        Self::SubjectMismatch,
        Self::Garbage,
        Self::NoToken,
        Self::OtherRoom,
        Self::Lobby,
        Self::LobbyRefused,
        Self::RoomPassword,
        Self::Kicked,
        Self::EndedForAll,
        Self::OtherKilled,
        Self::ServerGoneBosh,
        Self::ServerGoneBadGateway,
        Self::ServerGoneWebSocket,
        Self::ServerGoneTokenExpired,
        Self::PageServerGone,
        Self::ServerDown,
        Self::Drop,
        Self::SilentDeath,
        Self::NoScript,
        Self::OldScriptOnly,
        Self::ScriptSilent,
        Self::ClientSilent,
        Self::CameraRefused,
        Self::MicrophoneRefused,
        Self::BrowserUnsupported,
    ];
}
