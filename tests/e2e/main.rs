//! The real application, on a desktop of its own: an X server, a window manager, a session
//! bus and a keyring, all started by the test and gone with it. The launcher is driven
//! through WebDriver; the meetings are real, in a real browser, against the rehearsal.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::unwrap_in_result,
    reason = "a test that cannot go on says so by panicking"
)]

mod application;
mod bus;
mod camera;
mod chooser;
mod desk;
mod devtools;
mod firefox;
mod process;
mod processes;
mod screen;
mod search;
mod seen;
mod started;
mod stranger;
mod tenant;
mod there;
mod watch;
mod window;

mod admin;
mod again;
mod brand;
mod browser;
mod cases;
mod embedded;
mod expiry;
mod hermetic;
mod inspector;
mod inspector_providers;
mod instance;
mod keyring;
mod package;
mod pictures;
mod prove;
mod providers;
mod secrets;
mod service;
mod walls;
mod whole_path;
