//! The store through its public face: the settings file, and keys in memory
//! and in a real keyring.

// Clippy allows `unwrap` only where it sees the test configuration.
#[cfg(test)]
#[cfg(target_os = "linux")]
mod keyring;
#[cfg(test)]
mod keys;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod left_alone;
#[cfg(test)]
mod policy;
#[cfg(test)]
mod roles;
#[cfg(test)]
mod rollout;
#[cfg(test)]
mod rotation;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod session;
#[cfg(test)]
mod settings;
