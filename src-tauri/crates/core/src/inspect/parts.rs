//! A token taken apart without believing any of it, for the inspector and for
//! the providers' checks, as leniently as 8x8's server does
//! (`luajwtjitsi.lib.lua` with the Lua library `basexx`): empty parts do not
//! count, and base64url may be padded.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

/// The parts of a token, as far as they can be read.
pub(crate) struct Parts {
    /// No text at all.
    pub(crate) is_empty: bool,
    /// Whether there is a dot, and so a header.
    pub(crate) has_dot: bool,
    /// Whether there are exactly three parts.
    pub(crate) has_three: bool,
    /// Whether it is the compact form to the letter (RFC 7515, section 7.1).
    pub(crate) is_compact: bool,
    /// The header's JSON.
    pub(crate) header: Option<Value>,
    /// The body's JSON.
    pub(crate) claims: Option<Value>,
    /// What is signed.
    pub(crate) message: String,
    /// The signature in strict base64url.
    pub(crate) signature: Option<String>,
}

impl Parts {
    pub(crate) fn of(token: &str) -> Self {
        let parts: Vec<&str> = token
            .split(['.', '\\'])
            .filter(|part| !part.is_empty())
            .collect();
        let (before_dot, _) = token.split_once('.').unwrap_or((token, ""));
        let body = parts.get(1).copied();
        let has_three = parts.len() == 3;
        let signature = parts.get(2).filter(|_| has_three);
        Self {
            is_empty: token.is_empty(),
            has_dot: token.contains('.'),
            has_three,
            is_compact: is_compact(token),
            header: json(before_dot),
            claims: body.and_then(json),
            message: parts.iter().take(2).copied().collect::<Vec<_>>().join("."),
            signature: signature
                .and_then(|part| LENIENT.decode(part).ok())
                .map(|bytes| URL_SAFE_NO_PAD.encode(bytes)),
        }
    }

    /// A value in the header; none where the header is no object.
    pub(crate) fn header_value(&self, name: &str) -> Option<&Value> {
        self.header.as_ref()?.get(name)
    }

    /// A value at the top of the body; none where the body is no object.
    pub(crate) fn claim(&self, name: &str) -> Option<&Value> {
        self.claims.as_ref()?.get(name)
    }
}

fn is_compact(token: &str) -> bool {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_sign);
    token.split('.').count() == 3 && token.split('.').all(is_part)
}

fn json(part: &str) -> Option<Value> {
    let bytes = LENIENT.decode(part).ok()?;
    serde_json::from_slice(&bytes).ok()
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);
