//! The disk caches of WebKit's network process. It writes entries late, some of them while
//! the application exits, so nothing that is removed afterwards would be all of it. A cache
//! whose folder cannot be made is never opened.

use std::fs;
use std::io;
use std::path::Path;

use super::{CACHE_STORAGE, names, remove};

/// The caches' folders: WebKitGTK's, and that of macOS.
const CACHES: [&str; 2] = ["WebKitCache", "NetworkCache"];

/// Takes the disk caches out of a folder in which WebKit keeps them, and bars them: a file
/// stands where the cache's folder would be. What service workers have stored goes, too.
///
/// Call it before a webview opens the folder. Local storage, IndexedDB and cookies are not
/// touched.
pub fn bar_webkit_caches(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for name in names(folder)? {
        if name == CACHE_STORAGE {
            remove(&folder.join(name))?;
        }
    }
    for name in CACHES {
        let path = folder.join(name);
        let is_barred = fs::symlink_metadata(&path).is_ok_and(|found| found.is_file());
        if !is_barred {
            remove(&path)?;
            fs::write(path, "")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caches_go_and_cannot_come_back_and_all_else_stays() {
        let directory = tempfile::tempdir().unwrap();
        let folder = directory.path();
        for name in [
            "WebKitCache/Version 17/Records/0A/Resource/11",
            "CacheStorage/x/y",
            "localstorage/https_tenant_0.localstorage",
        ] {
            fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
            fs::write(folder.join(name), "https://tenant/room?jwt=ey").unwrap();
        }

        bar_webkit_caches(folder).unwrap();
        bar_webkit_caches(folder).unwrap();

        assert!(fs::create_dir_all(folder.join("WebKitCache/Version 17")).is_err());
        assert!(!folder.join("CacheStorage").exists());
        assert!(
            folder
                .join("localstorage/https_tenant_0.localstorage")
                .exists()
        );
    }

    #[test]
    fn a_folder_that_is_not_there_is_made() {
        let directory = tempfile::tempdir().unwrap();

        bar_webkit_caches(&directory.path().join("new/profile")).unwrap();
    }
}
