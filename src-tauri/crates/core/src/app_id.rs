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
