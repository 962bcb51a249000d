//! The name by which Roomkey knows a tenant.
//!
//! It names the tenant in the settings, in the keyring and in
//! `roomkey join TENANT/ROOM`, so it stays when the title or the provider's
//! own id changes. It says nothing to any provider.

use std::fmt;

use serde::Serialize;

/// A stable slug: 1 to 64 of `a` to `z`, `0` to `9` and `-`, with no `-` at
/// either end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct TenantId(String);

/// The longest id; it has to leave room in a keyring entry's name.
const LONGEST: usize = 64;

impl TenantId {
    /// Takes an id that is already in its final form.
    pub fn parse(text: &str) -> Result<Self, TenantIdFault> {
        if text.is_empty() {
            return Err(TenantIdFault::Empty);
        }
        if text.len() > LONGEST {
            return Err(TenantIdFault::TooLong { found: text.len() });
        }
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if let Some(found) = text.chars().find(|c| !allowed(*c)) {
            return Err(TenantIdFault::Character { found });
        }
        if text.starts_with('-') || text.ends_with('-') {
            return Err(TenantIdFault::Hyphen);
        }
        Ok(Self(text.to_owned()))
    }

    /// Makes an id for a new tenant of that title which none of the others
    /// has: `Müller & Co` becomes `mueller-co`, and `mueller-co-2` where that
    /// is taken. A title without any usable letter becomes `tenant`.
    pub fn for_title(title: &str, is_taken: impl Fn(&Self) -> bool) -> Self {
        let stem = slug(title);
        let mut candidate = Self(stem.clone());
        let mut number = 2_u32;
        while is_taken(&candidate) {
            candidate = Self(format!("{stem}-{number}"));
            number += 1;
        }
        candidate
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text cannot be a tenant's id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TenantIdFault {
    /// Nothing was given.
    #[error("The tenant's id is missing. Use a short name such as acme")]
    Empty,
    /// A sign outside the allowed ones.
    #[error("“{found}” cannot stand in a tenant's id. Use a to z, 0 to 9 and -")]
    Character {
        /// The first such sign.
        found: char,
    },
    /// A hyphen at the beginning or the end.
    #[error("A tenant's id neither begins nor ends with -. Leave it out there")]
    Hyphen,
    /// More than 64 characters.
    #[error("A tenant's id has at most 64 characters, this one has {found}. Shorten it")]
    TooLong {
        /// How many there are.
        found: usize,
    },
}

/// How much of a title is taken, so that a number still fits behind it.
const STEM: usize = LONGEST - 11;

fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(STEM);
    let slug = slug.trim_matches('-');
    if slug.is_empty() {
        "tenant".to_owned()
    } else {
        slug.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_the_title() {
        let cases = [
            ("Acme", "acme"),
            ("  Müller & Co. KG ", "mueller-co-kg"),
            ("Straße 7", "strasse-7"),
            ("日本", "tenant"),
            ("", "tenant"),
            ("--", "tenant"),
            ("日本 Acme", "acme"),
        ];
        for (title, id) in cases {
            assert_eq!(
                TenantId::for_title(title, |_| false).as_str(),
                id,
                "{title}"
            );
        }
    }

    #[test]
    fn an_id_is_never_given_twice() {
        let taken = ["acme", "acme-2"];
        let id = TenantId::for_title("Acme", |id| taken.contains(&id.as_str()));
        assert_eq!(id.as_str(), "acme-3");
    }

    #[test]
    fn every_made_id_is_a_valid_one() {
        let long = "a b".repeat(100);
        for title in ["Acme", long.as_str(), "ööööö".repeat(30).as_str(), "-x-"] {
            let id = TenantId::for_title(title, |id| !id.as_str().ends_with("-12"));
            assert_eq!(TenantId::parse(id.as_str()), Ok(id.clone()), "{title}");
        }
    }

    #[test]
    fn other_signs_are_refused() {
        assert_eq!(TenantId::parse(""), Err(TenantIdFault::Empty));
        assert_eq!(
            TenantId::parse("a/b"),
            Err(TenantIdFault::Character { found: '/' })
        );
        assert_eq!(
            TenantId::parse("Acme"),
            Err(TenantIdFault::Character { found: 'A' })
        );
        assert_eq!(TenantId::parse("-a"), Err(TenantIdFault::Hyphen));
        assert_eq!(TenantId::parse("a-"), Err(TenantIdFault::Hyphen));
        assert_eq!(
            TenantId::parse(&"a".repeat(65)),
            Err(TenantIdFault::TooLong { found: 65 })
        );
    }
}
