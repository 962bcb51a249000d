//! What Roomkey knows of meetings, tokens and keys, and nothing of the
//! machine it runs on.
//!
//! Nothing here reads the clock, the disk, the network, the environment or
//! randomness: they are arguments. So every rule can be tested alone.

pub mod app_id;
pub mod change;
pub mod claims;
pub mod colour;
pub mod domain;
pub mod feature;
pub mod grant;
mod hmac;
pub mod inspect;
pub mod junit;
pub mod key;
pub mod key_id;
pub mod lifetime;
pub mod matrix;
pub mod meeting;
pub mod pasted;
pub mod person;
pub mod proof;
pub mod provider;
pub mod recipe;
pub mod role;
pub mod room_name;
pub mod time;
pub mod token;
pub mod toolbar;
pub mod who;
