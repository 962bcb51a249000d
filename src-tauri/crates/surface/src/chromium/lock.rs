//! One browser at a time in a profile.
//!
//! A second browser started on a profile hands its window to the first and ends, so that ours
//! would open nothing and the pipe would close. A file lock of our own tells that beforehand; it
//! goes with the process that holds it, so a crash leaves nothing behind. Chromium's own lock is
//! looked at too, for a browser may outlive the Roomkey that started it by a moment.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tokio::task::spawn_blocking;

use super::OpenFault;
use crate::profile;

/// The hold on a profile, until dropped.
#[derive(Debug)]
pub(super) struct ProfileLock {
    profile: PathBuf,
    _file: File,
}

impl ProfileLock {
    /// Makes the profile where it is missing, readable by its owner alone, and takes hold of it.
    pub(super) fn take(profile: &Path) -> Result<Self, OpenFault> {
        let fault = |source| OpenFault::Profile {
            path: profile.to_owned(),
            source,
        };
        make_private(profile).map_err(fault)?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(profile.join(FILE))
            .map_err(fault)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenFault::ProfileInUse),
            Err(TryLockError::Error(source)) => return Err(fault(source)),
        }
        Ok(Self {
            profile: profile.to_owned(),
            _file: file,
        })
    }

    /// Cleans the profile while it is held. What is clean already is known by a marker, so that
    /// the next window need not look everything through.
    pub(super) async fn clean_if_used(&self, marks: &[String]) -> io::Result<()> {
        let (path, marks) = (self.profile.clone(), marks.to_vec());
        spawn_blocking(move || {
            let marker = path.join(CLEAN);
            if marker.exists() {
                return Ok(());
            }
            profile::clean(&path, &marks)?;
            fs::write(marker, "")
        })
        .await
        .map_err(io::Error::other)?
    }

    /// Notes that a browser will write to the profile.
    pub(super) fn use_it(&self) -> io::Result<()> {
        match fs::remove_file(self.profile.join(CLEAN)) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
            _ => Ok(()),
        }
    }
}

/// The lock file's name in the profile directory.
pub(crate) const FILE: &str = "surface.lock";

/// A file that is there while no browser has written to the profile since it was cleaned.
const CLEAN: &str = "surface.clean";

#[cfg(unix)]
fn make_private(directory: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(directory)
}

#[cfg(not(unix))]
fn make_private(directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)
}

/// Whether the process that Chromium's own lock names is alive and runs with this profile. The
/// lock is a symbolic link to `HOST-PID`; a stale one is Chromium's to replace.
#[cfg(target_os = "linux")]
pub(super) fn is_held_by_a_browser(profile: &Path) -> bool {
    use std::os::unix::ffi::OsStrExt;

    let Ok(holder) = fs::read_link(profile.join("SingletonLock")) else {
        return false;
    };
    let Some(id) = holder
        .to_str()
        .and_then(|holder| holder.rsplit_once('-'))
        .and_then(|(_, id)| id.parse::<u32>().ok())
    else {
        return false;
    };
    let Ok(command) = fs::read(format!("/proc/{id}/cmdline")) else {
        return false;
    };
    let profile = profile.as_os_str().as_bytes();
    // A running Chromium writes its arguments anew, with spaces between them.
    let argument = [b"--user-data-dir=".as_slice(), profile].concat();
    command
        .windows(argument.len())
        .enumerate()
        .any(|(at, part)| {
            part == argument && matches!(command.get(at + part.len()), None | Some(0 | b' '))
        })
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_held_by_a_browser(_profile: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_held_once() {
        let directory = tempfile::tempdir().unwrap();
        let profile = directory.path().join("meeting");

        let first = ProfileLock::take(&profile).unwrap();
        assert!(matches!(
            ProfileLock::take(&profile),
            Err(OpenFault::ProfileInUse)
        ));
        drop(first);

        ProfileLock::take(&profile).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_profile_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;

        let directory = tempfile::tempdir().unwrap();
        let profile = directory.path().join("a/meeting");

        ProfileLock::take(&profile).unwrap();

        let mode = fs::metadata(&profile).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_stale_lock_of_chromium_is_no_hindrance() {
        use std::os::unix::fs::symlink;

        let directory = tempfile::tempdir().unwrap();
        for (index, holder) in ["host-999999999", "host-1", "odd", ""]
            .into_iter()
            .enumerate()
        {
            let profile = directory.path().join(index.to_string());
            fs::create_dir(&profile).unwrap();
            if !holder.is_empty() {
                symlink(holder, profile.join("SingletonLock")).unwrap();
            }
            assert!(!is_held_by_a_browser(&profile), "{holder}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_living_browser_is_one() {
        let directory = tempfile::tempdir().unwrap();
        let argument = format!("--user-data-dir={}", directory.path().display());

        is_seen_while_it_lives(&argument, directory.path());
        is_seen_while_it_lives(&format!("chromium {argument} --class=x"), directory.path());
    }

    #[cfg(target_os = "linux")]
    fn is_seen_while_it_lives(argument: &str, profile: &Path) {
        use std::os::unix::fs::symlink;
        use std::os::unix::process::CommandExt;
        use std::process::Command;

        let mut browser = Command::new("sleep")
            .arg0(argument)
            .arg("60")
            .spawn()
            .unwrap();
        let _ = fs::remove_file(profile.join("SingletonLock"));
        symlink(
            format!("host-{}", browser.id()),
            profile.join("SingletonLock"),
        )
        .unwrap();

        // A process shows its arguments a moment after it is there.
        let held = (0..100).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            is_held_by_a_browser(profile)
        });

        browser.kill().unwrap();
        browser.wait().unwrap();
        assert!(held);
        assert!(!is_held_by_a_browser(profile), "its end is seen");
    }

    #[test]
    fn a_profile_that_cannot_be_made_is_said() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("file");
        fs::write(&file, "").unwrap();

        let outcome = ProfileLock::take(&file.join("profile"));

        assert!(
            matches!(outcome, Err(OpenFault::Profile { .. })),
            "{outcome:?}"
        );
    }
}
