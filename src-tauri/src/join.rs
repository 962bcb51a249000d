//! Joins a room of a tenant: from the launcher, from an icon, or from a link.

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::meeting;
use crate::meeting::plan::Plan;
use crate::meeting::plan::Signer;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::ArrivalView;

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
        let provider = tenant.provider.system().ok_or(KeyStoreFault::Missing)?;
        let key_id = tenant.provider.jaas().and_then(|jaas| jaas.key_id.clone());
        let known = tenant.room(&room);
        let title = match known {
            Some(known) => known.title.clone(),
            None => typed.trim().to_owned(),
        };
        let subject = known.and_then(|known| known.subject.clone());
        let role = role.unwrap_or_else(|| tenant.role_of(&person, known));
        Ok(Plan {
            signer: Signer::Keyring {
                tenant: tenant.id.clone(),
                key_id,
                rehearses: false,
            },
            provider,
            subject: subject.unwrap_or_else(|| title.clone()),
            title,
            person,
            role,
            features: tenant.features.of(role).clone(),
            lifetime_seconds: tenant.lifetime_in(&room).in_seconds(),
            brand: roomkey.brand(tenant),
            hidden_buttons: tenant.brand.hidden_buttons.clone(),
            language,
            arrival: arrival_in(arrival, known),
            prejoin: known.is_some_and(|known| known.prejoin),
            lobby: known.is_some_and(|known| known.lobby),
            surface: settings.surface,
            room,
        })
    })
}

/// How the person arrives where the room has its own ways.
fn arrival_in(usual: ArrivalView, room: Option<&Room>) -> ArrivalView {
    ArrivalView {
        microphone_on: room
            .and_then(|room| room.microphone_on)
            .unwrap_or(usual.microphone_on),
        camera_on: room
            .and_then(|room| room.camera_on)
            .unwrap_or(usual.camera_on),
    }
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
