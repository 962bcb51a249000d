//! The surfaces against the real thing: Chromium with a fake camera on a display of its own, and
//! HTTP clients that mean no good.

// Clippy allows `unwrap` only where it sees the test configuration.
#[cfg(test)]
#[cfg(target_os = "linux")]
mod desk;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod display;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod ends;
#[cfg(test)]
mod loopback;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod processes;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod profile;
#[cfg(test)]
mod site;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod tenant;
#[cfg(test)]
#[cfg(target_os = "linux")]
mod window;
