//! The log: one file a day's worth of starts would not fill, in Roomkey's own folder.
//! It says what happened and never carries a key, a secret, a token or an address with one:
//! the types that hold them have no text form.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

const FILE: &str = "roomkey.log";

/// A log that has grown beyond this is moved aside at the next start.
const LARGEST: u64 = 1024 * 1024;

/// Starts logging into a folder. What happens before is not logged.
pub(crate) fn start(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let path = folder.join(FILE);
    if fs::metadata(&path).is_ok_and(|file| file.len() > LARGEST) {
        fs::rename(&path, folder.join("roomkey.old.log"))?;
    }
    let file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)?;
    let filter = EnvFilter::new("warn,roomkey_app=info,roomkey_store=info,roomkey_surface=info");
    let started = tracing_subscriber::fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_env_filter(filter)
        .try_init();
    started.map_err(io::Error::other)
}
