//! The Secret Service on the session's D-Bus: GNOME Keyring, KDE Wallet,
//! KeePassXC.
//!
//! D-Bus error names are those of the D-Bus specification (“Standard errors”)
//! and of the Secret Service API, chapter “Errors”.

use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;

use keyring_core::CredentialStore;
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use zbus::DBusError;
use zbus_secret_service_keyring_store::Store;
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

/// What the entry is called where people look at their keyring.
pub(super) fn modifiers(name: &EntryName) -> HashMap<&'static str, &str> {
    HashMap::from([("label", name.label.as_str())])
}

pub(super) fn kept_form(secret: &[u8]) -> Zeroizing<Vec<u8>> {
    text::encode(secret)
}

pub(super) fn secret_of(kept: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    text::decode(&kept)
}

/// Looks at the default collection's lock over a connection of its own, on
/// which no secret passes.
pub(super) fn status() -> Result<KeyringStatus, KeyStoreFault> {
    let service = SecretService::connect(EncryptionType::Plain).map_err(of_service)?;
    let locked = match service.get_default_collection() {
        Ok(collection) => collection.is_locked().map_err(of_service)?,
        Err(secret_service::Error::NoResult) => true,
        Err(error) => return Err(of_service(error)),
    };
    let kind = KeyringKind::SecretService;
    Ok(if locked {
        KeyringStatus::Locked(kind)
    } else {
        KeyringStatus::Ready(kind)
    })
}

/// Makes the default collection where a desktop has none yet, as where people
/// are logged in without a password. The keyring asks for the new collection's
/// password.
pub(super) fn make_collection() -> Result<(), KeyStoreFault> {
    let service = SecretService::connect(EncryptionType::Plain).map_err(of_service)?;
    let made = service
        .create_collection("Default keyring", "default")
        .map_err(of_service);
    if matches!(made, Err(KeyStoreFault::Locked)) {
        return Err(KeyStoreFault::NoCollection);
    }
    made.map(drop)
}

pub(super) fn no_access(source: Source) -> KeyStoreFault {
    failure(source)
}

pub(super) fn failure(source: Source) -> KeyStoreFault {
    match source.downcast::<secret_service::Error>() {
        Ok(error) => of_service(*error),
        Err(source) => KeyStoreFault::Failed { source },
    }
}

fn of_service(error: secret_service::Error) -> KeyStoreFault {
    use secret_service::Error;

    match error {
        Error::Locked | Error::Prompt | Error::PromptDisconnected => KeyStoreFault::Locked,
        Error::NoResult => KeyStoreFault::NoCollection,
        Error::Unavailable => KeyStoreFault::NoKeyring,
        Error::Zbus(error) => of_bus(error),
        Error::ZbusFdo(error) => of_bus(error.into()),
        error @ (Error::Crypto(_) | Error::Zvariant(_) | _) => KeyStoreFault::Failed {
            source: Box::new(error),
        },
    }
}

fn of_bus(error: zbus::Error) -> KeyStoreFault {
    if is_no_bus(&error) {
        return KeyStoreFault::NoKeyring;
    }
    if let zbus::Error::MethodError(name, _, _) = &error
        && let Some(fault) = of_name(name.as_str())
    {
        return fault;
    }
    if let zbus::Error::FDO(standard) = &error
        && let Some(fault) = of_name(standard.name().as_str())
    {
        return fault;
    }
    KeyStoreFault::Failed {
        source: Box::new(error),
    }
}

/// Whether there is no session bus to ask, or none any more.
fn is_no_bus(error: &zbus::Error) -> bool {
    matches!(
        error,
        zbus::Error::Address(_)
            | zbus::Error::Connection(_, _)
            | zbus::Error::Handshake(_)
            | zbus::Error::InputOutput(_)
    )
}

fn of_name(name: &str) -> Option<KeyStoreFault> {
    match name {
        "org.freedesktop.DBus.Error.ServiceUnknown"
        | "org.freedesktop.DBus.Error.NameHasNoOwner" => Some(KeyStoreFault::NoKeyring),
        "org.freedesktop.Secret.Error.IsLocked" => Some(KeyStoreFault::Locked),
        "org.freedesktop.Secret.Error.NoSuchObject" => Some(KeyStoreFault::Missing),
        _ if name.starts_with("org.freedesktop.DBus.Error.Spawn.") => {
            Some(KeyStoreFault::NoKeyring)
        }
        _ => None,
    }
}
