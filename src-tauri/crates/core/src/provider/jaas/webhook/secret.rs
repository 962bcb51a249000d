//! The secret of one webhook endpoint.

use crate::hmac::SharedText;

/// How every secret begins.
const PREFIX: &str = "whsec_";
/// No secret is longer; the documented one has 38 characters.
const LONGEST: usize = 256;

/// What JaaS signs an endpoint's webhooks with, `whsec_` included.
///
/// It is a secret: never serialised, never printed, wiped when it is dropped.
#[derive(Clone, Debug)]
pub struct Secret(SharedText);

impl Secret {
    /// Reads what the console shows under “Reveal secret”; surrounding space is dropped.
    pub fn parse(text: &str) -> Result<Self, SecretFault> {
        let text = text.trim();
        if text.is_empty() {
            return Err(SecretFault::Empty);
        }
        let Some(rest) = text.strip_prefix(PREFIX) else {
            return Err(SecretFault::NoPrefix);
        };
        let is_plain = rest.chars().all(|c| c.is_ascii_graphic());
        if rest.is_empty() || !is_plain || text.len() > LONGEST {
            return Err(SecretFault::Malformed);
        }
        Ok(Self(SharedText::new(text)))
    }

    /// The secret's text.
    pub fn reveal(&self) -> &str {
        self.0.reveal()
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
    #[error(
        "The webhook's secret is missing. Copy it in the JaaS console: Webhooks, the endpoint, Reveal secret"
    )]
    Empty,
    /// It does not begin as secrets do.
    #[error(
        "This is no webhook secret: it does not begin with whsec_. Copy it in the JaaS console: Webhooks, the endpoint, Reveal secret"
    )]
    NoPrefix,
    /// It begins as secrets do, and goes on with something else.
    #[error("The webhook's secret is not whole, or more than it. Copy it alone, from whsec_ on")]
    Malformed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_and_never_printed() {
        let secret = Secret::parse(" whsec_9635df66714a4cf088ee9d0979dd3bf6\n").unwrap();
        assert_eq!(secret.reveal(), "whsec_9635df66714a4cf088ee9d0979dd3bf6");
        assert_eq!(format!("{secret:?}"), "Secret([redacted])");
    }

    #[test]
    fn what_is_no_secret_is_refused_and_not_repeated() {
        let cases = [
            ("", SecretFault::Empty),
            (" \n", SecretFault::Empty),
            ("9635df66714a4cf088ee9d0979dd3bf6", SecretFault::NoPrefix),
            ("WHSEC_9635df66", SecretFault::NoPrefix),
            ("-----BEGIN PRIVATE KEY-----", SecretFault::NoPrefix),
            ("whsec_", SecretFault::Malformed),
            ("whsec_9635 df66", SecretFault::Malformed),
            ("whsec_9635\nt=1", SecretFault::Malformed),
            ("whsec_größe", SecretFault::Malformed),
        ];
        for (text, fault) in cases {
            assert_eq!(Secret::parse(text).unwrap_err(), fault, "{text}");
            assert!(!fault.to_string().contains("9635"));
        }
        let endless = format!("whsec_{}", "a".repeat(LONGEST));
        assert_eq!(Secret::parse(&endless).unwrap_err(), SecretFault::Malformed);
    }
}
