//! The set-up: reads the key without showing it to the interface, and stores everything
//! at once, the key first, so that nothing half-done remains.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::room_name::RoomName;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Room;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::people;
use crate::roomkey;
use crate::staged::LARGEST_FILE;
use crate::views::KeyView;
use crate::views::SetupRequest;
use crate::views::TenantFields;

/// Lets the person choose the key's file; none where they choose nothing.
pub(crate) async fn choose_key_file(app: &AppHandle) -> Result<Option<KeyView>, Fault> {
    let (answer, answered) = oneshot::channel();
    app.dialog().file().pick_file(move |file| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = answer.send(file);
    });
    let Ok(Some(chosen)) = answered.await else {
        return Ok(None);
    };
    let path = chosen
        .into_path()
        .map_err(|fault| Fault::KeyFile(io::Error::other(fault)))?;
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
    let mut bytes = Zeroizing::new(Vec::new());
    let file = File::open(path).map_err(Fault::KeyFile)?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(Fault::KeyFile)?;
    roomkey::of(app).staged.read(bytes)
}

/// Stores key, person, tenant and rooms.
pub(crate) async fn finish(app: &AppHandle, request: &SetupRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let known = roomkey.book.read(|settings| settings.person.clone());
    let person = people::person(&request.person, known.as_ref())?;
    let provider = provider(&request.tenant)?;
    let rooms = rooms(&request.rooms)?;
    let title = match request.tenant.title.trim() {
        "" => return Err(Fault::TenantTitle),
        title => title.to_owned(),
    };
    let key = roomkey.staged.key()?;
    let id = free_id(&roomkey.keys, &title, |id| {
        roomkey.book.read(|settings| settings.tenant(id).is_some())
    })
    .await?;
    roomkey.keys.put(&id, &key).await?;
    let saved = roomkey
        .book
        .change(|settings| {
            let mut tenant = Tenant::new(id.clone(), title, provider);
            tenant.role = request.tenant.role;
            tenant.rooms = rooms;
            settings.person = Some(person);
            settings.current = Some(tenant.id.clone());
            settings.tenants.push(tenant);
            Ok(())
        })
        .await;
    if let Err(fault) = saved {
        let removed = roomkey.keys.remove(&id).await;
        tracing::warn!(removed = removed.is_ok(), "the set-up was taken back");
        return Err(fault);
    }
    roomkey.staged.forget();
    roomkey.tell_launcher(app);
    Ok(())
}

fn provider(fields: &TenantFields) -> Result<Provider, Fault> {
    let app_id = AppId::parse(&fields.app_id)?;
    let key_id = KeyId::parse_for(&app_id, &fields.key_id)?;
    let domain = Domain::parse(&fields.domain)?;
    Ok(Provider::Jaas(Jaas {
        app_id,
        key_id,
        domain,
    }))
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

/// An id that neither the settings nor the keyring knows: another configuration of the
/// same user may hold a key under the name, which must not be overwritten.
async fn free_id(
    keys: &KeyStore,
    title: &str,
    in_settings: impl Fn(&TenantId) -> bool,
) -> Result<TenantId, Fault> {
    let mut held: Vec<TenantId> = Vec::new();
    loop {
        let id = TenantId::for_title(title, |id| in_settings(id) || held.contains(id));
        match keys.get(&id).await {
            Err(KeyStoreFault::Missing) => return Ok(id),
            Ok(_) | Err(KeyStoreFault::Damaged | KeyStoreFault::Ambiguous) => held.push(id),
            Err(fault) => return Err(fault.into()),
        }
    }
}
