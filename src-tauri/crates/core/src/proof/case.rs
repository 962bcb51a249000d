//! The cases: who joins, with what token, and what the sources say comes of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::feature::{Feature, Features};
use crate::grant::{Grant, RoomScope};
use crate::matrix::{Keys, Row, Setting, rows};
use crate::person::{Person, PersonId, PersonName};
use crate::role::Role;
use crate::token::{SignFault, Token};

/// One thing that is tried in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ProofCase {
    /// The flag is set.
    Moderator,
    /// The flag is not set. Nobody else is there who could lead.
    Participant,
    /// `context.user.role` is "visitor".
    Visitor,
    /// Joins, and the meeting does not tell what the recorder sees.
    HiddenFromRecorder,
    /// A moderator with every feature on.
    FeaturesGiven,
    /// A moderator with every feature off.
    FeaturesWithheld,
    /// The token is good for every room of the tenant.
    AnyRoom,
    /// Both in one room, who see each other's role and person.
    Together,
    /// `exp` has passed.
    Expired,
    /// The token names another room.
    OtherRoom,
    /// Signed by a key that is not registered.
    OtherKey,
    /// `kid` names a key of another tenant.
    OtherTenant,
    /// The header has no `kid`.
    NoKeyId,
}

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ProofGroup {
    /// Moderator, participant, visitor.
    Roles,
    /// What else a token may say.
    Rights,
    /// Several in one room.
    Together,
    /// Tokens that open nothing.
    Refused,
}

/// What a case's source says comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Whoever has the token is let in.
    Joins(Role),
    /// The server refuses it, with words that begin so.
    Refused(&'static str),
}

/// One who joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// What the source says comes of it.
    pub stated: Stated,
    id: String,
    make: Make,
}

/// How a guest's token is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Make {
    Plain,
    Hidden,
    Features(bool),
    AnyRoom,
    /// As the matrix has it, by the row's name.
    Row(&'static str),
}

const MODERATORS: &str =
    "8x8 infra-configuration: mod_muc_moderators.lua; jitsi-meet: tests/specs/jaas (joinMuc)";
const VISITORS: &str =
    "jitsi-meet: react/features/base/jwt/middleware.any.ts, tests/specs/jaas (visitorTokens)";
const RECORDER: &str = "8x8 JaaS documentation: JWT structure, hidden-from-recorder";
const FEATURES: &str = "8x8 JaaS documentation: JWT structure, features";
const ROOMS_INFO: &str = "Jitsi handbook: IFrame API functions, getRoomsInfo";
const VERIFY_ROOM: &str =
    "jitsi-meet: resources/prosody-plugins/token/util.lib.lua, tests/specs/jaas (joinMuc)";
const VERIFY: &str =
    "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua, tests/specs/jaas (joinMuc)";
const FETCH: &str = "8x8 infra-configuration: mod_muc_auth_vpaas.lua";

/// How long a token is good, in seconds; a case takes a minute at most.
const LIFE: i64 = 600;
/// How far its beginning lies back, as in 8x8's samples.
const BACK_DATED: i64 = 10;

impl ProofCase {
    /// Every case, in the order in which they are tried.
    pub const ALL: [Self; 13] = [
        Self::Moderator,
        Self::Participant,
        Self::Visitor,
        Self::HiddenFromRecorder,
        Self::FeaturesGiven,
        Self::FeaturesWithheld,
        Self::AnyRoom,
        Self::Together,
        Self::Expired,
        Self::OtherRoom,
        Self::OtherKey,
        Self::OtherTenant,
        Self::NoKeyId,
    ];

    /// What it is about.
    pub fn group(self) -> ProofGroup {
        match self {
            Self::Moderator | Self::Participant | Self::Visitor => ProofGroup::Roles,
            Self::HiddenFromRecorder
            | Self::FeaturesGiven
            | Self::FeaturesWithheld
            | Self::AnyRoom => ProofGroup::Rights,
            Self::Together => ProofGroup::Together,
            Self::Expired
            | Self::OtherRoom
            | Self::OtherKey
            | Self::OtherTenant
            | Self::NoKeyId => ProofGroup::Refused,
        }
    }

    /// Its name in reports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Participant => "participant",
            Self::Visitor => "visitor",
            Self::HiddenFromRecorder => "hidden from the recorder",
            Self::FeaturesGiven => "moderator with every feature",
            Self::FeaturesWithheld => "moderator without any feature",
            Self::AnyRoom => "token for every room",
            Self::Together => "moderator and participant side by side",
            Self::Expired => "expired token",
            Self::OtherRoom => "token for another room",
            Self::OtherKey => "signed by another key",
            Self::OtherTenant => "key id of another tenant",
            Self::NoKeyId => "no key id",
        }
    }

    /// The public source of what it states.
    pub fn source(self) -> &'static str {
        match self {
            Self::Moderator | Self::Participant => MODERATORS,
            Self::Visitor => VISITORS,
            Self::HiddenFromRecorder => RECORDER,
            Self::FeaturesGiven | Self::FeaturesWithheld => FEATURES,
            Self::AnyRoom | Self::OtherRoom => VERIFY_ROOM,
            Self::Together => ROOMS_INFO,
            Self::Expired | Self::OtherKey => VERIFY,
            Self::OtherTenant | Self::NoKeyId => FETCH,
        }
    }

    /// Who joins: one or two. Two are in the room at the same time.
    pub fn guests(self) -> Vec<Guest> {
        let joins = |role, make| Guest {
            stated: Stated::Joins(role),
            id: self.person(role),
            make,
        };
        let refused = |words, row| Guest {
            stated: Stated::Refused(words),
            id: self.person(Role::Participant),
            make: Make::Row(row),
        };
        let (moderator, participant) = (Role::Moderator, Role::Participant);
        match self {
            Self::Moderator => vec![joins(moderator, Make::Plain)],
            Self::Participant => vec![joins(participant, Make::Plain)],
            Self::Visitor => vec![joins(Role::Visitor, Make::Plain)],
            Self::HiddenFromRecorder => vec![joins(participant, Make::Hidden)],
            Self::FeaturesGiven => vec![joins(moderator, Make::Features(true))],
            Self::FeaturesWithheld => vec![joins(moderator, Make::Features(false))],
            Self::AnyRoom => vec![joins(participant, Make::AnyRoom)],
            Self::Together => vec![
                joins(moderator, Make::Plain),
                joins(participant, Make::Plain),
            ],
            Self::Expired => vec![refused("Not acceptable by exp", "expired for 8 s")],
            Self::OtherRoom => vec![refused("Room and token mismatched", "another room")],
            Self::OtherKey => vec![refused("Invalid signature", "signed by another key")],
            Self::OtherTenant => vec![refused(
                "could not obtain public key",
                "a kid of another tenant",
            )],
            Self::NoKeyId => vec![refused("'kid' claim is missing", "no kid")],
        }
    }

    /// Whether a key is needed that is not the tenant's.
    pub fn needs_other_key(self) -> bool {
        self == Self::OtherKey
    }

    /// A person of each case's own: a ghost of another case, which stays in the
    /// room for a minute, is not taken for them.
    fn person(self, role: Role) -> String {
        format!("roomkey-proof-{}-{}", self as u8, role_name(role))
    }
}

impl Guest {
    /// Makes the token; the setting's time is now.
    pub fn token(&self, setting: &Setting, keys: Keys<'_>) -> Result<Token, SignFault> {
        let grant = self.grant(setting);
        let signed = |grant: &Grant| Token::sign(grant, &setting.key_id, keys.tenant);
        match self.make {
            Make::Plain => signed(&grant),
            Make::Hidden => signed(&Grant {
                hidden_from_recorder: true,
                ..grant
            }),
            Make::Features(allowed) => signed(&Grant {
                features: all_features(allowed),
                ..grant
            }),
            Make::AnyRoom => signed(&Grant {
                room: RoomScope::Any,
                ..grant
            }),
            Make::Row(name) => row(setting, name).token(setting, keys),
        }
    }

    /// Whoever sees the window or the room can tell who it is.
    fn name(&self) -> String {
        format!("Roomkey proof, {}", role_name(self.role()))
    }

    fn role(&self) -> Role {
        match self.stated {
            Stated::Joins(role) => role,
            Stated::Refused(_) => Role::Participant,
        }
    }

    fn grant(&self, setting: &Setting) -> Grant {
        Grant {
            app_id: setting.key_id.app_id().clone(),
            person: Person {
                id: PersonId::parse(&self.id).expect("the id has allowed signs only"),
                name: PersonName::parse(&self.name()).expect("the name has allowed signs only"),
                email: None,
                avatar: None,
            },
            role: self.role(),
            features: Features::default(),
            room: RoomScope::Exact(setting.room.clone()),
            from: setting.now.minus(BACK_DATED),
            until: setting.now.plus(LIFE),
            hidden_from_recorder: false,
        }
    }
}

/// A role in names and reports.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Moderator => "moderator",
        Role::Participant => "participant",
        Role::Visitor => "visitor",
    }
}

fn all_features(allowed: bool) -> Features {
    let features = Feature::ALL.into_iter();
    features.map(|feature| (feature, allowed)).collect()
}

fn row(setting: &Setting, name: &str) -> Row {
    let mut rows = rows(setting).into_iter();
    rows.find(|row| row.name == name)
        .expect("the matrix has the row, which a test of every case shows")
}
