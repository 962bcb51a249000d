//! What the settings window reads and sends.

use roomkey_core::feature::Features;
use roomkey_core::role::Role;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Language;
use roomkey_store::settings::RoleFeatures;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;
use crate::views::KeyView;
use crate::views::PersonView;
use crate::views::PreferencesView;
use crate::views::brand::BrandSettings;
use crate::views::provider::ProviderFields;
use crate::views::provider::ProviderView;

/// Everything the settings window shows, but for the rooms, which may be thousands.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct SettingsView {
    /// The language in force.
    pub(crate) language: Language,
    /// Roomkey's version.
    pub(crate) version: String,
    /// Every tenant there is.
    pub(crate) tenants: Vec<TenantSettings>,
    /// The id of the tenant that the launcher shows.
    pub(crate) current: Option<String>,
    /// Who sits here; missing before the set-up.
    pub(crate) person: Option<PersonView>,
    /// Choices that are remembered.
    pub(crate) preferences: PreferencesView,
    /// What keeps the keys.
    pub(crate) keyring: KeyringView,
    /// What an admin has fixed for this system.
    pub(crate) policy: PolicyView,
}

/// What an admin has fixed for this system.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct PolicyView {
    /// How the file stands.
    pub(crate) state: PolicyState,
    /// Where it is, or would be.
    pub(crate) path: String,
    /// Why it cannot be used, else empty.
    pub(crate) message: String,
    /// The admin's words, may be empty.
    pub(crate) reason: String,
    /// What is fixed.
    pub(crate) locked: Vec<Locked>,
}

/// How a policy file stands.
#[derive(Clone, Copy, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum PolicyState {
    /// There is none.
    None,
    /// It is in force.
    Valid,
    /// It cannot be used, so that everything is fixed.
    Broken,
}

/// What keeps the keys.
#[derive(Clone, Default, Serialize, TS)]
#[ts(export)]
pub(crate) struct KeyringView {
    /// How it stands.
    pub(crate) state: KeyringState,
    /// Its name, such as "Secret Service"; empty where there is none.
    pub(crate) kind: String,
    /// Why it cannot be used, else empty.
    pub(crate) message: String,
}

/// How a keyring stands.
#[derive(Clone, Copy, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum KeyringState {
    /// It can be used.
    Ready,
    /// It will ask the person first.
    Locked,
    /// There is none.
    #[default]
    Absent,
}

/// One tenant.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TenantSettings {
    /// Its stable id.
    pub(crate) id: String,
    /// What people call it.
    pub(crate) title: String,
    /// Who serves the meetings.
    pub(crate) provider: ProviderView,
    /// What one joins as.
    pub(crate) role: Role,
    /// How long a token is good for.
    pub(crate) lifetime_minutes: u32,
    /// Who leads every meeting: "ada@example.org" or "@example.org".
    pub(crate) moderators: Vec<String>,
    /// What tokens allow.
    pub(crate) features: RoleFeatures,
    /// How many rooms are listed.
    pub(crate) room_count: usize,
    /// The key that signs.
    pub(crate) key: Option<KeptKey>,
    /// The key that is to sign once it has been tried.
    pub(crate) next_key: Option<KeptKey>,
    /// The key that signed before and can be brought back.
    pub(crate) former_key: Option<KeptKey>,
    /// Its look.
    pub(crate) brand: BrandSettings,
}

/// A key of a tenant, as far as it may be shown.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct KeptKey {
    /// Its whole id.
    pub(crate) key_id: String,
    /// What it is; missing where the keyring does not give it.
    pub(crate) key: Option<KeyView>,
    /// Why it is not there.
    pub(crate) fault: Option<ErrorView>,
    /// When it was put into this keyring, Unix seconds.
    pub(crate) added: Option<i64>,
    /// When it was seen to work, Unix seconds.
    pub(crate) passed: Option<i64>,
}

/// One room with its ways.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct RoomSettings {
    /// Its name in the token and the address.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) title: String,
    /// What stands over the meeting; the title where it is missing.
    pub(crate) subject: Option<String>,
    /// One arrives with the microphone on; as the person likes where it is missing.
    pub(crate) microphone_on: Option<bool>,
    /// One arrives with the camera on; as the person likes where it is missing.
    pub(crate) camera_on: Option<bool>,
    /// The meeting asks once more before one is in.
    pub(crate) prejoin: bool,
    /// Others than moderators wait until a moderator lets them in.
    pub(crate) lobby: bool,
    /// How long a token is good for; the tenant's where it is missing.
    pub(crate) lifetime_minutes: Option<u32>,
    /// Who leads here, besides the tenant's.
    pub(crate) moderators: Vec<String>,
    /// Unix seconds.
    pub(crate) last_joined: Option<i64>,
}

/// A room as it was typed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct RoomFields {
    /// The room's name; one that is not listed is added. Made of the title where it is missing.
    pub(crate) name: Option<String>,
    /// What people call it.
    pub(crate) title: String,
    /// What stands over the meeting.
    pub(crate) subject: Option<String>,
    /// How one arrives.
    pub(crate) microphone_on: Option<bool>,
    /// How one arrives.
    pub(crate) camera_on: Option<bool>,
    /// The meeting asks once more before one is in.
    pub(crate) prejoin: bool,
    /// Others than moderators wait until a moderator lets them in.
    pub(crate) lobby: bool,
    /// How long a token is good for.
    pub(crate) lifetime_minutes: Option<u32>,
    /// Who leads here, besides the tenant's.
    pub(crate) moderators: Vec<String>,
}

/// Adds rooms, or changes those that are listed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct PutRoomsRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The rooms.
    pub(crate) rooms: Vec<RoomFields>,
    /// Where the first of them is to stand; where they are, or at the end, where it is missing.
    pub(crate) at: Option<usize>,
}

/// Moves a room in the list.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct MoveRoomRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The room's name.
    pub(crate) room: String,
    /// Its place afterwards, from 0.
    pub(crate) to: usize,
}

/// Takes rooms out of the list.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct RemoveRoomsRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Their names.
    pub(crate) rooms: Vec<String>,
}

/// What an import has done.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct RoomsImported {
    /// Rooms that were not listed before.
    pub(crate) added: usize,
    /// Rooms that were.
    pub(crate) changed: usize,
    /// Lines that cannot be read; with any, nothing was changed.
    pub(crate) faults: Vec<LineFault>,
}

/// A line of a file that cannot be read.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct LineFault {
    /// From 1, as editors count.
    pub(crate) line: u64,
    /// What is wrong.
    pub(crate) error: ErrorView,
}

/// Adds a tenant.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct AddTenantRequest {
    /// What people call it.
    pub(crate) title: String,
    /// Who serves the meetings.
    pub(crate) provider: ProviderFields,
}

/// The tenant that was added.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct TenantAdded {
    /// Its id.
    pub(crate) tenant: String,
}

/// Changes a tenant.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct SetTenantRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// What people call it.
    pub(crate) title: String,
    /// Who serves the meetings. It stays the same provider, and at JaaS the same AppID.
    pub(crate) provider: ProviderFields,
    /// What one joins as.
    pub(crate) role: Role,
    /// How long a token is good for.
    pub(crate) lifetime_minutes: u32,
}

/// The passphrase of the key that waits for a tenant.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct UnlockTenantKeyRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The passphrase.
    pub(crate) passphrase: String,
}

/// Stores the key that waits for a tenant.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct KeepKeyRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The key id, whole or its short part; empty where the provider knows the key by nothing.
    pub(crate) key_id: String,
}

/// Names one of a tenant's keys.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct KeyRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Which key.
    pub(crate) which: WhichKey,
}

/// Has the next key sign.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct PromoteKeyRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Also one that has not been tried.
    pub(crate) untried: bool,
}

/// One of a tenant's keys.
#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum WhichKey {
    /// The one that signs.
    Current,
    /// The one that is to.
    Next,
    /// The one that did.
    Former,
}

/// A file that was written.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct SavedView {
    /// Where.
    pub(crate) path: String,
}

/// Says who leads.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct SetModeratorsRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Addresses, or `@` and a host.
    pub(crate) moderators: Vec<String>,
}

/// Says what the tokens of a role allow.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct SetFeaturesRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Whose tokens.
    pub(crate) role: Role,
    /// What they allow.
    pub(crate) features: Features,
}
