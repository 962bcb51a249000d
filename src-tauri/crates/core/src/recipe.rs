//! What a token is made of, besides the key and the time: a grant that is
//! dated when it is made, and the changes that spoil it on purpose.

use serde_json::Value;
use serde_json::json;

use crate::app_id::AppId;
use crate::change::Change;
use crate::feature::Features;
use crate::grant::Grant;
use crate::grant::RoomScope;
use crate::key::PrivateKey;
use crate::key_id::KeyId;
use crate::lifetime::Lifetime;
use crate::person::Person;
use crate::role::Role;
use crate::time::Timestamp;
use crate::token::SignFault;
use crate::token::Token;

/// What somebody who makes tokens has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// Who may join.
    pub person: Person,
    /// As what.
    pub role: Role,
    /// With which features.
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
    /// What a token that is made now grants, before any change.
    pub fn grant(&self, app_id: &AppId, now: Timestamp) -> Grant {
        Grant {
            app_id: app_id.clone(),
            person: self.person.clone(),
            role: self.role,
            features: self.features.clone(),
            room: self.room.clone(),
            from: now.plus(self.begins),
            until: now.plus(self.lifetime.in_seconds()),
            hidden_from_recorder: self.hidden_from_recorder,
        }
    }

    /// Makes a token now. Only changes make one that is wrong.
    pub fn token(
        &self,
        key_id: &KeyId,
        key: &PrivateKey,
        now: Timestamp,
    ) -> Result<Token, SignFault> {
        let grant = self.grant(key_id.app_id(), now);
        if self.changes.is_empty() {
            return Token::sign(&grant, key_id, key);
        }
        let mut header = json!({"alg": "RS256", "kid": key_id.as_str(), "typ": "JWT"});
        let mut body = body(&grant);
        for change in &self.changes {
            change.apply(&mut header, &mut body);
        }
        Token::forge(&header, &body, key)
    }
}

fn body(grant: &Grant) -> Value {
    serde_json::to_value(grant.claims()).expect("claims are texts and numbers")
}
