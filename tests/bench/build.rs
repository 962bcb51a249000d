//! Nothing is made here; with a build script there is a folder for what Tauri embeds.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
}
