//! The login keychain of macOS.
//!
//! Error codes are those of `SecBase.h`.

use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;

use apple_native_keyring_store::keychain::Store;
use keyring_core::CredentialStore;
use zeroize::Zeroizing;

use super::text;
use crate::keys::EntryName;
use crate::keys::KeyStoreFault;
use crate::keys::KeyringKind;
use crate::keys::KeyringStatus;

type Source = Box<dyn Error + Send + Sync>;

pub(super) fn connect() -> Result<Arc<CredentialStore>, keyring_core::Error> {
    Ok(Store::new()?)
}

pub(super) fn modifiers(_name: &EntryName) -> HashMap<&'static str, &str> {
    HashMap::new()
}

pub(super) fn kept_form(secret: &[u8]) -> Zeroizing<Vec<u8>> {
    text::encode(secret)
}

pub(super) fn secret_of(kept: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    text::decode(&kept)
}

/// Looks for an entry that nobody makes: its absence is found without the
/// keychain being opened.
pub(super) fn status() -> Result<KeyringStatus, KeyStoreFault> {
    super::look_for_nothing()?;
    Ok(KeyringStatus::Ready(KeyringKind::Keychain))
}

/// A keychain is a collection itself.
pub(super) fn make_collection() -> Result<(), KeyStoreFault> {
    Err(KeyStoreFault::NoCollection)
}

pub(super) fn no_access(_source: Source) -> KeyStoreFault {
    KeyStoreFault::NoKeyring
}

pub(super) fn failure(source: Source) -> KeyStoreFault {
    let code = source
        .downcast_ref::<security_framework::base::Error>()
        .map(|error| error.code());
    match code {
        Some(ERR_USER_CANCELED | ERR_AUTH_FAILED | ERR_INTERACTION_NOT_ALLOWED) => {
            KeyStoreFault::Locked
        }
        _ => KeyStoreFault::Failed { source },
    }
}

/// `errSecUserCanceled`
const ERR_USER_CANCELED: i32 = -128;
/// `errSecAuthFailed`
const ERR_AUTH_FAILED: i32 = -25293;
/// `errSecInteractionNotAllowed`
const ERR_INTERACTION_NOT_ALLOWED: i32 = -25308;
