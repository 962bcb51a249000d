//! What signs a tester's tokens: the tenant's key or secret, or one of the window's own.

use roomkey_core::key_id::KeyId;
use roomkey_core::provider;
use roomkey_core::provider::Provider;
use roomkey_core::provider::jaas;
use roomkey_store::generate::generate_credential;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Tenant;
use tokio::sync::OnceCell;

use super::read::Registered;
use crate::calls;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::KeyUsed;

/// A key and a secret for tenants whose own cannot be used. They live in memory, from the first
/// such token to the end of the application, and no server knows them.
#[derive(Default)]
pub(crate) struct WindowKey {
    key: OnceCell<Option<OwnedCredential>>,
    secret: OnceCell<Option<OwnedCredential>>,
}

/// Whose key or secret signs.
pub(crate) struct Signer {
    pub(crate) provider: Provider,
    /// None where a server of the company's makes the tokens.
    pub(crate) credential: Option<OwnedCredential>,
    whose: KeyUsed,
}

impl Signer {
    /// The tenant's key or secret, or the window's where the tenant's cannot be used.
    pub(crate) async fn of(roomkey: &Roomkey, tenant: &str) -> Result<Self, Fault> {
        let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
        let provider = provider(&tenant)?;
        let (credential, whose) = match own(roomkey, &tenant).await {
            Ok(Some(own)) => {
                let title = tenant.title;
                (Some(own), KeyUsed::Tenant { title })
            }
            Ok(None) => (None, KeyUsed::Unchecked),
            Err(fault) => {
                let why = fault.into();
                let signer = provider.system().signer();
                (
                    roomkey.window_key.of(signer).await?,
                    KeyUsed::Window { why },
                )
            }
        };
        Ok(Self {
            provider,
            credential,
            whose,
        })
    }

    /// What signs, where it is the tenant's own.
    pub(crate) fn own(&self) -> Option<&OwnedCredential> {
        let is_own = matches!(self.whose, KeyUsed::Tenant { .. });
        self.credential.as_ref().filter(|_| is_own)
    }

    /// Whose it is, for the page.
    pub(crate) fn whose(&self) -> KeyUsed {
        self.whose.clone()
    }

    /// What JaaS holds the token against; none at another provider. A key of the window is
    /// registered nowhere, and which one is cannot be known here: the signature is then not
    /// checked.
    pub(super) fn registered(&self) -> Option<Registered> {
        let key_id = &self.provider.jaas()?.key_id;
        let key = match self.own() {
            Some(OwnedCredential::Key(key)) => Some(key.public().clone()),
            Some(OwnedCredential::Secret(_)) | None => None,
        };
        Some(Registered {
            key_id: key.as_ref().map(|_| key_id.clone()),
            key,
            whose: self.whose(),
        })
    }
}

/// The tenant as tokens name it; until the console has named JaaS's key, the key has no name.
fn provider(tenant: &Tenant) -> Result<Provider, Fault> {
    if let Some(provider) = tenant.provider.system() {
        return Ok(provider);
    }
    let jaas = tenant.provider.jaas().ok_or(KeyStoreFault::Missing)?;
    let nameless =
        || KeyId::parse_for(&jaas.app_id, "none").expect("a lower-case word is a short id");
    Ok(Provider::Jaas(jaas::Tenant {
        key_id: nameless(),
        domain: jaas.domain.clone(),
    }))
}

async fn own(roomkey: &Roomkey, tenant: &Tenant) -> Result<Option<OwnedCredential>, Fault> {
    let provider = tenant.provider.system().ok_or(KeyStoreFault::Missing)?;
    calls::credential(roomkey, &tenant.id, provider.system().signer()).await
}

/// One that no server knows.
pub(crate) async fn generated(signer: provider::Signer) -> Result<Option<OwnedCredential>, Fault> {
    let made = tokio::task::spawn_blocking(move || generate_credential(signer)).await;
    Ok(made.expect("making a key does not panic")?)
}

impl WindowKey {
    async fn of(&self, signer: provider::Signer) -> Result<Option<OwnedCredential>, Fault> {
        let cell = match signer {
            provider::Signer::Key { .. } => &self.key,
            provider::Signer::Secret => &self.secret,
            provider::Signer::Elsewhere => return Ok(None),
        };
        let made = cell.get_or_try_init(|| generated(signer));
        Ok(made.await?.clone())
    }
}
