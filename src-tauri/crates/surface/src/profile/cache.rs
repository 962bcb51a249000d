//! A cache of Chromium's "simple" kind: one file an entry, with its address, answer and headers.
//!
//! <https://www.chromium.org/developers/design-documents/network-stack/disk-cache/very-simple-backend/>

use std::fs;
use std::io;
use std::path::Path;

use super::{names, remove};

/// Removes the entries that hold one of the marks; the whole cache where there is no mark, or
/// where it is not of the kind that is known here.
pub(super) fn clean(cache: &Path, marks: &[String]) -> io::Result<()> {
    let entries = names(cache)?;
    let is_known = entries.iter().all(|name| {
        matches!(name.to_str(), Some("index" | "index-dir")) || is_entry(name.to_str())
    });
    if marks.is_empty() || !is_known {
        return remove(cache);
    }
    for name in entries {
        if is_entry(name.to_str()) {
            let path = cache.join(name);
            let content = fs::read(&path)?;
            if marks.iter().any(|mark| holds(&content, mark.as_bytes())) {
                remove(&path)?;
            }
        }
    }
    Ok(())
}

/// An entry's file is named by its 64-bit hash and the stream, such as `0123456789abcdef_0`.
fn is_entry(name: Option<&str>) -> bool {
    let Some((hash, stream)) = name.and_then(|name| name.split_once('_')) else {
        return false;
    };
    hash.len() == 16
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        && matches!(stream, "0" | "1" | "s")
}

fn holds(content: &[u8], mark: &[u8]) -> bool {
    let Some((first, rest)) = mark.split_first() else {
        return true;
    };
    let mut left = content;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = left.get(at + 1..).unwrap_or_default();
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_entries_go_and_others_stay() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("Cache_Data");
        fs::create_dir_all(cache.join("index-dir")).unwrap();
        fs::write(cache.join("index"), "jwt=").unwrap();
        fs::write(cache.join("0123456789abcdef_0"), "https://a/?jjwt=x").unwrap();
        fs::write(cache.join("0123456789abcdef_s"), "jw jwt").unwrap();
        fs::write(cache.join("fedcba9876543210_0"), "ends with jwt=").unwrap();

        clean(&cache, &["none".to_owned(), "jwt=".to_owned()]).unwrap();

        assert!(!cache.join("0123456789abcdef_0").exists());
        assert!(!cache.join("fedcba9876543210_0").exists());
        assert!(cache.join("0123456789abcdef_s").exists());
        assert!(cache.join("index").exists());
    }

    #[test]
    fn a_cache_of_another_kind_goes_as_a_whole() {
        let directory = tempfile::tempdir().unwrap();
        for odd in [
            "data_0",
            "cache.db",
            "0123456789abcdef_2",
            "0123456789abcde_0",
        ] {
            let cache = directory.path().join("Cache_Data");
            fs::create_dir_all(&cache).unwrap();
            fs::write(cache.join(odd), "").unwrap();

            clean(&cache, &["jwt=".to_owned()]).unwrap();

            assert!(!cache.exists(), "{odd}");
        }
    }

    #[test]
    fn without_marks_nothing_stays() {
        let directory = tempfile::tempdir().unwrap();
        let cache = directory.path().join("Cache_Data");
        fs::create_dir_all(&cache).unwrap();
        fs::write(cache.join("0123456789abcdef_0"), "").unwrap();

        clean(&cache, &[]).unwrap();

        assert!(!cache.exists());
    }
}
