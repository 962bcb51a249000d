//! A keyring in memory, for tests and for tenants that do not last.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::EntryName;
use super::KeyStoreFault;
use super::Keyring;
use super::KeyringKind;
use super::KeyringStatus;

/// Entries that are wiped when they are dropped.
#[derive(Default)]
pub(super) struct MemoryKeyring {
    entries: BTreeMap<EntryName, Zeroizing<Vec<u8>>>,
}

impl Keyring for MemoryKeyring {
    fn read(&mut self, name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        self.entries
            .get(name)
            .cloned()
            .ok_or(KeyStoreFault::Missing)
    }

    fn write(&mut self, name: &EntryName, secret: &[u8]) -> Result<(), KeyStoreFault> {
        self.entries
            .insert(name.clone(), Zeroizing::new(secret.to_vec()));
        Ok(())
    }

    fn remove(&mut self, name: &EntryName) -> Result<(), KeyStoreFault> {
        self.entries
            .remove(name)
            .map(|_| ())
            .ok_or(KeyStoreFault::Missing)
    }

    fn status(&mut self) -> KeyringStatus {
        KeyringStatus::Ready(KeyringKind::Memory)
    }
}
