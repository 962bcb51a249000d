//! Declares the commands of each group and the capabilities that allow them. The lists
//! are compared with the handlers in the groups' tests.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use tauri_build::Attributes;
use tauri_build::DefaultPermissionRule::AllowAllCommands;
use tauri_build::InlinedPlugin;

#[path = "src/commands/names.rs"]
mod names;

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/src/commands/names.rs");
    forget_earlier_commands();
    let group = |commands| {
        InlinedPlugin::new()
            .commands(commands)
            .default_permission(AllowAllCommands)
    };
    tauri_build::try_build(
        Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/*.json")
            .plugin("inspector", group(names::INSPECTOR))
            .plugin("launcher", group(names::LAUNCHER))
            .plugin("proof", group(names::PROOF))
            .plugin("service", group(names::SERVICE))
            .plugin("settings", group(names::SETTINGS))
            .plugin("setup", group(names::SETUP))
            .plugin("meeting", group(names::MEETING)),
    )
    .expect("the Tauri configuration is valid");
}

/// Tauri takes every permission that it finds in the build's folder, those of commands too that an
/// earlier build had and this one has not.
fn forget_earlier_commands() {
    let out = env::var_os("OUT_DIR").expect("Cargo names the folder to a build script");
    match fs::remove_dir_all(Path::new(&out).join("plugins")) {
        Err(fault) if fault.kind() != ErrorKind::NotFound => {
            panic!("the permissions of an earlier build stay: {fault}")
        }
        Ok(()) | Err(_) => {}
    }
}
