//! What a token is asked for, and what it is signed with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::feature::Features;
use crate::grant::RoomScope;
use crate::key::PrivateKey;
use crate::person::Person;
use crate::role;
use crate::room_name::RoomName;
use crate::token::SignFault;

use super::secret::Secret;

/// What a token is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// To let somebody into a meeting.
    Enter(&'a Entry),
    /// To call the provider's REST.
    Command,
}

/// One person, in one room, in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who may join.
    pub person: Person,
    /// As what.
    pub role: Role,
    /// With which features, where the system has such.
    pub features: Features,
    /// Which room, or all of them.
    pub room: RoomScope,
}

impl Entry {
    /// The one room that is entered.
    pub(super) fn room(&self) -> Result<&RoomName, TokenFault> {
        match &self.room {
            RoomScope::Exact(room) => Ok(room),
            RoomScope::Any => Err(TokenFault::NoRoom),
        }
    }
}

/// Every role that a system knows; no system knows all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProviderRole")]
pub enum Role {
    /// Leads the meeting.
    Moderator,
    /// Takes part.
    Participant,
    /// Waits until somebody lets them in, then takes part.
    Lobby,
    /// Watches.
    Visitor,
}

impl From<role::Role> for Role {
    fn from(role: role::Role) -> Self {
        match role {
            role::Role::Moderator => Self::Moderator,
            role::Role::Participant => Self::Participant,
            role::Role::Visitor => Self::Visitor,
        }
    }
}

impl Role {
    /// The role as the settings know it. To wait in a lobby is a room's way there.
    pub fn settled(self) -> Option<role::Role> {
        match self {
            Self::Moderator => Some(role::Role::Moderator),
            Self::Participant => Some(role::Role::Participant),
            Self::Visitor => Some(role::Role::Visitor),
            Self::Lobby => None,
        }
    }

    /// Those who have the role, as people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Moderator => "moderators",
            Self::Participant => "participants",
            Self::Lobby => "people who wait to be let in",
            Self::Visitor => "visitors",
        }
    }
}

/// What a token is signed with.
#[derive(Clone, Copy, Debug)]
pub enum Credential<'a> {
    /// A shared secret, by HS256.
    Secret(&'a Secret),
    /// A private key, by RS256.
    Key(&'a PrivateKey),
}

impl Credential<'_> {
    /// The header's `alg`.
    pub(crate) fn algorithm(self) -> &'static str {
        match self {
            Self::Secret(_) => "HS256",
            Self::Key(_) => "RS256",
        }
    }

    /// The signature in base64url; none where the signing library refuses.
    pub(crate) fn sign(self, message: &[u8]) -> Option<String> {
        match self {
            Self::Secret(secret) => secret.sign(message),
            Self::Key(key) => key.sign(message),
        }
    }
}

/// Why a system's token was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// The system does not know the role.
    #[error("{system} knows no {}. Choose another role", role.in_words())]
    Role {
        /// The system's name.
        system: &'static str,
        /// What was asked for.
        role: Role,
    },
    /// One joins without a token.
    #[error("{system} lets people in by the room's link, without a token. Open the link")]
    NoEntry {
        /// The system's name.
        system: &'static str,
    },
    /// The system takes no commands with tokens.
    #[error("{system} needs no call for that: any name is a room. Join it")]
    NoCommands {
        /// The system's name.
        system: &'static str,
    },
    /// A key was given where the tenant has a secret.
    #[error("Tokens of this tenant are signed with a secret. Set the secret in place of the key")]
    SecretNeeded,
    /// A secret was given where the tenant has a key.
    #[error("Tokens of this tenant are signed with a key. Import the key in place of the secret")]
    KeyNeeded,
    /// All rooms are meant, where one is to be entered.
    #[error("No room is named. Name the one to go into")]
    NoRoom,
    /// One joins with a token, and there is none.
    #[error("{system} lets nobody in without a token. Make one first")]
    NoToken {
        /// The system's name.
        system: &'static str,
    },
    /// Another makes the tokens.
    #[error("Tokens of this tenant come from its token server. Ask the server for one")]
    FromServer,
    /// The room has no id of the provider's making.
    #[error("{system} did not make this room: its id has another form. Make the room first")]
    RoomNotMade {
        /// The system's name.
        system: &'static str,
    },
    /// The signing failed.
    #[error(transparent)]
    Sign(#[from] SignFault),
}
