//! Who is in a room, as others see it.

use std::fmt;

use roomkey_core::role::Role;
use serde::{Deserialize, Serialize};

/// A participant's id: eight hexadecimal digits, new with every join.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParticipantId(String);

impl ParticipantId {
    /// The id of the `number`th who joins: different for each of the first
    /// 2³² and without an order that a reader could come to rely on.
    pub(crate) fn numbered(number: u32) -> Self {
        Self(format!("{:08x}", number.wrapping_mul(0x9e37_79b1)))
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody in a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// The id.
    pub id: ParticipantId,
    /// What others read.
    pub name: String,
    /// The email address of the token, or of the page that joined.
    pub email: Option<String>,
    /// The role that the room gives, which may differ from the token's.
    pub role: Role,
    /// `context.user.id` of the token; none for a simulated participant.
    pub person: Option<String>,
    /// `context.user.moderator` as the token has it.
    pub moderator_claim: Option<String>,
    /// Whether nobody sits there.
    pub is_simulated: bool,
    /// Whether the connection stands; without one the participant is a ghost
    /// that the room forgets after a minute.
    pub is_connected: bool,
}
