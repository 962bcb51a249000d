//! New signing keys and secrets.
//!
//! Randomness is the operating system's, through AWS-LC. The private key goes
//! straight into core's [`PrivateKey`]; only its public half is ever shown.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::encoding::Pkcs8V1Der;
use aws_lc_rs::rand;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::rsa::KeySize;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use zeroize::Zeroizing;

use crate::keys::OwnedCredential;

/// How many random bytes a secret has: as many as an HMAC by SHA-256 can use.
const SECRET_BYTES: usize = 32;

/// Makes an RSA-4096 key.
///
/// This blocks for about a second (0.2 to 1.5 measured), so call it where
/// blocking is allowed, such as in `spawn_blocking`.
pub fn generate_key() -> Result<PrivateKey, GenerateFault> {
    let pair = KeyPair::generate(KeySize::Rsa4096).map_err(|_| GenerateFault)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| GenerateFault)?;
    PrivateKey::from_pkcs8_der(der.as_ref()).map_err(|_| GenerateFault)
}

/// Makes a secret that nobody shares.
fn generate_secret() -> Result<Secret, GenerateFault> {
    let mut bytes = Zeroizing::new([0; SECRET_BYTES]);
    rand::fill(bytes.as_mut()).map_err(|_| GenerateFault)?;
    let text = Zeroizing::new(STANDARD.encode(&bytes[..]));
    Secret::parse(&text).map_err(|_| GenerateFault)
}

/// Makes what such tokens are signed with; none where another makes them. A key takes its time, as
/// [`generate_key`] says.
pub fn generate_credential(signer: Signer) -> Result<Option<OwnedCredential>, GenerateFault> {
    Ok(match signer {
        Signer::Key { .. } => Some(OwnedCredential::Key(generate_key()?)),
        Signer::Secret => Some(OwnedCredential::Secret(generate_secret()?)),
        Signer::Elsewhere => None,
    })
}

/// The system gave no randomness or no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The key could not be made. Close other programs and try again")]
pub struct GenerateFault;
