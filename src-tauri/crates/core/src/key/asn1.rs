//! What kind of thing a DER text is, told by its outermost structure.

use rsa::pkcs1;
use rsa::pkcs8::der::asn1::{AnyRef, ObjectIdentifier};
use rsa::pkcs8::der::{Decode, Reader, SliceReader, Tag, Tagged};

/// The kinds of key and non-key that people have at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `RSAPrivateKey` (RFC 8017, A.1.2).
    Pkcs1,
    /// `PrivateKeyInfo` (RFC 5208) with an RSA key.
    Pkcs8,
    /// `EncryptedPrivateKeyInfo` (RFC 5208).
    EncryptedPkcs8,
    /// `ECPrivateKey` (RFC 5915), or `PrivateKeyInfo` with such a key.
    EllipticCurve,
    /// `PrivateKeyInfo` with a key of another algorithm.
    OtherAlgorithm,
    /// `SubjectPublicKeyInfo` (RFC 5280) or `RSAPublicKey` (RFC 8017).
    PublicKey,
    /// `Certificate` (RFC 5280) or `CertificationRequest` (RFC 2986).
    Certificate,
    /// `PFX` (RFC 7292).
    Pkcs12,
    /// None of these.
    Unknown,
}

/// Whether the bytes are one whole DER sequence and nothing else.
pub(super) fn is_der(bytes: &[u8]) -> bool {
    AnyRef::from_der(bytes).is_ok_and(|any| any.tag() == Tag::Sequence)
}

/// Names the kind. `der` is one whole DER sequence.
pub(super) fn kind(der: &[u8]) -> Kind {
    let Some(parts) = parts(der) else {
        return Kind::Unknown;
    };
    let tags: Vec<Tag> = parts.iter().map(Tagged::tag).collect();
    match tags.as_slice() {
        [Tag::Integer, Tag::Integer] => Kind::PublicKey,
        [Tag::Integer, Tag::Integer, Tag::Integer, ..] => Kind::Pkcs1,
        [Tag::Integer, Tag::OctetString, ..] => Kind::EllipticCurve,
        [Tag::Integer, Tag::Sequence, Tag::OctetString, ..] => of_algorithm(parts.get(1)),
        [Tag::Integer, Tag::Sequence, ..] => Kind::Pkcs12,
        [Tag::Sequence, Tag::BitString] => Kind::PublicKey,
        [Tag::Sequence, Tag::OctetString] => Kind::EncryptedPkcs8,
        [Tag::Sequence, Tag::Sequence, Tag::BitString] => Kind::Certificate,
        _ => Kind::Unknown,
    }
}

fn of_algorithm(identifier: Option<&AnyRef<'_>>) -> Kind {
    const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
    /// RFC 8410: X25519, X448, Ed25519 and Ed448 are 110 to 113 below it.
    const EDWARDS: [ObjectIdentifier; 4] = [
        ObjectIdentifier::new_unwrap("1.3.101.110"),
        ObjectIdentifier::new_unwrap("1.3.101.111"),
        ObjectIdentifier::new_unwrap("1.3.101.112"),
        ObjectIdentifier::new_unwrap("1.3.101.113"),
    ];

    let oid = identifier.and_then(|any| {
        let mut reader = SliceReader::new(any.value()).ok()?;
        ObjectIdentifier::decode(&mut reader).ok()
    });
    match oid {
        Some(pkcs1::ALGORITHM_OID) => Kind::Pkcs8,
        Some(oid) if oid == EC || EDWARDS.contains(&oid) => Kind::EllipticCurve,
        Some(_) => Kind::OtherAlgorithm,
        None => Kind::Unknown,
    }
}

/// The elements of a sequence.
fn parts(der: &[u8]) -> Option<Vec<AnyRef<'_>>> {
    let outer = AnyRef::from_der(der).ok()?;
    if outer.tag() != Tag::Sequence {
        return None;
    }
    let mut reader = SliceReader::new(outer.value()).ok()?;
    let mut parts = Vec::new();
    while !reader.is_finished() {
        parts.push(AnyRef::decode(&mut reader).ok()?);
    }
    Some(parts)
}
