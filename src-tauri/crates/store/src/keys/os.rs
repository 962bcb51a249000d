//! The operating system's keyring, through the credential stores of the
//! `keyring` project.
//!
//! What all systems share is here; what differs is in one module a system:
//! how to connect, in which form a secret is kept, which fault an error of the
//! system is, and whether the keyring is locked.

use std::sync::Arc;

use keyring_core::CredentialStore;
use keyring_core::Entry;
use keyring_core::Error;
use zeroize::Zeroize;
use zeroize::Zeroizing;

use super::EntryName;
use super::KeyStoreFault;
use super::Keyring;
use super::KeyringStatus;

#[cfg_attr(target_os = "linux", path = "os/linux.rs")]
#[cfg_attr(target_os = "macos", path = "os/macos.rs")]
#[cfg_attr(windows, path = "os/windows.rs")]
mod imp;

#[cfg(not(windows))]
mod text;

/// The keyring of this session, connected at the first call.
#[derive(Default)]
pub(super) struct OsKeyring {
    store: Option<Arc<CredentialStore>>,
}

impl OsKeyring {
    /// Does one thing to an entry. A connection that was made earlier may have
    /// outlived the keyring that it was made to; a failure on such a one is
    /// tried again on a new one.
    fn on_entry<T>(
        &mut self,
        name: &EntryName,
        what: impl Fn(&Entry) -> Result<T, Error>,
    ) -> Result<T, KeyStoreFault> {
        if let Some(store) = self.store.take() {
            let answer = on_store(store.as_ref(), name, &what);
            if !matches!(
                answer,
                Err(KeyStoreFault::NoKeyring | KeyStoreFault::Failed { .. })
            ) {
                self.store = Some(store);
                return answer;
            }
        }
        let store = imp::connect().map_err(fault_of)?;
        let answer = on_store(store.as_ref(), name, &what);
        self.store = Some(store);
        answer
    }
}

impl Keyring for OsKeyring {
    fn read(&mut self, name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        let kept = self.on_entry(name, |entry| entry.get_secret().map(Zeroizing::new))?;
        imp::secret_of(kept).ok_or(KeyStoreFault::Damaged)
    }

    fn write(&mut self, name: &EntryName, secret: &[u8]) -> Result<(), KeyStoreFault> {
        let kept = imp::kept_form(secret);
        match self.on_entry(name, |entry| entry.set_secret(&kept)) {
            Err(KeyStoreFault::NoCollection) => {
                imp::make_collection()?;
                self.on_entry(name, |entry| entry.set_secret(&kept))
            }
            answer => answer,
        }
    }

    fn remove(&mut self, name: &EntryName) -> Result<(), KeyStoreFault> {
        self.on_entry(name, Entry::delete_credential)
    }

    /// Leaves the connection open, so that the first key is read as fast as
    /// the later ones.
    fn status(&mut self) -> KeyringStatus {
        let status = imp::status();
        if status.is_ok() && self.store.is_none() {
            self.store = imp::connect().ok();
        }
        status.unwrap_or_else(KeyringStatus::Unusable)
    }
}

fn on_store<T>(
    store: &CredentialStore,
    name: &EntryName,
    what: impl Fn(&Entry) -> Result<T, Error>,
) -> Result<T, KeyStoreFault> {
    let entry = store
        .build(&name.service, &name.user, Some(&imp::modifiers(name)))
        .map_err(fault_of)?;
    what(&entry).map_err(fault_of)
}

/// Reads an entry that nobody makes: an answer shows that the keyring works.
#[cfg(not(target_os = "linux"))]
fn look_for_nothing() -> Result<(), KeyStoreFault> {
    let store = imp::connect().map_err(fault_of)?;
    let name = EntryName {
        service: "org.roomkey".to_owned(),
        user: "nothing".to_owned(),
        label: "nothing".to_owned(),
    };
    match on_store(store.as_ref(), &name, |entry| {
        entry.get_secret().map(Zeroizing::new)
    }) {
        Ok(_) | Err(KeyStoreFault::Missing) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Only the system's own error is handed on: the others of `keyring` may carry
/// what was read from the entry.
fn fault_of(error: Error) -> KeyStoreFault {
    match error {
        Error::NoEntry => KeyStoreFault::Missing,
        Error::BadEncoding(mut read) | Error::BadDataFormat(mut read, _) => {
            read.zeroize();
            KeyStoreFault::Damaged
        }
        Error::Ambiguous(_) => KeyStoreFault::Ambiguous,
        Error::TooLong(_, _) => KeyStoreFault::TooLarge,
        Error::NoDefaultStore => KeyStoreFault::NoKeyring,
        Error::NoStorageAccess(source) => imp::no_access(source),
        Error::PlatformFailure(source) => imp::failure(source),
        error @ (Error::BadStoreFormat(_)
        | Error::Invalid(_, _)
        | Error::NotSupportedByStore(_)
        | _) => KeyStoreFault::Failed {
            source: Box::new(error),
        },
    }
}
