//! What a token is made of, besides what signs it and the time: who and what it is for, dated when
//! it is made, and the changes that spoil it on purpose.

use crate::change::Change;
use crate::feature::Features;
use crate::grant::RoomScope;
use crate::lifetime::Lifetime;
use crate::person::Person;
use crate::provider::Credential;
use crate::provider::Entry;
use crate::provider::Provider;
use crate::provider::Purpose;
use crate::provider::Role;
use crate::provider::TokenFault;
use crate::time::Timestamp;
use crate::token::Token;

/// What somebody who makes tokens has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// Whether it calls the provider's REST; it is then nobody's, and for no room.
    pub is_command: bool,
    /// Who may join.
    pub person: Person,
    /// As what.
    pub role: Role,
    /// With which features, where the provider has such.
    pub features: Features,
    /// Which room, or all of them.
    pub room: RoomScope,
    /// How long the token is good, counted from when it is made.
    pub lifetime: Lifetime,
    /// From when on, in seconds after it is made; negative is before.
    pub begins: i64,
    /// Whether the person stays out of recordings.
    pub hidden_from_recorder: bool,
    /// What is done to header and body before they are signed, in order.
    pub changes: Vec<Change>,
}

impl Recipe {
    /// Who is let in, as what.
    pub fn entry(&self) -> Entry {
        Entry {
            person: self.person.clone(),
            role: self.role,
            features: self.features.clone(),
            room: self.room.clone(),
        }
    }

    /// Makes a token now. Only changes make one that is wrong.
    pub fn token(
        &self,
        provider: &Provider,
        credential: Credential<'_>,
        now: Timestamp,
    ) -> Result<Token, TokenFault> {
        let entry = self.entry();
        let purpose = if self.is_command {
            Purpose::Command
        } else {
            Purpose::Enter(&entry)
        };
        let (from, until) = (now.plus(self.begins), now.plus(self.lifetime.in_seconds()));
        let good = provider.system().token(&purpose, from, until, credential)?;
        let changes = self.all_changes();
        Ok(if changes.is_empty() {
            good
        } else {
            good.changed(&changes, credential)?
        })
    }

    fn all_changes(&self) -> Vec<Change> {
        let hides = self.hidden_from_recorder && !self.is_command;
        let hidden = hides.then(Change::hide_from_recorder);
        hidden.into_iter().chain(self.changes.clone()).collect()
    }
}
