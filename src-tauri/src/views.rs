//! What the interface reads and sends. A view is computed from what is stored and never
//! stored itself; a request is turned into domain types before anything is done with it.

pub(crate) mod brand;
pub(crate) mod check;
pub(crate) mod inspector;
pub(crate) mod proof;
pub(crate) mod provider;
pub(crate) mod rollout;
pub(crate) mod service;
pub(crate) mod settings;

use std::collections::BTreeMap;

use roomkey_core::meeting::state::State;
use roomkey_core::person::Person;
use roomkey_core::role::Role;
use roomkey_rehearsal::case::Case;
use roomkey_store::settings::{Language, SurfaceChoice};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::ErrorView;
use crate::views::provider::ProviderFields;
use crate::views::settings::PolicyView;

/// Everything the launcher shows.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct LauncherView {
    /// The language in force.
    pub(crate) language: Language,
    /// Roomkey's version.
    pub(crate) version: String,
    /// Who sits here; missing before the set-up.
    pub(crate) person: Option<PersonView>,
    /// Every tenant there is.
    pub(crate) tenants: Vec<TenantName>,
    /// The tenant that is shown; missing before the set-up.
    pub(crate) tenant: Option<TenantView>,
    /// The meeting that is open.
    pub(crate) meeting: Option<MeetingView>,
    /// How one arrives.
    pub(crate) arrival: ArrivalView,
    /// Choices that are remembered.
    pub(crate) preferences: PreferencesView,
    /// What the person should know.
    pub(crate) notices: Vec<NoticeView>,
    /// What an admin has fixed for this system.
    pub(crate) policy: PolicyView,
}

/// One tenant in the switch.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct TenantName {
    /// Its stable id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
}

/// The tenant that is shown.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct TenantView {
    /// Its stable id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// What the person joins as in a room that is not listed.
    pub(crate) role: Role,
    /// Its look.
    pub(crate) brand: BrandView,
    /// A picture behind the brand band, as a `data:` address.
    pub(crate) background: Option<String>,
    /// Where a click on the logo leads.
    pub(crate) link: Option<String>,
    /// Its rooms, in order.
    pub(crate) rooms: Vec<RoomView>,
}

/// A tenant's look.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct BrandView {
    /// The name in the brand band.
    pub(crate) name: String,
    /// A CSS colour, `#rrggbb`.
    pub(crate) accent: Option<String>,
    /// A picture as a `data:` address.
    pub(crate) logo: Option<String>,
}

/// One room in the list.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct RoomView {
    /// Its name in the token and the address.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) title: String,
    /// What the person joins it as.
    pub(crate) role: Role,
    /// Unix seconds.
    pub(crate) last_joined: Option<i64>,
}

/// Who sits here, without the id.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct PersonView {
    /// The name that others see.
    pub(crate) name: String,
    /// The address, empty where there is none.
    pub(crate) email: String,
}

impl From<&Person> for PersonView {
    fn from(person: &Person) -> Self {
        Self {
            name: person.name.to_string(),
            email: person
                .email
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        }
    }
}

/// The meeting that is open.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct MeetingView {
    /// The tenant's id; missing in a rehearsal.
    pub(crate) tenant: Option<String>,
    /// The room's name.
    pub(crate) room: String,
    /// The room's title.
    pub(crate) title: String,
    /// It is a rehearsal.
    pub(crate) rehearsal: bool,
    /// Where it stands.
    pub(crate) state: State,
}

/// How one arrives in a meeting.
#[derive(Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ArrivalView {
    /// With the microphone on.
    pub(crate) microphone_on: bool,
    /// With the camera on.
    pub(crate) camera_on: bool,
}

/// Choices that are remembered.
#[derive(Clone, Copy, Serialize, Deserialize, TS)]
#[ts(export)]
pub(crate) struct PreferencesView {
    /// The language; the system's where it is missing.
    pub(crate) language: Option<Language>,
    /// What shows a meeting.
    pub(crate) surface: SurfaceChoice,
}

/// Something the person should know.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub(crate) struct NoticeView {
    /// What it is.
    pub(crate) kind: NoticeKind,
    /// What its text names.
    #[ts(type = "Record<string, string>")]
    pub(crate) values: BTreeMap<String, String>,
    /// Why it is so, where something that was asked for could not be done.
    pub(crate) error: Option<ErrorView>,
}

/// The kinds of notice that the launcher has words for.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum NoticeKind {
    /// The clock of this machine is wrong by `seconds`.
    ClockSkew,
    /// The command line named a rollout file that could not be opened.
    CouldNotImport,
    /// The link or command line asked for a room that could not be joined.
    CouldNotJoin,
    /// The command line asked for a rehearsal that could not be opened.
    CouldNotRehearse,
    /// What `tenant` signs with, its `signing` key or secret, is not in the keyring.
    KeyMissing,
    /// There is no keyring.
    KeyringAbsent,
    /// The keyring is locked.
    KeyringLocked,
    /// No Chromium was found; the meeting opened in the system browser.
    NoChromium,
    /// The settings at `path` are damaged, and put aside before others are saved.
    SettingsDamaged,
    /// A newer Roomkey saved the settings.
    SettingsNewer,
    /// The settings at `path` can be neither read nor saved.
    SettingsUnreadable,
    /// Parts of the settings were not understood: `path`.
    SettingsWarning,
}

/// A key that was read and waits to be stored.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct KeyView {
    /// Its size.
    pub(crate) bits: usize,
    /// Lower-case hexadecimal SHA-256 of the public key's SPKI DER.
    pub(crate) fingerprint: String,
    /// The public key as SPKI PEM, which the JaaS console takes.
    pub(crate) public_key: String,
}

/// Joins a room.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct JoinRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// A room's name, or what was typed.
    pub(crate) room: String,
}

/// Names a room of a tenant.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct RoomRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The room's name.
    pub(crate) room: String,
}

/// Adds a room.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct AddRoomRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// What people call it; its name is made of it.
    pub(crate) title: String,
}

/// Opens the settings window.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct OpenSettingsRequest {
    /// What it is to show; where nothing is named, what it shows anyway.
    pub(crate) section: Option<Section>,
}

/// A section of the settings window that another window leads to.
#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "SettingsSection")]
pub(crate) enum Section {
    /// What the tenant signs with.
    Key,
}

/// Names a tenant.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct TenantRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
}

/// A text to check, as it was typed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct CheckRequest {
    /// What was typed.
    pub(crate) text: String,
}

/// A text as Roomkey understands it.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct CheckedView {
    /// The normalised value.
    pub(crate) value: String,
}

/// A key id to check against its AppID.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct KeyIdRequest {
    /// The tenant's AppID.
    pub(crate) app_id: String,
    /// The key id, whole or its short part.
    pub(crate) key_id: String,
}

/// Opens a rehearsal.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct RehearseRequest {
    /// What is to happen in a demonstration; where it is missing, one joins as in the current
    /// tenant, if anything signs for it.
    pub(crate) case: Option<Case>,
}

/// Who sits here, as it was typed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct PersonRequest {
    /// The name.
    pub(crate) name: String,
    /// The address; may be empty.
    pub(crate) email: String,
}

/// The passphrase of a key that was read.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct UnlockRequest {
    /// The passphrase.
    pub(crate) passphrase: String,
}

/// The whole set-up.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct SetupRequest {
    /// Who sits here.
    pub(crate) person: PersonRequest,
    /// The company.
    pub(crate) tenant: TenantFields,
    /// Titles of its first rooms.
    pub(crate) rooms: Vec<String>,
}

/// A tenant as it was typed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TenantFields {
    /// What people call it.
    pub(crate) title: String,
    /// Who serves the meetings.
    pub(crate) provider: ProviderFields,
    /// The key id, whole or its short part; empty where keys have no ids.
    pub(crate) key_id: String,
    /// What one joins as.
    pub(crate) role: Role,
}

/// Where an icon was put.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct PutOnDesktopView {
    /// The file.
    pub(crate) path: String,
}
