//! From the file's version to this one.
//!
//! Version 1 is the first. When a change of the file's form cannot be read
//! tolerantly, it gets a new version:
//!
//! 1. Make a module `v1` here (then `v2` and so on) with one function that
//!    turns a JSON object of that version into one of the next.
//! 2. It works on JSON alone and uses no type of Roomkey, because those will
//!    change and the module may not: once released, it is frozen.
//! 3. Raise [`VERSION`], call the step in [`migrate`], and keep a file of the
//!    old version, as a release wrote it, for the module's tests.
//!
//! A newer version is never migrated back: what can be read of it is read, and
//! it is saved as this version with the newer keys left in. So a step replaces
//! keys of the later version where it meets them.

use serde_json::Map;
use serde_json::Value;

/// The version that this Roomkey writes.
pub(super) const VERSION: u64 = 1;

/// Which version a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// One that this Roomkey knows.
    Known,
    /// A later one.
    Newer(u64),
    /// The file does not say; it is read like one of this version.
    Unstated,
}

/// Brings a document of an earlier version to this one.
pub(super) fn migrate(document: Map<String, Value>) -> (Map<String, Value>, Version) {
    let version = version_of(&document);
    (document, version)
}

/// The version as it stands in the document.
pub(super) fn version_of(document: &Map<String, Value>) -> Version {
    match document.get("version").and_then(Value::as_u64) {
        None | Some(0) => Version::Unstated,
        Some(version) if version > VERSION => Version::Newer(version),
        Some(_) => Version::Known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_version_is_told_from_this_one() {
        let cases = [
            (r#"{"version": 1}"#, Version::Known),
            (r#"{"version": 2}"#, Version::Newer(2)),
            (
                r#"{"version": 18446744073709551615}"#,
                Version::Newer(u64::MAX),
            ),
            (r#"{"version": 0}"#, Version::Unstated),
            (r#"{"version": -1}"#, Version::Unstated),
            (r#"{"version": "1"}"#, Version::Unstated),
            (r#"{"version": null}"#, Version::Unstated),
            ("{}", Version::Unstated),
        ];
        for (text, version) in cases {
            let document = serde_json::from_str(text).unwrap();
            assert_eq!(migrate(document).1, version, "{text}");
        }
    }
}
