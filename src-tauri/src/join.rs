//! Joins a room of a tenant: from the launcher, from an icon, or from a link.

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::meeting;
use crate::meeting::plan::Plan;
use crate::meeting::plan::Signer;
use crate::roomkey;
use crate::roomkey::Roomkey;

/// Joins the room that was typed or named; in the current tenant where none is named, and as
/// what its staff join as where no role is given.
pub(crate) async fn room(
    app: &AppHandle,
    tenant: Option<&str>,
    room: &str,
    role: Option<Role>,
) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    meeting::start(app, async { plan(&roomkey, tenant, room, role) }).await
}

fn plan(
    roomkey: &Roomkey,
    tenant: Option<&str>,
    typed: &str,
    role: Option<Role>,
) -> Result<Plan, Fault> {
    let room = RoomName::normalise(typed)?;
    let language = roomkey.language();
    let arrival = roomkey.arrival();
    roomkey.book.read(|settings| {
        let person = settings.person.clone().ok_or(Fault::NotSetUp)?;
        let tenant = find(settings, tenant)?;
        let Provider::Jaas(Jaas {
            app_id,
            key_id,
            domain,
        }) = &tenant.provider
        else {
            return Err(Fault::NotYet(tenant.title.clone()));
        };
        let title = match tenant.rooms.iter().find(|known| known.name == room) {
            Some(known) => known.title.clone(),
            None => typed.trim().to_owned(),
        };
        Ok(Plan {
            signer: Signer::Keyring(tenant.id.clone()),
            app_id: app_id.clone(),
            key_id: key_id.clone(),
            domain: domain.clone(),
            room,
            title,
            person,
            role: role.unwrap_or(tenant.role),
            features: tenant.features.clone(),
            lifetime_seconds: tenant.lifetime.in_seconds(),
            brand: roomkey.brand(tenant),
            language,
            arrival,
            prejoin: false,
            surface: settings.surface,
        })
    })
}

fn find<'a>(settings: &'a Settings, named: Option<&str>) -> Result<&'a Tenant, Fault> {
    match named {
        Some(id) => settings
            .tenants
            .iter()
            .find(|tenant| tenant.id.as_str() == id)
            .ok_or_else(|| Fault::NoTenant(id.to_owned())),
        None => settings.current_tenant().ok_or(Fault::NotSetUp),
    }
}
