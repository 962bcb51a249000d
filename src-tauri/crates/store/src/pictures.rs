//! The pictures of brands on the disk, one folder a tenant.
//!
//! A picture's file is named by what is in it, so that whoever has read a name never sees another
//! picture under it, and a new picture never takes the place of one that is still named. What the
//! files hold is not known here.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use aws_lc_rs::digest::SHA256;
use aws_lc_rs::digest::digest;

use crate::disk;
use crate::folders::Folders;
use crate::settings::TenantId;

/// One tenant's pictures.
#[derive(Clone, Debug)]
pub struct Pictures {
    folder: PathBuf,
}

impl Pictures {
    /// Those of a tenant. Its folder need not exist yet.
    pub fn of(folders: &Folders, tenant: &TenantId) -> Self {
        Self {
            folder: folders.brands().join(tenant.as_str()),
        }
    }

    /// Writes a picture whole or not at all, and says where it is. `word` and `extension` are
    /// plain letters, such as `logo` and `png`. Blocks until the disk has it.
    pub fn keep(&self, word: &str, extension: &str, picture: &[u8]) -> io::Result<PathBuf> {
        let sum = digest(&SHA256, picture);
        let sum: String = sum.as_ref().iter().take(8).map(hexadecimal).collect();
        let path = self.folder.join(format!("{word}-{sum}.{extension}"));
        disk::replace(&path, picture)?;
        Ok(path)
    }

    /// Copies a picture to one name that stays, for icons on the desktop, which go on naming it
    /// when the brand has another.
    pub fn keep_icon(&self, picture: &Path) -> io::Result<PathBuf> {
        let extension = picture.extension().unwrap_or_default();
        let path = self.folder.join("icon").with_extension(extension);
        disk::replace(&path, &fs::read(picture)?)?;
        Ok(path)
    }

    /// Whether a file is one of these; any other is somebody else's.
    pub fn has(&self, path: &Path) -> bool {
        path.parent() == Some(&self.folder)
    }

    /// Removes a picture that nothing names any more. One that is gone already, or that is not
    /// one of these, is left alone.
    pub fn remove(&self, path: &Path) -> io::Result<()> {
        if self.has(path) {
            unless_missing(fs::remove_file(path))
        } else {
            Ok(())
        }
    }

    /// Removes them all.
    pub fn remove_all(&self) -> io::Result<()> {
        unless_missing(fs::remove_dir_all(&self.folder))
    }
}

fn hexadecimal(byte: &u8) -> String {
    format!("{byte:02x}")
}

fn unless_missing(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pictures(home: &Path) -> Pictures {
        Pictures::of(&Folders::at(home), &TenantId::parse("acme").unwrap())
    }

    #[test]
    fn a_name_says_what_is_in_the_file() {
        let home = tempfile::tempdir().unwrap();
        let pictures = pictures(home.path());
        let one = pictures.keep("logo", "png", b"one").unwrap();
        let two = pictures.keep("logo", "png", b"two").unwrap();
        assert_ne!(one, two);
        assert_eq!(pictures.keep("logo", "png", b"one").unwrap(), one);
        // The first bytes of SHA-256 of "one", as sha256sum gives them.
        assert!(
            one.ends_with("brands/acme/logo-7692c3ad3540bb80.png"),
            "{one:?}"
        );
        assert_eq!(fs::read(&one).unwrap(), b"one");
        assert_eq!(fs::read_dir(one.parent().unwrap()).unwrap().count(), 2);
    }

    #[test]
    fn only_pictures_of_the_tenant_are_removed() {
        let home = tempfile::tempdir().unwrap();
        let pictures = pictures(home.path());
        let ours = pictures.keep("logo", "png", b"one").unwrap();
        let theirs = home.path().join("logo.png");
        fs::write(&theirs, b"theirs").unwrap();
        for path in [&ours, &ours, &theirs] {
            pictures.remove(path).unwrap();
        }
        assert!(!ours.exists() && theirs.exists());
        pictures.remove_all().unwrap();
        pictures.remove_all().unwrap();
        assert!(theirs.exists());
    }

    #[test]
    fn an_icon_keeps_its_name_when_the_logo_changes() {
        let home = tempfile::tempdir().unwrap();
        let pictures = pictures(home.path());
        let one = pictures.keep("logo", "png", b"one").unwrap();
        let icon = pictures.keep_icon(&one).unwrap();
        pictures.remove(&one).unwrap();
        assert_eq!(fs::read(&icon).unwrap(), b"one");
        let two = pictures.keep("logo", "png", b"two").unwrap();
        assert_eq!(pictures.keep_icon(&two).unwrap(), icon);
    }
}
