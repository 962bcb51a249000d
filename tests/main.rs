//! What the crates and the application do together and beside others.

mod interop;
