//! The short texts by which a provider knows a tenant: ids, names, API keys.

/// The longest taken; those seen have up to 64.
pub(super) const LONGEST: usize = 256;

/// Checks what all of them have in common; gives the text without the space around it.
pub(super) fn read<'a>(text: &'a str, what: &'static str) -> Result<&'a str, NameFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NameFault::Empty { what });
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(NameFault::Space { what });
    }
    if text.len() > LONGEST {
        return Err(NameFault::TooLong { what });
    }
    Ok(text)
}

/// Why a text is no such name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing was given.
    #[error("The {what} is missing. Copy it whole from where the provider shows it")]
    Empty {
        /// What was to be given.
        what: &'static str,
    },
    /// Space or control characters inside.
    #[error("The {what} has spaces or line breaks. Copy it alone, without what stands around it")]
    Space {
        /// What was to be given.
        what: &'static str,
    },
    /// Longer than any that providers give.
    #[error("The {what} is longer than 256 bytes. Copy it alone, without what stands around it")]
    TooLong {
        /// What was to be given.
        what: &'static str,
    },
    /// Signs that this one never has.
    #[error("This is no {what}. Write it like {like}")]
    Form {
        /// What was to be given.
        what: &'static str,
        /// One that is.
        like: &'static str,
    },
}

/// Declares a text that only its `parse` can make: any signs but space, unless a check is given.
macro_rules! name_type {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $crate::provider::name::name_type! {
            $(#[$doc])* $name, $what, |text: &str| Ok(text.to_owned())
        }
    };
    ($(#[$doc:meta])* $name:ident, $what:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads what was typed or pasted; surrounding space is dropped.
            pub fn parse(text: &str) -> Result<Self, $crate::provider::name::NameFault> {
                let text = $crate::provider::name::read(text, $what)?;
                let check: fn(&str) -> Result<String, $crate::provider::name::NameFault> = $check;
                Ok(Self(check(text)?))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::provider::name::NameFault;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }
    };
}
pub(super) use name_type;
