//! What a keyring has to do for a [`KeyStore`](super::KeyStore).
//!
//! The seam is this small on purpose: bytes under a name. What the bytes mean
//! and how they are named is decided above it, so that every keyring is tested
//! by the same tests. Nothing lists entries, because nothing has to.

use zeroize::Zeroizing;

use super::EntryName;
use super::KeyStoreFault;
use super::KeyringStatus;

/// A place for secrets. The calls may block for as long as the keyring asks
/// the person for a password; they are made on one thread, one by one.
pub trait Keyring: Send {
    /// The entry's secret; [`KeyStoreFault::Missing`] where there is no entry.
    fn read(&mut self, name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault>;

    /// Makes the entry, or replaces its secret.
    fn write(&mut self, name: &EntryName, secret: &[u8]) -> Result<(), KeyStoreFault>;

    /// Takes the entry away; [`KeyStoreFault::Missing`] where there is none.
    fn remove(&mut self, name: &EntryName) -> Result<(), KeyStoreFault>;

    /// Whether the keyring can be used, found out without writing and without
    /// asking the person.
    fn status(&mut self) -> KeyringStatus;
}
