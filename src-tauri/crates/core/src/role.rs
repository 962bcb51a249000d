//! What a person is in a meeting.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The role that a token asks for.
///
/// One value, because 8x8's own generator never combines moderator and
/// visitor (jitsi-meet `tests/helpers/token.ts`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Role {
    /// Leads the meeting; `context.user.moderator` is "true".
    Moderator,
    /// Takes part.
    #[default]
    Participant,
    /// Watches; `context.user.role` is "visitor".
    Visitor,
}
