//! What persists between two starts of Roomkey: the tenants' keys in the
//! operating system's keyring, the settings in one JSON file, the pictures of brands, and the file with
//! which an admin sets up other desks.
//!
//! Nothing here knows meetings, tokens or windows. Secrets and settings never
//! meet: no type of [`settings`] can hold a key, [`keys`] writes no file, and a
//! [`rollout`] leaves the process encrypted only.

mod disk;
pub mod folders;
pub mod generate;
pub mod keys;
pub mod pictures;
pub mod policy;
pub mod rollout;
pub mod settings;
