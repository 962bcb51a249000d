//! PEM as people have it: more lenient than RFC 7468, because keys come out
//! of mails, tickets and environment variables. Bodies may have any space in
//! them or none, lines any length, and text may stand around.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

/// One `-----BEGIN …-----` with what follows.
pub(super) struct Block<'a> {
    pub(super) label: &'a str,
    /// Whether the fitting `-----END …-----` is there.
    pub(super) is_whole: bool,
    body: &'a str,
}

impl Block<'_> {
    /// Whether the body begins with RFC 1421's header of an encrypted key.
    pub(super) fn is_legacy_encrypted(&self) -> bool {
        self.body.trim_start().starts_with("Proc-Type:") && self.body.contains("ENCRYPTED")
    }

    /// The bytes that the body stands for.
    pub(super) fn decode(&self) -> Option<Zeroizing<Vec<u8>>> {
        base64(self.body)
    }
}

/// Every block in a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((label, body)) = after.split_once("-----") else {
            break;
        };
        let end = format!("-----END {label}-----");
        let (body, next, is_whole) = match body.split_once(end.as_str()) {
            Some((body, next)) => (body, next, true),
            None => (body, body, false),
        };
        blocks.push(Block {
            label,
            is_whole,
            body,
        });
        rest = next;
    }
    blocks
}

/// Decodes base64 with any space in it, padded or not.
pub(super) fn base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut dense = Zeroizing::new(String::with_capacity(text.len()));
    dense.extend(text.split_whitespace());
    let mut bytes = Zeroizing::new(Vec::with_capacity(dense.len()));
    LENIENT.decode_vec(dense.as_bytes(), &mut bytes).ok()?;
    Some(bytes)
}

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);
