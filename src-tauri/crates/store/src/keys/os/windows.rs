//! Windows' Credential Manager.
//!
//! It holds 2,560 bytes a secret and keeps text as UTF-16, so a key is kept as
//! the bytes it is: base64 of an RSA-4096 key would not fit.

use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;

use keyring_core::CredentialStore;
use windows_native_keyring_store::Store;
use zeroize::Zeroizing;

use crate::keys::EntryName;
use crate::keys::KeyStoreFault;
use crate::keys::KeyringKind;
use crate::keys::KeyringStatus;

type Source = Box<dyn Error + Send + Sync>;

pub(super) fn connect() -> Result<Arc<CredentialStore>, keyring_core::Error> {
    Ok(Store::new()?)
}

/// The key stays on this machine; by default it would roam with the person's
/// domain account.
pub(super) fn modifiers(_name: &EntryName) -> HashMap<&'static str, &str> {
    HashMap::from([("persistence", "Local")])
}

pub(super) fn kept_form(secret: &[u8]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(secret.to_vec())
}

/// Any bytes are in the right form here.
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems keep a form that can be damaged"
)]
pub(super) fn secret_of(kept: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    Some(kept)
}

/// The Credential Manager is open while the person is logged in.
pub(super) fn status() -> Result<KeyringStatus, KeyStoreFault> {
    super::look_for_nothing()?;
    Ok(KeyringStatus::Ready(KeyringKind::CredentialManager))
}

/// There are no collections.
pub(super) fn make_collection() -> Result<(), KeyStoreFault> {
    Err(KeyStoreFault::NoCollection)
}

/// `ERROR_NO_SUCH_LOGON_SESSION`, as in a service or over SSH.
pub(super) fn no_access(_source: Source) -> KeyStoreFault {
    KeyStoreFault::NoKeyring
}

pub(super) fn failure(source: Source) -> KeyStoreFault {
    KeyStoreFault::Failed { source }
}
