//! A text that two sides share, and the HMAC with SHA-256 (RFC 2104) by which each knows the
//! other; in a token it is called HS256 (RFC 7518, section 3.2).

use std::fmt;

use jsonwebtoken::crypto;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use zeroize::Zeroizing;

/// The text; its bytes in UTF-8 are the key. Never serialised, never printed, wiped when it is
/// dropped.
#[derive(Clone)]
pub(crate) struct SharedText(Zeroizing<String>);

impl SharedText {
    pub(crate) fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// The signature of a message, in base64url.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<String> {
        let key = EncodingKey::from_secret(self.0.as_bytes());
        crypto::sign(message, &key, Algorithm::HS256).ok()
    }

    /// Whether a base64url signature is this text's under the message, compared in a time that
    /// does not depend on where they differ.
    pub(crate) fn verifies(&self, message: &[u8], signature: &str) -> bool {
        let key = DecodingKey::from_secret(self.0.as_bytes());
        crypto::verify(signature, message, &key, Algorithm::HS256).unwrap_or(false)
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
