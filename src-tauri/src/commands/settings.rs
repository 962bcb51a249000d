//! What the settings window may do, besides the set-up's commands for a key.

use roomkey_core::who::Who;
use roomkey_picture::Purpose;
use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::error::Fault;
use crate::rehearsal;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::settings::brand;
use crate::settings::check;
use crate::settings::clean;
use crate::settings::csv;
use crate::settings::keys;
use crate::settings::keys::waiting;
use crate::settings::made;
use crate::settings::people;
use crate::settings::rollout;
use crate::settings::rooms;
use crate::settings::rotation;
use crate::settings::secret;
use crate::settings::tenants;
use crate::views::CheckRequest;
use crate::views::CheckedView;
use crate::views::KeyView;
use crate::views::TenantRequest;
use crate::views::brand::PictureRequest;
use crate::views::brand::SetBrandRequest;
use crate::views::check::CheckReport;
use crate::views::provider::MakeRoomRequest;
use crate::views::provider::ProviderRoom;
use crate::views::provider::ProviderRoomRequest;
use crate::views::rollout::ExportRolloutRequest;
use crate::views::rollout::RolloutMade;
use crate::views::settings::AddTenantRequest;
use crate::views::settings::KeepKeyRequest;
use crate::views::settings::KeyRequest;
use crate::views::settings::MoveRoomRequest;
use crate::views::settings::PromoteKeyRequest;
use crate::views::settings::PutRoomsRequest;
use crate::views::settings::RemoveRoomsRequest;
use crate::views::settings::RoomSettings;
use crate::views::settings::RoomsImported;
use crate::views::settings::SavedView;
use crate::views::settings::SetFeaturesRequest;
use crate::views::settings::SetModeratorsRequest;
use crate::views::settings::SetTenantRequest;
use crate::views::settings::SettingsView;
use crate::views::settings::TenantAdded;
use crate::views::settings::UnlockTenantKeyRequest;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("settings")
        .invoke_handler(tauri::generate_handler![
            add_tenant,
            bring_key_back,
            cancel_room,
            check,
            check_moderator,
            choose_background,
            choose_logo,
            choose_tenant_key,
            export_branding,
            export_rollout,
            export_rooms,
            forget_tenant_key,
            generate_key,
            import_rooms,
            keep_key,
            list_room,
            make_room,
            move_room,
            paste_signing_secret,
            paste_tenant_key,
            promote_key,
            provider_rooms,
            put_rooms,
            rehearse_key,
            remove_everything,
            remove_key,
            remove_picture,
            remove_rooms,
            remove_signing_secret,
            remove_tenant,
            reset_profile,
            rooms,
            save_public_key,
            save_staged_public_key,
            set_brand,
            set_features,
            set_moderators,
            set_tenant,
            staged_key,
            state,
            unlock_tenant_key
        ])
        .build()
}

#[tauri::command]
async fn state(roomkey: State<'_, Roomkey>) -> Answer<SettingsView> {
    roomkey.look_at_keys().await;
    Ok(roomkey.settings_view())
}

#[tauri::command]
async fn add_tenant(app: AppHandle, request: AddTenantRequest) -> Answer<TenantAdded> {
    Ok(tenants::add(&app, &request).await?)
}

#[tauri::command]
async fn set_tenant(app: AppHandle, request: SetTenantRequest) -> Answer<()> {
    Ok(tenants::set(&app, &request).await?)
}

#[tauri::command]
async fn remove_tenant(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(tenants::remove(&app, &request.tenant).await?)
}

#[tauri::command]
async fn generate_key(roomkey: State<'_, Roomkey>, request: TenantRequest) -> Answer<KeyView> {
    Ok(waiting::generate(&roomkey, &request.tenant).await?)
}

#[tauri::command]
async fn staged_key(
    roomkey: State<'_, Roomkey>,
    request: TenantRequest,
) -> Answer<Option<KeyView>> {
    Ok(waiting::seen(&roomkey, &request.tenant).await?)
}

#[tauri::command]
async fn choose_tenant_key(app: AppHandle, request: TenantRequest) -> Answer<Option<KeyView>> {
    Ok(waiting::choose(&app, &request.tenant).await?)
}

#[tauri::command]
async fn paste_tenant_key(app: AppHandle, request: TenantRequest) -> Answer<KeyView> {
    Ok(waiting::paste(&app, &request.tenant).await?)
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn unlock_tenant_key(
    roomkey: State<'_, Roomkey>,
    request: UnlockTenantKeyRequest,
) -> Answer<KeyView> {
    Ok(waiting::unlock(&roomkey, &request)?)
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn forget_tenant_key(roomkey: State<'_, Roomkey>, request: TenantRequest) -> Answer<()> {
    Ok(waiting::forget(&roomkey, &request.tenant)?)
}

#[tauri::command]
async fn keep_key(app: AppHandle, request: KeepKeyRequest) -> Answer<()> {
    Ok(keys::keep(&app, &request).await?)
}

#[tauri::command]
async fn rehearse_key(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(rehearsal::start_with_key(&app, &request.tenant).await?)
}

#[tauri::command]
async fn promote_key(app: AppHandle, request: PromoteKeyRequest) -> Answer<()> {
    Ok(rotation::promote(&app, &request).await?)
}

#[tauri::command]
async fn bring_key_back(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(rotation::bring_back(&app, &request.tenant).await?)
}

#[tauri::command]
async fn remove_key(app: AppHandle, request: KeyRequest) -> Answer<()> {
    Ok(keys::remove(&app, &request).await?)
}

#[tauri::command]
async fn save_public_key(app: AppHandle, request: KeyRequest) -> Answer<Option<SavedView>> {
    Ok(keys::save_public(&app, &request).await?)
}

#[tauri::command]
async fn save_staged_public_key(
    app: AppHandle,
    request: TenantRequest,
) -> Answer<Option<SavedView>> {
    Ok(waiting::save_public(&app, &request.tenant).await?)
}

#[tauri::command]
async fn rooms(app: AppHandle, request: TenantRequest) -> Answer<Vec<RoomSettings>> {
    Ok(rooms::list(&app, &request.tenant)?)
}

#[tauri::command]
async fn put_rooms(app: AppHandle, request: PutRoomsRequest) -> Answer<()> {
    Ok(rooms::put(&app, &request).await?)
}

#[tauri::command]
async fn move_room(app: AppHandle, request: MoveRoomRequest) -> Answer<()> {
    Ok(rooms::move_to(&app, &request).await?)
}

#[tauri::command]
async fn remove_rooms(app: AppHandle, request: RemoveRoomsRequest) -> Answer<()> {
    Ok(rooms::remove(&app, &request).await?)
}

#[tauri::command]
async fn provider_rooms(app: AppHandle, request: TenantRequest) -> Answer<Vec<ProviderRoom>> {
    Ok(made::list(&roomkey::of(&app), &request.tenant).await?)
}

#[tauri::command]
async fn make_room(app: AppHandle, request: MakeRoomRequest) -> Answer<ProviderRoom> {
    Ok(made::make(&app, &request).await?)
}

#[tauri::command]
async fn list_room(app: AppHandle, request: ProviderRoomRequest) -> Answer<()> {
    Ok(made::take(&app, &request).await?)
}

#[tauri::command]
async fn cancel_room(app: AppHandle, request: ProviderRoomRequest) -> Answer<()> {
    Ok(made::cancel(&app, &request).await?)
}

#[tauri::command]
async fn paste_signing_secret(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(secret::paste(&app, &request.tenant).await?)
}

#[tauri::command]
async fn remove_signing_secret(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(secret::remove(&app, &request.tenant).await?)
}

#[tauri::command]
async fn import_rooms(app: AppHandle, request: TenantRequest) -> Answer<Option<RoomsImported>> {
    Ok(csv::import(&app, &request.tenant).await?)
}

#[tauri::command]
async fn export_rooms(app: AppHandle, request: TenantRequest) -> Answer<Option<SavedView>> {
    Ok(csv::export(&app, &request.tenant).await?)
}

#[tauri::command]
async fn check(app: AppHandle, request: TenantRequest) -> Answer<CheckReport> {
    Ok(check::run(&app, &request.tenant).await?)
}

#[tauri::command(async)]
fn check_moderator(request: CheckRequest) -> Answer<CheckedView> {
    let who = Who::parse(&request.text).map_err(|_| Fault::Who(request.text))?;
    Ok(CheckedView {
        value: who.to_string(),
    })
}

#[tauri::command]
async fn set_moderators(app: AppHandle, request: SetModeratorsRequest) -> Answer<()> {
    Ok(people::set_moderators(&app, &request).await?)
}

#[tauri::command]
async fn set_features(app: AppHandle, request: SetFeaturesRequest) -> Answer<()> {
    Ok(people::set_features(&app, request).await?)
}

#[tauri::command]
async fn set_brand(app: AppHandle, request: SetBrandRequest) -> Answer<()> {
    Ok(brand::set(&app, &request).await?)
}

#[tauri::command]
async fn choose_logo(app: AppHandle, request: TenantRequest) -> Answer<bool> {
    Ok(brand::choose(&app, &request.tenant, Purpose::Logo).await?)
}

#[tauri::command]
async fn choose_background(app: AppHandle, request: TenantRequest) -> Answer<bool> {
    Ok(brand::choose(&app, &request.tenant, Purpose::Background).await?)
}

#[tauri::command]
async fn remove_picture(app: AppHandle, request: PictureRequest) -> Answer<()> {
    Ok(brand::remove(&app, &request).await?)
}

#[tauri::command]
async fn export_branding(app: AppHandle, request: TenantRequest) -> Answer<Option<SavedView>> {
    Ok(brand::export(&app, &request.tenant).await?)
}

#[tauri::command]
async fn export_rollout(
    app: AppHandle,
    request: ExportRolloutRequest,
) -> Answer<Option<RolloutMade>> {
    Ok(rollout::export(&app, &request).await?)
}

#[tauri::command]
async fn reset_profile(app: AppHandle) -> Answer<()> {
    Ok(clean::reset_profiles(&app).await?)
}

#[tauri::command]
async fn remove_everything(app: AppHandle) -> Answer<()> {
    Ok(clean::remove_everything(&app).await?)
}
