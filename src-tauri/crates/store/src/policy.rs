//! The policy: what an admin has fixed for this whole system and staff cannot change.
//!
//! It is one JSON file in a place that only administrators can write to:
//!
//! ```json
//! {
//!   "version": 1,
//!   "reason": "Ask the service desk",
//!   "locked": ["preferences", "keys"],
//!   "settings": { "language": "de" }
//! }
//! ```
//!
//! What is locked stays as it is; where `settings` says something of it, in the settings' own
//! form, that is in force, in memory alone: the person's file keeps what is theirs. A file
//! that cannot be used locks everything: whoever put it there meant to lock something. Its form
//! is published as `docs/policy.schema.json`.

mod fixed;
mod overlay;

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde_json::Map;
use serde_json::Value;
use ts_rs::TS;

pub use fixed::Fixed;

const VERSION: u64 = 1;

/// What a policy can fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Locked {
    /// Which tenants there are, and what they are called.
    Tenants,
    /// The rooms and their ways.
    Rooms,
    /// Roles, moderators and features.
    People,
    /// Name, colour, pictures and link.
    Brand,
    /// Language and surface.
    Preferences,
    /// The signing keys.
    Keys,
}

impl Locked {
    /// What a tenant has, and so what a rollout brings.
    pub const OF_A_TENANT: [Self; 5] = [
        Self::Tenants,
        Self::Rooms,
        Self::People,
        Self::Brand,
        Self::Keys,
    ];

    /// Everything that can be fixed.
    pub const ALL: [Self; 6] = [
        Self::Tenants,
        Self::Rooms,
        Self::People,
        Self::Brand,
        Self::Preferences,
        Self::Keys,
    ];
}

/// The policy of this system.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Policy {
    /// There is none.
    #[default]
    None,
    /// It can be used.
    Valid {
        /// The admin's words to staff; may be empty.
        reason: String,
        /// What is fixed.
        locked: Vec<Locked>,
        /// What it is fixed to, where the policy says so.
        fixed: Box<Fixed>,
    },
    /// It cannot be used; everything is fixed.
    Broken {
        /// What is wrong with the file.
        message: String,
    },
}

/// A name that is not known is a slip of the pen, and what it was to fix would be open.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    /// For editors, which look there for the form.
    #[serde(rename = "$schema")]
    _schema: Option<String>,
    version: u64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    locked: Vec<Locked>,
    #[serde(default)]
    settings: Map<String, Value>,
}

impl Policy {
    /// The system's own place for it.
    pub fn place() -> PathBuf {
        if cfg!(windows) {
            // Set by Windows itself; a person who changes it for themselves sees no policy,
            // as one does who runs another program.
            let data = std::env::var_os("ProgramData").unwrap_or_else(|| r"C:\ProgramData".into());
            PathBuf::from(data).join(r"Roomkey\policy.json")
        } else if cfg!(target_os = "macos") {
            "/Library/Application Support/Roomkey/policy.json".into()
        } else {
            "/etc/roomkey/policy.json".into()
        }
    }

    /// Reads a policy file. Reading never fails: what cannot be used is [`Policy::Broken`].
    pub fn read(path: &Path) -> Self {
        let broken = |message: String| Self::Broken { message };
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(fault)
                if matches!(
                    fault.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Self::None;
            }
            Err(fault) => return broken(fault.to_string()),
        };
        match serde_json::from_str::<Document>(&text) {
            Ok(document) if document.version == VERSION => {
                match fixed::read(&document.settings, &document.locked) {
                    Ok(fixed) => Self::Valid {
                        reason: document.reason,
                        locked: document.locked,
                        fixed: Box::new(fixed),
                    },
                    Err(message) => broken(message),
                }
            }
            Ok(document) => broken(format!(
                "version {} is not known, {VERSION} is",
                document.version
            )),
            Err(fault) => broken(fault.to_string()),
        }
    }

    /// Whether something is fixed.
    pub fn locks(&self, what: Locked) -> bool {
        match self {
            Self::None => false,
            Self::Valid { locked, .. } => locked.contains(&what),
            Self::Broken { .. } => true,
        }
    }
}
