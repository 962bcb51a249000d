//! The store through its public face: the settings file, and keys in memory
//! and in a real keyring.

#[cfg(target_os = "linux")]
mod keyring;
mod keys;
#[cfg(target_os = "linux")]
mod session;
mod settings;
