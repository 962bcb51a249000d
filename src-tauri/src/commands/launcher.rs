//! What the launcher may do.

use roomkey_core::room_name::RoomName;
use tauri::AppHandle;
use tauri::State;
use tauri::Wry;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::commands::Answer;
use crate::error::Fault;
use crate::join;
use crate::meeting::Command;
use crate::meeting::links;
use crate::people;
use crate::preferences;
use crate::readiness::Readiness;
use crate::rehearsal;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::rooms;
use crate::settings::rollout;
use crate::views::AddRoomRequest;
use crate::views::ArrivalView;
use crate::views::CheckRequest;
use crate::views::CheckedView;
use crate::views::JoinRequest;
use crate::views::LauncherView;
use crate::views::OpenSettingsRequest;
use crate::views::PersonRequest;
use crate::views::PreferencesView;
use crate::views::PutOnDesktopView;
use crate::views::RehearseRequest;
use crate::views::RoomRequest;
use crate::views::TenantRequest;
use crate::windows;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("launcher")
        .invoke_handler(tauri::generate_handler![
            add_room,
            check_room,
            choose_tenant,
            end_meeting,
            follow_link,
            join,
            open_inspector,
            open_settings,
            put_on_desktop,
            ready,
            rehearse,
            remove_room,
            set_arrival,
            set_person,
            set_preferences,
            show_meeting,
            state
        ])
        .build()
}

#[tauri::command(async)]
fn state(roomkey: State<'_, Roomkey>) -> LauncherView {
    roomkey.launcher_view()
}

#[tauri::command]
async fn join(app: AppHandle, request: JoinRequest) -> Answer<()> {
    Ok(join::room(&app, Some(&request.tenant), &request.room, None).await?)
}

#[tauri::command]
async fn open_inspector(app: AppHandle) -> Answer<()> {
    Ok(windows::show_inspector(&app).map_err(Fault::window)?)
}

#[tauri::command]
async fn open_settings(app: AppHandle, request: OpenSettingsRequest) -> Answer<()> {
    Ok(windows::show_settings(&app, request.section).map_err(Fault::window)?)
}

/// Opens where the tenant's logo leads. The page names the tenant and never the address.
#[tauri::command]
async fn follow_link(app: AppHandle, request: TenantRequest) -> Answer<()> {
    let link = roomkey::of(&app)
        .book
        .tenant(&request.tenant, |tenant| tenant.brand.link.clone())?;
    if let Some(link) = link {
        links::open(&app, link.as_str());
    }
    Ok(())
}

#[tauri::command]
async fn rehearse(app: AppHandle, request: RehearseRequest) -> Answer<()> {
    Ok(rehearsal::start(&app, request.case).await?)
}

#[tauri::command]
async fn show_meeting(roomkey: State<'_, Roomkey>) -> Answer<()> {
    roomkey.meeting.command(Command::Focus).await;
    Ok(())
}

#[tauri::command]
async fn end_meeting(roomkey: State<'_, Roomkey>) -> Answer<()> {
    roomkey.meeting.command(Command::Close).await;
    Ok(())
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn check_room(request: CheckRequest) -> Answer<CheckedView> {
    let name = RoomName::normalise(&request.text).map_err(Fault::from)?;
    Ok(CheckedView {
        value: name.to_string(),
    })
}

#[tauri::command]
async fn add_room(app: AppHandle, request: AddRoomRequest) -> Answer<()> {
    Ok(rooms::add(&app, &request.tenant, &request.title).await?)
}

#[tauri::command]
async fn remove_room(app: AppHandle, request: RoomRequest) -> Answer<()> {
    Ok(rooms::remove(&app, &request.tenant, &request.room).await?)
}

#[tauri::command]
async fn put_on_desktop(app: AppHandle, request: RoomRequest) -> Answer<PutOnDesktopView> {
    Ok(rooms::put_on_desktop(&app, &request.tenant, &request.room).await?)
}

/// The launcher's first screen is painted and has its focus.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn ready(app: AppHandle, readiness: State<'_, Readiness>) {
    readiness.told();
    rollout::announce(&app);
}

#[tauri::command]
async fn choose_tenant(app: AppHandle, request: TenantRequest) -> Answer<()> {
    Ok(preferences::choose_tenant(&app, &request.tenant).await?)
}

#[tauri::command]
async fn set_arrival(app: AppHandle, request: ArrivalView) -> Answer<()> {
    Ok(preferences::set_arrival(&app, request).await?)
}

#[tauri::command]
async fn set_preferences(app: AppHandle, request: PreferencesView) -> Answer<()> {
    Ok(preferences::set(&app, request).await?)
}

#[tauri::command]
async fn set_person(app: AppHandle, request: PersonRequest) -> Answer<()> {
    Ok(people::set(&app, &request).await?)
}
