//! The disk cache of WebKit's network process: one file an entry, with its address, answer
//! and headers; large bodies lie beside it under their hash.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use super::cache::holds;
use super::{CACHE_STORAGE, names, remove};

/// Removes from a folder in which WebKit keeps its caches every file that holds one of the
/// marks, and what service workers have stored. A webview may be using the folder: an entry
/// that is gone is loaded again.
///
/// Local storage, IndexedDB and cookies are not looked into, wherever they lie.
pub fn clean_webkit(folder: &Path, marks: &[String]) -> io::Result<()> {
    for name in names(folder)? {
        let path = folder.join(&name);
        if name == CACHE_STORAGE {
            remove(&path)?;
        } else if is_cache(&name) {
            clean(&path, marks)?;
        }
    }
    Ok(())
}

/// `WebKitCache` of WebKitGTK, `NetworkCache` of macOS.
fn is_cache(name: &OsStr) -> bool {
    name == "WebKitCache" || name == "NetworkCache"
}

fn clean(path: &Path, marks: &[String]) -> io::Result<()> {
    let kind = match fs::symlink_metadata(path) {
        Ok(found) => found.file_type(),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(fault) => return Err(fault),
    };
    if kind.is_dir() {
        for name in names(path)? {
            clean(&path.join(name), marks)?;
        }
    } else if kind.is_file() {
        let content = match fs::read(path) {
            Ok(content) => content,
            // The webview has removed it meanwhile.
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(fault) => return Err(fault),
        };
        if marks.iter().any(|mark| holds(&content, mark.as_bytes())) {
            remove(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_entries_go_and_all_else_stays() {
        let directory = tempfile::tempdir().unwrap();
        let folder = directory.path();
        let records = "WebKitCache/Version 16/Records/0A/Resource";
        let kept = [
            format!("{records}/11"),
            "WebKitCache/Version 16/salt".to_owned(),
            "localstorage/https_tenant_0.localstorage".to_owned(),
        ];
        let gone = [format!("{records}/22"), "CacheStorage/x/y".to_owned()];
        for name in kept.iter().chain(&gone) {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), "https://tenant/app.js").unwrap();
        }
        fs::write(folder.join(&gone[0]), "https://tenant/room?jwt=ey").unwrap();
        fs::write(folder.join(&kept[2]), "jwt=").unwrap();

        clean_webkit(folder, &["jwt=".to_owned()]).unwrap();

        for name in kept {
            assert!(folder.join(&name).exists(), "{name}");
        }
        for name in gone {
            assert!(!folder.join(&name).exists(), "{name}");
        }
    }

    #[test]
    fn what_is_not_there_is_clean() {
        let directory = tempfile::tempdir().unwrap();

        clean_webkit(&directory.path().join("none"), &["jwt=".to_owned()]).unwrap();
    }
}
