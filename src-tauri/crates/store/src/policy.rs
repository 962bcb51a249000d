//! The policy: what an admin has fixed for this whole system and staff cannot change.
//!
//! It is one JSON file in a place that only administrators can write to:
//!
//! ```json
//! { "version": 1, "reason": "Ask the service desk", "locked": ["tenants", "keys"] }
//! ```
//!
//! A file that cannot be used locks everything: whoever put it there meant to lock something.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    },
    /// It cannot be used; everything is fixed.
    Broken {
        /// What is wrong with the file.
        message: String,
    },
}

#[derive(Deserialize)]
struct Document {
    version: u64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    locked: Vec<Locked>,
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
            Ok(document) if document.version == VERSION => Self::Valid {
                reason: document.reason,
                locked: document.locked,
            },
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Policy {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("policy.json");
        fs::write(&path, text).unwrap();
        Policy::read(&path)
    }

    #[test]
    fn no_file_fixes_nothing() {
        let policy = Policy::read(Path::new("/nowhere/policy.json"));
        assert_eq!(policy, Policy::None);
        assert!(Locked::ALL.iter().all(|what| !policy.locks(*what)));
    }

    #[test]
    fn what_is_named_is_fixed_and_nothing_else() {
        let policy = read(r#"{"version":1,"reason":"Ask us","locked":["tenants","keys"]}"#);
        assert!(policy.locks(Locked::Tenants) && policy.locks(Locked::Keys));
        assert!(!policy.locks(Locked::Rooms));
    }

    #[test]
    fn a_file_that_cannot_be_used_fixes_everything() {
        for text in [
            "",
            "{",
            "[]",
            r#"{"locked":[]}"#,
            r#"{"version":2,"locked":[]}"#,
            r#"{"version":1,"locked":["everything"]}"#,
            r#"{"version":1,"locked":"tenants"}"#,
        ] {
            let policy = read(text);
            assert!(matches!(policy, Policy::Broken { .. }), "{text}");
            assert!(Locked::ALL.iter().all(|what| policy.locks(*what)), "{text}");
        }
    }
}
