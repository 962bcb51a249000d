//! What the environment says of the Chromium surface. It is read once, at the start; no
//! variable carries a secret or weakens a check.

use std::env;
use std::path::PathBuf;

/// `ROOMKEY_CHROMIUM` and `ROOMKEY_CHROMIUM_FLAGS`.
pub(crate) struct Environment {
    /// The browser that makes the Chromium surface, instead of the one that is found.
    pub(crate) chromium: Option<PathBuf>,
    /// Flags added to it, separated by spaces.
    pub(crate) chromium_flags: Vec<String>,
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
