//! From whatever a person has at hand to PKCS#1 DER, or to the one fault
//! that says what it is.

use pkcs5::EncryptionScheme;
use pkcs5::pbes2::Kdf;
use rsa::pkcs1;
use rsa::pkcs8::der::Decode;
use rsa::pkcs8::{EncryptedPrivateKeyInfo, PrivateKeyInfo};
use zeroize::Zeroizing;

use super::asn1::{self, Kind};
use super::fault::KeyFault;
use super::pem::{self, Block};
use super::{FEWEST_BITS_OF_JAAS, KeyFormat, openssh};

type Secret = Zeroizing<Vec<u8>>;

/// The most bytes looked at: a key of 8192 bits in UTF-16, and much around it.
const MOST_BYTES: usize = 64 * 1024;
/// The most PBKDF2 rounds tried; OpenSSL's own number is 2048.
const MOST_ROUNDS: u32 = 5_000_000;
/// The most memory that scrypt may take, in bytes; OpenSSL's number is 16 MiB.
const MOST_SCRYPT_BYTES: u64 = 256 * 1024 * 1024;

/// Finds the key and gives it as `RSAPrivateKey` DER, with the form it had.
pub(super) fn read(
    bytes: &[u8],
    passphrase: Option<&str>,
) -> Result<(Secret, KeyFormat), KeyFault> {
    if bytes.len() > MOST_BYTES {
        return Err(KeyFault::TooLarge);
    }
    if asn1::is_der(bytes) {
        return from_der(bytes, passphrase);
    }
    let text = text(bytes).ok_or(KeyFault::NotAKey)?;
    if text.trim().is_empty() {
        return Err(KeyFault::Empty);
    }
    match from_text(&text, passphrase) {
        Some(found) => found,
        None => from_base64(&text, passphrase),
    }
}

/// Looks for PEM and its relatives; none where the text has nothing like it.
fn from_text(
    text: &str,
    passphrase: Option<&str>,
) -> Option<Result<(Secret, KeyFormat), KeyFault>> {
    if text.trim_start().starts_with("PuTTY-User-Key-File-") {
        return Some(Err(KeyFault::Putty));
    }
    let blocks = pem::blocks(text);
    let private = blocks
        .iter()
        .find(|block| block.label.ends_with("PRIVATE KEY"));
    match private.or(blocks.first()) {
        Some(block) => Some(from_block(block, passphrase)),
        None if is_ssh_public(text) => Some(Err(KeyFault::PublicKey)),
        None => None,
    }
}

/// Takes a text that is base64 from end to end: PEM or DER wrapped once.
fn from_base64(outer: &str, passphrase: Option<&str>) -> Result<(Secret, KeyFormat), KeyFault> {
    let bytes = pem::base64(outer).ok_or(KeyFault::NotAKey)?;
    if asn1::is_der(&bytes) {
        return from_der(&bytes, passphrase);
    }
    let text = text(&bytes).ok_or(KeyFault::NotAKey)?;
    from_text(&text, passphrase).unwrap_or(Err(KeyFault::NotAKey))
}

fn from_block(
    block: &Block<'_>,
    passphrase: Option<&str>,
) -> Result<(Secret, KeyFormat), KeyFault> {
    match block.label {
        "RSA PRIVATE KEY" | "PRIVATE KEY" | "ENCRYPTED PRIVATE KEY" => {}
        "OPENSSH PRIVATE KEY" => return Err(openssh_fault(block)),
        "EC PRIVATE KEY" | "EC PARAMETERS" => return Err(KeyFault::EllipticCurve),
        label if label.ends_with("PRIVATE KEY") => return Err(KeyFault::OtherAlgorithm),
        label if label.ends_with("PUBLIC KEY") => return Err(KeyFault::PublicKey),
        label if label.contains("CERTIFICATE") => return Err(KeyFault::Certificate),
        _ => return Err(KeyFault::NotAKey),
    }
    if !block.is_whole {
        return Err(KeyFault::CutOff);
    }
    if block.is_legacy_encrypted() {
        return Err(KeyFault::LegacyEncrypted);
    }
    let der = block.decode().ok_or(KeyFault::Damaged)?;
    match from_der(&der, passphrase) {
        Err(KeyFault::NotAKey) => Err(KeyFault::Damaged),
        found => found,
    }
}

fn from_der(der: &[u8], passphrase: Option<&str>) -> Result<(Secret, KeyFormat), KeyFault> {
    match asn1::kind(der) {
        Kind::Pkcs1 => Ok((Zeroizing::new(der.to_vec()), KeyFormat::Pkcs1)),
        Kind::Pkcs8 => {
            let info = PrivateKeyInfo::from_der(der).map_err(|_| KeyFault::Damaged)?;
            // Some programs leave out the parameters, which are null for RSA.
            if info.algorithm.parameters.is_some() && info.algorithm != pkcs1::ALGORITHM_ID {
                return Err(KeyFault::Damaged);
            }
            Ok((Zeroizing::new(info.private_key.to_vec()), KeyFormat::Pkcs8))
        }
        Kind::EncryptedPkcs8 => {
            let opened = decrypt(der, passphrase)?;
            match from_der(&opened, None)? {
                (key, KeyFormat::Pkcs8) => Ok((key, KeyFormat::EncryptedPkcs8)),
                (_, KeyFormat::Pkcs1 | KeyFormat::EncryptedPkcs8) => Err(KeyFault::Damaged),
            }
        }
        Kind::EllipticCurve => Err(KeyFault::EllipticCurve),
        Kind::OtherAlgorithm => Err(KeyFault::OtherAlgorithm),
        Kind::PublicKey => Err(KeyFault::PublicKey),
        Kind::Certificate => Err(KeyFault::Certificate),
        Kind::Pkcs12 => Err(KeyFault::Pkcs12),
        Kind::Unknown => Err(KeyFault::NotAKey),
    }
}

fn decrypt(der: &[u8], passphrase: Option<&str>) -> Result<Secret, KeyFault> {
    let info =
        EncryptedPrivateKeyInfo::from_der(der).map_err(|_| KeyFault::UnsupportedEncryption)?;
    let EncryptionScheme::Pbes2(scheme) = info.encryption_algorithm else {
        return Err(KeyFault::UnsupportedEncryption);
    };
    let is_bearable = match &scheme.kdf {
        Kdf::Pbkdf2(parameters) => parameters.iteration_count <= MOST_ROUNDS,
        Kdf::Scrypt(parameters) => {
            let block = u64::from(parameters.block_size) * 128;
            let parallel = u64::from(parameters.parallelization);
            parameters
                .cost_parameter
                .saturating_mul(block.saturating_mul(parallel))
                <= MOST_SCRYPT_BYTES
        }
        _ => false,
    };
    if !is_bearable {
        return Err(KeyFault::UnsupportedEncryption);
    }
    let Some(passphrase) = passphrase.filter(|passphrase| !passphrase.is_empty()) else {
        return Err(KeyFault::PassphraseNeeded);
    };
    let mut buffer = Zeroizing::new(info.encrypted_data.to_vec());
    let opened = scheme
        .decrypt_in_place(passphrase, &mut buffer)
        .map_err(|_| KeyFault::PassphraseWrong)?;
    // A wrong passphrase passes the padding's check once in some 256 times.
    if !asn1::is_der(opened) {
        return Err(KeyFault::PassphraseWrong);
    }
    Ok(Zeroizing::new(opened.to_vec()))
}

fn openssh_fault(block: &Block<'_>) -> KeyFault {
    let content = block.decode().and_then(|bytes| openssh::content(&bytes));
    match content {
        Some(openssh::Content::Rsa { bits }) if bits < FEWEST_BITS_OF_JAAS => {
            KeyFault::TooShort { bits }
        }
        Some(openssh::Content::Rsa { .. }) | None => KeyFault::OpenSsh,
        Some(openssh::Content::EllipticCurve) => KeyFault::EllipticCurve,
        Some(openssh::Content::Other) => KeyFault::OtherAlgorithm,
    }
}

/// Whether it is a line as in `id_rsa.pub` and `authorized_keys`, or the
/// longer form of RFC 4716.
fn is_ssh_public(text: &str) -> bool {
    let name = text.split_whitespace().next().unwrap_or_default();
    let is_line = ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"]
        .iter()
        .any(|start| name.starts_with(start));
    is_line || text.contains("---- BEGIN SSH2 PUBLIC KEY")
}

/// Reads UTF-8 or, after a byte order mark, UTF-16, and turns line ends that
/// are written out as `\n` into real ones.
fn text(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => Zeroizing::new(std::str::from_utf8(bytes).ok()?.to_owned()),
    };
    let text = Zeroizing::new(text.trim_start_matches('\u{feff}').replace("\\r", ""));
    Some(Zeroizing::new(text.replace("\\n", "\n")))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Zeroizing<String>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(character.ok()?);
    }
    Some(text)
}
