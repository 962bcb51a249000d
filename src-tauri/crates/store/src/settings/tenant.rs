//! A tenant and its rooms.

use serde::Serialize;

use roomkey_core::feature::Features;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;

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
    /// What a token names as allowed or not allowed.
    pub features: Features,
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
            brand: Brand {
                name: title.clone(),
                accent: None,
                logo: None,
            },
            title,
            provider,
            role: Role::default(),
            lifetime: Lifetime::default(),
            features: Features::default(),
            rooms: Vec::new(),
        }
    }

    /// The listed room of that name.
    pub fn room(&self, name: &RoomName) -> Option<&Room> {
        self.rooms.iter().find(|room| room.name == *name)
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
    /// When the person was last in it.
    pub last_joined: Option<Timestamp>,
}

impl Room {
    /// A room in which the person has not been yet.
    pub fn new(name: RoomName, title: String) -> Self {
        Self {
            name,
            title,
            last_joined: None,
        }
    }
}
