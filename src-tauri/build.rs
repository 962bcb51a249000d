//! Declares the commands of each group and the capabilities that allow them.

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("./src-tauri/capabilities/*.json"),
    )
    .expect("the Tauri configuration is valid");
}
