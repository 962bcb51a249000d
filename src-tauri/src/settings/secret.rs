//! The secret that a tenant shares with its provider, and that signs its tokens.

use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use zeroize::Zeroizing;

use crate::error::Fault;
use crate::roomkey;
use crate::views::NoticeKind;
use crate::views::provider::ProviderFields;
use crate::views::provider::StagedSecretView;

/// Takes the secret from the clipboard into the keyring: no page sees it.
pub(crate) async fn paste(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    if tenant.provider.signer() != Signer::Secret {
        return Err(TokenFault::KeyNeeded.into());
    }
    let secret = Secret::parse(&pasted(app).await)?;
    roomkey.keys.put_secret(&tenant.id, &secret).await?;
    roomkey.withdraw(NoticeKind::KeyMissing);
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Takes a provider's secret from the clipboard and keeps it until the set-up is finished.
pub(crate) async fn stage(
    app: &AppHandle,
    provider: &ProviderFields,
) -> Result<StagedSecretView, Fault> {
    let text = pasted(app).await;
    roomkey::of(app).staged_secrets.read(provider, &text)
}

/// Takes the secret out of the keyring.
pub(crate) async fn remove(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let id = roomkey.book.tenant(tenant, |tenant| tenant.id.clone())?;
    roomkey.keys.remove_secret(&id).await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// The clipboard's text; empty where it holds none.
pub(crate) async fn pasted(app: &AppHandle) -> Zeroizing<String> {
    let clipboard = app.clone();
    let read = move || Zeroizing::new(clipboard.clipboard().read_text().unwrap_or_default());
    tokio::task::spawn_blocking(read)
        .await
        .expect("reading the clipboard does not panic")
}
