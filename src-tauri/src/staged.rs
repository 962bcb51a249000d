//! The key of the set-up, between the moment it is read and the moment it is stored. The
//! interface sees what it is (size, fingerprint, public half), never the key.

use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use roomkey_core::key::KeyFault;
use roomkey_core::key::PrivateKey;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::views::KeyView;

/// A larger file is no key: an RSA-16384 key in PEM has 13 kB.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024;

/// One key on its way into the keyring.
#[derive(Default)]
pub(crate) struct StagedKey(Mutex<Stage>);

#[derive(Default)]
enum Stage {
    #[default]
    Empty,
    /// What was read needs a passphrase.
    Encrypted(Zeroizing<Vec<u8>>),
    Ready(PrivateKey),
}

impl StagedKey {
    /// Reads a key. Where it needs a passphrase it is kept for [`Self::unlock`]; any
    /// other fault leaves the key that was there before.
    pub(crate) fn read(&self, bytes: Zeroizing<Vec<u8>>) -> Result<KeyView, Fault> {
        match PrivateKey::import(&bytes, None) {
            Ok(key) => Ok(self.accept(key)),
            Err(KeyFault::PassphraseNeeded) => {
                *self.lock() = Stage::Encrypted(bytes);
                Err(KeyFault::PassphraseNeeded.into())
            }
            Err(fault) => Err(fault.into()),
        }
    }

    /// Reads the encrypted key that waits.
    pub(crate) fn unlock(&self, passphrase: &str) -> Result<KeyView, Fault> {
        let key = match &*self.lock() {
            Stage::Encrypted(bytes) => PrivateKey::import(bytes, Some(passphrase))?,
            Stage::Empty | Stage::Ready(_) => return Err(Fault::NoStagedKey),
        };
        Ok(self.accept(key))
    }

    /// A copy of the key that was read.
    pub(crate) fn key(&self) -> Result<PrivateKey, Fault> {
        match &*self.lock() {
            Stage::Ready(key) => Ok(key.clone()),
            Stage::Empty | Stage::Encrypted(_) => Err(Fault::NoStagedKey),
        }
    }

    /// Lets go of what was read.
    pub(crate) fn forget(&self) {
        *self.lock() = Stage::Empty;
    }

    /// Keeps a key until it is stored.
    pub(crate) fn accept(&self, key: PrivateKey) -> KeyView {
        let view = view(&key);
        *self.lock() = Stage::Ready(key);
        view
    }

    fn lock(&self) -> MutexGuard<'_, Stage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What may be shown of a key.
pub(crate) fn view(key: &PrivateKey) -> KeyView {
    let public = key.public();
    KeyView {
        bits: key.bits(),
        fingerprint: public.fingerprint(),
        public_key: public.to_pem(),
    }
}
