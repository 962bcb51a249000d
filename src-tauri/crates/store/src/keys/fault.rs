//! What can be wrong with a keyring, and the way out of each.
//!
//! The faults are told apart by error types and D-Bus error names, never by
//! the text of a message, which depends on the language. No fault carries
//! anything that was read from an entry.

use std::error::Error;

/// Why a key could not be stored, read or removed.
#[derive(Debug, thiserror::Error)]
pub enum KeyStoreFault {
    /// Nothing serves secrets on this desktop.
    #[error("{NO_KEYRING}")]
    NoKeyring,
    /// A keyring answers, but has no collection in which new entries are put.
    #[error(
        "The keyring has no default collection to keep keys in. Open “Passwords and Keys” \
         (seahorse) or KDE Wallet Manager, make a password keyring there and set it as default"
    )]
    NoCollection,
    /// The keyring is locked, and its question was refused or could not be put.
    #[error("{LOCKED}")]
    Locked,
    /// There is no such entry.
    #[error("This tenant's key is not in the keyring. Import the key again")]
    Missing,
    /// The entry does not hold what Roomkey put there.
    #[error("This tenant's entry in the keyring is damaged. Import the key again")]
    Damaged,
    /// Several entries bear the name.
    #[error(
        "The keyring has several entries for this tenant's key. Remove those that you do not \
         need in “Passwords and Keys” or KDE Wallet Manager, and import the key again"
    )]
    Ambiguous,
    /// The keyring takes no secret of that size; Windows' takes 2,560 bytes.
    #[error("The key is too large for the keyring. Use an RSA key of 4096 bits")]
    TooLarge,
    /// The keyring reported something else.
    #[error("The keyring could not do it ({source}). Log out and in again, then try once more")]
    Failed {
        /// What the keyring said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The thread that calls the keyring is gone.
    #[error("Roomkey can no longer reach the keyring. Start Roomkey again")]
    Stopped,
}

#[cfg(target_os = "linux")]
const NO_KEYRING: &str = "There is no keyring on this desktop, and Roomkey keeps keys nowhere \
     else. Install GNOME Keyring or KDE Wallet (on Debian and Ubuntu: sudo apt install \
     gnome-keyring), then log out and in again";

#[cfg(target_os = "linux")]
const LOCKED: &str = "The keyring is locked and was not opened. Try again and answer its \
     question, usually with your login password, or unlock it in “Passwords and Keys” or KDE \
     Wallet Manager";

#[cfg(target_os = "macos")]
const NO_KEYRING: &str = "There is no login keychain, and Roomkey keeps keys nowhere else. Open \
     Keychain Access, choose Settings and reset the default keychain";

#[cfg(target_os = "macos")]
const LOCKED: &str = "The keychain did not let Roomkey in. Try again and allow it with your login \
     password";

#[cfg(windows)]
const NO_KEYRING: &str = "Windows' Credential Manager does not answer, and Roomkey keeps keys \
     nowhere else. Log in at this machine itself, and see that the service “Credential Manager” \
     runs";

#[cfg(windows)]
const LOCKED: &str = "Windows' Credential Manager is locked. Log in again";
