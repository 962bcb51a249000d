//! What a window leaves in its profile, and what of it stays.
//!
//! The addresses of frames may carry secrets, and Chromium writes addresses to many files: to its
//! session files (also where nothing will ever be restored), the history and what is learnt from
//! it, the HTTP cache. Which ones, changes from version to version, so this module names what is
//! kept and removes all else. Kept is what sites know a person and their choices by (local
//! storage, IndexedDB, cookies, service workers), the browser's own settings, and caches without
//! addresses; of the HTTP and code caches those entries that are free of the given marks, since
//! they make the next window fast.

mod cache;
mod webkit;

use std::fs;
use std::io;
use std::path::Path;

pub use webkit::bar_webkit_caches;

/// Removes from a profile everything that an address may have been written to. Only for a profile
/// that no browser uses; one that does not exist is clean.
///
/// `marks` are the texts by which a cache entry is told to hold a secret, such as `jwt=`. Without
/// any, no cache entry stays.
pub fn clean(profile: &Path, marks: &[String]) -> io::Result<()> {
    keep_in(profile, &|name| {
        KEPT_IN_ROOT.contains(&name) || name.starts_with("Singleton")
    })?;
    let person = profile.join(PERSON);
    keep_in(&person, &|name| KEPT_OF_PERSON.contains(&name))?;
    keep_in(&person.join("Network"), &|name| {
        KEPT_OF_NETWORK.contains(&name)
    })?;
    keep_in(&person.join("Service Worker"), &|name| {
        name != CACHE_STORAGE
    })?;
    for bucket in names(&person.join("WebStorage"))? {
        remove(&person.join("WebStorage").join(bucket).join(CACHE_STORAGE))?;
    }
    keep_in(&person.join("Cache"), &|name| name == "Cache_Data")?;
    cache::clean(&person.join("Cache/Cache_Data"), marks)?;
    for kind in names(&person.join("Code Cache"))? {
        cache::clean(&person.join("Code Cache").join(kind), marks)?;
    }
    Ok(())
}

/// Removes from a directory all that is not to be kept.
fn keep_in(directory: &Path, is_kept: &dyn Fn(&str) -> bool) -> io::Result<()> {
    for name in names(directory)? {
        if !is_kept(&name.to_string_lossy()) {
            remove(&directory.join(name))?;
        }
    }
    Ok(())
}

/// The names in a directory; none where there is no such directory.
fn names(directory: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    match fs::read_dir(directory) {
        Ok(entries) => entries
            .map(|entry| entry.map(|entry| entry.file_name()))
            .collect(),
        Err(fault)
            if matches!(
                fault.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Ok(Vec::new())
        }
        Err(fault) => Err(fault),
    }
}

/// Removes a file or a whole directory; links are removed and not followed.
fn remove(path: &Path) -> io::Result<()> {
    let outcome = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(fault) => Err(fault),
    };
    match outcome {
        Err(fault)
            if !matches!(
                fault.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            Err(fault)
        }
        _ => Ok(()),
    }
}

/// The one person's part of a profile directory.
const PERSON: &str = "Default";

/// Holds whole requests, as a site's service worker stored them; in WebKit's profiles, too.
const CACHE_STORAGE: &str = "CacheStorage";

const KEPT_IN_ROOT: [&str; 9] = [
    PERSON,
    "First Run",
    "Last Version",
    "Local State",
    // Compiled shaders, by their content.
    "GPUPersistentCache",
    "GrShaderCache",
    "GraphiteDawnCache",
    "ShaderCache",
    // The lock of this crate.
    crate::chromium::LOCK_FILE,
];

const KEPT_OF_PERSON: [&str; 18] = [
    // Stores of the sites.
    "Cookies",
    "Cookies-journal",
    "File System",
    "IndexedDB",
    "Local Storage",
    "Network",
    "Service Worker",
    "WebStorage",
    // Choices, and the salts that make a device's id the same tomorrow.
    "MediaDeviceSalts",
    "MediaDeviceSalts-journal",
    "Preferences",
    "Secure Preferences",
    // Which hosts must be spoken to over TLS.
    "TransportSecurity",
    // Compiled shaders, by their content.
    "DawnGraphiteCache",
    "DawnWebGPUCache",
    "GPUCache",
    // Looked through entry by entry.
    "Cache",
    "Code Cache",
];

/// Where newer versions keep what others have beside it.
const KEPT_OF_NETWORK: [&str; 3] = ["Cookies", "Cookies-journal", "TransportSecurity"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_knows_the_person_stays_and_all_else_goes() {
        let directory = tempfile::tempdir().unwrap();
        let profile = directory.path();
        let kept = [
            "Local State",
            "Default/Cookies",
            "Default/Network/Cookies",
            "Default/Local Storage/leveldb/000003.log",
            "Default/IndexedDB/https_tenant_0.indexeddb.leveldb/000003.log",
            "Default/WebStorage/QuotaManager",
            "Default/WebStorage/1/IndexedDB/indexeddb.leveldb/000003.log",
            "Default/Service Worker/Database/000003.log",
            "Default/Preferences",
        ];
        let gone = [
            "BrowserMetrics/x.pma",
            "Crash Reports/pending/x.dmp",
            "segmentation_platform/ukm_db",
            "Default/History",
            "Default/Sessions/Tabs_1",
            "Default/Session Storage/000003.log",
            "Default/Network/Reporting and NEL",
            "Default/Cache/No_Vary_Search/journal.baj",
            "Default/Cache/Cache_Data/0123456789abcdef_0",
            "Default/Service Worker/CacheStorage/x/y_0",
            "Default/WebStorage/1/CacheStorage/x/y_0",
            "Default/something new",
        ];
        for name in kept.iter().chain(&gone) {
            let path = profile.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }

        clean(profile, &[]).unwrap();

        for name in kept {
            assert!(profile.join(name).exists(), "{name}");
        }
        for name in gone {
            assert!(!profile.join(name).exists(), "{name}");
        }
    }

    #[test]
    fn what_is_not_there_is_clean() {
        let directory = tempfile::tempdir().unwrap();

        clean(&directory.path().join("none"), &[]).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_removed_and_its_target_is_not() {
        let directory = tempfile::tempdir().unwrap();
        let outside = directory.path().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("file"), "x").unwrap();
        let person = directory.path().join("profile/Default");
        fs::create_dir_all(&person).unwrap();
        std::os::unix::fs::symlink(&outside, person.join("History")).unwrap();

        clean(&directory.path().join("profile"), &[]).unwrap();

        assert!(!person.join("History").exists());
        assert!(outside.join("file").exists());
    }
}
