//! Rules that name people by their email address.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::person::Email;

/// Whom a rule means: one address, or everybody at a host.
///
/// Addresses are compared without case, as mail servers do in practice. An
/// address is what a person says of themselves: a rule tells desks what to ask
/// for, and holds nobody who has the key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Who(String);

impl Who {
    /// Reads `ada@example.org` or `@example.org`; it is kept in lower case.
    pub fn parse(text: &str) -> Result<Self, WhoFault> {
        let text = text.trim().to_lowercase();
        let as_address = match text.strip_prefix('@') {
            Some(host) => format!("anybody@{host}"),
            None => text.clone(),
        };
        Email::parse(&as_address).map_err(|_| WhoFault)?;
        Ok(Self(text))
    }

    /// Whether the rule means the owner of this address.
    pub fn means(&self, address: &Email) -> bool {
        let address = address.as_str().to_lowercase();
        if self.0.starts_with('@') {
            // The local part of an address has no @ of its own.
            address.ends_with(&self.0)
        } else {
            address == self.0
        }
    }

    /// The rule as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Who {
    type Error = WhoFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Who> for String {
    fn from(who: Who) -> Self {
        who.0
    }
}

/// The text names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This names nobody. Write an address like ada@example.org, or @example.org for everybody there"
)]
pub struct WhoFault;

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> Email {
        Email::parse(text).unwrap()
    }

    #[test]
    fn an_address_means_its_owner() {
        let who = Who::parse(" Ada@Example.org ").unwrap();
        assert_eq!(who.as_str(), "ada@example.org");
        assert!(who.means(&address("ADA@example.ORG")));
        assert!(!who.means(&address("bada@example.org")));
    }

    #[test]
    fn a_host_means_everybody_there_and_nobody_below_or_beside_it() {
        let who = Who::parse("@example.org").unwrap();
        assert!(who.means(&address("ada@example.org")));
        assert!(!who.means(&address("ada@mail.example.org")));
        assert!(!who.means(&address("ada@notexample.org")));
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "@",
            "ada",
            "example.org",
            "a b@example.org",
            "@a@b",
            "ada@",
        ] {
            assert_eq!(Who::parse(text), Err(WhoFault), "{text}");
        }
    }
}
