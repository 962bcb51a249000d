//! Files that are there whole or not at all.
//!
//! Nothing here knows what the files hold. Whatever is written can be read by
//! the person alone, and no file that somebody else made is overwritten.

use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

/// Reads a whole file of at most so many bytes; none where there is no file.
pub(crate) fn read(path: &Path, at_most: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let mut bytes = Vec::new();
    file.take(at_most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > at_most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(Some(bytes))
}

/// Puts the bytes in the file's place in one step, so that a reader or a power
/// cut finds the old file or the new one. Makes the folder where it is missing.
///
/// A symbolic link stays, and what it points to is replaced.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = folder_of(&path)?;
    make_folder(folder)?;

    let beside = name_beside(&path);
    let written = write_new(&beside, bytes).and_then(|()| fs::rename(&beside, &path));
    if let Err(fault) = written {
        // Another program's file would have stopped this before anything was made.
        let _ = fs::remove_file(&beside);
        return Err(fault);
    }
    sync_folder(folder);
    Ok(())
}

/// Renames a file to `<name>.<word>-<n>.<extension>` with the first free
/// number, and says where it is.
pub(crate) fn set_aside(path: &Path, word: &str) -> io::Result<PathBuf> {
    let (kept, _) = new_numbered(path, word)?;
    if let Err(fault) = fs::rename(path, &kept) {
        let _ = fs::remove_file(&kept);
        return Err(fault);
    }
    sync_folder(folder_of(&kept)?);
    Ok(kept)
}

/// Writes the bytes to `<name>.<word>-<n>.<extension>` with the first free
/// number, and says where that is.
pub(crate) fn keep_copy(path: &Path, word: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let (kept, mut file) = new_numbered(path, word)?;
    if let Err(fault) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        let _ = fs::remove_file(&kept);
        return Err(fault);
    }
    sync_folder(folder_of(&kept)?);
    Ok(kept)
}

/// Makes an empty file that was not there, so that no two programs take one name.
fn new_numbered(path: &Path, word: &str) -> io::Result<(PathBuf, File)> {
    let name =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (name(path.file_stem()), name(path.extension()));
    let mut number = 1_u32;
    loop {
        let kept = path.with_file_name(format!("{stem}.{word}-{number}.{extension}"));
        match private().write(true).create_new(true).open(&kept) {
            Ok(file) => return Ok((kept, file)),
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(fault) => return Err(fault),
        }
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name in the same folder, and so on the same disk, that no other call has.
fn name_beside(path: &Path) -> PathBuf {
    static CALLS: AtomicU64 = AtomicU64::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}-{call}", std::process::id()));
    // Only a process of the same number that died while saving has left one.
    let _ = fs::remove_file(&beside);
    beside
}

fn folder_of(path: &Path) -> io::Result<&Path> {
    path.parent()
        .ok_or_else(|| io::ErrorKind::InvalidInput.into())
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;

    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;

    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// Elsewhere the folder's own rights keep others out.
#[cfg(not(unix))]
fn private() -> OpenOptions {
    OpenOptions::new()
}

/// Makes a new name last through a power cut. Not every file system can do
/// that for a folder; what was done stays done there too.
#[cfg(unix)]
fn sync_folder(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// Windows keeps names in its own journal.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) {}
