//! What the inspector may do with tokens.

use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::inspector::hand_out;
use crate::inspector::make;
use crate::inspector::open;
use crate::inspector::presets;
use crate::inspector::read;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::InspectorView;
use crate::views::inspector::MadeView;
use crate::views::inspector::MakeRequest;
use crate::views::inspector::OpenMadeRequest;
use crate::views::inspector::PresetRequest;
use crate::views::inspector::ReadRequest;
use crate::views::inspector::SavePresetRequest;
use crate::views::inspector::ShownToken;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("inspector")
        .invoke_handler(tauri::generate_handler![
            copy_address,
            copy_token,
            make,
            open_made,
            read,
            remove_preset,
            save_preset,
            show_token,
            state
        ])
        .build()
}

#[tauri::command(async)]
fn state(roomkey: State<'_, Roomkey>) -> InspectorView {
    roomkey.inspector_view()
}

#[tauri::command]
async fn make(roomkey: State<'_, Roomkey>, request: MakeRequest) -> Answer<MadeView> {
    Ok(make::judge(&roomkey, &request).await?)
}

/// The token itself, which the page gets only where the tester asks to see it.
#[tauri::command]
async fn show_token(roomkey: State<'_, Roomkey>, request: MakeRequest) -> Answer<ShownToken> {
    Ok(hand_out::shown(&roomkey, &request).await?)
}

#[tauri::command]
async fn copy_token(app: AppHandle, request: MakeRequest) -> Answer<ExplainedView> {
    Ok(hand_out::copy_token(&app, &request).await?)
}

#[tauri::command]
async fn copy_address(app: AppHandle, request: MakeRequest) -> Answer<ExplainedView> {
    Ok(hand_out::copy_address(&app, &request).await?)
}

#[tauri::command]
async fn open_made(app: AppHandle, request: OpenMadeRequest) -> Answer<()> {
    Ok(open::meeting(&app, &request).await?)
}

#[tauri::command]
async fn save_preset(app: AppHandle, request: SavePresetRequest) -> Answer<()> {
    Ok(presets::save(&app, &request).await?)
}

#[tauri::command]
async fn remove_preset(app: AppHandle, request: PresetRequest) -> Answer<()> {
    Ok(presets::remove(&app, &request.name).await?)
}

#[tauri::command]
async fn read(roomkey: State<'_, Roomkey>, request: ReadRequest) -> Answer<ExplainedView> {
    Ok(read::explained(&roomkey, request).await?)
}
