//! From JSON to settings: every part that is valid, and a word on every other.
//!
//! Nothing is fatal here. A value that is missing or null is the default
//! without a word; one that is there and cannot be used is reported. Where a
//! part makes no sense without it, the part is set aside as a whole. Keys that
//! are not known are not looked at: [`write`](super::write) keeps them.

mod object;
mod place;
mod provider;
mod value;

use std::cell::RefCell;
use std::path::PathBuf;

use serde_json::Map;
use serde_json::Value;

use roomkey_core::change::Change;
use roomkey_core::feature::Feature;
use roomkey_core::feature::Features;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::AvatarUrl;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::provider::Role as ProviderRole;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::toolbar::ToolbarButton;
use roomkey_core::who::Who;

use super::Accent;
use super::Brand;
use super::Language;
use super::Link;
use super::Preset;
use super::Provider;
use super::RoleFeatures;
use super::Room;
use super::Settings;
use super::SurfaceChoice;
use super::Tenant;
use super::TenantId;
use super::Warning;
use object::Object;
use object::Unusable;
use value::Needed;

/// Reads a whole document.
pub(super) fn settings(document: &Map<String, Value>) -> (Settings, Vec<Warning>) {
    let warnings = RefCell::new(Vec::new());
    let file = Object::root(document, &warnings);
    let usual = Settings::default();

    let tenants = file.parts("tenants", tenant, |tenant: &Tenant| &tenant.id);
    let current = file.lenient("current", |value| {
        let id = value::parsed(TenantId::parse)(value)?;
        let is_known = tenants.iter().any(|tenant| tenant.id == id);
        if is_known {
            Ok(id)
        } else {
            Err(format!("there is no tenant {id}"))
        }
    });
    let settings = Settings {
        person: file.part("person", person),
        current,
        surface: file
            .lenient("surface", value::one_of(&SURFACES))
            .unwrap_or(usual.surface),
        language: file.lenient("language", value::one_of(&LANGUAGES)),
        microphone_on: file
            .lenient("microphoneOn", value::flag)
            .unwrap_or(usual.microphone_on),
        camera_on: file
            .lenient("cameraOn", value::flag)
            .unwrap_or(usual.camera_on),
        presets: file.parts("presets", preset, |preset: &Preset| &preset.name),
        tenants,
    };
    (settings, warnings.into_inner())
}

/// One tenant by itself, without a word on what could not be used in it.
pub(super) fn one_tenant(value: &Map<String, Value>) -> Option<Tenant> {
    tenant(Object::root(value, &RefCell::default())).ok()
}

/// The id of a tenant that can be read, by which it is known when saving.
pub(super) fn tenant_id(value: &Value) -> Option<TenantId> {
    silently(value, head).map(|(id, _)| id)
}

/// The name of a room that can be read, by which it is known when saving.
pub(super) fn room_name(value: &Value) -> Option<RoomName> {
    silently(value, room_head)
}

/// The name of a preset that can be read, by which it is known when saving.
pub(super) fn preset_name(value: &Value) -> Option<String> {
    silently(value, preset).map(|preset| preset.name)
}

/// Whether that is a person who can be read.
pub(super) fn is_person(value: &Value) -> bool {
    silently(value, person).is_some()
}

fn silently<T>(value: &Value, read: impl FnOnce(Object<'_>) -> Result<T, Unusable>) -> Option<T> {
    read(Object::root(value.as_object()?, &RefCell::default())).ok()
}

fn person(object: Object<'_>) -> Result<Person, Unusable> {
    Ok(Person {
        id: object.required("id", value::parsed(PersonId::parse))?,
        name: object.required("name", value::parsed(PersonName::parse))?,
        email: object.lenient("email", value::parsed(Email::parse)),
        avatar: object.lenient("avatar", value::parsed(AvatarUrl::parse)),
    })
}

/// What a tenant cannot be without.
fn head(object: Object<'_>) -> Result<(TenantId, Provider), Unusable> {
    let id = object.required("id", value::parsed(TenantId::parse))?;
    let provider = object.required_object("provider", provider::provider)?;
    Ok((id, provider))
}

fn tenant(object: Object<'_>) -> Result<Tenant, Unusable> {
    let (id, provider) = head(object)?;
    let title = object
        .lenient("title", value::line)
        .unwrap_or_else(|| id.to_string());
    let mut tenant = Tenant::new(id, title, provider);
    if let Some(role) = object.lenient("role", value::one_of(&ROLES)) {
        tenant.role = role;
    }
    if let Some(lifetime) = object.lenient("lifetime", lifetime) {
        tenant.lifetime = lifetime;
    }
    tenant.moderators = object.each("moderators", value::parsed(Who::parse));
    if let Some(features) = object.object("features", role_features) {
        tenant.features = features;
    }
    if let Some(brand) = object.object("brand", |object| brand(object, &tenant.title)) {
        tenant.brand = brand;
    }
    tenant.rooms = object.parts("rooms", room, |room: &Room| &room.name);
    Ok(tenant)
}

/// What a room cannot be without.
fn room_head(object: Object<'_>) -> Result<RoomName, Unusable> {
    object.required("name", value::parsed(RoomName::parse))
}

fn room(object: Object<'_>) -> Result<Room, Unusable> {
    let name = room_head(object)?;
    Ok(Room {
        title: object
            .lenient("title", value::line)
            .unwrap_or_else(|| name.to_string()),
        subject: object.lenient("subject", value::line),
        microphone_on: object.lenient("microphoneOn", value::flag),
        camera_on: object.lenient("cameraOn", value::flag),
        prejoin: object.lenient("prejoin", value::flag).unwrap_or_default(),
        lobby: object.lenient("lobby", value::flag).unwrap_or_default(),
        lifetime: object.lenient("lifetime", lifetime),
        moderators: object.each("moderators", value::parsed(Who::parse)),
        last_joined: object
            .lenient("lastJoined", value::whole_number)
            .map(Timestamp),
        name,
    })
}

/// A preset that lacks a change or has another would make a token that nobody asked for: it is
/// whole or set aside.
fn preset(object: Object<'_>) -> Result<Preset, Unusable> {
    Ok(Preset {
        name: object.required("name", value::line)?,
        person: object.required_object("person", person)?,
        role: object.required("role", value::one_of(&ROLES_OF_PROVIDERS))?,
        features: object.object("features", features).unwrap_or_default(),
        lifetime: object.strict("lifetime", lifetime)?.unwrap_or_default(),
        begins: object
            .strict("begins", value::whole_number)?
            .unwrap_or_default(),
        every_room: object.strict("everyRoom", value::flag)?.unwrap_or_default(),
        hidden_from_recorder: object
            .strict("hiddenFromRecorder", value::flag)?
            .unwrap_or_default(),
        changes: object.strict("changes", changes)?.unwrap_or_default(),
    })
}

fn changes(value: &Value) -> Result<Vec<Change>, Needed> {
    let list = value.as_array().ok_or("a list is needed")?;
    list.iter()
        .map(|change| serde_json::from_value(change.clone()).map_err(|fault| fault.to_string()))
        .collect()
}

fn brand(object: Object<'_>, title: &str) -> Brand {
    Brand {
        name: object
            .lenient("name", value::line)
            .unwrap_or_else(|| title.to_owned()),
        accent: object.lenient("accent", value::parsed(Accent::parse)),
        logo: object.lenient("logo", path),
        background: object.lenient("background", path),
        link: object.lenient("link", value::parsed(Link::parse)),
        hidden_buttons: object
            .each("hiddenButtons", value::parsed(ToolbarButton::parse))
            .into_iter()
            .collect(),
    }
}

fn path(value: &Value) -> Result<PathBuf, Needed> {
    value::text(value).map(PathBuf::from)
}

fn role_features(object: Object<'_>) -> RoleFeatures {
    let of = |role| object.object(role, features).unwrap_or_default();
    RoleFeatures {
        moderator: of("moderator"),
        participant: of("participant"),
        visitor: of("visitor"),
    }
}

/// Names that are no feature's are left for a Roomkey that knows them.
fn features(object: Object<'_>) -> Features {
    let named = object.keys().filter_map(Feature::parse);
    named
        .filter_map(|name| Some((name, object.lenient(name.as_str(), value::flag)?)))
        .collect()
}

fn lifetime(value: &Value) -> Result<Lifetime, Needed> {
    let minutes = value::whole_number(value)?;
    let minutes = u32::try_from(minutes).map_err(|_| "5 to 1440 minutes are needed".to_owned())?;
    Lifetime::minutes(minutes).map_err(|fault| fault.to_string())
}

const SURFACES: [(&str, SurfaceChoice); 4] = [
    ("auto", SurfaceChoice::Auto),
    ("embedded", SurfaceChoice::Embedded),
    ("chromium", SurfaceChoice::Chromium),
    ("browser", SurfaceChoice::Browser),
];

const LANGUAGES: [(&str, Language); 2] = [("en", Language::En), ("de", Language::De)];

/// What a preset may name besides: a role that some providers have.
const ROLES_OF_PROVIDERS: [(&str, ProviderRole); 4] = [
    ("moderator", ProviderRole::Moderator),
    ("participant", ProviderRole::Participant),
    ("lobby", ProviderRole::Lobby),
    ("visitor", ProviderRole::Visitor),
];

const ROLES: [(&str, Role); 3] = [
    ("moderator", Role::Moderator),
    ("participant", Role::Participant),
    ("visitor", Role::Visitor),
];
