//! `./dev bench`: measures what Roomkey promises about its speed, each number beside the best
//! that could be expected of it, and writes docs/performance.md.
//!
//! It runs the program as it is shipped, on the desktop of the end-to-end tests, and looks at it
//! from outside. Left out: anything that would fail where a machine is slow. It is no test.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::unwrap_in_result,
    reason = "a measurement that cannot go on says so by panicking"
)]

#[cfg(target_os = "linux")]
#[path = "../e2e/bus.rs"]
#[allow(dead_code, reason = "the end-to-end tests need more of it")]
mod bus;
#[cfg(target_os = "linux")]
#[path = "../e2e/desk.rs"]
#[allow(dead_code, reason = "the end-to-end tests need more of it")]
mod desk;
#[cfg(target_os = "linux")]
mod measure;
#[cfg(target_os = "linux")]
#[path = "../e2e/process.rs"]
#[allow(dead_code, reason = "the end-to-end tests need more of it")]
mod process;
#[cfg(target_os = "linux")]
#[path = "../e2e/processes.rs"]
#[allow(dead_code, reason = "the end-to-end tests need more of it")]
mod processes;

#[cfg(target_os = "linux")]
fn main() {
    measure::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    panic!("the desktop on which this measures is one of Linux");
}
