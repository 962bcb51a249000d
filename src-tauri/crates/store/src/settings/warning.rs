//! What reading the settings could not use.

use std::io;
use std::path::PathBuf;

/// One thing that is not as the file, or whoever edited it, meant it.
///
/// The text says what became of it and what can be done. Nothing here stops
/// Roomkey.
#[derive(Debug, thiserror::Error)]
pub enum Warning {
    /// The file is no JSON object. Saving puts it out of the way first.
    #[error(
        "The settings file {} is damaged ({reason}), so Roomkey begins with new settings. Mend \
         it, or set Roomkey up again: before anything is saved, the file is kept as \
         settings.damaged-1.json",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and in which line.
        reason: String,
    },
    /// The file could not be read at all.
    #[error(
        "The settings file cannot be read ({source}), so Roomkey begins with new settings and \
         cannot save them. Give yourself the right to read {}",
        path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A newer Roomkey wrote the file.
    #[error(
        "The settings were saved by a newer Roomkey (version {found} of the file, this one knows \
         {known}). They are used as far as possible; before the first change a copy is kept. \
         Update Roomkey"
    )]
    Newer {
        /// The file's version.
        found: u64,
        /// The newest version that this Roomkey knows.
        known: u64,
    },
    /// One value could not be used; Roomkey's own stands in for it.
    #[error(
        "In the settings, {path} cannot be used: {reason}. Roomkey uses its own choice there; \
         before the first change a copy of the file is kept"
    )]
    Defaulted {
        /// Where it stands, such as `tenants[0].lifetime`.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A tenant, room or the person could not be used; it stays in the file as it is.
    #[error(
        "In the settings, {path} cannot be used: {reason}. So {part} is left out; it stays in \
         the file until you mend or remove it there"
    )]
    SetAside {
        /// The whole that is left out, such as `tenants[0]`.
        part: String,
        /// What in it cannot be used, such as `tenants[0].provider.appId`.
        path: String,
        /// What is wrong with that.
        reason: String,
    },
}
