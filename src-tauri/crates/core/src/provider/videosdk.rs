//! VideoSDK (videosdk.live).
//!
//! Every token is signed by HS256 with the account's secret. One kind calls REST, the other joins
//! (docs.videosdk.live, "Authentication and Tokens"); neither can do what the other does.

mod cases;
mod checks;
mod claims;
pub mod codes;
mod page;
mod rooms;
mod server;

use self::claims::Claims;
use super::call::{RoomCalls, TokenCalls};
use super::case::{Case, Scene};
use super::check::{self, Against, Check};
use super::door::{Door, Visit};
use super::entry::{Credential, Entry, Purpose, Role, TokenFault};
use super::name::{NameFault, name_type};
use super::{Abilities, Join, Rooms, Signer, Signing, System};
use crate::domain::Domain;
use crate::grant::RoomScope;
use crate::time::Timestamp;
use crate::token::Token;

/// What it can do.
pub const ABILITIES: Abilities = Abilities {
    name: NAME,
    roles: &[Role::Moderator, Role::Participant, Role::Lobby],
    has_features: false,
    has_commands: true,
    rooms: Rooms::Made,
    join: Join::PageWithToken,
    signing: Signing::Secret,
};

/// What people call it.
const NAME: &str = "VideoSDK";
/// The newest version in the registry of npm, November 2026 (`@videosdk.live/rtc-js-prebuilt`).
const NEWEST_PAGE: &str = "0.3.44";

/// One account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Where its tokens come from.
    pub tokens: Tokens,
    /// Where its REST is, `api.videosdk.live` where nothing else is said.
    pub api: Domain,
    /// Where its prebuilt page is, `embed.videosdk.live` where nothing else is said.
    pub pages: Domain,
    /// Which of the prebuilt pages is opened.
    pub page_version: PageVersion,
}

/// Where an account's tokens come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tokens {
    /// They are made here, with the secret that belongs to this key.
    Own(ApiKey),
    /// A server of the company's makes them, so that no desk has the secret.
    Server(Domain),
}

name_type! {
    /// The account's API key, which is no secret: every token names it.
    ApiKey, "API key"
}

name_type! {
    /// A version of the prebuilt page, such as `0.3.44`.
    PageVersion, "page's version", |text| {
        let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        if text.split('.').count() != 3 || !text.split('.').all(is_number) {
            return Err(NameFault::Form { what: "page's version", like: NEWEST_PAGE });
        }
        Ok(text.to_owned())
    }
}

impl Default for PageVersion {
    /// The newest that Roomkey was tried with.
    fn default() -> Self {
        Self(NEWEST_PAGE.to_owned())
    }
}

name_type! {
    /// The id that VideoSDK gave a room, such as `2kyv-gzay-64pg`: three groups of three or four
    /// letters and digits, in lower case. An id of somebody's own is turned into one by making
    /// the room.
    RoomId, "room's id", |text| {
        let text = text.to_ascii_lowercase();
        let groups: Vec<&str> = text.split('-').collect();
        let is_group = |group: &&str| {
            matches!(group.len(), 3 | 4) && group.chars().all(|c| c.is_ascii_alphanumeric())
        };
        if groups.len() != 3 || !groups.iter().all(is_group) {
            return Err(NameFault::Form { what: "room's id", like: "2kyv-gzay-64pg" });
        }
        Ok(text)
    }
}

impl RoomId {
    /// The room that a token is for; none where it is for all of them.
    fn of(entry: &Entry) -> Result<Option<Self>, TokenFault> {
        let room = match &entry.room {
            RoomScope::Exact(room) => Self::parse(room.as_str()),
            RoomScope::Any => return Ok(None),
        };
        let room = room.map_err(|_| TokenFault::RoomNotMade { system: NAME })?;
        Ok(Some(room))
    }
}

impl System for Account {
    fn abilities(&self) -> Abilities {
        ABILITIES
    }

    fn signer(&self) -> Signer {
        match self.tokens {
            Tokens::Own(_) => Signer::Secret,
            Tokens::Server(_) => Signer::Elsewhere,
        }
    }

    fn token(
        &self,
        purpose: &Purpose<'_>,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Token, TokenFault> {
        let Tokens::Own(api_key) = &self.tokens else {
            return Err(TokenFault::FromServer);
        };
        match credential {
            Credential::Secret(_) => {}
            Credential::Key(_) => return Err(TokenFault::SecretNeeded),
        }
        let claims = match purpose {
            Purpose::Enter(entry) => Claims::to_enter(api_key, entry, from, until)?,
            Purpose::Command => Claims::to_command(api_key, from, until),
        };
        let token = Token::sign_claims(None, &claims, from, until, credential)?;
        Ok(token)
    }

    fn domain(&self) -> &Domain {
        &self.pages
    }

    fn door(&self, visit: &Visit<'_>) -> Result<Door, TokenFault> {
        page::of(self, visit).map(Door::Page)
    }

    fn room_calls(&self) -> Option<&dyn RoomCalls> {
        Some(self)
    }

    fn token_calls(&self) -> Option<&dyn TokenCalls> {
        match &self.tokens {
            Tokens::Own(_) => None,
            Tokens::Server(server) => Some(server),
        }
    }

    fn checks(&self, token: &str, against: &Against<'_>) -> Vec<Check> {
        check::walk(self, &checks::QUESTIONS, token, against)
    }

    fn cases(&self, scene: &Scene) -> Vec<Case> {
        cases::of(scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rooms_id_has_three_groups() {
        let cases = [
            ("2kyv-gzay-64pg", "2kyv-gzay-64pg"),
            (" 87I6-BVW8-DTN1\n", "87i6-bvw8-dtn1"),
            ("abc-xyzw-lmno", "abc-xyzw-lmno"),
            ("abc-pqr-xyz", "abc-pqr-xyz"),
        ];
        for (text, id) in cases {
            assert_eq!(RoomId::parse(text).unwrap().as_str(), id, "{text}");
        }
        for text in [
            "standup",
            "ab-cdef-ghij",
            "2kyv-gzay",
            "2kyv-gzay-64pg-a",
            "2ky_-gzay-64pg",
        ] {
            let fault = RoomId::parse(text).unwrap_err();
            assert!(matches!(fault, NameFault::Form { .. }), "{text}");
        }
    }
}
