//! 8x8's Jitsi as a Service, behind the same questions as the others.
//!
//! Its tokens are made by [`crate::token`], and judged by [`crate::inspect`], which knows more of
//! its server than is asked here.

pub mod command;
pub mod webhook;

use std::borrow::Cow;

use super::check::{Against, Aim, Check, Outcome, Refusal, Unchecked, Verifier};
use super::door::{Door, Visit};
use super::entry::{Credential, Entry, Purpose, Role, TokenFault};
use super::rule::Rule;
use super::{Abilities, Join, Rooms, Signer, Signing, System};
use crate::app_id::AppId;
use crate::domain::Domain;
use crate::grant::Grant;
use crate::inspect;
use crate::key::FEWEST_BITS_OF_JAAS;
use crate::key_id::KeyId;
use crate::room_name::RoomName;
use crate::time::Timestamp;
use crate::token::Token;

/// What people call it.
const NAME: &str = "JaaS";

/// What it can do, also where the console has not named the key yet.
pub const ABILITIES: Abilities = Abilities {
    name: NAME,
    roles: &[Role::Moderator, Role::Participant, Role::Visitor],
    has_features: true,
    has_commands: true,
    rooms: Rooms::Named,
    join: Join::IFrameApi,
    signing: Signing::Key,
};

/// What its tokens are signed with: JaaS takes no smaller key.
pub const SIGNER: Signer = Signer::Key {
    fewest_bits: FEWEST_BITS_OF_JAAS,
};

/// One tenant, with the name of the key that it signs with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant {
    /// The key's id, which names the tenant too.
    pub key_id: KeyId,
    /// Where its meetings are, such as `8x8.vc`.
    pub domain: Domain,
}

impl Tenant {
    /// The tenant's AppID.
    pub fn app_id(&self) -> &AppId {
        self.key_id.app_id()
    }

    /// A room as the IFrame API and the meeting's address have it: `<AppID>/<room>`.
    pub fn path(&self, room: &RoomName) -> String {
        format!("{}/{room}", self.app_id())
    }

    fn grant(&self, entry: &Entry, from: Timestamp, until: Timestamp) -> Result<Grant, TokenFault> {
        let (system, role) = (NAME, entry.role);
        let role = role.settled().ok_or(TokenFault::Role { system, role })?;
        Ok(Grant {
            app_id: self.app_id().clone(),
            person: entry.person.clone(),
            role,
            features: entry.features.clone(),
            room: entry.room.clone(),
            from,
            until,
            hidden_from_recorder: false,
        })
    }
}

impl System for Tenant {
    fn abilities(&self) -> Abilities {
        ABILITIES
    }

    fn signer(&self) -> Signer {
        SIGNER
    }

    fn token(
        &self,
        purpose: &Purpose<'_>,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Token, TokenFault> {
        let key = match credential {
            Credential::Key(key) => key,
            Credential::Secret(_) => return Err(TokenFault::KeyNeeded),
        };
        let token = match purpose {
            Purpose::Enter(entry) => {
                Token::sign(&self.grant(entry, from, until)?, &self.key_id, key)?
            }
            Purpose::Command => Token::sign_for_commands(&self.key_id, key, from, until)?,
        };
        Ok(token)
    }

    fn domain(&self) -> &Domain {
        &self.domain
    }

    fn scripts(&self) -> Vec<String> {
        let origin = self.domain.origin();
        vec![
            format!("{origin}/{}/external_api.js", self.app_id()),
            format!("{origin}/libs/external_api.min.js"),
        ]
    }

    fn door(&self, visit: &Visit<'_>) -> Result<Door, TokenFault> {
        Ok(Door::IFrameApi {
            room: self.path(visit.entry.room()?),
        })
    }

    /// A secret verifies nothing here, so that the signature is then not checked.
    fn checks(&self, token: &str, against: &Against<'_>) -> Vec<Check> {
        let key = match against.verifier {
            Some(Verifier::Key(key)) => Some(key),
            Some(Verifier::Secret(_)) | None => None,
        };
        let room = match against.aim {
            Aim::Enter(room) => room,
            Aim::Command => None,
        };
        let against_all = inspect::Against {
            key,
            key_id: key.map(|_| &self.key_id),
            room,
            now: against.now,
        };
        let checks = inspect::inspect(token, &against_all).checks;
        let is_asked = |check: &inspect::Check| match against.aim {
            Aim::Enter(_) => true,
            // Both belong to a meeting; a command's token has neither.
            Aim::Command => !matches!(check.rule, inspect::Rule::Context | inspect::Rule::Room),
        };
        checks.into_iter().filter(is_asked).map(check).collect()
    }
}

fn check(check: inspect::Check) -> Check {
    let outcome = match check.outcome {
        inspect::Outcome::Pass => Outcome::Pass,
        inspect::Outcome::Fail { refusal, text } => Outcome::Fail(Refusal {
            says: Some(Cow::Owned(refusal.wire_text())),
            text: Cow::Owned(text),
        }),
        inspect::Outcome::NotChecked { why, .. } => Outcome::NotChecked(unchecked(why)),
    };
    Check {
        rule: rule(check.rule),
        outcome,
        source: check.source,
    }
}

fn rule(rule: inspect::Rule) -> Rule {
    match rule {
        inspect::Rule::Present => Rule::Present,
        inspect::Rule::Header => Rule::Header,
        inspect::Rule::KeyId => Rule::KeyName,
        inspect::Rule::KeyRegistered => Rule::KeyRegistered,
        inspect::Rule::ThreeParts => Rule::ThreeParts,
        inspect::Rule::Body => Rule::Body,
        inspect::Rule::Typ => Rule::Typ,
        inspect::Rule::Alg => Rule::Alg,
        inspect::Rule::Signature => Rule::Signature,
        inspect::Rule::ExpNumber => Rule::ExpNumber,
        inspect::Rule::NbfNumber => Rule::NbfNumber,
        inspect::Rule::NotExpired => Rule::NotExpired,
        inspect::Rule::Begun => Rule::Begun,
        inspect::Rule::Issuer => Rule::Issuer,
        inspect::Rule::Audience => Rule::Audience,
        inspect::Rule::Context => Rule::Context,
        inspect::Rule::Tenant => Rule::Tenant,
        inspect::Rule::Room => Rule::Room,
    }
}

fn unchecked(why: inspect::Unchecked) -> Unchecked {
    match why {
        inspect::Unchecked::NoToken => Unchecked::NoToken,
        inspect::Unchecked::NoHeader => Unchecked::NoHeader,
        inspect::Unchecked::NoBody => Unchecked::NoBody,
        inspect::Unchecked::NoKeyNamed => Unchecked::NoKeyNamed,
        inspect::Unchecked::NoKeyGiven => Unchecked::NoVerifier,
        inspect::Unchecked::NotThreeParts => Unchecked::NotThreeParts,
        inspect::Unchecked::NoExp | inspect::Unchecked::NoNbf | inspect::Unchecked::NoRoomNamed => {
            Unchecked::NotSaid
        }
        inspect::Unchecked::NoRoomGiven => Unchecked::NoRoomGiven,
        inspect::Unchecked::RoomPattern => Unchecked::RoomPattern,
    }
}
