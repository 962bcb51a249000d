//! The name of a JaaS tenant, `vpaas-magic-cookie-` and 32 hexadecimal digits.
//!
//! 8x8's server compares it byte for byte with the `sub` claim and with the
//! key id's first half, so a slip here would only show as a refused token.
//! Whether the tenant exists is not known here.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A JaaS AppID in lower case, as the console shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AppId(String);

/// What every AppID begins with.
const PREFIX: &str = "vpaas-magic-cookie-";
/// How many hexadecimal digits follow the prefix.
const DIGITS: usize = 32;

impl AppId {
    /// Reads what was typed or pasted.
    ///
    /// Surrounding space is dropped and upper case lowered: the tenant is part
    /// of the conference's host name, which has no case, so that no AppID can
    /// depend on it.
    pub fn parse(text: &str) -> Result<Self, AppIdFault> {
        let text = text.trim().to_ascii_lowercase();
        if text.is_empty() {
            return Err(AppIdFault::Empty);
        }
        let Some(rest) = text.strip_prefix(PREFIX) else {
            return Err(AppIdFault::NoPrefix);
        };
        if rest.contains('/') {
            return Err(AppIdFault::IsKeyId);
        }
        if let Some(found) = rest.chars().find(|c| !c.is_ascii_hexdigit()) {
            return Err(AppIdFault::NotHexadecimal { found });
        }
        if rest.len() != DIGITS {
            return Err(AppIdFault::Length { found: rest.len() });
        }
        Ok(Self(text))
    }

    /// The whole AppID, prefix included.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AppId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for AppId {
    type Error = AppIdFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<AppId> for String {
    fn from(app_id: AppId) -> Self {
        app_id.0
    }
}

/// Why a text is no AppID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppIdFault {
    /// Nothing was given.
    #[error("The AppID is missing. Copy it from the JaaS console, page API Keys")]
    Empty,
    /// The fixed first part is missing or misspelt.
    #[error(
        "An AppID begins with vpaas-magic-cookie-. Copy it whole from the JaaS console, page API Keys"
    )]
    NoPrefix,
    /// A key id stands in the AppID's place.
    #[error("This is a key id. The AppID is the part before the /")]
    IsKeyId,
    /// A character that is no hexadecimal digit follows the prefix.
    #[error(
        "“{found}” does not occur in an AppID: only 0 to 9 and a to f follow vpaas-magic-cookie-. Copy it whole from the JaaS console"
    )]
    NotHexadecimal {
        /// The first such character.
        found: char,
    },
    /// Too few or too many digits follow the prefix.
    #[error(
        "An AppID has 32 characters after vpaas-magic-cookie-, this one has {found}. Copy it whole from the JaaS console"
    )]
    Length {
        /// How many there are.
        found: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";

    #[test]
    fn the_documentations_own_is_one() {
        assert_eq!(AppId::parse(SEED).unwrap().as_str(), SEED);
    }

    #[test]
    fn space_around_it_and_upper_case_are_mended() {
        for text in [format!("  {SEED}\n"), SEED.to_uppercase()] {
            assert_eq!(AppId::parse(&text).unwrap().as_str(), SEED, "{text}");
        }
    }

    #[test]
    fn slips_are_named() {
        let cases = [
            ("", AppIdFault::Empty),
            (" ", AppIdFault::Empty),
            ("1fc542a3e4414a44b2611668195e2bfe", AppIdFault::NoPrefix),
            (
                "vpaas-magic-cooky-1fc542a3e4414a44b2611668195e2bfe",
                AppIdFault::NoPrefix,
            ),
            ("vpaas-magic-cookie-", AppIdFault::Length { found: 0 }),
            ("vpaas-magic-cookie-1fc542", AppIdFault::Length { found: 6 }),
            (
                "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe0",
                AppIdFault::Length { found: 33 },
            ),
            (
                "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfo",
                AppIdFault::NotHexadecimal { found: 'o' },
            ),
            (
                "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/4f4910",
                AppIdFault::IsKeyId,
            ),
        ];
        for (text, fault) in cases {
            assert_eq!(AppId::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn json_is_checked_too() {
        let read = |json: &str| serde_json::from_str::<AppId>(json);
        assert_eq!(read(&format!("\"{SEED}\"")).unwrap().as_str(), SEED);
        let fault = read("\"vpaas-magic-cookie-1\"").unwrap_err();
        assert!(fault.to_string().contains("32 characters"), "{fault}");
    }
}
