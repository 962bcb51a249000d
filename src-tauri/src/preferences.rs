//! Choices that are remembered.

use roomkey_store::policy::Locked;
use roomkey_store::settings::Settings;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::views::ArrivalView;
use crate::views::PreferencesView;

/// Sets language and surface.
pub(crate) async fn set(app: &AppHandle, wish: PreferencesView) -> Result<(), Fault> {
    roomkey::of(app).allow(Locked::Preferences)?;
    change(app, |settings| {
        settings.language = wish.language;
        settings.surface = wish.surface;
        Ok(())
    })
    .await
}

/// Sets how one arrives in a meeting.
pub(crate) async fn set_arrival(app: &AppHandle, wish: ArrivalView) -> Result<(), Fault> {
    change(app, |settings| {
        settings.microphone_on = wish.microphone_on;
        settings.camera_on = wish.camera_on;
        Ok(())
    })
    .await
}

/// Shows another tenant.
pub(crate) async fn choose_tenant(app: &AppHandle, id: &str) -> Result<(), Fault> {
    change(app, |settings| {
        let tenant = settings
            .tenants
            .iter()
            .find(|tenant| tenant.id.as_str() == id);
        let tenant = tenant.ok_or_else(|| Fault::NoTenant(id.to_owned()))?;
        settings.current = Some(tenant.id.clone());
        Ok(())
    })
    .await
}

async fn change(
    app: &AppHandle,
    change: impl FnOnce(&mut Settings) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.book.change(change).await?;
    roomkey.tell(app);
    Ok(())
}
