//! What can stop the settings from being saved.

use std::io;
use std::path::PathBuf;

use super::TenantId;

/// Why the settings could not be saved. The file is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// The file that is there cannot be read, so it is not replaced either.
    #[error(
        "The settings cannot be saved, because the file that is there cannot be read ({source}). \
         Give yourself the right to read {}",
        path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The file could not be written.
    #[error(
        "The settings cannot be saved ({source}). Make sure that {} can be written and that the \
         disk is not full",
        path.display()
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A picture's path is not UTF-8, which JSON needs.
    #[error(
        "The path of a picture of {tenant} cannot be kept. Give the file a name of plain letters"
    )]
    PicturePath {
        /// The tenant.
        tenant: TenantId,
    },
}
