//! The least that a Tauri application can be, with which Roomkey's start is compared: a window
//! of the launcher's size with one line of text and one field that has the focus.
//!
//! Its one argument names the file to which it writes a line when it takes keys.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::env;
use std::fs;

use tauri::WebviewUrl;
use tauri::WebviewWindowBuilder;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ready])
        .setup(|app| {
            WebviewWindowBuilder::new(app, "bare", WebviewUrl::App("index.html".into()))
                .title("Bare")
                .inner_size(420.0, 640.0)
                .center()
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("bare/tauri.conf.json"))
}

/// The window is painted and its field has the focus.
#[tauri::command]
fn ready() -> Result<(), String> {
    let file = env::args_os().nth(1).ok_or("no file was named")?;
    fs::write(file, "the window takes keys\n").map_err(|fault| fault.to_string())
}
