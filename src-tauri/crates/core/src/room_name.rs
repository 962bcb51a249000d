//! The name of one room inside a tenant, single level.
//!
//! The server lowers the token's `room` claim byte by byte, the web client
//! lowers, composes and percent-encodes what stands in the address
//! (jitsi-meet `token/util.lib.lua` and `base/util/uri.ts`). Only names on
//! which all of them agree are allowed: `a` to `z`, `0` to `9`, `-` and `_`.
//! Titles, which may have any form, are not kept here.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A room's name as the server compares it, without the tenant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RoomName(String);

/// The longest name taken; a longer one would be cut off in menus and icons.
const LONGEST: usize = 100;

impl RoomName {
    /// Takes a name that is already in its final form.
    pub fn parse(text: &str) -> Result<Self, RoomNameFault> {
        if text.is_empty() {
            return Err(RoomNameFault::Empty);
        }
        for found in text.chars() {
            match found {
                'a'..='z' | '0'..='9' | '-' | '_' => {}
                'A'..='Z' => return Err(RoomNameFault::UpperCase { found }),
                '/' | '\\' => return Err(RoomNameFault::Slash),
                _ if found.is_whitespace() => return Err(RoomNameFault::Space),
                _ if found.is_alphanumeric() => return Err(RoomNameFault::OtherLetter { found }),
                _ => return Err(RoomNameFault::Character { found }),
            }
        }
        if text.len() > LONGEST {
            return Err(RoomNameFault::TooLong { found: text.len() });
        }
        Ok(Self(text.to_owned()))
    }

    /// Takes what a person typed: surrounding space is dropped, each run of
    /// inner space becomes one `-`, and `A` to `Z` become lower case.
    ///
    /// Nothing else is changed, because it could turn one room into another.
    pub fn normalise(text: &str) -> Result<Self, RoomNameFault> {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self::parse(&words.join("-").to_ascii_lowercase())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RoomName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for RoomName {
    type Error = RoomNameFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<RoomName> for String {
    fn from(room: RoomName) -> Self {
        room.0
    }
}

/// Why a text cannot be a room's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoomNameFault {
    /// Nothing was given.
    #[error("The room's name is missing. Type one, such as standup")]
    Empty,
    /// More than one level.
    #[error("A room's name has one level. Leave out the /")]
    Slash,
    /// Space inside; only where nothing is normalised.
    #[error("A room's name has no spaces. Use - between words")]
    Space,
    /// An upper case letter; only where nothing is normalised.
    #[error("A room's name is in lower case. Write “{found}” small")]
    UpperCase {
        /// The first such letter.
        found: char,
    },
    /// A letter or digit outside `a` to `z` and `0` to `9`.
    #[error("The server does not tell rooms with “{found}” apart reliably. Use the letters a to z")]
    OtherLetter {
        /// The first such letter.
        found: char,
    },
    /// A sign that addresses or the web client do not keep.
    #[error("“{found}” cannot stand in a room's name. Use a to z, 0 to 9, - and _")]
    Character {
        /// The first such sign.
        found: char,
    },
    /// More than a hundred characters.
    #[error("A room's name has at most 100 characters, this one has {found}. Shorten it")]
    TooLong {
        /// How many there are.
        found: usize,
    },
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_type_is_normalised_where_that_is_safe() {
        let cases = [
            ("standup", "standup"),
            (" Standup ", "standup"),
            ("All Hands", "all-hands"),
            ("all \t  hands\n2026", "all-hands-2026"),
            ("all\u{a0}hands", "all-hands"),
            ("R_2-d2", "r_2-d2"),
            ("-", "-"),
        ];
        for (typed, name) in cases {
            assert_eq!(
                RoomName::normalise(typed).unwrap().as_str(),
                name,
                "{typed}"
            );
        }
    }

    #[test]
    fn what_could_be_another_room_is_refused() {
        let cases = [
            ("", RoomNameFault::Empty),
            (" \t ", RoomNameFault::Empty),
            ("a/b", RoomNameFault::Slash),
            ("a\\b", RoomNameFault::Slash),
            ("büro", RoomNameFault::OtherLetter { found: 'ü' }),
            ("BÜRO", RoomNameFault::OtherLetter { found: 'Ü' }),
            ("стендап", RoomNameFault::OtherLetter { found: 'с' }),
            ("会議", RoomNameFault::OtherLetter { found: '会' }),
            ("ﬁnance", RoomNameFault::OtherLetter { found: 'ﬁ' }),
            (
                "Kelvin \u{212a}",
                RoomNameFault::OtherLetter { found: '\u{212a}' },
            ),
            ("a.b", RoomNameFault::Character { found: '.' }),
            ("50%", RoomNameFault::Character { found: '%' }),
            ("a\u{301}", RoomNameFault::Character { found: '\u{301}' }),
            ("a\u{200b}b", RoomNameFault::Character { found: '\u{200b}' }),
            ("a\u{0}", RoomNameFault::Character { found: '\u{0}' }),
        ];
        for (typed, fault) in cases {
            assert_eq!(RoomName::normalise(typed), Err(fault), "{typed}");
        }
        let long = "a".repeat(101);
        assert_eq!(
            RoomName::normalise(&long),
            Err(RoomNameFault::TooLong { found: 101 })
        );
    }

    /// The characters that the web client strips, `_ROOM_EXCLUDE_PATTERN` in
    /// jitsi-meet's `base/util/uri.ts`.
    #[test]
    fn nothing_that_the_client_strips_is_kept() {
        for found in ":?#[]@!$&'()*+,;=></\"%".chars() {
            assert!(
                RoomName::normalise(&format!("a{found}b")).is_err(),
                "{found}"
            );
        }
    }

    #[test]
    fn parsing_changes_nothing() {
        assert_eq!(RoomName::parse("a b"), Err(RoomNameFault::Space));
        assert_eq!(
            RoomName::parse("Ab"),
            Err(RoomNameFault::UpperCase { found: 'A' })
        );
        assert!(serde_json::from_str::<RoomName>("\"Ab\"").is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn a_normalised_name_parses_and_stays_the_same(typed in ".{0,40}|[A-Za-z0-9 _-]{0,40}") {
            if let Ok(name) = RoomName::normalise(&typed) {
                prop_assert_eq!(RoomName::parse(name.as_str()), Ok(name.clone()));
                prop_assert_eq!(RoomName::normalise(name.as_str()), Ok(name.clone()));
                let is_plain =
                    |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
                prop_assert!(name.as_str().chars().all(is_plain));
            }
        }

        #[test]
        fn every_plain_name_is_taken(typed in " {0,3}[A-Za-z0-9_-]{1,90}( {1,3}[A-Z]{1,3})? {0,3}") {
            prop_assert!(RoomName::normalise(&typed).is_ok());
        }
    }
}
