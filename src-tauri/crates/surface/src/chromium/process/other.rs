//! Windows: handing a pipe to Chromium needs inheritable handles and their numbers, which the
//! standard library does not give. The embedded window is the surface there.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use tokio::io::{Empty, Sink};

/// A browser that runs; there is none on this system.
pub(in crate::chromium) enum Process {}

pub(in crate::chromium) fn start(
    _browser: &Path,
    _arguments: &[OsString],
) -> io::Result<(Process, Empty, Sink)> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

impl Process {
    pub(in crate::chromium) async fn ended(&mut self) {
        match *self {}
    }

    pub(in crate::chromium) async fn kill(&mut self) {
        match *self {}
    }

    pub(in crate::chromium) async fn settle(&mut self) {
        match *self {}
    }
}

pub(in crate::chromium) fn runs_as_root() -> bool {
    false
}
