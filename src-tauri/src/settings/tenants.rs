//! Several tenants side by side.

use roomkey_core::lifetime::Lifetime;
use roomkey_store::pictures::Pictures;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::settings::provider;
use crate::views::settings::AddTenantRequest;
use crate::views::settings::SetTenantRequest;
use crate::views::settings::TenantAdded;

/// Adds a tenant without a key.
pub(crate) async fn add(app: &AppHandle, request: &AddTenantRequest) -> Result<TenantAdded, Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Tenants)?;
    let title = title(&request.title)?;
    let provider = provider::read(&request.provider)?;
    let settings = roomkey.book.read(Settings::clone);
    if let Some(known) = settings.tenant_at(&provider) {
        return Err(Fault::TenantExists(known.id.to_string()));
    }
    let id = roomkey.keys.free_id(&settings, &title).await?;
    let tenant = Tenant::new(id.clone(), title, provider);
    roomkey
        .book
        .change(|settings| {
            settings.tenants.push(tenant);
            Ok(())
        })
        .await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(TenantAdded {
        tenant: id.to_string(),
    })
}

/// Changes what a tenant is called, where it is and what staff join as.
pub(crate) async fn set(app: &AppHandle, request: &SetTenantRequest) -> Result<(), Fault> {
    let title = title(&request.title)?;
    let typed = provider::read(&request.provider)?;
    let lifetime = Lifetime::minutes(request.lifetime_minutes)?;
    let roomkey = roomkey::of(app);
    let (provider, changes_role, changes_more) =
        roomkey.book.tenant(&request.tenant, |tenant| {
            let provider = provider::changed(&tenant.provider, typed)?;
            let is_same =
                provider == tenant.provider && tenant.title == title && tenant.lifetime == lifetime;
            Ok::<_, Fault>((provider, tenant.role != request.role, !is_same))
        })??;
    for (changes, what) in [
        (changes_role, Locked::People),
        (changes_more, Locked::Tenants),
    ] {
        if changes {
            roomkey.allow(what)?;
        }
    }
    roomkey
        .book
        .change_tenant(&request.tenant, |tenant| {
            if tenant.brand.name == tenant.title {
                tenant.brand.name.clone_from(&title);
            }
            tenant.title = title;
            tenant.role = request.role;
            tenant.lifetime = lifetime;
            tenant.provider = provider;
            Ok(())
        })
        .await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Removes a tenant with its rooms, pictures and keys. The keys go first: what fails leaves a tenant
/// that can be removed again, and never a key that nothing names.
pub(crate) async fn remove(app: &AppHandle, id: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Tenants)?;
    let id = roomkey.book.tenant(id, |tenant| tenant.id.clone())?;
    roomkey.keys.remove_all(&id).await?;
    // The next tenant of that title gets the id.
    roomkey.staged_keys.forget(&id);
    let _door = roomkey.album.door().await;
    roomkey
        .book
        .change(|settings| {
            settings.tenants.retain(|tenant| tenant.id != id);
            if settings.current.as_ref() == Some(&id) {
                settings.current = None;
            }
            Ok(())
        })
        .await?;
    if let Err(fault) = Pictures::of(&roomkey.folders, &id).remove_all() {
        tracing::warn!(%fault, "pictures that nothing names were left");
    }
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// A title as it would be kept.
pub(crate) fn title(text: &str) -> Result<String, Fault> {
    match text.trim() {
        "" => Err(Fault::TenantTitle),
        title => Ok(title.to_owned()),
    }
}
