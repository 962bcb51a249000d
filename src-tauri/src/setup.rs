//! The set-up: reads the key without showing it to the interface, and stores everything
//! at once, the key first, so that nothing half-done remains.

use std::path::Path;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::jaas::SIGNER;
use roomkey_core::room_name::RoomName;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::keys::Turn;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::people;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::keys;
use crate::settings::rotation;
use crate::staged::LARGEST_FILE;
use crate::views::KeyView;
use crate::views::NoticeKind;
use crate::views::SetupRequest;
use crate::views::TenantFields;

/// Lets the person choose the key's file; none where they choose nothing.
pub(crate) async fn choose_key_file(app: &AppHandle) -> Result<Option<KeyView>, Fault> {
    let Some(path) = saving::choose(app).await.map_err(Fault::KeyFile)? else {
        return Ok(None);
    };
    read_key_file(app, &path).map(Some)
}

/// Takes the key from the clipboard.
pub(crate) async fn paste_key(app: &AppHandle) -> Result<KeyView, Fault> {
    let app = app.clone();
    let pasted = tokio::task::spawn_blocking(move || {
        let text = app
            .clipboard()
            .read_text()
            .map_err(|_| Fault::ClipboardEmpty)?;
        let bytes = Zeroizing::new(text.into_bytes());
        roomkey::of(&app).staged.read(bytes)
    });
    pasted.await.expect("reading the clipboard does not panic")
}

/// Reads a key's file, and no more of it than a key has.
pub(crate) fn read_key_file(app: &AppHandle, path: &Path) -> Result<KeyView, Fault> {
    let bytes = Zeroizing::new(saving::read(path, LARGEST_FILE).map_err(Fault::KeyFile)?);
    roomkey::of(app).staged.read(bytes)
}

/// Stores key, person, tenant and rooms. A tenant that is known by its AppID is set up
/// anew: it gets the key and what was typed, and keeps everything else.
pub(crate) async fn finish(app: &AppHandle, request: &SetupRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    for what in [Locked::Tenants, Locked::Keys] {
        roomkey.allow(what)?;
    }
    let known = roomkey.book.read(|settings| settings.person.clone());
    let person = people::person(&request.person, known.as_ref())?;
    let (jaas, key_id) = jaas(&request.tenant)?;
    let now = roomkey.clock.now();
    let rooms = rooms(&request.rooms)?;
    let title = match request.tenant.title.trim() {
        "" => return Err(Fault::TenantTitle),
        title => title.to_owned(),
    };
    let key = roomkey.staged.key()?;
    keys::allow(SIGNER, &key)?;
    let id = match known_id(&roomkey, &jaas.app_id) {
        Some(id) => id,
        None => {
            let settings = roomkey.book.read(Settings::clone);
            roomkey.keys.free_id(&settings, &title).await?
        }
    };
    let known = roomkey.book.tenant(id.as_str(), Tenant::clone).ok();
    let key = OwnedCredential::Key(key);
    let turn = Turn::to_brought(&roomkey.keys, &id, known.as_ref(), &key).await?;
    let keeps = turn.keeps();
    let saved = roomkey
        .book
        .change(|settings| {
            settings.person = Some(person);
            settings.current = Some(id.clone());
            let mut tenant = match settings.tenant(&id) {
                Some(known) => known.clone(),
                None => Tenant::new(id.clone(), title.clone(), Provider::Jaas(jaas.clone())),
            };
            if let Some(known) = tenant.provider.jaas_mut() {
                known.domain = jaas.domain;
                known.replace_key(Some(key_id), now, keeps);
            }
            if tenant.brand.name == tenant.title {
                tenant.brand.name.clone_from(&title);
            }
            tenant.title = title;
            tenant.role = request.tenant.role;
            for room in rooms {
                if tenant.room(&room.name).is_none() {
                    tenant.rooms.push(room);
                }
            }
            settings.put_tenant(tenant);
            Ok(())
        })
        .await;
    if let Err(fault) = saved {
        rotation::take_back(&roomkey, [turn]).await;
        return Err(fault);
    }
    roomkey.staged.forget();
    for answered in [
        NoticeKind::KeyMissing,
        NoticeKind::KeyringAbsent,
        NoticeKind::KeyringLocked,
    ] {
        roomkey.withdraw(answered);
    }
    roomkey.tell(app);
    Ok(())
}

/// The tenant that the settings hold for an AppID.
pub(crate) fn known_id(roomkey: &Roomkey, app_id: &AppId) -> Option<TenantId> {
    roomkey
        .book
        .read(|settings| Some(settings.tenant_of(app_id)?.id.clone()))
}

fn jaas(fields: &TenantFields) -> Result<(Jaas, KeyId), Fault> {
    let app_id = AppId::parse(&fields.app_id)?;
    let key_id = KeyId::parse_for(&app_id, &fields.key_id)?;
    let domain = Domain::parse(&fields.domain)?;
    Ok((Jaas::new(app_id, domain), key_id))
}

fn rooms(titles: &[String]) -> Result<Vec<Room>, Fault> {
    let mut rooms: Vec<Room> = Vec::new();
    for title in titles {
        let name = RoomName::normalise(title)?;
        if rooms.iter().any(|room| room.name == name) {
            return Err(Fault::RoomExists);
        }
        rooms.push(Room::new(name, title.trim().to_owned()));
    }
    Ok(rooms)
}
