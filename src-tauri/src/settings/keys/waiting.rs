//! A tenant's key on its way into the keyring: made or read, shown, unlocked, let go of. It waits
//! until it is kept or forgotten, whatever page or window is shown meanwhile.

use std::sync::Arc;

use roomkey_store::generate::generate_key;
use tauri::AppHandle;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::secret::pasted;
use crate::staged::LARGEST_FILE;
use crate::staged::by_tenant::Place;
use crate::views::KeyView;
use crate::views::settings::SavedView;
use crate::views::settings::UnlockTenantKeyRequest;

/// Where the tenant's key waits.
pub(crate) fn place(roomkey: &Roomkey, tenant: &str) -> Result<Arc<Place>, Fault> {
    roomkey.book.tenant(tenant, |tenant| {
        roomkey.staged_keys.of(&tenant.id, tenant.provider.signer())
    })
}

/// Makes a key, as if it had been imported.
pub(crate) async fn generate(roomkey: &Roomkey, tenant: &str) -> Result<KeyView, Fault> {
    let place = place(roomkey, tenant)?;
    place.make(|| Ok(generate_key()?)).await
}

/// What waits; none where nothing does.
pub(crate) async fn seen(roomkey: &Roomkey, tenant: &str) -> Result<Option<KeyView>, Fault> {
    place(roomkey, tenant)?.seen().await
}

/// Lets the person choose a key's file; none where they choose nothing.
pub(crate) async fn choose(app: &AppHandle, tenant: &str) -> Result<Option<KeyView>, Fault> {
    let place = place(&roomkey::of(app), tenant)?;
    let Some(path) = saving::choose(app).await.map_err(Fault::KeyFile)? else {
        return Ok(None);
    };
    let bytes = Zeroizing::new(saving::read(&path, LARGEST_FILE).map_err(Fault::KeyFile)?);
    place.key().read(bytes).map(Some)
}

/// Takes a key from the clipboard.
pub(crate) async fn paste(app: &AppHandle, tenant: &str) -> Result<KeyView, Fault> {
    let place = place(&roomkey::of(app), tenant)?;
    let text = pasted(app).await;
    if text.is_empty() {
        return Err(Fault::ClipboardEmpty);
    }
    place.key().read(Zeroizing::new(text.as_bytes().to_vec()))
}

/// Reads the encrypted key that waits.
pub(crate) fn unlock(
    roomkey: &Roomkey,
    request: &UnlockTenantKeyRequest,
) -> Result<KeyView, Fault> {
    place(roomkey, &request.tenant)?
        .key()
        .unlock(&request.passphrase)
}

/// Lets go of what waits.
pub(crate) fn forget(roomkey: &Roomkey, tenant: &str) -> Result<(), Fault> {
    place(roomkey, tenant)?.key().forget();
    Ok(())
}

/// Writes the public half to a file of the person's choice.
pub(crate) async fn save_public(app: &AppHandle, tenant: &str) -> Result<Option<SavedView>, Fault> {
    let key = place(&roomkey::of(app), tenant)?.key().key()?;
    saving::save(app, "roomkey.pub.pem", key.public().to_pem().into_bytes()).await
}

#[cfg(test)]
mod tests;
