//! The rollout file, with which an admin sets up other desks: tenants with their rooms, brand
//! and rules and, where wished, their keys, in one file that a passphrase locks.
//!
//! It is an age file (<https://age-encryption.org/v1>) with a scrypt recipient, so that the
//! reference tool opens it too. Inside is one JSON document. What belongs to a person, such as
//! when they were last in a room, is not in it.

mod arrival;
mod document;
mod fault;
mod passphrase;

use std::io::Read;
use std::io::Write;
use std::iter;

use age::Decryptor;
use age::Encryptor;
use age::scrypt;
use age::secrecy::SecretString;
use zeroize::Zeroizing;

use crate::keys::OwnedCredential;
use crate::settings::Tenant;

pub use arrival::Arrival;
pub use arrival::arrive;
pub use arrival::bring;
pub use fault::RolloutFault;
pub use passphrase::Passphrase;

/// How much work it is to try one passphrase: 2^16 blocks of 1 KiB, about 0.2 s. It is not
/// what keeps the file safe: the passphrase has 120 random bits.
const WORK_FACTOR: u8 = 16;

/// The most work that is done for a file, four times as much as ours.
const LARGEST_WORK_FACTOR: u8 = 18;

/// A larger file is no rollout file: pictures are small, and a room takes 300 bytes.
pub const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// What a rollout file sets up.
#[derive(Debug, Default)]
pub struct Rollout {
    /// The tenants, in order. No two have one id.
    pub tenants: Vec<RolloutTenant>,
}

/// One tenant of a rollout file.
#[derive(Debug)]
pub struct RolloutTenant {
    /// The tenant. Its brand names no picture files: the pictures are here.
    pub tenant: Tenant,
    /// The key or the secret that signs, where the admin sends it along.
    pub credential: Option<OwnedCredential>,
    /// The brand's logo.
    pub logo: Option<Picture>,
    /// The picture at the head of the launcher.
    pub background: Option<Picture>,
}

/// A picture's file.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its kind.
    pub kind: PictureKind,
    /// What is in the file.
    pub bytes: Vec<u8>,
}

/// The kinds of pictures that a brand may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
    /// `image/svg+xml`
    Svg,
}

impl PictureKind {
    /// The end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The kind with that extension, if it is one.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "jpg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}

impl Rollout {
    /// Locks it with a passphrase; the file's bytes. Blocks for about 0.2 s.
    pub fn seal(&self, passphrase: &Passphrase) -> Result<Vec<u8>, RolloutFault> {
        let document = document::write(self);
        let mut recipient = scrypt::Recipient::new(secret(passphrase));
        recipient.set_work_factor(WORK_FACTOR);
        let recipient: &dyn age::Recipient = &recipient;
        let encryptor =
            Encryptor::with_recipients(iter::once(recipient)).map_err(|_| RolloutFault::Lock)?;
        let mut sealed = Vec::new();
        let mut writer = encryptor
            .wrap_output(&mut sealed)
            .map_err(|_| RolloutFault::Lock)?;
        writer
            .write_all(&document)
            .and_then(|()| writer.finish())
            .map_err(|_| RolloutFault::Lock)?;
        Ok(sealed)
    }

    /// Opens a file. Blocks for about 0.2 s, longer for a file that another tool made.
    pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<Self, RolloutFault> {
        let decryptor = Self::is_one(file)?;
        let mut identity = scrypt::Identity::new(secret(passphrase));
        identity.set_max_work_factor(LARGEST_WORK_FACTOR);
        let identity: &dyn age::Identity = &identity;
        let mut reader = decryptor.decrypt(iter::once(identity)).map_err(|fault| {
            let is_passphrase = matches!(
                fault,
                age::DecryptError::NoMatchingKeys
                    | age::DecryptError::KeyDecryptionFailed
                    | age::DecryptError::DecryptionFailed
            );
            if is_passphrase {
                RolloutFault::Passphrase
            } else {
                RolloutFault::Damaged
            }
        })?;
        let mut document = Zeroizing::new(Vec::new());
        // The last block's authentication fails where the file was cut or altered.
        reader
            .read_to_end(&mut document)
            .map_err(|_| RolloutFault::Damaged)?;
        document::read(&document)
    }

    /// Checks that a file looks like a rollout file, before anyone types a passphrase.
    pub fn check(file: &[u8]) -> Result<(), RolloutFault> {
        Self::is_one(file).map(|_| ())
    }

    fn is_one(file: &[u8]) -> Result<Decryptor<&[u8]>, RolloutFault> {
        let decryptor = Decryptor::new(file).map_err(|_| RolloutFault::NotOne)?;
        if decryptor.is_scrypt() {
            Ok(decryptor)
        } else {
            Err(RolloutFault::NotOne)
        }
    }
}

fn secret(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.reveal().to_owned())
}
