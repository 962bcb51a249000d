//! The rooms of a tenant, as the launcher changes them.

use std::env;
use std::path::Path;
use std::path::PathBuf;

use roomkey_core::room_name::RoomName;
use roomkey_store::pictures::Pictures;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Room;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tauri::Manager;

use crate::desktop::Icon;
use crate::error::Fault;
use crate::roomkey;
use crate::views::PutOnDesktopView;

/// Adds a room of that title, its name made of it.
pub(crate) async fn add(app: &AppHandle, tenant: &str, title: &str) -> Result<(), Fault> {
    let name = RoomName::normalise(title)?;
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Rooms)?;
    roomkey
        .book
        .change_tenant(tenant, |tenant| {
            if tenant.room(&name).is_some() {
                return Err(Fault::RoomExists);
            }
            tenant.rooms.push(Room::new(name, title.trim().to_owned()));
            Ok(())
        })
        .await?;
    roomkey.tell(app);
    Ok(())
}

/// Takes a room out of the list. The meeting room itself is the provider's.
pub(crate) async fn remove(app: &AppHandle, tenant: &str, room: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Rooms)?;
    roomkey
        .book
        .change_tenant(tenant, |tenant| {
            tenant.rooms.retain(|other| other.name.as_str() != room);
            Ok(())
        })
        .await?;
    roomkey.tell(app);
    Ok(())
}

/// Puts an icon for one room on the desktop.
pub(crate) async fn put_on_desktop(
    app: &AppHandle,
    tenant: &str,
    room: &str,
) -> Result<PutOnDesktopView, Fault> {
    let roomkey = roomkey::of(app);
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let name = RoomName::normalise(room)?;
    let title = tenant
        .room(&name)
        .map_or_else(|| name.to_string(), |known| known.title.clone());
    let folder = desktop_folder(app)?;
    let program = env::current_exe().map_err(Fault::Desktop)?;
    let pictures = Pictures::of(&roomkey.folders, &tenant.id);
    let path = tokio::task::spawn_blocking(move || {
        let logo = tenant
            .brand
            .logo
            .as_deref()
            .map(|logo| icon_of(&pictures, logo));
        let icon = Icon {
            title: &title,
            brand: &tenant.brand.name,
            place: &format!("{}/{name}", tenant.id),
            logo: logo.as_deref(),
            program: &program,
        };
        icon.put(&folder)
    })
    .await
    .expect("writing an icon does not panic")
    .map_err(Fault::Desktop)?;
    Ok(PutOnDesktopView {
        path: path.display().to_string(),
    })
}

/// A picture file that an icon may name for good: a copy of the logo, where the logo's own file
/// goes when the brand has another.
fn icon_of(pictures: &Pictures, logo: &Path) -> PathBuf {
    if !pictures.has(logo) {
        return logo.to_owned();
    }
    pictures.keep_icon(logo).unwrap_or_else(|fault| {
        tracing::warn!(%fault, "the icon names the logo itself");
        logo.to_owned()
    })
}

/// The folder that the desktop shows. A Linux where nobody has named it has it in the home,
/// as `xdg-user-dir DESKTOP` answers there.
fn desktop_folder(app: &AppHandle) -> Result<PathBuf, Fault> {
    let paths = app.path();
    paths
        .desktop_dir()
        .or_else(|_| paths.home_dir().map(|home| home.join("Desktop")))
        .map_err(Fault::window)
}
