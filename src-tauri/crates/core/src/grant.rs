//! What one token allows.

use crate::app_id::AppId;
use crate::claims::Claims;
use crate::feature::Features;
use crate::person::Person;
use crate::role::Role;
use crate::room_name::RoomName;
use crate::room_name::RoomNameFault;
use crate::time::Timestamp;

/// One person, in one room, in one role, for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The tenant whose meeting it is.
    pub app_id: AppId,
    /// Who may join.
    pub person: Person,
    /// As what.
    pub role: Role,
    /// With which features; JaaS heeds them for moderators only.
    pub features: Features,
    /// Which room, or all of them.
    pub room: RoomScope,
    /// The first moment at which the token is good.
    pub from: Timestamp,
    /// The first moment at which it is no longer good.
    pub until: Timestamp,
    /// Whether the person stays out of recordings.
    pub hidden_from_recorder: bool,
}

/// The rooms of the tenant that a token opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomScope {
    /// This one alone.
    Exact(RoomName),
    /// Every room of the tenant; only where it is asked for.
    Any,
}

impl RoomScope {
    /// Reads what somebody typed: a room, or `*` for all of them.
    pub fn parse(typed: &str) -> Result<Self, RoomNameFault> {
        match typed.trim() {
            "*" => Ok(Self::Any),
            name => Ok(Self::Exact(RoomName::normalise(name)?)),
        }
    }

    /// The `room` claim: the room's name without the tenant, or `*`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Exact(room) => room.as_str(),
            Self::Any => "*",
        }
    }
}

impl Grant {
    /// What the token will say.
    pub fn claims(&self) -> Claims {
        Claims::of(self)
    }
}
