//! What the inspector may do with tokens.

use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::inspector::read;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::InspectorView;
use crate::views::inspector::ReadRequest;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("inspector")
        .invoke_handler(tauri::generate_handler![read, state])
        .build()
}

#[tauri::command(async)]
fn state(roomkey: State<'_, Roomkey>) -> InspectorView {
    roomkey.inspector_view()
}

#[tauri::command]
async fn read(app: AppHandle, request: ReadRequest) -> Answer<ExplainedView> {
    Ok(read::token(&app, request).await?)
}
