//! The settings file: opened once, saved after each change.
//!
//! Nothing that somebody wrote is lost by saving. A file that would lose
//! something, because it is of a newer version, holds values that could not be
//! used, or was edited since it was read, is first copied to
//! `settings.kept-<n>.json`; one that is no JSON object is renamed to
//! `settings.damaged-<n>.json`. Reading alone changes nothing. Two programs that save in turn do not wait for
//! each other: who runs for long asks before each change what was written
//! meanwhile ([`SettingsFile::written_since`]). Where both save in the same
//! moment, the later one's settings stand, and the earlier one's are the copy.

use std::fmt;
use std::io;
use std::mem;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;

use serde_json::Map;
use serde_json::Value;

use super::Settings;
use super::SettingsFault;
use super::Tenant;
use super::Warning;
use super::migrations;
use super::migrations::Version;
use super::read;
use super::write;
use crate::disk;

/// `settings.json` in Roomkey's folder. Clones share the file, and their saves
/// are done one after the other.
#[derive(Clone)]
pub struct SettingsFile {
    path: PathBuf,
    known: Arc<Mutex<Known>>,
}

/// What was in the file when it was last read or written.
#[derive(Default)]
struct Known {
    document: Map<String, Value>,
    /// The document as it is on the disk; none where there is no file.
    bytes: Option<Vec<u8>>,
    /// Whether writing would lose something of these bytes.
    is_worth_a_copy: bool,
}

impl Known {
    /// Goes back to what is on the disk.
    fn forget_changes(&mut self) {
        let document = self
            .bytes
            .as_deref()
            .and_then(|bytes| object_of(bytes).ok());
        self.document = document
            .map(|document| migrations::migrate(document).0)
            .unwrap_or_default();
    }
}

impl SettingsFile {
    /// Reads the settings in that folder. Neither the folder nor the file need
    /// exist yet, and whatever the file holds, this does not fail.
    pub fn open(folder: &Path) -> (Self, Settings, Vec<Warning>) {
        let path = folder.join(NAME);
        let (known, settings, warnings) = match disk::read(&path, LARGEST) {
            Ok(None) => Default::default(),
            Ok(Some(bytes)) => match object_of(&bytes) {
                Ok(document) => understand(document, bytes),
                Err(reason) => damaged(&path, reason),
            },
            Err(fault) if fault.kind() == io::ErrorKind::FileTooLarge => {
                damaged(&path, fault.to_string())
            }
            Err(source) => {
                let warning = Warning::Unreadable {
                    path: path.clone(),
                    source,
                };
                (Known::default(), Settings::default(), vec![warning])
            }
        };
        (
            Self {
                path,
                known: Arc::new(Mutex::new(known)),
            },
            settings,
            warnings,
        )
    }

    /// The settings as another program has written them since they were last
    /// read or written here; none where they are as they were, or cannot be
    /// used: what is in memory stands then.
    pub fn written_since(&self) -> Option<(Settings, Vec<Warning>)> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = disk::read(&self.path, LARGEST).ok()??;
        if known.bytes.as_ref() == Some(&bytes) {
            return None;
        }
        let document = object_of(&bytes).ok()?;
        let (found, settings, warnings) = understand(document, bytes);
        *known = found;
        Some((settings, warnings))
    }

    /// Writes the settings in place of those before: whole or not at all.
    ///
    /// What the file says beyond [`Settings`] stays, tenants and rooms that
    /// could not be read too. It blocks for some milliseconds, until the disk
    /// has it.
    pub fn save(&self, settings: &Settings) -> Result<(), SettingsFault> {
        if let Some(tenant) = with_wordless_picture(settings) {
            return Err(SettingsFault::PicturePath {
                tenant: tenant.id.clone(),
            });
        }
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let on_disk = self.look(&mut known)?;
        let document = write::document(settings, mem::take(&mut known.document));
        let bytes = bytes_of(&document);
        if let Err(fault) = self.replace(on_disk, &bytes, known.is_worth_a_copy) {
            known.forget_changes();
            return Err(fault);
        }
        *known = Known {
            document,
            bytes: Some(bytes),
            is_worth_a_copy: false,
        };
        Ok(())
    }

    fn replace(
        &self,
        on_disk: Option<Vec<u8>>,
        bytes: &[u8],
        is_worth_a_copy: bool,
    ) -> Result<(), SettingsFault> {
        match on_disk {
            Some(before) if before == bytes => return Ok(()),
            Some(before) if is_worth_a_copy => self.keep_copy(&before)?,
            Some(_) | None => {}
        }
        disk::replace(&self.path, bytes).map_err(|source| self.unwritable(source))?;
        Ok(())
    }

    /// Looks whether the file is still as it is known, and gets to know it
    /// where it is not.
    fn look(&self, known: &mut Known) -> Result<Option<Vec<u8>>, SettingsFault> {
        let bytes = match disk::read(&self.path, LARGEST) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(None),
            Err(fault) if fault.kind() == io::ErrorKind::FileTooLarge => {
                return self.set_aside().map(|()| None);
            }
            Err(source) => {
                return Err(SettingsFault::Unreadable {
                    path: self.path.clone(),
                    source,
                });
            }
        };
        if known.bytes.as_ref() == Some(&bytes) {
            return Ok(Some(bytes));
        }
        let Ok(document) = object_of(&bytes) else {
            return self.set_aside().map(|()| None);
        };
        let (document, _) = migrations::migrate(document);
        *known = Known {
            document,
            bytes: Some(bytes.clone()),
            is_worth_a_copy: true,
        };
        Ok(Some(bytes))
    }

    fn set_aside(&self) -> Result<(), SettingsFault> {
        let kept =
            disk::set_aside(&self.path, DAMAGED).map_err(|source| self.unwritable(source))?;
        tracing::warn!(kept = %kept.display(), "the damaged settings file was put aside");
        Ok(())
    }

    fn keep_copy(&self, bytes: &[u8]) -> Result<(), SettingsFault> {
        let kept = disk::keep_copy(&self.path, KEPT, bytes);
        let kept = kept.map_err(|source| self.unwritable(source))?;
        tracing::warn!(kept = %kept.display(), "the settings file before this change was copied");
        Ok(())
    }

    fn unwritable(&self, source: io::Error) -> SettingsFault {
        SettingsFault::Unwritable {
            path: self.path.clone(),
            source,
        }
    }
}

impl fmt::Debug for SettingsFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SettingsFile")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

const NAME: &str = "settings.json";
/// The word in the names of files that were renamed.
const DAMAGED: &str = "damaged";
/// The word in the names of copies.
const KEPT: &str = "kept";
/// 16 MiB: no settings are as large, and reading more would only fill the memory.
const LARGEST: u64 = 16 << 20;

fn understand(document: Map<String, Value>, bytes: Vec<u8>) -> (Known, Settings, Vec<Warning>) {
    let (document, version) = migrations::migrate(document);
    let (settings, mut warnings) = read::settings(&document);
    match version {
        Version::Known => {}
        Version::Newer(found) => {
            warnings.insert(
                0,
                Warning::Newer {
                    found,
                    known: migrations::VERSION,
                },
            );
        }
        Version::Unstated => warnings.insert(0, unstated_version()),
    }
    let is_lost = |warning: &Warning| !matches!(warning, Warning::SetAside { .. });
    let is_worth_a_copy = warnings.iter().any(is_lost);
    (
        Known {
            document,
            bytes: Some(bytes),
            is_worth_a_copy,
        },
        settings,
        warnings,
    )
}

fn unstated_version() -> Warning {
    Warning::Defaulted {
        path: "version".to_owned(),
        reason: format!("the file's version is needed, {}", migrations::VERSION),
    }
}

fn damaged(path: &Path, reason: String) -> (Known, Settings, Vec<Warning>) {
    let path = path.to_owned();
    let warning = Warning::Damaged { path, reason };
    (Known::default(), Settings::default(), vec![warning])
}

/// Some editors put a byte order mark before the text.
fn object_of(bytes: &[u8]) -> Result<Map<String, Value>, String> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(text).map_err(|fault| fault.to_string())
}

fn bytes_of(document: &Map<String, Value>) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(document).expect("a JSON object has a text");
    bytes.push(b'\n');
    bytes
}

/// A tenant with a picture whose path is no text.
fn with_wordless_picture(settings: &Settings) -> Option<&Tenant> {
    settings.tenants.iter().find(|tenant| {
        let mut paths = tenant.brand.pictures();
        paths.any(|path| path.to_str().is_none())
    })
}
