//! A role, as it is typed and shown.

use std::fmt;

use clap::ValueEnum;
use roomkey_core::provider;
use roomkey_core::role::Role;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum RoleWord {
    /// Leads the meeting
    Moderator,
    /// Takes part
    Participant,
    /// Watches
    Visitor,
}

impl From<RoleWord> for Role {
    fn from(word: RoleWord) -> Self {
        match word {
            RoleWord::Moderator => Self::Moderator,
            RoleWord::Participant => Self::Participant,
            RoleWord::Visitor => Self::Visitor,
        }
    }
}

impl From<Role> for RoleWord {
    fn from(role: Role) -> Self {
        match role {
            Role::Moderator => Self::Moderator,
            Role::Participant => Self::Participant,
            Role::Visitor => Self::Visitor,
        }
    }
}

impl fmt::Display for RoleWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Moderator => "moderator",
            Self::Participant => "participant",
            Self::Visitor => "visitor",
        })
    }
}

/// A role of any provider, as programs read it.
pub(crate) fn word(role: provider::Role) -> &'static str {
    match role {
        provider::Role::Moderator => "moderator",
        provider::Role::Participant => "participant",
        provider::Role::Lobby => "lobby",
        provider::Role::Visitor => "visitor",
    }
}
