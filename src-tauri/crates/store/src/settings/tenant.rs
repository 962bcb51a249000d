//! A tenant and its rooms.

use serde::Serialize;
use ts_rs::TS;

use roomkey_core::feature::Features;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::who::Who;

use super::Brand;
use super::Provider;
use super::TenantId;

/// One isolated context at a provider.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// Names the tenant in the settings, the keyring and the command line.
    pub id: TenantId,
    /// What people read; not empty.
    pub title: String,
    /// Who serves the meetings, and by which ids it knows the tenant.
    pub provider: Provider,
    /// What staff join as.
    pub role: Role,
    /// How long a token is good for.
    pub lifetime: Lifetime,
    /// Who leads every meeting, whatever the role above says.
    pub moderators: Vec<Who>,
    /// What a token names as allowed or not allowed, by role.
    pub features: RoleFeatures,
    /// The rooms, in the order in which they were added. No two have one name.
    pub rooms: Vec<Room>,
    /// How the tenant shows itself.
    pub brand: Brand,
}

impl Tenant {
    /// A tenant with its title as brand, no rooms and the usual choices.
    pub fn new(id: TenantId, title: String, provider: Provider) -> Self {
        Self {
            id,
            brand: Brand::named(title.clone()),
            title,
            provider,
            role: Role::default(),
            lifetime: Lifetime::default(),
            moderators: Vec::new(),
            features: RoleFeatures::default(),
            rooms: Vec::new(),
        }
    }

    /// Without what one desk and its person have to do with the tenant.
    pub(crate) fn impersonal(mut self) -> Self {
        self.brand.logo = None;
        self.brand.background = None;
        for room in &mut self.rooms {
            room.last_joined = None;
        }
        self.provider = self.provider.impersonal();
        self
    }

    /// The listed room of that name.
    pub fn room(&self, name: &RoomName) -> Option<&Room> {
        self.rooms.iter().find(|room| room.name == *name)
    }

    /// What a person joins a room as; none is one that is not listed. What is said before a
    /// meeting and what its token says both come from here.
    pub fn role_of(&self, person: &Person, room: Option<&Room>) -> Role {
        let of_room = room.map_or(&[][..], |room| &room.moderators);
        let leads = |address: &Email| {
            let mut rules = self.moderators.iter().chain(of_room);
            rules.any(|who| who.means(address))
        };
        if person.email.as_ref().is_some_and(leads) {
            Role::Moderator
        } else {
            self.role
        }
    }

    /// How long a token for a room is good for; the room need not be listed.
    pub fn lifetime_in(&self, room: &RoomName) -> Lifetime {
        let own = self.room(room).and_then(|room| room.lifetime);
        own.unwrap_or(self.lifetime)
    }
}

/// What the tokens of each role name as allowed or not allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RoleFeatures {
    /// Of those who lead.
    pub moderator: Features,
    /// Of those who take part.
    pub participant: Features,
    /// Of those who watch.
    pub visitor: Features,
}

impl RoleFeatures {
    /// Those of one role.
    pub fn of(&self, role: Role) -> &Features {
        match role {
            Role::Moderator => &self.moderator,
            Role::Participant => &self.participant,
            Role::Visitor => &self.visitor,
        }
    }

    /// Those of one role, to be changed.
    pub fn of_mut(&mut self, role: Role) -> &mut Features {
        match role {
            Role::Moderator => &mut self.moderator,
            Role::Participant => &mut self.participant,
            Role::Visitor => &mut self.visitor,
        }
    }
}

/// One room of a tenant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// Its name at the provider.
    pub name: RoomName,
    /// What people read; not empty.
    pub title: String,
    /// What stands over the meeting; the title where there is none.
    pub subject: Option<String>,
    /// Whether one arrives with the microphone on; the person's choice where nothing is said.
    pub microphone_on: Option<bool>,
    /// Whether one arrives with the camera on; the person's choice where nothing is said.
    pub camera_on: Option<bool>,
    /// Whether the meeting asks once more before one is in.
    pub prejoin: bool,
    /// Whether others than moderators wait in a lobby until a moderator lets them in.
    pub lobby: bool,
    /// How long a token is good for; the tenant's where nothing is said.
    pub lifetime: Option<Lifetime>,
    /// Who leads the meetings in this room, besides the tenant's.
    pub moderators: Vec<Who>,
    /// When the person was last in it.
    pub last_joined: Option<Timestamp>,
}

impl Room {
    /// A room in which the person has not been yet.
    pub fn new(name: RoomName, title: String) -> Self {
        Self {
            name,
            title,
            subject: None,
            microphone_on: None,
            camera_on: None,
            prejoin: false,
            lobby: false,
            lifetime: None,
            moderators: Vec::new(),
            last_joined: None,
        }
    }
}
