//! Where Roomkey keeps its files, and what the environment says. It is read once, at the
//! start; no variable carries a secret or weakens a check.

use std::env;
use std::path::PathBuf;

use tauri::AppHandle;
use tauri::Manager;

/// `ROOMKEY_CHROMIUM` and `ROOMKEY_CHROMIUM_FLAGS`.
pub(crate) struct Environment {
    /// The browser that makes the Chromium surface, instead of the one that is found.
    pub(crate) chromium: Option<PathBuf>,
    /// Flags added to it, separated by spaces.
    pub(crate) chromium_flags: Vec<String>,
}

/// Roomkey's folders. Everything lives under one of them.
pub(crate) struct Folders {
    root: PathBuf,
}

impl Environment {
    /// Reads the environment.
    pub(crate) fn read() -> Self {
        let flags = env::var("ROOMKEY_CHROMIUM_FLAGS").unwrap_or_default();
        Self {
            chromium: env::var_os("ROOMKEY_CHROMIUM").map(PathBuf::from),
            chromium_flags: flags.split_whitespace().map(str::to_owned).collect(),
        }
    }
}

impl Folders {
    /// `ROOMKEY_CONFIG_DIR`, else the system's place for the application's configuration;
    /// a development build has its own.
    pub(crate) fn find(app: &AppHandle) -> tauri::Result<Self> {
        if let Some(root) = env::var_os("ROOMKEY_CONFIG_DIR") {
            return Ok(Self { root: root.into() });
        }
        let mut root = app.path().app_config_dir()?;
        if cfg!(debug_assertions) {
            root.set_extension("desktop.dev");
        }
        Ok(Self { root })
    }

    /// Settings and what else persists.
    pub(crate) fn settings(&self) -> PathBuf {
        self.root.clone()
    }

    /// The log.
    pub(crate) fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The pictures of brands, one folder a tenant.
    pub(crate) fn brands(&self) -> PathBuf {
        self.root.join("brands")
    }

    /// The Chromium window's profile. It is kept: JaaS bills by monthly active user and
    /// recognises one by its storage.
    pub(crate) fn chromium_profile(&self) -> PathBuf {
        self.root.join("meeting-chromium")
    }

    /// The embedded webview's profile, kept for the same reason.
    pub(crate) fn embedded_profile(&self) -> PathBuf {
        self.root.join("meeting-embedded")
    }
}
