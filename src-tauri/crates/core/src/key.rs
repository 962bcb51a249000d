//! RSA keys: reading, checking, exporting, signing and verifying.
//!
//! Reading and converting is done with the `rsa` crate's ASN.1 types, every
//! signature by aws-lc through `jsonwebtoken`, so that no secret arithmetic
//! runs in `rsa`. Where a key is stored and how one is generated is not
//! known here.

mod asn1;
mod fault;
mod import;
mod openssh;
mod pem;
mod public;

use std::fmt;

use jsonwebtoken::crypto;
use jsonwebtoken::{Algorithm, EncodingKey};
use rsa::pkcs8::PrivateKeyInfo;
use rsa::pkcs8::der::{Decode, Encode};
use rsa::{pkcs1, pkcs8};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroizing;

pub use self::fault::{KeyFault, PublicKeyFault};
pub use self::public::PublicKey;

/// The fewest bits that JaaS takes.
pub const FEWEST_BITS_OF_JAAS: usize = 4096;
/// The fewest bits with which RS256 may be signed at all (RFC 7518, section 3.3).
pub const FEWEST_BITS_OF_RS256: usize = 2048;
/// The most bits that aws-lc signs with.
const MOST_BITS: usize = 8192;

/// An RSA key that has proved that it can sign.
///
/// It is a secret: never serialised, never printed, wiped when it is dropped.
#[derive(Clone)]
pub struct PrivateKey {
    pkcs8: Zeroizing<Vec<u8>>,
    signing: EncodingKey,
    public: PublicKey,
    format: KeyFormat,
}

/// The form in which a private key was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum KeyFormat {
    /// RFC 8017, `RSA PRIVATE KEY`: what `ssh-keygen -m PEM` writes.
    Pkcs1,
    /// RFC 5208 and RFC 5958, `PRIVATE KEY`: what `openssl genpkey` writes.
    Pkcs8,
    /// The same, encrypted with a passphrase: `ENCRYPTED PRIVATE KEY`.
    EncryptedPkcs8,
}

impl PrivateKey {
    /// Reads a key from a file's bytes or a pasted text, of as many bits as JaaS wants.
    ///
    /// Takes PKCS#1 and PKCS#8, PEM and DER, encrypted PKCS#8 with its
    /// passphrase, any line ends, `\n` written out, PEM wrapped in base64,
    /// UTF-16 and byte order marks, and text around the key. The key is
    /// accepted only after a trial signature that verifies.
    ///
    /// Deriving a key from a passphrase takes a noticeable time: call this
    /// off the interface's thread.
    pub fn import(bytes: &[u8], passphrase: Option<&str>) -> Result<Self, KeyFault> {
        Self::import_of(bytes, passphrase, FEWEST_BITS_OF_JAAS)
    }

    /// The same for a provider that wants no more than so many bits.
    pub fn import_of(
        bytes: &[u8],
        passphrase: Option<&str>,
        fewest_bits: usize,
    ) -> Result<Self, KeyFault> {
        let (pkcs1, format) = match import::read(bytes, passphrase) {
            // It is looked at by JaaS's rule, and has another fault where less is wanted.
            Err(KeyFault::TooShort { bits }) if bits >= fewest_bits => {
                return Err(KeyFault::OpenSsh);
            }
            read => read?,
        };
        let key = Self::from_pkcs1(&pkcs1, format, fewest_bits)?;
        let message = b"Roomkey's trial signature";
        let signature = key.sign(message).ok_or(KeyFault::Damaged)?;
        if !key.public.verifies(message, &signature) {
            return Err(KeyFault::Damaged);
        }
        Ok(key)
    }

    /// Reads a key back from the form in which it is stored.
    ///
    /// Checks the structure and the size, not the arithmetic, which `import`
    /// has checked: this is on the way to every meeting.
    pub fn from_pkcs8_der(der: &[u8]) -> Result<Self, KeyFault> {
        let info = PrivateKeyInfo::from_der(der).map_err(|_| KeyFault::Damaged)?;
        if info.algorithm != pkcs1::ALGORITHM_ID {
            return Err(KeyFault::Damaged);
        }
        Self::from_pkcs1(info.private_key, KeyFormat::Pkcs8, FEWEST_BITS_OF_RS256)
    }

    /// The key as PKCS#8 DER (RFC 5208), unencrypted: a secret.
    pub fn pkcs8_der(&self) -> &[u8] {
        &self.pkcs8
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The modulus's length in bits.
    pub fn bits(&self) -> usize {
        self.public.bits()
    }

    /// The form in which the key was given.
    pub fn format(&self) -> KeyFormat {
        self.format
    }

    /// Signs by RS256 (RFC 7518, section 3.3); the signature is in base64url.
    pub(crate) fn sign(&self, message: &[u8]) -> Option<String> {
        crypto::sign(message, &self.signing, Algorithm::RS256).ok()
    }

    fn from_pkcs1(der: &[u8], format: KeyFormat, fewest_bits: usize) -> Result<Self, KeyFault> {
        let key = pkcs1::RsaPrivateKey::from_der(der).map_err(|_| KeyFault::Damaged)?;
        let public = PublicKey::from_parts(&key.public_key()).ok_or(KeyFault::Damaged)?;
        if public.bits() < fewest_bits {
            return Err(KeyFault::TooShort {
                bits: public.bits(),
            });
        }
        if public.bits() > MOST_BITS {
            return Err(KeyFault::TooLong {
                bits: public.bits(),
            });
        }
        let pkcs8 = pkcs8::PrivateKeyInfo::new(pkcs1::ALGORITHM_ID, der)
            .to_der()
            .map_err(|_| KeyFault::Damaged)?;
        Ok(Self {
            pkcs8: Zeroizing::new(pkcs8),
            signing: EncodingKey::from_rsa_der(der),
            public,
            format,
        })
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey([redacted], {} bits)", self.bits())
    }
}
