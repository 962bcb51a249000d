//! What VideoSDK's tokens say.

use serde::Serialize;

use super::{ApiKey, NAME, RoomId};
use crate::provider::entry::{Entry, Role, TokenFault};
use crate::time::Timestamp;

/// The body. `roomId`, `participantId` and `roles` count from version 2 on.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Claims<'a> {
    #[serde(rename = "apikey")]
    api_key: &'a str,
    permissions: &'static [&'static str],
    version: u8,
    roles: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    room_id: Option<RoomId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    participant_id: Option<&'a str>,
    iat: i64,
    exp: i64,
}

impl<'a> Claims<'a> {
    /// To join one room as one person; calls no REST.
    pub(super) fn to_enter(
        api_key: &'a ApiKey,
        entry: &'a Entry,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Self, TokenFault> {
        let role = entry.role;
        let permissions: &[_] = match role {
            Role::Moderator => &["allow_join", "allow_mod"],
            Role::Participant => &["allow_join"],
            Role::Lobby => &["ask_join"],
            Role::Visitor => return Err(TokenFault::Role { system: NAME, role }),
        };
        Ok(Self {
            api_key: api_key.as_str(),
            permissions,
            version: 2,
            roles: ["rtc"],
            room_id: RoomId::of(entry)?,
            participant_id: Some(entry.person.id.as_str()),
            iat: from.seconds(),
            exp: until.seconds(),
        })
    }

    /// To call REST; joins no meeting. The permissions are those of VideoSDK's own server SDK.
    pub(super) fn to_command(api_key: &'a ApiKey, from: Timestamp, until: Timestamp) -> Self {
        Self {
            api_key: api_key.as_str(),
            permissions: &["allow_join", "allow_mod"],
            version: 2,
            roles: ["crawler"],
            room_id: None,
            participant_id: None,
            iat: from.seconds(),
            exp: until.seconds(),
        }
    }
}
