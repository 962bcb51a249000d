//! The rooms of a tenant, with their ways and their order.

use std::collections::HashMap;

use roomkey_core::lifetime::Lifetime;
use roomkey_core::room_name::RoomName;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Room;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::settings::change_tenant;
use crate::settings::people;
use crate::views::settings::MoveRoomRequest;
use crate::views::settings::PutRoomsRequest;
use crate::views::settings::RemoveRoomsRequest;
use crate::views::settings::RoomFields;
use crate::views::settings::RoomSettings;

/// The rooms, in order.
pub(crate) fn list(app: &AppHandle, tenant: &str) -> Result<Vec<RoomSettings>, Fault> {
    roomkey::of(app)
        .book
        .tenant(tenant, |tenant| tenant.rooms.iter().map(view).collect())
}

/// Adds rooms, and changes those that are listed.
pub(crate) async fn put(app: &AppHandle, request: &PutRoomsRequest) -> Result<(), Fault> {
    let rooms: Vec<Room> = request.rooms.iter().map(room).collect::<Result<_, _>>()?;
    let is_new = request.rooms.iter().map(|fields| fields.name.is_none());
    let is_new: Vec<bool> = is_new.collect();
    change_tenant(app, &request.tenant, Locked::Rooms, |tenant| {
        for (room, is_new) in rooms.iter().zip(is_new) {
            if is_new && tenant.room(&room.name).is_some() {
                return Err(Fault::RoomExists);
            }
        }
        merge(tenant, rooms, request.at);
        Ok(())
    })
    .await
}

/// Moves a room to another place.
pub(crate) async fn move_to(app: &AppHandle, request: &MoveRoomRequest) -> Result<(), Fault> {
    change_tenant(app, &request.tenant, Locked::Rooms, |tenant| {
        let rooms = &mut tenant.rooms;
        if let Some(from) = rooms
            .iter()
            .position(|room| room.name.as_str() == request.room)
        {
            let room = rooms.remove(from);
            rooms.insert(request.to.min(rooms.len()), room);
        }
        Ok(())
    })
    .await
}

/// Takes rooms out of the list. The meeting rooms themselves are the provider's.
pub(crate) async fn remove(app: &AppHandle, request: &RemoveRoomsRequest) -> Result<(), Fault> {
    change_tenant(app, &request.tenant, Locked::Rooms, |tenant| {
        tenant
            .rooms
            .retain(|room| !request.rooms.iter().any(|name| name == room.name.as_str()));
        Ok(())
    })
    .await
}

/// Puts rooms into a tenant's list: listed ones where they are, with when the person was last
/// in them, others at the end; all of them from `at` on where a place is named. How many were
/// added and how many changed.
pub(super) fn merge(tenant: &mut Tenant, rooms: Vec<Room>, at: Option<usize>) -> (usize, usize) {
    let places: HashMap<RoomName, usize> = tenant
        .rooms
        .iter()
        .enumerate()
        .map(|(place, room)| (room.name.clone(), place))
        .collect();
    let (mut added, mut changed) = (Vec::new(), 0);
    for mut room in rooms {
        match places
            .get(&room.name)
            .and_then(|place| tenant.rooms.get_mut(*place))
        {
            Some(known) => {
                room.last_joined = known.last_joined;
                *known = room;
                changed += 1;
            }
            None => added.push(room),
        }
    }
    let count = added.len();
    let at = at.unwrap_or(tenant.rooms.len()).min(tenant.rooms.len());
    tenant.rooms.splice(at..at, added);
    (count, changed)
}

/// A room as it was typed.
pub(super) fn room(fields: &RoomFields) -> Result<Room, Fault> {
    let title = fields.title.trim();
    let name = match &fields.name {
        Some(name) => RoomName::parse(name)?,
        None => RoomName::normalise(title)?,
    };
    let title = if title.is_empty() {
        name.as_str()
    } else {
        title
    };
    let subject = fields.subject.as_deref().map(str::trim);
    Ok(Room {
        title: title.to_owned(),
        subject: subject.filter(|text| !text.is_empty()).map(str::to_owned),
        microphone_on: fields.microphone_on,
        camera_on: fields.camera_on,
        prejoin: fields.prejoin,
        lobby: fields.lobby,
        lifetime: fields.lifetime_minutes.map(Lifetime::minutes).transpose()?,
        moderators: people::who(&fields.moderators)?,
        last_joined: None,
        name,
    })
}

fn view(room: &Room) -> RoomSettings {
    RoomSettings {
        name: room.name.to_string(),
        title: room.title.clone(),
        subject: room.subject.clone(),
        microphone_on: room.microphone_on,
        camera_on: room.camera_on,
        prejoin: room.prejoin,
        lobby: room.lobby,
        lifetime_minutes: room.lifetime.map(Lifetime::in_minutes),
        moderators: room.moderators.iter().map(ToString::to_string).collect(),
        last_joined: room.last_joined.map(|at| at.seconds()),
    }
}
