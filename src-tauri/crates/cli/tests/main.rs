//! `roomkeyctl` as people run it. What it answers stands in files under `cli`,
//! one a subject, which `TRYCMD=overwrite cargo test -p roomkey-cli` writes anew.

// Clippy allows `unwrap` only where it sees the test configuration.
#[cfg(test)]
#[cfg(unix)]
mod cli;
