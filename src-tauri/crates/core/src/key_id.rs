//! The name of a signing key at JaaS, `<AppID>/<short id>`.
//!
//! It is the token's `kid`. Which public key stands behind it only 8x8 knows;
//! here it is no more than a name that belongs to one tenant.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::app_id::{AppId, AppIdFault};

/// A whole key id, such as `vpaas-magic-cookie-1fc5…/4f4910`.
///
/// The short id keeps its case, because 8x8 looks the key up by a hash of the
/// exact text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId {
    app_id: AppId,
    short: String,
    whole: String,
}

/// The longest short id taken; those that 8x8 makes have 6 to 17 characters.
const LONGEST: usize = 64;

impl KeyId {
    /// Reads a whole key id.
    pub fn parse(text: &str) -> Result<Self, KeyIdFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(KeyIdFault::Empty);
        }
        let Some((app_id, short)) = text.split_once('/') else {
            return Err(KeyIdFault::NoTenant);
        };
        let app_id = AppId::parse(app_id).map_err(KeyIdFault::Tenant)?;
        Self::join(app_id, short)
    }

    /// Reads a key id of the given tenant, whole or as the short id alone.
    pub fn parse_for(app_id: &AppId, text: &str) -> Result<Self, KeyIdFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(KeyIdFault::Empty);
        }
        if !text.contains('/') {
            return Self::join(app_id.clone(), text);
        }
        let key_id = Self::parse(text)?;
        if key_id.app_id != *app_id {
            return Err(KeyIdFault::OtherTenant {
                found: key_id.app_id,
            });
        }
        Ok(key_id)
    }

    /// The tenant that the key belongs to.
    pub fn app_id(&self) -> &AppId {
        &self.app_id
    }

    /// The part after the `/`.
    pub fn short(&self) -> &str {
        &self.short
    }

    /// The whole key id, as the token's `kid` has it.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    fn join(app_id: AppId, short: &str) -> Result<Self, KeyIdFault> {
        if short.is_empty() {
            return Err(KeyIdFault::NoShortId);
        }
        if AppId::parse(short).is_ok() {
            return Err(KeyIdFault::IsAppId);
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if let Some(found) = short.chars().find(|c| !allowed(*c)) {
            return Err(KeyIdFault::Character { found });
        }
        if short.len() > LONGEST {
            return Err(KeyIdFault::TooLong { found: short.len() });
        }
        let whole = format!("{app_id}/{short}");
        Ok(Self {
            app_id,
            short: short.to_owned(),
            whole,
        })
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.whole)
    }
}

impl TryFrom<String> for KeyId {
    type Error = KeyIdFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<KeyId> for String {
    fn from(key_id: KeyId) -> Self {
        key_id.whole
    }
}

/// Why a text is no key id, or not one of this tenant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyIdFault {
    /// Nothing was given.
    #[error("The key id is missing. Copy it from the JaaS console, page API Keys")]
    Empty,
    /// There is no `/`, and no tenant to add.
    #[error("A key id has the form AppID/id. Copy it whole from the JaaS console, page API Keys")]
    NoTenant,
    /// What stands before the `/` is no AppID.
    #[error("The key id's first part is no AppID. {0}")]
    Tenant(#[source] AppIdFault),
    /// Nothing stands after the `/`.
    #[error("The key id ends at the /. Copy it whole from the JaaS console, page API Keys")]
    NoShortId,
    /// The AppID stands in the key id's place.
    #[error(
        "This is the AppID. The key id stands beside the key in the JaaS console, page API Keys"
    )]
    IsAppId,
    /// The key belongs to another tenant.
    #[error(
        "This key id belongs to another tenant, {found}. Use a key of this tenant, or change the AppID"
    )]
    OtherTenant {
        /// Whose it is.
        found: AppId,
    },
    /// A character that no key id has.
    #[error(
        "“{found}” does not occur in a key id. Copy it whole from the JaaS console, page API Keys"
    )]
    Character {
        /// The first such character.
        found: char,
    },
    /// The short id is longer than any that 8x8 makes.
    #[error(
        "A key id has at most 64 characters after the /, this one has {found}. Copy it again from the JaaS console"
    )]
    TooLong {
        /// How many there are.
        found: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";
    const OTHER: &str = "vpaas-magic-cookie-00000000000000000000000000000000";

    #[test]
    fn a_short_id_and_a_whole_one_name_the_same_key() {
        let app_id = AppId::parse(APP_ID).unwrap();
        for text in ["4f4910", " 4f4910 ", &format!("{APP_ID}/4f4910")] {
            let key_id = KeyId::parse_for(&app_id, text).unwrap();
            assert_eq!(key_id.as_str(), format!("{APP_ID}/4f4910"), "{text}");
            assert_eq!((key_id.short(), key_id.app_id()), ("4f4910", &app_id));
        }
    }

    #[test]
    fn the_short_id_keeps_its_case() {
        let key_id = KeyId::parse(&format!("{APP_ID}/0d885c-SAMPLE_APP")).unwrap();
        assert_eq!(key_id.short(), "0d885c-SAMPLE_APP");
    }

    #[test]
    fn slips_are_named() {
        let app_id = AppId::parse(APP_ID).unwrap();
        let cases = [
            (String::new(), KeyIdFault::Empty),
            (format!("{APP_ID}/"), KeyIdFault::NoShortId),
            (
                format!("{APP_ID}/a/b"),
                KeyIdFault::Character { found: '/' },
            ),
            (
                format!("{APP_ID}/a b"),
                KeyIdFault::Character { found: ' ' },
            ),
            (format!("{APP_ID}/ä"), KeyIdFault::Character { found: 'ä' }),
            (APP_ID.to_owned(), KeyIdFault::IsAppId),
            (
                "x/4f4910".to_owned(),
                KeyIdFault::Tenant(AppIdFault::NoPrefix),
            ),
            ("4".repeat(65), KeyIdFault::TooLong { found: 65 }),
            (
                format!("{OTHER}/4f4910"),
                KeyIdFault::OtherTenant {
                    found: AppId::parse(OTHER).unwrap(),
                },
            ),
        ];
        for (text, fault) in cases {
            assert_eq!(KeyId::parse_for(&app_id, &text), Err(fault), "{text}");
        }
        assert_eq!(KeyId::parse("4f4910"), Err(KeyIdFault::NoTenant));
    }
}
