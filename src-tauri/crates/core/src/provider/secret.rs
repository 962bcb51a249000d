//! The secret that a tenant shares with its provider, for HS256 (RFC 7518, section 3.2).

use crate::hmac::SharedText;

/// No secret is longer; it has to fit into every system's keyring.
const LONGEST: usize = 1024;
/// The fewest bytes that RFC 7518 asks for: as many as the hash has.
const ENOUGH: usize = 32;

/// What a tenant's tokens are signed with where there is no key. Its bytes are its text in UTF-8.
///
/// It is a secret: never serialised, never printed, wiped when it is dropped.
#[derive(Clone, Debug)]
pub struct Secret(SharedText);

impl Secret {
    /// Reads what the provider's console or the server's administrator gives; surrounding space is
    /// dropped.
    pub fn parse(text: &str) -> Result<Self, SecretFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SecretFault::Empty);
        }
        if text.contains("-----BEGIN") {
            return Err(SecretFault::IsKey);
        }
        if text.contains(char::is_control) {
            return Err(SecretFault::Control);
        }
        if text.len() > LONGEST {
            return Err(SecretFault::TooLong);
        }
        Ok(Self(SharedText::new(text)))
    }

    /// The secret's text.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// What whoever set it should know; none where all is well. It signs all the same, because
    /// the provider takes it and no other.
    pub fn warning(&self) -> Option<SecretWarning> {
        let found = self.reveal().len();
        (found < ENOUGH).then_some(SecretWarning::Short { found })
    }

    /// Signs by HS256; the signature is in base64url.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<String> {
        self.0.sign(message)
    }

    /// Whether a base64url signature is this secret's under the message.
    pub(super) fn verifies(&self, message: &[u8], signature: &str) -> bool {
        self.0.verifies(message, signature)
    }
}

/// Why a text is no secret. What was given is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretFault {
    /// Nothing was given.
    #[error("The secret is missing. Copy it whole from where the provider shows it")]
    Empty,
    /// It is a key in PEM.
    #[error("This is a key, not a secret. Import it as a key, or copy the secret")]
    IsKey,
    /// More than one line, or invisible signs.
    #[error("The secret has line breaks or invisible characters. Copy it alone, from one line")]
    Control,
    /// More bytes than a keyring takes.
    #[error("The secret is longer than 1024 bytes. Copy it alone, without what stands around it")]
    TooLong,
}

/// What is not well with a secret that signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SecretWarning {
    /// Fewer bytes than RFC 7518 asks for.
    #[error(
        "The secret has {found} bytes, and HS256 wants 32. Whoever sees one token can try to guess it: set a longer one at the provider"
    )]
    Short {
        /// How many bytes there are.
        found: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_and_never_printed() {
        let secret = Secret::parse(" größe & more\n").unwrap();
        assert_eq!(secret.reveal(), "größe & more");
        assert_eq!(format!("{secret:?}"), "Secret([redacted])");
    }

    #[test]
    fn what_is_no_secret_is_refused() {
        let cases = [
            ("", SecretFault::Empty),
            (" \n\t", SecretFault::Empty),
            ("-----BEGIN PRIVATE KEY-----\nMIIJ", SecretFault::IsKey),
            ("one\ntwo", SecretFault::Control),
            ("one\u{0}two", SecretFault::Control),
            (&"a".repeat(1025), SecretFault::TooLong),
        ];
        for (text, fault) in cases {
            assert_eq!(Secret::parse(text).unwrap_err(), fault, "{text}");
        }
        assert!(Secret::parse(&"a".repeat(1024)).is_ok());
    }

    #[test]
    fn a_short_secret_is_warned_of_in_bytes() {
        let warning = |text: &str| Secret::parse(text).unwrap().warning();
        let short = |found| Some(SecretWarning::Short { found });
        assert_eq!(warning("secret"), short(6));
        assert_eq!(warning(&"a".repeat(31)), short(31));
        assert_eq!(warning(&"a".repeat(32)), None);
        assert_eq!(warning(&"ä".repeat(16)), None);
    }
}
