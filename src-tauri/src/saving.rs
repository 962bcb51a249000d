//! Files that the person chooses: where something is saved, and what is opened.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_dialog::FilePath;
use tokio::sync::oneshot;

use crate::error::Fault;
use crate::views::settings::SavedView;

/// Asks where, and writes it there; none where the person chooses nothing.
pub(crate) async fn save(
    app: &AppHandle,
    name: &str,
    content: Vec<u8>,
) -> Result<Option<SavedView>, Fault> {
    let (answer, answered) = oneshot::channel();
    app.dialog().file().set_file_name(name).save_file(|file| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = answer.send(file);
    });
    let Some(path) = chosen(answered).await.map_err(Fault::SaveFile)? else {
        return Ok(None);
    };
    tokio::fs::write(&path, content)
        .await
        .map_err(Fault::SaveFile)?;
    Ok(Some(SavedView {
        path: path.display().to_string(),
    }))
}

/// Asks for a file to open; none where the person chooses nothing.
pub(crate) async fn choose(app: &AppHandle) -> io::Result<Option<PathBuf>> {
    let (answer, answered) = oneshot::channel();
    app.dialog().file().pick_file(|file| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = answer.send(file);
    });
    chosen(answered).await
}

/// Asks for a file to open, and shows those of some kinds first; none where the person chooses
/// nothing.
pub(crate) async fn choose_among(
    app: &AppHandle,
    extensions: &[&str],
) -> io::Result<Option<PathBuf>> {
    let (answer, answered) = oneshot::channel();
    let name = extensions.join(", ").to_uppercase();
    let dialog = app.dialog().file().add_filter(name, extensions);
    dialog.pick_file(|file| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = answer.send(file);
    });
    chosen(answered).await
}

async fn chosen(answered: oneshot::Receiver<Option<FilePath>>) -> io::Result<Option<PathBuf>> {
    match answered.await {
        Ok(Some(file)) => file.into_path().map(Some).map_err(io::Error::other),
        Ok(None) | Err(_) => Ok(None),
    }
}

/// Reads a file, and no more of it than `most` bytes and one.
pub(crate) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut content)?;
    Ok(content)
}
