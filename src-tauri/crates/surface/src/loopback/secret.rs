//! Tickets and passes: 256 random bits, as text that an address may carry.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A random text that nobody guesses.
#[derive(Clone)]
pub(super) struct Secret(Zeroizing<String>);

impl Secret {
    pub(super) fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut())?;
        Ok(Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_ref()))))
    }

    /// Whether a text is this secret, found out in a time that does not depend on how much of it
    /// is right.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.as_bytes().ct_eq(text.as_bytes()).into()
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_its_own() {
        let (one, other) = (Secret::random().unwrap(), Secret::random().unwrap());

        assert!(one.is(one.clone().reveal()));
        assert!(!one.is(other.reveal()));
        assert!(!one.is(""));
        assert!(!one.is(&format!("{}x", one.reveal())));
        assert_eq!(one.reveal().len(), 43);
        assert_eq!(format!("{one:?}"), "Secret(redacted)");
    }
}
