//! The set-up: reads the key without showing it to the interface, and stores everything
//! at once, what signs first, so that nothing half-done remains.

use std::path::Path;

use roomkey_core::key_id::KeyId;
use roomkey_core::provider::Signer;
use roomkey_core::room_name::RoomName;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::keys::Turn;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::people;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::keys;
use crate::settings::provider;
use crate::settings::rotation;
use crate::settings::tenants;
use crate::staged::LARGEST_FILE;
use crate::views::KeyView;
use crate::views::NoticeKind;
use crate::views::SetupRequest;
use crate::views::provider::ProviderFields;

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

/// Stores what signs, the person, the tenant and its rooms, and shows the launcher.
pub(crate) async fn finish(app: &AppHandle, request: &SetupRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    take_in(&roomkey, request).await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// A tenant that is known by what its provider calls it is set up anew: it gets what signs and
/// what was typed, and keeps everything else. Where anything fails, the desk is as it was.
async fn take_in(roomkey: &Roomkey, request: &SetupRequest) -> Result<(), Fault> {
    roomkey.allow(Locked::Tenants)?;
    let known = roomkey.book.read(|settings| settings.person.clone());
    let person = people::person(&request.person, known.as_ref())?;
    let typed = &request.tenant;
    let provider = provider::read(&typed.provider)?;
    let key_id = match provider.jaas() {
        Some(jaas) => Some(KeyId::parse_for(&jaas.app_id, &typed.key_id)?),
        None => None,
    };
    let rooms = rooms(&request.rooms)?;
    let title = tenants::title(&typed.title)?;
    let credential = staged(roomkey, &typed.provider, provider.signer())?;

    let settings = roomkey.book.read(Settings::clone);
    let known = settings.tenant_at(&provider);
    let id = match known {
        Some(tenant) => tenant.id.clone(),
        None => roomkey.keys.free_id(&settings, &title).await?,
    };
    let turn = match &credential {
        Some(it) => Some(Turn::to_brought(&roomkey.keys, &id, known, it).await?),
        None => None,
    };
    let keeps = turn.as_ref().is_some_and(Turn::keeps);
    let now = roomkey.clock.now();
    let saved = roomkey
        .book
        .change(|settings| {
            settings.person = Some(person);
            settings.current = Some(id.clone());
            let mut tenant = match settings.tenant(&id) {
                Some(known) => known.clone(),
                None => Tenant::new(id.clone(), title.clone(), provider.clone()),
            };
            tenant.provider = provider::changed(&tenant.provider, provider)?;
            if let Some(jaas) = tenant.provider.jaas_mut() {
                jaas.replace_key(key_id, now, keeps);
            }
            if tenant.brand.name == tenant.title {
                tenant.brand.name.clone_from(&title);
            }
            tenant.title = title;
            tenant.role = typed.role;
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
        rotation::take_back(roomkey, turn).await;
        return Err(fault);
    }
    roomkey.staged.forget();
    roomkey.staged_secrets.forget();
    for answered in [
        NoticeKind::KeyMissing,
        NoticeKind::KeyringAbsent,
        NoticeKind::KeyringLocked,
    ] {
        roomkey.withdraw(answered);
    }
    Ok(())
}

/// What was read to sign with; none where another makes the tokens.
fn staged(
    roomkey: &Roomkey,
    provider: &ProviderFields,
    signer: Signer,
) -> Result<Option<OwnedCredential>, Fault> {
    let credential = match signer {
        Signer::Key { .. } => {
            let key = roomkey.staged.key()?;
            keys::allow(signer, &key)?;
            OwnedCredential::Key(key)
        }
        Signer::Secret => OwnedCredential::Secret(roomkey.staged_secrets.secret(provider)?),
        Signer::Elsewhere => return Ok(None),
    };
    roomkey.allow(Locked::Keys)?;
    Ok(Some(credential))
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

#[cfg(test)]
mod tests;
