//! A person, a tenant with one room, and its key in the desk's keyring.

use std::env;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::room_name::RoomName;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::Namespace;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::SurfaceChoice;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;

use super::host::Host;
use crate::desk::Desk;

/// With this as its argument the program stores a key on the desk that it runs on.
pub(crate) const STORE_KEY: &str = "store-key";

const APP_ID: &str = "vpaas-magic-cookie-0123456789abcdef0123456789abcdef";
const TENANT: &str = "acme";
/// Rooms enough to fill the list.
const ROOMS: [&str; 6] = [
    "Daily stand-up",
    "Board",
    "Customer support",
    "Design review",
    "Project Orion",
    "Town hall",
];

/// Does what the set-up does, without a person.
pub(crate) fn set_up(desk: &Desk, host: &Host) {
    choose_surface(desk, host, SurfaceChoice::Auto);
    let mut store = desk.command(env::current_exe().unwrap());
    assert!(store.arg(STORE_KEY).status().unwrap().success());
}

/// Makes a key and stores it as the release build of Roomkey does.
pub(crate) async fn store_key() {
    let keys = KeyStore::os(Namespace::of_this_build("org.roomkey.desktop"));
    let key = generate_key().unwrap();
    keys.put(&TenantId::parse(TENANT).unwrap(), &key)
        .await
        .unwrap();
}

/// Writes the settings, with what is to show the meetings.
pub(crate) fn choose_surface(desk: &Desk, host: &Host, surface: SurfaceChoice) {
    let (file, _, _) = SettingsFile::open(&desk.path("roomkey"));
    let domain = Domain::parse(&host.authority()).unwrap();
    let mut tenant = tenant(domain);
    tenant.rooms = ROOMS
        .iter()
        .map(|title| Room::new(RoomName::normalise(title).unwrap(), (*title).to_owned()))
        .collect();
    let settings = Settings {
        person: Some(person()),
        current: Some(tenant.id.clone()),
        tenants: vec![tenant],
        surface,
        ..Settings::default()
    };
    file.save(&settings).unwrap();
}

/// The tenant without rooms.
pub(crate) fn tenant(domain: Domain) -> Tenant {
    let id = TenantId::parse(TENANT).unwrap();
    let provider = Provider::Jaas(Jaas {
        key_id: Some(key_id()),
        ..Jaas::new(AppId::parse(APP_ID).unwrap(), domain)
    });
    Tenant::new(id, "Acme".to_owned(), provider)
}

pub(crate) fn person() -> Person {
    Person {
        id: PersonId::parse("8a4b1f3e-6f0a-4a86-9a55-2f6f4a1b9c77").unwrap(),
        name: PersonName::parse("Ada Lovelace").unwrap(),
        email: Some(Email::parse("ada@example.org").unwrap()),
        avatar: None,
    }
}

pub(crate) fn key_id() -> KeyId {
    KeyId::parse(&format!("{APP_ID}/4f4910")).unwrap()
}
