//! The surfaces against the real thing: Chromium with a fake camera on a display of its own, and
//! HTTP clients that mean no good.

#![cfg(target_os = "linux")]

mod desk;
mod display;
mod processes;
mod tenant;
mod window;
