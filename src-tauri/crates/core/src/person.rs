//! Who sits at this desk, as a token names them.
//!
//! The id is made once elsewhere and kept: 8x8 and testers recognise a person
//! by it. Nothing here checks that a mailbox or a picture exists.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A person, with everything that `context.user` says about one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Stable and unique.
    pub id: PersonId,
    /// What others read.
    pub name: PersonName,
    /// Where invitations go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// Where the person's picture is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<AvatarUrl>,
}

text_type! {
    /// A person's stable id, such as a UUID: 1 to 128 letters, digits and
    /// `-._~@`, which also stand safely in the address of 8x8's ban endpoint.
    PersonId
}

impl PersonId {
    /// Reads an id; surrounding space is dropped.
    pub fn parse(text: &str) -> Result<Self, PersonFault> {
        let text = text.trim();
        let allowed =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '@');
        if text.is_empty() || text.len() > 128 || !text.chars().all(allowed) {
            return Err(PersonFault::Id);
        }
        Ok(Self(text.to_owned()))
    }
}

text_type! {
    /// The name that others read: 1 to 100 characters, no control characters.
    PersonName
}

impl PersonName {
    /// Reads a name; surrounding space is dropped and each run of inner space
    /// becomes one space.
    pub fn parse(text: &str) -> Result<Self, PersonFault> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return Err(PersonFault::NoName);
        }
        if text.chars().any(char::is_control) {
            return Err(PersonFault::NameControl);
        }
        let length = text.chars().count();
        if length > 100 {
            return Err(PersonFault::NameTooLong { found: length });
        }
        Ok(Self(text))
    }
}

text_type! {
    /// An email address, checked for its form only.
    Email
}

impl Email {
    /// Reads an address; surrounding space is dropped.
    pub fn parse(text: &str) -> Result<Self, PersonFault> {
        let text = text.trim();
        let Some((local, host)) = text.rsplit_once('@') else {
            return Err(PersonFault::Email);
        };
        let hidden = |c: char| c.is_whitespace() || c.is_control() || c == '@';
        let labels_are_filled = host.split('.').all(|label| !label.is_empty());
        if local.is_empty() || !labels_are_filled || text.len() > 254 {
            return Err(PersonFault::Email);
        }
        if local.contains(hidden) || host.contains(hidden) {
            return Err(PersonFault::Email);
        }
        Ok(Self(text.to_owned()))
    }
}

text_type! {
    /// The https address of a picture; meetings do not load others.
    AvatarUrl
}

impl AvatarUrl {
    /// Reads an address; surrounding space is dropped.
    pub fn parse(text: &str) -> Result<Self, PersonFault> {
        let text = text.trim();
        let hidden = |c: char| c.is_whitespace() || c.is_control();
        let begins_with_host = text.strip_prefix("https://").is_some_and(|rest| {
            rest.chars()
                .next()
                .is_some_and(|c| c.is_alphanumeric() || c == '[')
        });
        if !begins_with_host || text.len() > 2048 || text.contains(hidden) {
            return Err(PersonFault::Avatar);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Why something cannot be said of a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonFault {
    /// The id is empty, too long or has other signs.
    #[error("A person's id has 1 to 128 letters, digits and -._~@. Use a UUID")]
    Id,
    /// The name is empty.
    #[error("Your name is missing. Type it as others should read it")]
    NoName,
    /// The name has invisible control characters.
    #[error("Your name has invisible characters. Type it anew")]
    NameControl,
    /// The name is longer than a tile can show.
    #[error("A name has at most 100 characters, this one has {found}. Shorten it")]
    NameTooLong {
        /// How many there are.
        found: usize,
    },
    /// It does not look like an address.
    #[error("This is no email address. Write it like ada@example.org")]
    Email,
    /// It is no https address.
    #[error(
        "A picture's address begins with https:// and has no spaces. Copy it from the browser's address bar"
    )]
    Avatar,
}

/// Declares a text that only its `parse` can make.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = PersonFault;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }
    };
}
use text_type;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied() {
        let name = |text: &str| PersonName::parse(text).map(String::from);
        assert_eq!(name(" Ada  King\n").unwrap(), "Ada King");
        assert_eq!(name("Žofie Ünal 王").unwrap(), "Žofie Ünal 王");
        assert_eq!(name(" "), Err(PersonFault::NoName));
        assert_eq!(name("A\u{7}da"), Err(PersonFault::NameControl));
        assert_eq!(
            name(&"ä".repeat(101)),
            Err(PersonFault::NameTooLong { found: 101 })
        );
        assert!(name(&"ä".repeat(100)).is_ok());
    }

    #[test]
    fn ids_stand_safely_in_an_address() {
        for id in [
            "0f8b7760-c17f-4a12-b134-c6ac37167144",
            "ada@example.org",
            "a.b_c~d",
        ] {
            assert_eq!(PersonId::parse(id).unwrap().as_str(), id);
        }
        for id in ["", "a b", "a/b", "ä", "a?b", &"a".repeat(129)] {
            assert_eq!(PersonId::parse(id), Err(PersonFault::Id), "{id}");
        }
    }

    #[test]
    fn addresses_have_the_form_of_one() {
        for email in [
            "ada@example.org",
            "ada+x@a.b",
            "ä@bücher.example",
            "ada@host",
        ] {
            assert_eq!(Email::parse(email).unwrap().as_str(), email);
        }
        let wrong = [
            "",
            "ada",
            "@example.org",
            "ada@",
            "ada@.org",
            "ada@org.",
            "a b@c.d",
            "a@b@c.d",
        ];
        for email in wrong {
            assert_eq!(Email::parse(email), Err(PersonFault::Email), "{email}");
        }
    }

    #[test]
    fn pictures_come_by_https() {
        assert!(AvatarUrl::parse(" https://example.org/a.png ").is_ok());
        for url in [
            "",
            "http://a.b/c",
            "https://",
            "https:///a",
            "https://a b",
            "javascript:1",
        ] {
            assert_eq!(AvatarUrl::parse(url), Err(PersonFault::Avatar), "{url}");
        }
    }

    #[test]
    fn json_leaves_out_what_is_not_known() {
        let person = Person {
            id: PersonId::parse("ada").unwrap(),
            name: PersonName::parse("Ada").unwrap(),
            email: None,
            avatar: None,
        };
        let json = r#"{"id":"ada","name":"Ada"}"#;
        assert_eq!(serde_json::to_string(&person).unwrap(), json);
        assert_eq!(serde_json::from_str::<Person>(json).unwrap(), person);
        assert!(serde_json::from_str::<Person>(r#"{"id":"ada","name":" "}"#).is_err());
    }
}
