//! A tenant's look.

use std::mem;
use std::path::Path;
use std::time::Duration;

use roomkey_picture::LARGEST_FILE;
use roomkey_picture::PictureFault;
use roomkey_picture::Purpose;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Accent;
use roomkey_store::settings::Link;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;
use tokio::time::timeout;

use crate::error::Fault;
use crate::pictures;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::branding;
use crate::settings::change_tenant;
use crate::views::brand::PictureRequest;
use crate::views::brand::SetBrandRequest;
use crate::views::brand::WhichPicture;
use crate::views::settings::SavedView;

/// What the dialog for a picture offers first.
const OFFERED: [&str; 5] = ["svg", "png", "jpg", "jpeg", "webp"];

/// A picture takes a second at most; one that takes longer was drawn to do so.
const MADE_WITHIN: Duration = Duration::from_secs(20);

/// Changes name, colour, link and toolbar. A brand without a name has the tenant's.
pub(crate) async fn set(app: &AppHandle, request: &SetBrandRequest) -> Result<(), Fault> {
    let accent = request.accent.as_deref().map(Accent::parse).transpose()?;
    let link = request.link.as_deref().map(Link::parse).transpose()?;
    let name = one_line(&request.name);
    change_tenant(app, &request.tenant, Locked::Brand, |tenant| {
        tenant.brand.name = if name.is_empty() {
            tenant.title.clone()
        } else {
            name
        };
        tenant.brand.accent = accent;
        tenant.brand.link = link;
        tenant
            .brand
            .hidden_buttons
            .clone_from(&request.hidden_buttons);
        Ok(())
    })
    .await
}

fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Lets the person choose a picture and makes it the tenant's; whether one was chosen.
pub(crate) async fn choose(app: &AppHandle, tenant: &str, purpose: Purpose) -> Result<bool, Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Brand)?;
    let tenant = roomkey.book.tenant(tenant, |tenant| tenant.id.clone())?;
    let chosen = saving::choose_among(app, &OFFERED).await;
    let Some(path) = chosen.map_err(Fault::PictureFile)? else {
        return Ok(false);
    };
    take(&roomkey, &tenant, purpose, &path).await?;
    roomkey.tell(app);
    Ok(true)
}

/// Takes a picture away.
pub(crate) async fn remove(app: &AppHandle, request: &PictureRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let tenant = roomkey
        .book
        .tenant(&request.tenant, |tenant| tenant.id.clone())?;
    let purpose = match request.which {
        WhichPicture::Logo => Purpose::Logo,
        WhichPicture::Background => Purpose::Background,
    };
    put(&roomkey, &tenant, purpose, None).await?;
    roomkey.tell(app);
    Ok(())
}

/// Writes what JaaS's own branding takes to a file of the person's choice.
pub(crate) async fn export(app: &AppHandle, tenant: &str) -> Result<Option<SavedView>, Fault> {
    let roomkey = roomkey::of(app);
    let (name, document) = roomkey.book.tenant(tenant, |tenant| {
        let brand = &tenant.brand;
        let logo = roomkey.picture(brand.logo.as_deref());
        let background = roomkey.picture(brand.background.as_deref());
        let document = branding::document(brand, logo, background);
        (format!("{}-branding.json", tenant.id), document)
    })?;
    saving::save(app, &name, format!("{document:#}\n").into_bytes()).await
}

/// Makes a file's picture anew and names it in the settings. Where anything fails, the brand is
/// as it was.
async fn take(
    roomkey: &Roomkey,
    tenant: &TenantId,
    purpose: Purpose,
    path: &Path,
) -> Result<(), Fault> {
    let file = saving::read(path, LARGEST_FILE as u64).map_err(Fault::PictureFile)?;
    let extension = path.extension().and_then(|end| end.to_str());
    let picture = make(file, extension.map(str::to_owned), purpose).await?;
    put(roomkey, tenant, purpose, Some(picture)).await
}

/// Makes a picture anew, off the threads that serve the interface.
pub(crate) async fn make(
    file: Vec<u8>,
    extension: Option<String>,
    purpose: Purpose,
) -> Result<Vec<u8>, PictureFault> {
    let made = tokio::task::spawn_blocking(move || {
        roomkey_picture::make(&file, extension.as_deref(), purpose)
    });
    match timeout(MADE_WITHIN, made).await {
        Ok(made) => made.unwrap_or(Err(PictureFault::Damaged)),
        Err(_) => Err(PictureFault::Intricate),
    }
}

/// Names a picture in the settings, or none. The former one goes once nothing names it.
async fn put(
    roomkey: &Roomkey,
    tenant: &TenantId,
    purpose: Purpose,
    picture: Option<Vec<u8>>,
) -> Result<(), Fault> {
    roomkey.allow(Locked::Brand)?;
    let _door = roomkey.album.door().await;
    let kept = match picture {
        Some(picture) => Some(roomkey.keep_picture(tenant, purpose, picture).await?),
        None => None,
    };
    let named = kept.clone();
    let changed = roomkey.book.change_tenant(tenant.as_str(), |tenant| {
        Ok(mem::replace(
            pictures::place(&mut tenant.brand, purpose),
            named,
        ))
    });
    match changed.await {
        Ok(former) => {
            roomkey.discard_pictures(tenant, former);
            Ok(())
        }
        Err(fault) => {
            roomkey.discard_pictures(tenant, kept);
            Err(fault)
        }
    }
}

#[cfg(test)]
#[path = "brand/tests.rs"]
mod tests;
