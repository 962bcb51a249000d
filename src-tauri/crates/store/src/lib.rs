//! What persists between two starts of Roomkey: the tenants' keys in the
//! operating system's keyring, and the settings in one JSON file.
//!
//! Nothing here knows meetings, tokens or windows. Secrets and settings never
//! meet: no type of [`settings`] can hold a key, and [`keys`] writes no file.

pub mod folders;
pub mod generate;
pub mod keys;
pub mod settings;
