//! Roomkey, a desktop meeting launcher: the application shell.

/// Starts the application.
pub fn run() {
    let _ = tauri::Builder::default().run(tauri::generate_context!());
}
