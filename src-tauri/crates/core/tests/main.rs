//! What the core promises, through its public interface and on real keys.

// Clippy allows `unwrap` only where it sees the test configuration.
#[cfg(test)]
mod core;
