//! The surfaces against the real thing: Chromium with a fake camera on a display of its own, and
//! HTTP clients that mean no good.

#[cfg(target_os = "linux")]
mod desk;
#[cfg(target_os = "linux")]
mod display;
#[cfg(target_os = "linux")]
mod ends;
mod loopback;
#[cfg(target_os = "linux")]
mod processes;
#[cfg(target_os = "linux")]
mod profile;
#[cfg(target_os = "linux")]
mod tenant;
#[cfg(target_os = "linux")]
mod window;
