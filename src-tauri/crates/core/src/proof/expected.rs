//! What a token should grant, by the verifier's word.

use serde::Serialize;
use ts_rs::TS;

use super::case::Stated;
use crate::feature::Features;
use crate::inspect::{RefusalPhase, Verdict};
use crate::role::Role;

/// What the meeting should do with a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, rename = "ProofExpected")]
pub enum Expected {
    /// Let the person in.
    Joins {
        /// As what.
        role: Role,
        /// `context.user.id`.
        person: Option<String>,
        /// What the token says of features, which no meeting shows.
        features: Features,
        /// Whether the recorder leaves the person out, which no meeting shows.
        hidden_from_recorder: bool,
    },
    /// Refuse it.
    Refused {
        /// When.
        phase: RefusalPhase,
        /// The server's words.
        text: String,
    },
}

impl Expected {
    /// What a verdict leads one to expect.
    pub fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Accepted(granted) | Verdict::Unproved(granted) => Self::Joins {
                role: granted.role,
                person: granted.person_id.clone(),
                features: granted.features.clone(),
                hidden_from_recorder: granted.hidden_from_recorder,
            },
            Verdict::Refused(refusal) => Self::Refused {
                phase: refusal.phase(),
                text: refusal.wire_text(),
            },
        }
    }

    /// Whether the case's source says the same.
    pub fn is_as_stated(&self, stated: Stated) -> bool {
        match (self, stated) {
            (Self::Joins { role, .. }, Stated::Joins(stated)) => *role == stated,
            (Self::Refused { text, .. }, Stated::Refused(words)) => text.starts_with(words),
            (Self::Joins { .. }, Stated::Refused(_)) | (Self::Refused { .. }, Stated::Joins(_)) => {
                false
            }
        }
    }
}
