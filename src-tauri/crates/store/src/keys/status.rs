//! Whether there is a keyring, for the launcher to say before a key is needed.

use std::fmt;

use super::KeyStoreFault;

/// What a keyring is good for as it stands.
#[derive(Debug)]
pub enum KeyringStatus {
    /// It answers and is open.
    Ready(KeyringKind),
    /// It answers, but is locked, or was never set up: the next key makes it
    /// ask the person for a password.
    Locked(KeyringKind),
    /// It cannot be used; the fault says how to mend it.
    Unusable(KeyStoreFault),
}

/// Which keyring it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyringKind {
    /// Windows' Credential Manager.
    CredentialManager,
    /// The login keychain of macOS.
    Keychain,
    /// This process's memory.
    Memory,
    /// Whatever serves `org.freedesktop.secrets`: GNOME Keyring, KDE Wallet,
    /// KeePassXC.
    SecretService,
}

/// The name that people know it by.
impl fmt::Display for KeyringKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CredentialManager => "Credential Manager",
            Self::Keychain => "Keychain",
            Self::Memory => "memory",
            Self::SecretService => "Secret Service",
        })
    }
}
