//! Why a rollout file cannot be made or opened.

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RolloutFault {
    /// It is another kind of file.
    #[error("This is no rollout file. Ask your admin for the file that Roomkey saved")]
    NotOne,
    /// The passphrase does not open it.
    #[error("The passphrase does not fit. Type it as your admin gave it to you")]
    Passphrase,
    /// The file was cut or altered on the way.
    #[error("The file is damaged. Copy it again from where your admin put it")]
    Damaged,
    /// A later Roomkey made it.
    #[error(
        "A newer Roomkey made this file (form {found}, this one knows {known}). Update Roomkey and open it again"
    )]
    Newer {
        /// The file's version.
        found: u64,
        /// The last one that is known.
        known: u64,
    },
    /// Encryption failed.
    #[error("The file could not be locked. Close other programs and try again")]
    Lock,
    /// The system gave no randomness.
    #[error("No passphrase could be made. Try again")]
    Randomness,
}
