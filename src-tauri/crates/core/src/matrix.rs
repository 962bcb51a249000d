//! Every way in which a token can be right or wrong, one row a way, with what
//! 8x8's server and the web client make of it.
//!
//! A row says how a good token is spoiled, what is to come of it and which
//! public source says so; it knows nothing of [`crate::inspect`], which is
//! held against it. Minted with a tenant's own key, the rows show a tester
//! what that tenant's tokens grant; in Roomkey's tests they hold the verifier
//! to its sources. What only a live account decides (plans, bans, closed
//! accounts, branding) is not in the table.

mod body;
mod features;
mod header;
mod judge;
mod report;
mod roles;
mod rooms;
mod row;
mod signature;
mod times;
mod writing;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::feature::Features;
use crate::grant::{Grant, RoomScope};
use crate::inspect::{Granted, GrantedRoom};
use crate::key_id::KeyId;
use crate::person::{Person, PersonId, PersonName};
use crate::role::Role;
use crate::room_name::RoomName;
use crate::time::Timestamp;

pub use self::judge::{Judgement, in_few_words, in_words};
pub use self::report::{Line, junit};
pub use self::row::{Expected, Keys, Row};
pub use self::writing::Writing;

/// What the rows are made for.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The registered key's name; its tenant is the rows' tenant.
    pub key_id: KeyId,
    /// The room that is joined.
    pub room: RoomName,
    /// The maker's and the verifier's clock.
    pub now: Timestamp,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "MatrixGroup")]
pub enum Group {
    /// Moderator, participant, visitor.
    Roles,
    /// What the person may do.
    Features,
    /// Which room the token opens.
    Rooms,
    /// From when until when.
    Times,
    /// `alg`, `kid` and `typ`.
    Header,
    /// Who signed, and what.
    Signature,
    /// Issuer, audience, tenant and context.
    Body,
}

impl Group {
    /// Every group, in the order of the table.
    pub const ALL: [Self; 7] = [
        Self::Roles,
        Self::Features,
        Self::Rooms,
        Self::Times,
        Self::Header,
        Self::Signature,
        Self::Body,
    ];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Roles => "Roles",
            Self::Features => "Features",
            Self::Rooms => "Rooms",
            Self::Times => "Times",
            Self::Header => "Header",
            Self::Signature => "Signature",
            Self::Body => "Body",
        }
    }
}

/// The whole table, group by group. No two rows have the same name.
pub fn rows(setting: &Setting) -> Vec<Row> {
    [
        roles::rows(setting),
        features::rows(setting),
        rooms::rows(setting),
        times::rows(setting),
        header::rows(setting),
        signature::rows(setting),
        body::rows(setting),
    ]
    .concat()
}

/// For how many seconds a row's token is good, unless the row says otherwise.
const LIFE: i64 = 600;
/// How far its beginning lies back, as in 8x8's samples.
const BACK_DATED: i64 = 10;

/// Who the rows' tokens are for.
const PERSON_ID: &str = "roomkey-matrix";
const PERSON_NAME: &str = "Roomkey matrix";

impl Setting {
    /// The good token that the rows spoil: a participant in the room.
    fn grant(&self) -> Grant {
        Grant {
            app_id: self.key_id.app_id().clone(),
            person: Person {
                id: PersonId::parse(PERSON_ID).expect("the id has allowed signs only"),
                name: PersonName::parse(PERSON_NAME).expect("the name has allowed signs only"),
                email: None,
                avatar: None,
            },
            role: Role::Participant,
            features: Features::default(),
            room: RoomScope::Exact(self.room.clone()),
            from: self.now.minus(BACK_DATED),
            until: self.now.plus(LIFE),
            hidden_from_recorder: false,
        }
    }

    /// What that token grants, written out by hand.
    fn granted(&self) -> Granted {
        Granted {
            person_id: Some(PERSON_ID.to_owned()),
            name: Some(PERSON_NAME.to_owned()),
            email: None,
            avatar: None,
            role: Role::Participant,
            features: Features::default(),
            room: GrantedRoom::Exact {
                name: self.room.as_str().to_owned(),
            },
            from: Some(self.now.minus(BACK_DATED)),
            until: Some(self.now.plus(LIFE)),
            hidden_from_recorder: false,
        }
    }

    /// A tenant that is none of theirs.
    fn other_tenant(&self) -> String {
        let own = self.key_id.app_id().as_str();
        let digit = if own.ends_with('0') { "1" } else { "0" };
        format!("vpaas-magic-cookie-{}", digit.repeat(32))
    }
}
