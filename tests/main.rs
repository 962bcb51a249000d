//! What the crates and the application do together and beside others.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::unwrap_in_result,
    reason = "a test that cannot go on says so by panicking"
)]

mod interop;
mod matrix;
