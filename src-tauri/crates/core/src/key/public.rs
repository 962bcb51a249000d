//! The public half of a key: what the JaaS console takes, and what verifies.

use std::fmt::Write;

use jsonwebtoken::crypto;
use jsonwebtoken::{Algorithm, DecodingKey};
use rsa::pkcs1;
use rsa::pkcs8::SubjectPublicKeyInfoRef;
use rsa::pkcs8::der::asn1::BitStringRef;
use rsa::pkcs8::der::pem::LineEnding;
use rsa::pkcs8::der::{Decode, Document, Encode};
use sha2::{Digest, Sha256};

use super::fault::PublicKeyFault;
use super::pem;

/// An RSA public key of any length; only aws-lc's 2048 to 8192 bits verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    spki: Document,
    pkcs1: Vec<u8>,
    bits: usize,
}

impl PublicKey {
    /// Reads the PEM that the JaaS console takes (`PUBLIC KEY`, RFC 7468
    /// section 13), or PKCS#1's (`RSA PUBLIC KEY`).
    pub fn from_pem(text: &str) -> Result<Self, PublicKeyFault> {
        let blocks = pem::blocks(text);
        let public = blocks
            .iter()
            .find(|block| block.label.ends_with("PUBLIC KEY"));
        let Some(block) = public else {
            return Err(PublicKeyFault::NotAPublicKey);
        };
        let der = block.decode().ok_or(PublicKeyFault::Damaged)?;
        match block.label {
            "PUBLIC KEY" => Self::from_spki_der(&der),
            "RSA PUBLIC KEY" => Self::from_pkcs1_der(&der),
            _ => Err(PublicKeyFault::NotAPublicKey),
        }
    }

    /// Reads a `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7).
    pub fn from_spki_der(der: &[u8]) -> Result<Self, PublicKeyFault> {
        let spki = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| PublicKeyFault::Damaged)?;
        if spki.algorithm.oid != pkcs1::ALGORITHM_OID {
            return Err(PublicKeyFault::NotRsa);
        }
        let inner = spki
            .subject_public_key
            .as_bytes()
            .ok_or(PublicKeyFault::Damaged)?;
        Self::from_pkcs1_der(inner)
    }

    /// The PEM that the JaaS console takes, with `\n` line ends.
    pub fn to_pem(&self) -> String {
        self.spki
            .to_pem("PUBLIC KEY", LineEnding::LF)
            .expect("a key's DER is far shorter than PEM's limit")
    }

    /// SHA-256 of the `SubjectPublicKeyInfo`, in lower-case hexadecimal.
    pub fn fingerprint(&self) -> String {
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(self.spki.as_bytes()) {
            write!(text, "{byte:02x}").expect("writing to a String does not fail");
        }
        text
    }

    /// The modulus's length in bits.
    pub fn bits(&self) -> usize {
        self.bits
    }

    /// Whether a base64url signature is this key's under the message (RS256).
    pub(crate) fn verifies(&self, message: &[u8], signature: &str) -> bool {
        let key = DecodingKey::from_rsa_der(&self.pkcs1);
        crypto::verify(signature, message, &key, Algorithm::RS256).unwrap_or(false)
    }

    pub(super) fn from_parts(parts: &pkcs1::RsaPublicKey<'_>) -> Option<Self> {
        let pkcs1 = parts.to_der().ok()?;
        let spki = SubjectPublicKeyInfoRef {
            algorithm: pkcs1::ALGORITHM_ID,
            subject_public_key: BitStringRef::from_bytes(&pkcs1).ok()?,
        };
        let spki = Document::encode_msg(&spki).ok()?;
        let modulus = parts.modulus.as_bytes();
        let leading = modulus.first()?.leading_zeros() as usize;
        Some(Self {
            spki,
            bits: modulus.len() * 8 - leading,
            pkcs1,
        })
    }

    fn from_pkcs1_der(der: &[u8]) -> Result<Self, PublicKeyFault> {
        let parts = pkcs1::RsaPublicKey::from_der(der).map_err(|_| PublicKeyFault::Damaged)?;
        Self::from_parts(&parts).ok_or(PublicKeyFault::Damaged)
    }
}
