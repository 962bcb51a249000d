//! Rooms that the provider makes: made, listed and called off there, and taken into the list here.

use roomkey_core::provider::Provider;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::CallFault;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::call::RoomCalls;
use roomkey_core::provider::call::Wanted;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Room;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::calls;
use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::settings::change_tenant;
use crate::views::provider::MakeRoomRequest;
use crate::views::provider::ProviderRoom;
use crate::views::provider::ProviderRoomRequest;

/// A tenant whose provider makes rooms, and what its calls need.
struct Desk {
    tenant: Tenant,
    provider: Provider,
    token: Token,
}

impl Desk {
    async fn of(roomkey: &Roomkey, tenant: &str) -> Result<Self, Fault> {
        let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
        let provider = tenant.provider.system().ok_or(KeyStoreFault::Missing)?;
        let signer = provider.system().signer();
        let credential = calls::credential(roomkey, &tenant.id, signer).await?;
        let token = calls::token(&provider, credential.as_ref(), roomkey.clock.now()).await?;
        Ok(Self {
            tenant,
            provider,
            token,
        })
    }

    fn calls(&self) -> Result<&dyn RoomCalls, Fault> {
        let system = self.provider.system();
        let calls = system.room_calls();
        let name = system.abilities().name;
        Ok(calls.ok_or(TokenFault::NoCommands { system: name })?)
    }

    fn view(&self, room: &MadeRoom) -> Result<ProviderRoom, Fault> {
        let calls = self.calls()?;
        Ok(ProviderRoom {
            id: room.id.clone(),
            title: room.title.clone().unwrap_or_else(|| room.id.clone()),
            from: room.planned.map(|(from, _)| from.seconds()),
            until: room.planned.map(|(_, until)| until.seconds()),
            is_listed: is_listed(&self.tenant, room),
            can_cancel: calls.cancel(room, &self.token).is_some(),
        })
    }

    async fn rooms(&self) -> Result<Vec<MadeRoom>, Fault> {
        let calls = self.calls()?;
        let Some(call) = calls.list(&self.token) else {
            return Ok(Vec::new());
        };
        let answer = calls::carry(&call).await?;
        Ok(calls.listed(answer.read())?)
    }

    async fn room(&self, id: &str) -> Result<MadeRoom, Fault> {
        let found = self.rooms().await?.into_iter().find(|room| room.id == id);
        let system = self.provider.system().abilities().name;
        Ok(found.ok_or(CallFault::RoomNotMade { system })?)
    }
}

/// What the provider has.
pub(crate) async fn list(roomkey: &Roomkey, tenant: &str) -> Result<Vec<ProviderRoom>, Fault> {
    let desk = Desk::of(roomkey, tenant).await?;
    let rooms = desk.rooms().await?;
    rooms.iter().map(|room| desk.view(room)).collect()
}

/// Has a room made, once, and lists it here.
pub(crate) async fn make(
    app: &AppHandle,
    request: &MakeRoomRequest,
) -> Result<ProviderRoom, Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Rooms)?;
    let name = RoomName::normalise(&request.title)?;
    let desk = Desk::of(&roomkey, &request.tenant).await?;
    let from = request.from.map_or(roomkey.clock.now(), Timestamp);
    let lasts = desk.tenant.lifetime.in_seconds();
    let wanted = Wanted {
        name: &name,
        title: request.title.trim(),
        from,
        until: request.until.map_or(from.plus(lasts), Timestamp),
    };
    let calls = desk.calls()?;
    let answer = calls::carry(&calls.make(&wanted, &desk.token)).await?;
    let made = calls.made(answer.read())?;
    calls::keep_host(&roomkey, &desk.tenant.id, &made, wanted.until).await;
    let mut view = desk.view(&made)?;
    take_in(app, &desk.tenant, &made, wanted.title).await?;
    view.is_listed = true;
    Ok(view)
}

/// Lists a room here that the provider has.
pub(crate) async fn take(app: &AppHandle, request: &ProviderRoomRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Rooms)?;
    let desk = Desk::of(&roomkey, &request.tenant).await?;
    let room = desk.room(&request.id).await?;
    let title = room.title.clone().unwrap_or_else(|| room.id.clone());
    take_in(app, &desk.tenant, &room, &title).await
}

/// Calls a room off. It stays in the list here, where it can be removed.
pub(crate) async fn cancel(app: &AppHandle, request: &ProviderRoomRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Rooms)?;
    let desk = Desk::of(&roomkey, &request.tenant).await?;
    let room = desk.room(&request.id).await?;
    let calls = desk.calls()?;
    let system = desk.provider.system().abilities().name;
    let call = calls.cancel(&room, &desk.token);
    let call = call.ok_or(TokenFault::NoCommands { system })?;
    let answer = calls::carry(&call).await?;
    Ok(calls.cancelled(answer.read())?)
}

async fn take_in(
    app: &AppHandle,
    tenant: &Tenant,
    room: &MadeRoom,
    title: &str,
) -> Result<(), Fault> {
    let name = name_of(room)?;
    let title = title.to_owned();
    change_tenant(app, tenant.id.as_str(), Locked::Rooms, |tenant| {
        if tenant.room(&name).is_none() {
            tenant.rooms.push(Room::new(name, title));
        }
        Ok(())
    })
    .await
}

/// What finds the room again: the provider's own name of it.
fn name_of(room: &MadeRoom) -> Result<RoomName, Fault> {
    Ok(RoomName::parse(&room.id)?)
}

/// Under the provider's name of it or, where a title finds a room, under that.
fn is_listed(tenant: &Tenant, room: &MadeRoom) -> bool {
    let by_title = room.title.as_deref().map(RoomName::normalise);
    let names = [
        RoomName::parse(&room.id).ok(),
        by_title.and_then(Result::ok),
    ];
    names
        .iter()
        .flatten()
        .any(|name| tenant.room(name).is_some())
}
