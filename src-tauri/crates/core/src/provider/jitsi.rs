//! A Jitsi Meet server of the company's own, with token authentication.
//!
//! What its administrator has set decides: `app_id` with `app_secret`, or with `asap_key_server`
//! (jitsi/handbook, "Token authentication"; lib-jitsi-meet `doc/tokens.md`; docker `JWT_…`).

mod cases;
mod checks;
mod claims;

use sha2::{Digest, Sha256};

use self::claims::Claims;
use super::case::{Case, Scene};
use super::check::{self, Against, Check};
use super::door::{Door, Visit};
use super::entry::{Credential, Purpose, Role, TokenFault};
use super::name::{NameFault, name_type};
use super::rule::Rule;
use super::{Abilities, Join, Rooms, Signer, Signing, System};
use crate::domain::Domain;
use crate::key::FEWEST_BITS_OF_RS256;
use crate::time::Timestamp;
use crate::token::Token;

/// What it can do.
pub const ABILITIES: Abilities = Abilities {
    name: NAME,
    roles: &[Role::Moderator, Role::Participant],
    has_features: true,
    has_commands: false,
    rooms: Rooms::Named,
    join: Join::IFrameApi,
    signing: Signing::SecretOrKey,
};

/// What people call it.
const NAME: &str = "Jitsi Meet";

/// One server, as its administrator has set it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where its meetings are.
    pub domain: Domain,
    /// Which part of it the tokens are for.
    pub scope: Scope,
    /// `app_id`, the `iss` of every token.
    pub app: AppName,
    /// One of `asap_accepted_audiences`, the `aud` of every token.
    pub audience: Audience,
    /// What it knows our tokens by.
    pub trust: Trust,
}

/// Which part of a server a token is for, its `sub`. Servers compare it only where
/// `enable_domain_verification` is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The rooms that have no tenant in their address; `sub` is the domain's host.
    Domain,
    /// The rooms of one tenant, `https://<domain>/<tenant>/<room>`.
    Tenant(TenantName),
    /// All of them, for a server whose own name is not the address's (docker: `meet.jitsi`).
    Any,
}

/// What a server knows a tenant's tokens by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// `app_secret`.
    Secret,
    /// A public key on `asap_key_server`, under this name.
    Key(KeyName),
}

name_type! {
    /// The server's `app_id`.
    AppName, "app ID"
}

name_type! {
    /// Whom the tokens are for; `jitsi` where nothing else was agreed.
    Audience, "audience"
}

name_type! {
    /// A tenant in a server's addresses, in lower case, as the server compares it.
    TenantName, "tenant's name", |text| {
        let text = text.to_ascii_lowercase();
        // A dot would make it a domain of more levels, which the server reads as another tenant.
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
        if !text.chars().all(is_plain) {
            return Err(NameFault::Form { what: "tenant's name", like: "sales" });
        }
        Ok(text)
    }
}

name_type! {
    /// The name of a public key, the header's `kid`; it keeps its case.
    KeyName, "key's name"
}

impl KeyName {
    /// The file that `asap_key_server` has to serve, with the public key in PEM.
    pub fn file(&self) -> String {
        use std::fmt::Write;

        let mut name = String::new();
        for byte in Sha256::digest(self.as_str()) {
            // Writing to a text cannot fail.
            let _ = write!(name, "{byte:02x}");
        }
        name.push_str(".pem");
        name
    }
}

impl Server {
    /// The `sub` claim: a tenant or a host in lower case, or `*`.
    pub fn subject(&self) -> &str {
        match &self.scope {
            Scope::Domain => self.domain.host(),
            Scope::Tenant(tenant) => tenant.as_str(),
            Scope::Any => "*",
        }
    }
}

impl System for Server {
    fn abilities(&self) -> Abilities {
        ABILITIES
    }

    fn signer(&self) -> Signer {
        match self.trust {
            Trust::Secret => Signer::Secret,
            Trust::Key(_) => Signer::Key {
                fewest_bits: FEWEST_BITS_OF_RS256,
            },
        }
    }

    fn key_file(&self) -> Option<String> {
        match &self.trust {
            Trust::Secret => None,
            Trust::Key(name) => Some(name.file()),
        }
    }

    fn token(
        &self,
        purpose: &Purpose<'_>,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Token, TokenFault> {
        let entry = match purpose {
            Purpose::Enter(entry) => entry,
            Purpose::Command => return Err(TokenFault::NoCommands { system: NAME }),
        };
        let kid = match (&self.trust, credential) {
            (Trust::Secret, Credential::Secret(_)) => None,
            (Trust::Key(name), Credential::Key(_)) => Some(name.as_str()),
            (Trust::Secret, Credential::Key(_)) => return Err(TokenFault::SecretNeeded),
            (Trust::Key(_), Credential::Secret(_)) => return Err(TokenFault::KeyNeeded),
        };
        let claims = Claims::of(self, entry, from, until)?;
        let token = Token::sign_claims(kid, &claims, from, until, credential)?;
        Ok(token)
    }

    fn domain(&self) -> &Domain {
        &self.domain
    }

    fn scripts(&self) -> Vec<String> {
        let origin = self.domain.origin();
        vec![
            format!("{origin}/external_api.js"),
            format!("{origin}/libs/external_api.min.js"),
        ]
    }

    fn door(&self, visit: &Visit<'_>) -> Result<Door, TokenFault> {
        let room = visit.entry.room()?;
        Ok(Door::IFrameApi {
            room: match &self.scope {
                Scope::Tenant(tenant) => format!("{tenant}/{room}"),
                Scope::Domain | Scope::Any => room.to_string(),
            },
        })
    }

    fn checks(&self, token: &str, against: &Against<'_>) -> Vec<Check> {
        let mut checks = check::walk(self, &checks::QUESTIONS, token, against);
        match &self.trust {
            Trust::Key(_) => {}
            // Without a key server nobody looks at the header before the three parts are counted.
            Trust::Secret => {
                let counted = checks
                    .iter()
                    .position(|check| check.rule == Rule::ThreeParts);
                if let Some(before) = counted.and_then(|place| checks.get_mut(..=place)) {
                    before.rotate_right(1);
                }
            }
        }
        checks
    }

    fn cases(&self, scene: &Scene) -> Vec<Case> {
        cases::of(self, scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By `printf %s NAME | sha256sum`; the first name is that of lib-jitsi-meet's `doc/tokens.md`.
    #[test]
    fn a_keys_file_is_named_by_its_names_hash() {
        let cases = [
            (
                "jitsi/custom_key_name",
                "3b5ef9539dedda4a045efcb1ee03520d9948a533ba2f7924649c16477e40bae0.pem",
            ),
            (
                "Roomkey-2026",
                "f2fdec9b77eb739bde8f37c1f6bcc759630405d9c86e7a8539fb54db8080a8e8.pem",
            ),
        ];
        for (name, file) in cases {
            assert_eq!(KeyName::parse(name).unwrap().file(), file);
        }
    }

    #[test]
    fn a_tenant_is_lowered_and_has_one_level() {
        assert_eq!(
            TenantName::parse(" Sales_2-a ").unwrap().as_str(),
            "sales_2-a"
        );
        for text in ["a.b", "a/b", "büro", "*"] {
            let fault = TenantName::parse(text).unwrap_err();
            assert!(matches!(fault, NameFault::Form { .. }), "{text}");
        }
    }

    #[test]
    fn names_are_one_word() {
        let what = "app ID";
        assert_eq!(AppName::parse(" my_app \n").unwrap().as_str(), "my_app");
        assert_eq!(AppName::parse(" "), Err(NameFault::Empty { what }));
        assert_eq!(AppName::parse("my app"), Err(NameFault::Space { what }));
        assert_eq!(AppName::parse("my\u{0}app"), Err(NameFault::Space { what }));
        let long = "a".repeat(257);
        assert_eq!(AppName::parse(&long), Err(NameFault::TooLong { what }));
        assert!(serde_json::from_str::<AppName>("\"my app\"").is_err());
    }
}
