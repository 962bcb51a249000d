//! The rooms of one account.

use std::hash::{DefaultHasher, Hash, Hasher};

use roomkey_core::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::provider::query::Query;

/// How many rooms a page of the list has where nothing else is asked for, and at most.
const PER_PAGE: usize = 20;
const MOST_PER_PAGE: usize = 100;
/// The signs of a room's id.
const SIGNS: [char; 36] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
];

/// The rooms, in the order in which they were made.
#[derive(Debug)]
pub(super) struct Rooms {
    origin: String,
    all: Vec<Room>,
}

/// What a room may be asked for with. Other fields are documented, and do
/// nothing here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Wanted {
    custom_room_id: Option<String>,
    geo_fence: Option<String>,
    webhook: Option<Value>,
    auto_close_config: Option<AutoClose>,
}

/// The server asks for `type` wherever the settings are sent.
#[derive(Clone, Debug, Deserialize)]
struct AutoClose {
    r#type: String,
    duration: Option<u64>,
}

/// One room.
#[derive(Clone, Debug)]
pub(super) struct Room {
    number: u64,
    pub(super) room_id: String,
    wanted: Wanted,
    pub(super) is_disabled: bool,
    created: Timestamp,
    updated: Timestamp,
}

impl Rooms {
    pub(super) fn new(origin: String) -> Self {
        Self {
            origin,
            all: Vec::new(),
        }
    }

    /// The room of that custom id where there is one already, else a new one.
    pub(super) fn make(&mut self, wanted: Wanted, now: Timestamp) -> Room {
        let custom = &wanted.custom_room_id;
        let known = self
            .all
            .iter()
            .find(|room| room.wanted.custom_room_id == *custom);
        if let Some(room) = known.filter(|_| custom.is_some()) {
            return room.clone();
        }
        let number = self.all.len() as u64 + 1;
        let room = Room {
            number,
            room_id: match &wanted.custom_room_id {
                Some(custom) => room_id(custom),
                None => room_id(&number),
            },
            wanted,
            is_disabled: false,
            created: now,
            updated: now,
        };
        self.all.push(room.clone());
        room
    }

    /// The room of that custom id, made by the prebuilt page.
    pub(super) fn make_named(&mut self, name: &str, now: Timestamp) -> Room {
        let wanted = Wanted {
            custom_room_id: Some(name.to_owned()),
            ..Wanted::default()
        };
        self.make(wanted, now)
    }

    /// Finds a room by any of its ids.
    pub(super) fn find(&self, id: &str) -> Option<&Room> {
        let is_meant = |room: &&Room| {
            room.room_id == id
                || room.wanted.custom_room_id.as_deref() == Some(id)
                || room.object_id() == id
        };
        self.all.iter().find(is_meant)
    }

    /// Closes a room for good; by VideoSDK's own id alone.
    pub(super) fn deactivate(&mut self, room_id: &str, now: Timestamp) -> Option<Room> {
        let mut rooms = self.all.iter_mut();
        let room = rooms.find(|room| room.room_id == room_id)?;
        room.is_disabled = true;
        room.updated = now;
        Some(room.clone())
    }

    /// One page of the list, the newest first.
    pub(super) fn list(&self, asked: &Query) -> Value {
        let number = |name: &str| asked.get(name)?.parse::<usize>().ok();
        let per_page = number("perPage")
            .unwrap_or(PER_PAGE)
            .clamp(1, MOST_PER_PAGE);
        let page = number("page").unwrap_or(1).max(1);
        let found: Vec<&Room> = match asked.get("query") {
            Some(id) => self.find(id).into_iter().collect(),
            None => self.all.iter().rev().collect(),
        };
        let rooms: Vec<Value> = found
            .chunks(per_page)
            .nth(page - 1)
            .unwrap_or_default()
            .iter()
            .map(|room| self.view(room))
            .collect();
        json!({
            "pageInfo": {
                "currentPage": page,
                "perPage": per_page,
                "lastPage": found.len().div_ceil(per_page).max(1),
                "total": found.len(),
            },
            "data": rooms,
        })
    }

    /// A room as REST tells of it.
    pub(super) fn view(&self, room: &Room) -> Value {
        let (origin, room_id) = (&self.origin, &room.room_id);
        let mut view = json!({
            "id": room.object_id(),
            "roomId": room_id,
            "customRoomId": room.wanted.custom_room_id,
            "userId": "63ccdb92fa79e9c28e0d1a01",
            "disabled": room.is_disabled,
            "createdAt": with_milliseconds(room.created),
            "updatedAt": with_milliseconds(room.updated),
            "links": {
                "get_room": format!("{origin}/v2/rooms/{room_id}"),
                "get_session": format!("{origin}/v2/sessions/"),
            },
        });
        if let Some(geo_fence) = &room.wanted.geo_fence {
            view["geoFence"] = json!(geo_fence);
        }
        if let Some(webhook) = &room.wanted.webhook {
            view["webhook"] = webhook.clone();
        }
        if let Some(AutoClose { r#type, duration }) = &room.wanted.auto_close_config {
            view["autoCloseConfig"] = json!({ "type": r#type, "duration": duration });
        }
        view
    }
}

impl Room {
    /// The id in VideoSDK's own database.
    fn object_id(&self) -> String {
        format!("63dc9440{:016x}", self.number)
    }
}

/// An id like `2kyv-gzay-64pg`, the same for the same seed.
fn room_id(seed: &(impl Hash + ?Sized)) -> String {
    let mut hasher = DefaultHasher::new();
    seed.hash(&mut hasher);
    let mut rest = hasher.finish();
    let mut group = || -> String {
        let signs = (0..4).map(|_| {
            let sign = SIGNS[usize::try_from(rest % 36).unwrap_or_default()];
            rest /= 36;
            sign
        });
        signs.collect()
    };
    format!("{}-{}-{}", group(), group(), group())
}

/// As VideoSDK writes a moment: `2023-02-03T05:01:04.000Z`.
fn with_milliseconds(moment: Timestamp) -> String {
    moment.to_string().replace('Z', ".000Z")
}

#[cfg(test)]
mod tests {
    use roomkey_core::provider::videosdk::RoomId;

    use super::*;

    #[test]
    fn every_id_has_the_form_and_the_same_seed_gives_the_same() {
        for seed in 0..500_u64 {
            let id = room_id(&seed);
            assert_eq!(RoomId::parse(&id).unwrap().as_str(), id);
            assert_eq!(id.len(), 14);
        }
        assert_eq!(room_id("standup"), room_id("standup"));
        assert_ne!(room_id("standup"), room_id("den"));
    }
}
