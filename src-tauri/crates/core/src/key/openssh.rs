//! A look into OpenSSH's own key format, at what it shows of a locked key
//! too: the algorithm and the size. Nothing secret is read.
//!
//! The format is in OpenSSH's `PROTOCOL.key`.

/// What the file says of its first key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// An RSA key with so many bits.
    Rsa {
        /// The modulus's length.
        bits: usize,
    },
    /// A key on a curve.
    EllipticCurve,
    /// Another algorithm.
    Other,
}

/// Reads the public part of the first key.
pub(super) fn content(bytes: &[u8]) -> Option<Content> {
    let mut rest = bytes.strip_prefix(b"openssh-key-v1\0")?;
    let _cipher = string(&mut rest)?;
    let _derivation = string(&mut rest)?;
    let _options = string(&mut rest)?;
    let (_count, after) = rest.split_at_checked(4)?;
    rest = after;
    let mut public = string(&mut rest)?;
    match string(&mut public)? {
        b"ssh-rsa" => {
            let _exponent = string(&mut public)?;
            let modulus = string(&mut public)?;
            Some(Content::Rsa {
                bits: bits(modulus),
            })
        }
        b"ssh-ed25519" => Some(Content::EllipticCurve),
        name if name.starts_with(b"ecdsa-") || name.starts_with(b"sk-") => {
            Some(Content::EllipticCurve)
        }
        _ => Some(Content::Other),
    }
}

/// Takes one string, a length in four bytes and the bytes (RFC 4251, section 5).
fn string<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (string, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(string)
}

fn bits(modulus: &[u8]) -> usize {
    let leading = modulus.iter().take_while(|byte| **byte == 0).count();
    let zeros = modulus
        .get(leading)
        .map_or(0, |byte| byte.leading_zeros() as usize);
    (modulus.len() - leading) * 8 - zeros
}
