//! What the inspector may ask of JaaS's services: commands to meetings, and webhooks.

use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::roomkey::Roomkey;
use crate::service::command;
use crate::service::webhook;
use crate::views::TenantRequest;
use crate::views::service::CommandRequest;
use crate::views::service::PreparedView;
use crate::views::service::SecretState;
use crate::views::service::WebhookRequest;
use crate::views::service::WebhookView;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("service")
        .invoke_handler(tauri::generate_handler![
            give_command,
            paste_secret,
            prepare_command,
            read_webhook,
            remove_secret,
            secret_state
        ])
        .build()
}

#[tauri::command]
async fn prepare_command(
    roomkey: State<'_, Roomkey>,
    request: CommandRequest,
) -> Answer<PreparedView> {
    Ok(command::prepare(&roomkey, request)?)
}

#[tauri::command]
async fn give_command(app: AppHandle, request: CommandRequest) -> Answer<()> {
    Ok(command::give(&app, request).await?)
}

#[tauri::command]
async fn secret_state(roomkey: State<'_, Roomkey>, request: TenantRequest) -> Answer<SecretState> {
    Ok(webhook::secret_state(&roomkey, &request.tenant).await?)
}

#[tauri::command]
async fn paste_secret(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(webhook::paste_secret(&app, &request.tenant).await?)
}

#[tauri::command]
async fn remove_secret(roomkey: State<'_, Roomkey>, request: TenantRequest) -> Answer<()> {
    Ok(webhook::remove_secret(&roomkey, &request.tenant).await?)
}

#[tauri::command]
async fn read_webhook(roomkey: State<'_, Roomkey>, request: WebhookRequest) -> Answer<WebhookView> {
    Ok(webhook::read(&roomkey, request).await?)
}
