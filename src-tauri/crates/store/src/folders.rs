//! Where Roomkey keeps its files: one rule for the application and for the
//! command line, so that both speak of the same tenants.

use std::env;
use std::path::PathBuf;

use crate::keys::Build;
use crate::keys::Namespace;

/// Roomkey's identifier, as `tauri.conf.json` has it: names its folder and its
/// entries in the keyring.
pub const IDENTIFIER: &str = "org.roomkey.desktop";

/// Names the folder instead of the system's own place.
pub const VARIABLE: &str = "ROOMKEY_CONFIG_DIR";

/// Roomkey's folders. Everything lives under one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    root: PathBuf,
}

impl Folders {
    /// What `ROOMKEY_CONFIG_DIR` names, else the folder of that name in the
    /// system's place for configuration; a development build has its own.
    pub fn find(namespace: &Namespace) -> Result<Self, NoFolder> {
        if let Some(root) = env::var_os(VARIABLE) {
            return Ok(Self::at(root));
        }
        let place = dirs::config_dir().ok_or(NoFolder)?;
        Ok(Self::at(place.join(name(namespace))))
    }

    /// The folders below a given one.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Settings and what else persists.
    pub fn settings(&self) -> PathBuf {
        self.root.clone()
    }

    /// The log.
    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The pictures of brands, one folder a tenant.
    pub fn brands(&self) -> PathBuf {
        self.root.join("brands")
    }

    /// The Chromium window's profile. It is kept: JaaS bills by monthly active
    /// user and recognises one by its storage.
    pub fn chromium_profile(&self) -> PathBuf {
        self.root.join("meeting-chromium")
    }

    /// The profiles of a proof's windows, one each, kept for the same reason.
    pub fn proof_profiles(&self) -> [PathBuf; 2] {
        ["proof-chromium-1", "proof-chromium-2"].map(|name| self.root.join(name))
    }

    /// The embedded webview's profile, kept for the same reason.
    pub fn embedded_profile(&self) -> PathBuf {
        self.root.join("meeting-embedded")
    }
}

/// The system names no place for configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "This system names no folder for settings. Set HOME, or name a folder in ROOMKEY_CONFIG_DIR"
)]
pub struct NoFolder;

fn name(namespace: &Namespace) -> String {
    match namespace.build {
        Build::Development => format!("{}.dev", namespace.identifier),
        Build::Release => namespace.identifier.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_have_folders_of_their_own() {
        let release = Namespace {
            identifier: IDENTIFIER.to_owned(),
            build: Build::Release,
        };
        let development = Namespace {
            build: Build::Development,
            ..release.clone()
        };
        assert_eq!(name(&release), "org.roomkey.desktop");
        assert_eq!(name(&development), "org.roomkey.desktop.dev");
    }

    /// Tauri names windows and packages by what stands there.
    #[test]
    fn the_identifier_is_the_applications() {
        let configuration = include_str!("../../../../tauri.conf.json");
        let configuration: serde_json::Value = serde_json::from_str(configuration).unwrap();
        assert_eq!(configuration["identifier"], IDENTIFIER);
    }
}
