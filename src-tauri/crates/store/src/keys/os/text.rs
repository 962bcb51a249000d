//! Secrets as base64 text (RFC 4648), for keyrings that hold only text, as
//! KDE Wallet does.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// The text for those bytes.
pub(super) fn encode(secret: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(STANDARD.encode(secret).into_bytes())
}

/// The bytes of that text; none where it is no base64. A line break at the
/// end, which tools for keyrings like to add, does no harm.
pub(super) fn decode(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    STANDARD.decode(text.trim_ascii()).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_as_they_were() {
        let secret: Vec<u8> = (0..=255).collect();
        let text = encode(&secret);
        assert!(text.is_ascii());
        assert_eq!(*decode(&text).unwrap(), secret);
        assert_eq!(*decode(&[&text[..], b"\n"].concat()).unwrap(), secret);
    }

    #[test]
    fn other_text_is_refused() {
        assert!(decode(b"-----BEGIN PRIVATE KEY-----").is_none());
        assert!(decode(b"abc").is_none());
        assert!(decode(b"\xff\xfe").is_none());
    }
}
