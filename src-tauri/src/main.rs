//! The `roomkey` program.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    roomkey_app::run();
}
