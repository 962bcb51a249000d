//! New signing keys.
//!
//! Randomness is the operating system's, through AWS-LC. The private key goes
//! straight into core's [`PrivateKey`]; only its public half is ever shown.

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::encoding::Pkcs8V1Der;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::rsa::KeySize;

use roomkey_core::key::PrivateKey;

/// Makes an RSA-4096 key.
///
/// This blocks for about a second (0.2 to 1.5 measured), so call it where
/// blocking is allowed, such as in `spawn_blocking`.
pub fn generate_key() -> Result<PrivateKey, GenerateFault> {
    let pair = KeyPair::generate(KeySize::Rsa4096).map_err(|_| GenerateFault)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| GenerateFault)?;
    PrivateKey::from_pkcs8_der(der.as_ref()).map_err(|_| GenerateFault)
}

/// The system gave no randomness or no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The key could not be made. Close other programs and try again")]
pub struct GenerateFault;
