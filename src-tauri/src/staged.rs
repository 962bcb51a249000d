//! A key between the moment it is read and the moment it is stored. The interface sees what it
//! is (size, fingerprint, public half), never the key.

pub(crate) mod by_tenant;

pub(crate) mod secrets;

use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;

use roomkey_core::key::FEWEST_BITS_OF_JAAS;
use roomkey_core::key::KeyFault;
use roomkey_core::key::PrivateKey;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::views::KeyView;

/// A larger file is no key: an RSA-16384 key in PEM has 13 kB.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024;

/// One key on its way into the keyring.
pub(crate) struct StagedKey {
    /// How many bits whoever is to know its public half wants.
    fewest_bits: AtomicUsize,
    stage: Mutex<Stage>,
}

impl Default for StagedKey {
    /// For JaaS, until another provider is named.
    fn default() -> Self {
        Self {
            fewest_bits: AtomicUsize::new(FEWEST_BITS_OF_JAAS),
            stage: Mutex::default(),
        }
    }
}

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
        match PrivateKey::import_of(&bytes, None, self.fewest_bits()) {
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
            Stage::Encrypted(bytes) => {
                PrivateKey::import_of(bytes, Some(passphrase), self.fewest_bits())?
            }
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

    /// What was read; a key that needs its passphrase is a fault, as when it was read.
    pub(crate) fn seen(&self) -> Result<Option<KeyView>, Fault> {
        match &*self.lock() {
            Stage::Ready(key) => Ok(Some(view(key))),
            Stage::Empty => Ok(None),
            Stage::Encrypted(_) => Err(KeyFault::PassphraseNeeded.into()),
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

    /// Reads keys from here on for whoever wants at least so many bits.
    pub(crate) fn expect(&self, fewest_bits: usize) {
        self.fewest_bits.store(fewest_bits, Ordering::Relaxed);
    }

    fn fewest_bits(&self) -> usize {
        self.fewest_bits.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
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
