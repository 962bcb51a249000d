//! What the inspector's section Prove may do: try cases in a meeting, stop, and save what
//! came of them.

use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::ipc::Channel;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::proof;
use crate::proof::saved;
use crate::proof::table;
use crate::roomkey::Roomkey;
use crate::views::proof::JudgeTableRequest;
use crate::views::proof::ProofCaseView;
use crate::views::proof::ProofProgress;
use crate::views::proof::SaveProofRequest;
use crate::views::proof::SaveTableRequest;
use crate::views::proof::StartProofRequest;
use crate::views::proof::TableCaseView;
use crate::views::proof::TableRequest;
use crate::views::proof::TableView;
use crate::views::settings::SavedView;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("proof")
        .invoke_handler(tauri::generate_handler![
            cases,
            judge_table,
            save,
            save_table,
            start,
            stop,
            table_cases
        ])
        .build()
}

#[tauri::command(async)]
fn cases() -> Vec<ProofCaseView> {
    ProofCaseView::all()
}

/// Returns when the proof has begun; what comes of it is told on the channel.
#[tauri::command]
async fn start(
    app: AppHandle,
    request: StartProofRequest,
    progress: Channel<ProofProgress>,
) -> Answer<()> {
    Ok(proof::start(&app, request, progress).await?)
}

#[tauri::command(async)]
fn stop(roomkey: State<'_, Roomkey>) {
    roomkey.proof.stop();
}

#[tauri::command]
async fn save(app: AppHandle, request: SaveProofRequest) -> Answer<Option<SavedView>> {
    Ok(saved::save(&app, request).await?)
}

#[tauri::command(async)]
fn table_cases(roomkey: State<'_, Roomkey>, request: TableRequest) -> Answer<Vec<TableCaseView>> {
    Ok(table::cases(&roomkey, &request.tenant)?)
}

#[tauri::command]
async fn judge_table(roomkey: State<'_, Roomkey>, request: JudgeTableRequest) -> Answer<TableView> {
    Ok(table::judge(&roomkey, &request).await?)
}

#[tauri::command]
async fn save_table(app: AppHandle, request: SaveTableRequest) -> Answer<Option<SavedView>> {
    Ok(table::save(&app, request).await?)
}
