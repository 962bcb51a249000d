//! The pictures of brands as the windows get them: `data:` addresses, read once.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roomkey_picture::Purpose;
use roomkey_store::pictures::Pictures;
use roomkey_store::settings::Brand;
use roomkey_store::settings::TenantId;

use crate::error::Fault;
use crate::roomkey::Roomkey;

/// A larger file is left out: it would slow down every change of a window. Roomkey makes none.
const LARGEST: u64 = 512 * 1024;

/// What was read of picture files, by their path. A file of Roomkey's own never changes under its
/// name; one that the settings name by hand is read anew at the next start.
#[derive(Default)]
pub(crate) struct Album {
    addresses: Mutex<HashMap<PathBuf, String>>,
    /// Held while pictures are written and named, so that none is removed in between.
    door: tokio::sync::Mutex<()>,
}

impl Album {
    /// A picture file as a `data:` address; none where it cannot be shown.
    pub(crate) fn address(&self, path: &Path) -> Option<String> {
        if let Some(address) = self.lock().get(path) {
            return Some(address.clone());
        }
        let address = read(path)?;
        self.lock().insert(path.to_owned(), address.clone());
        Some(address)
    }

    /// Waits until nobody else writes pictures.
    pub(crate) async fn door(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.door.lock().await
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, String>> {
        self.addresses
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(path: &Path) -> Option<String> {
    let kind = match path.extension()?.to_str()? {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    if fs::metadata(path).ok()?.len() > LARGEST {
        return None;
    }
    let bytes = fs::read(path).ok()?;
    Some(format!("data:{kind};base64,{}", STANDARD.encode(bytes)))
}

/// Where a brand names the picture of that purpose.
pub(crate) fn place(brand: &mut Brand, purpose: Purpose) -> &mut Option<PathBuf> {
    match purpose {
        Purpose::Logo => &mut brand.logo,
        Purpose::Background => &mut brand.background,
    }
}

impl Roomkey {
    /// Writes a picture that was made for a tenant, and says where. The album's door is held.
    pub(crate) async fn keep_picture(
        &self,
        tenant: &TenantId,
        purpose: Purpose,
        picture: Vec<u8>,
    ) -> Result<PathBuf, Fault> {
        let pictures = Pictures::of(&self.folders, tenant);
        let (word, extension) = (purpose.word(), purpose.extension());
        tokio::task::spawn_blocking(move || pictures.keep(word, extension, &picture))
            .await
            .expect("writing a picture does not panic")
            .map_err(Fault::PictureKept)
    }

    /// Removes pictures of a tenant that the settings name no more. The album's door is held.
    pub(crate) fn discard_pictures(
        &self,
        tenant: &TenantId,
        paths: impl IntoIterator<Item = PathBuf>,
    ) {
        let pictures = Pictures::of(&self.folders, tenant);
        for path in paths {
            let is_named = self.book.read(|settings| {
                let brands = settings.tenants.iter().map(|tenant| &tenant.brand);
                brands.flat_map(Brand::pictures).any(|named| named == path)
            });
            if is_named {
                continue;
            }
            self.album.lock().remove(&path);
            if let Err(fault) = pictures.remove(&path) {
                tracing::warn!(%fault, "a picture that nothing names was left");
            }
        }
    }
}
