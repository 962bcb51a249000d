//! Webhooks that were delivered elsewhere and pasted here: read, and held against the secret
//! in the keyring. What is pasted is kept nowhere.

use roomkey_core::provider::jaas::webhook::Event;
use roomkey_core::provider::jaas::webhook::Header;
use roomkey_core::provider::jaas::webhook::Secret;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringStatus;
use tauri::AppHandle;

use super::Tenant;
use super::fault::ServiceFault;
use crate::error::ErrorView;
use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::settings::secret;
use crate::views::service::BodyView;
use crate::views::service::SecretState;
use crate::views::service::SignatureView;
use crate::views::service::WebhookRequest;
use crate::views::service::WebhookView;

/// The largest body that is read. JaaS sends files by links, and little else.
const LARGEST_BODY: usize = 1024 * 1024;

/// A server should refuse what was signed earlier, in seconds: who has copied a delivery could
/// deliver it again. JaaS's documentation leaves the figure to the receiver; this one is usual.
const GOOD_FOR: i64 = 5 * 60;

/// Whether a tenant's secret is kept. A locked keyring is not opened: it would ask the person.
pub(crate) async fn secret_state(roomkey: &Roomkey, tenant: &str) -> Result<SecretState, Fault> {
    let tenant = Tenant::of(roomkey, tenant)?;
    let KeyringStatus::Ready(_) = roomkey.keys.status().await else {
        return Ok(SecretState::Unknown);
    };
    match roomkey.keys.webhook_secret(&tenant.id).await {
        Ok(_) => Ok(SecretState::Kept),
        Err(KeyStoreFault::Missing | KeyStoreFault::Damaged) => Ok(SecretState::None),
        Err(fault) => Err(fault.into()),
    }
}

/// Takes the secret from the clipboard into the keyring: no page sees it.
pub(crate) async fn paste_secret(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let tenant = Tenant::of(&roomkey, tenant)?;
    let pasted = secret::pasted(app).await;
    let secret = Secret::parse(&pasted).map_err(ServiceFault::from)?;
    roomkey.keys.put_webhook_secret(&tenant.id, &secret).await?;
    Ok(())
}

/// Takes the secret out of the keyring.
pub(crate) async fn remove_secret(roomkey: &Roomkey, tenant: &str) -> Result<(), Fault> {
    let tenant = Tenant::of(roomkey, tenant)?;
    roomkey.keys.remove_webhook_secret(&tenant.id).await?;
    Ok(())
}

/// Reads a delivery. What is wrong with one part of it does not hide the other.
pub(crate) async fn read(roomkey: &Roomkey, request: WebhookRequest) -> Result<WebhookView, Fault> {
    let tenant = Tenant::of(roomkey, &request.tenant)?;
    if request.body.len() > LARGEST_BODY {
        return Err(ServiceFault::BodyTooLarge.into());
    }
    let body = match Event::read(&request.body, tenant.app_id()) {
        Ok(event) => BodyView::Read { event },
        Err(fault) => BodyView::Unreadable {
            fault: shown(ServiceFault::from(fault)),
        },
    };
    let signature = match check(roomkey, &tenant, &request).await {
        Ok(signature) => signature,
        Err(fault) => SignatureView::NotChecked {
            fault: shown(fault),
        },
    };
    Ok(WebhookView { body, signature })
}

async fn check(
    roomkey: &Roomkey,
    tenant: &Tenant,
    request: &WebhookRequest,
) -> Result<SignatureView, Fault> {
    let header = Header::parse(&request.signature).map_err(ServiceFault::from)?;
    let secret = match roomkey.keys.webhook_secret(&tenant.id).await {
        Err(KeyStoreFault::Missing | KeyStoreFault::Damaged) => {
            return Err(ServiceFault::NoSecret.into());
        }
        secret => secret?,
    };
    let age = roomkey.clock.now().since(header.at());
    Ok(SignatureView::Checked {
        fit: header.fits(&secret, &request.body),
        at: header.at(),
        age,
        is_old: age > GOOD_FOR,
        is_ahead: age < -GOOD_FOR,
    })
}

fn shown(fault: impl Into<Fault>) -> ErrorView {
    ErrorView::from(fault.into())
}
