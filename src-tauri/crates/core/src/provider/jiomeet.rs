//! JioMeet (jiomeet.com).
//!
//! Tokens call REST alone: with the app's secret by HS256 ("one step"), or with the app's private
//! key by RS256 ("two steps") (dev.jiomeet.com, "Authentication"). One joins by the room's link.

mod cases;
mod checks;
mod meeting;
mod page;
mod rooms;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::call::RoomCalls;
use super::case::{Case, Scene};
use super::check::{self, Against, Check};
use super::door::{Door, Visit};
use super::entry::{Credential, Purpose, Role, TokenFault};
use super::name::{NameFault, name_type};
use super::{Abilities, Join, Rooms, Signer, Signing, System};
use crate::domain::Domain;
use crate::key::FEWEST_BITS_OF_RS256;
use crate::time::Timestamp;
use crate::token::Token;

/// What it can do.
pub const ABILITIES: Abilities = Abilities {
    name: NAME,
    roles: &[Role::Moderator, Role::Participant],
    has_features: false,
    has_commands: true,
    rooms: Rooms::Made,
    join: Join::PageByLink,
    signing: Signing::SecretOrKey,
};

/// What people call it.
const NAME: &str = "JioMeet";

/// One app, as the platform's section "Apps" has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    /// The `app` of every token.
    pub id: AppId,
    /// The `iss` of every token; the app's id where it has none of its own.
    pub issuer: Option<Issuer>,
    /// What the platform gave the app to sign with.
    pub steps: Steps,
    /// Where its REST and its rooms are, `jiomeetpro.jio.com` where nothing else is said.
    pub domain: Domain,
    /// How a token stands in the header `Authorization`.
    pub authorization: Authorization,
}

/// How a token stands in the header `Authorization`. JioMeet's specification has it bare, and
/// both have been seen to work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Authorization {
    /// Alone.
    #[default]
    Bare,
    /// Behind `Bearer`.
    Bearer,
}

/// What an app signs with, by JioMeet's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Steps {
    /// A secret, by HS256.
    One,
    /// A private key, by RS256.
    Two,
}

name_type! {
    /// An app's id; a text even where it has digits only.
    AppId, "app ID"
}

name_type! {
    /// Who makes the tokens.
    Issuer, "issuer"
}

/// The number under which people find a meeting. It is a text: it may begin with 0, and where it
/// was written as a number, which keeps no such zero, it has the ten digits that are documented.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "String")]
pub struct MeetingId(String);

impl MeetingId {
    /// Reads a number's digits; space and `-` between them are dropped.
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        let is_between = |c: char| c.is_whitespace() || c == '-';
        let digits: String = text.chars().filter(|c| !is_between(*c)).collect();
        let is_number = digits.chars().all(|c| c.is_ascii_digit());
        if digits.is_empty() || digits.len() > 20 || !is_number {
            return Err(NameFault::Form {
                what: "meeting's number",
                like: "0123456789",
            });
        }
        Ok(Self(digits))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<Written> for MeetingId {
    type Error = NameFault;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Text(text) => Self::parse(&text),
            Written::Number(number) => Self::parse(&format!("{number:010}")),
        }
    }
}

impl From<MeetingId> for String {
    fn from(id: MeetingId) -> Self {
        id.0
    }
}

/// JioMeet's schema has a text there, its examples a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Text(String),
    Number(u64),
}

#[derive(Serialize)]
struct Claims<'a> {
    app: &'a str,
    iss: &'a str,
    iat: i64,
    exp: i64,
}

impl Authorization {
    /// The header's value.
    fn of(self, token: &Token) -> Zeroizing<String> {
        let token = token.reveal();
        Zeroizing::new(match self {
            Self::Bare => token.to_owned(),
            Self::Bearer => format!("Bearer {token}"),
        })
    }
}

impl App {
    /// The `iss` claim.
    pub fn issuer(&self) -> &str {
        self.issuer
            .as_ref()
            .map_or(self.id.as_str(), Issuer::as_str)
    }
}

impl System for App {
    fn abilities(&self) -> Abilities {
        ABILITIES
    }

    fn signer(&self) -> Signer {
        match self.steps {
            Steps::One => Signer::Secret,
            Steps::Two => Signer::Key {
                fewest_bits: FEWEST_BITS_OF_RS256,
            },
        }
    }

    fn token(
        &self,
        purpose: &Purpose<'_>,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Token, TokenFault> {
        match purpose {
            Purpose::Enter(_) => return Err(TokenFault::NoEntry { system: NAME }),
            Purpose::Command => {}
        }
        match (self.steps, credential) {
            (Steps::One, Credential::Secret(_)) | (Steps::Two, Credential::Key(_)) => {}
            (Steps::One, Credential::Key(_)) => return Err(TokenFault::SecretNeeded),
            (Steps::Two, Credential::Secret(_)) => return Err(TokenFault::KeyNeeded),
        }
        let claims = Claims {
            app: self.id.as_str(),
            iss: self.issuer(),
            iat: from.seconds(),
            exp: until.seconds(),
        };
        let token = Token::sign_claims(None, &claims, from, until, credential)?;
        Ok(token)
    }

    fn domain(&self) -> &Domain {
        &self.domain
    }

    fn door(&self, visit: &Visit<'_>) -> Result<Door, TokenFault> {
        page::of(visit).map(Door::Page)
    }

    fn room_calls(&self) -> Option<&dyn RoomCalls> {
        Some(self)
    }

    fn checks(&self, token: &str, against: &Against<'_>) -> Vec<Check> {
        check::walk(self, &checks::QUESTIONS, token, against)
    }

    fn cases(&self, scene: &Scene) -> Vec<Case> {
        cases::of(self, scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meetings_number_keeps_its_zeros() {
        let cases = [
            ("0123456789", "0123456789"),
            (" 012 345 6789\n", "0123456789"),
            ("012-345-6789", "0123456789"),
        ];
        for (text, digits) in cases {
            assert_eq!(MeetingId::parse(text).unwrap().as_str(), digits, "{text}");
        }
        for text in ["", " - ", "sm-12345", "１２３", &"1".repeat(21)] {
            assert!(MeetingId::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_meetings_number_is_read_from_a_text_or_a_number_and_written_as_text() {
        let read = |json: &str| serde_json::from_str::<MeetingId>(json).unwrap();
        assert_eq!(read("\"0123456789\"").as_str(), "0123456789");
        assert_eq!(read("1234567890").as_str(), "1234567890");
        assert_eq!(read("123456789").as_str(), "0123456789");
        let written = serde_json::to_string(&read("1234567890")).unwrap();
        assert_eq!(written, "\"1234567890\"");
        for json in ["1.5", "-1", "null", "\"sm-1\""] {
            assert!(serde_json::from_str::<MeetingId>(json).is_err(), "{json}");
        }
    }
}
