//! What the set-up may do. It shares the launcher's window and is a group of its own.

use roomkey_core::app_id::AppId;
use roomkey_core::key_id::KeyId;
use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::error::Fault;
use crate::people;
use crate::roomkey::Roomkey;
use crate::settings::keys;
use crate::settings::provider;
use crate::settings::rollout;
use crate::settings::secret;
use crate::setup;
use crate::views::CheckedView;
use crate::views::KeyIdRequest;
use crate::views::KeyView;
use crate::views::PersonRequest;
use crate::views::PersonView;
use crate::views::SetupRequest;
use crate::views::UnlockRequest;
use crate::views::provider::ProviderChecked;
use crate::views::provider::ProviderRequest;
use crate::views::provider::StagedSecretView;
use crate::views::rollout::RolloutFile;
use crate::views::rollout::RolloutView;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("setup")
        .invoke_handler(tauri::generate_handler![
            accept_rollout,
            check_key_id,
            check_person,
            check_provider,
            choose_key_file,
            expect_key,
            finish_setup,
            forget_key,
            forget_rollout,
            open_rollout,
            paste_key,
            paste_secret,
            unlock_key,
            unlock_rollout
        ])
        .build()
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn check_person(request: PersonRequest) -> Answer<PersonView> {
    Ok(people::check(&request)?)
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn check_provider(request: ProviderRequest) -> Answer<ProviderChecked> {
    Ok(provider::check(&request.provider))
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn check_key_id(request: KeyIdRequest) -> Answer<CheckedView> {
    let app_id = AppId::parse(&request.app_id).map_err(Fault::from)?;
    let key_id = KeyId::parse_for(&app_id, &request.key_id).map_err(Fault::from)?;
    Ok(CheckedView {
        value: key_id.to_string(),
    })
}

#[tauri::command]
async fn choose_key_file(app: AppHandle) -> Answer<Option<KeyView>> {
    Ok(setup::choose_key_file(&app).await?)
}

#[tauri::command]
async fn paste_key(app: AppHandle) -> Answer<KeyView> {
    Ok(setup::paste_key(&app).await?)
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn unlock_key(roomkey: State<'_, Roomkey>, request: UnlockRequest) -> Answer<KeyView> {
    Ok(roomkey.staged.unlock(&request.passphrase)?)
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn expect_key(roomkey: State<'_, Roomkey>, request: ProviderRequest) -> Answer<()> {
    Ok(keys::expect(&roomkey, &request.provider)?)
}

#[tauri::command(async)]
fn forget_key(roomkey: State<'_, Roomkey>) {
    roomkey.staged.forget();
}

#[tauri::command]
async fn paste_secret(app: AppHandle, request: ProviderRequest) -> Answer<StagedSecretView> {
    Ok(secret::stage(&app, &request.provider).await?)
}

#[tauri::command]
async fn finish_setup(app: AppHandle, request: SetupRequest) -> Answer<()> {
    Ok(setup::finish(&app, &request).await?)
}

#[tauri::command]
async fn open_rollout(app: AppHandle) -> Answer<Option<RolloutFile>> {
    Ok(rollout::choose(&app).await?)
}

#[tauri::command]
async fn unlock_rollout(app: AppHandle, request: UnlockRequest) -> Answer<RolloutView> {
    Ok(rollout::unlock(&app, &request.passphrase).await?)
}

#[tauri::command]
async fn accept_rollout(app: AppHandle) -> Answer<()> {
    Ok(rollout::accept(&app).await?)
}

#[tauri::command(async)]
fn forget_rollout(roomkey: State<'_, Roomkey>) {
    roomkey.rollout.forget();
}
