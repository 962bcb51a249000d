//! The keys that wait in the settings window, each for the tenant it was made or read for. They
//! outlive the window's pages and the window, and never become another tenant's.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Signer;
use roomkey_store::settings::TenantId;

use crate::error::Fault;
use crate::staged::StagedKey;
use crate::views::KeyView;

/// A place for each tenant whose keys were looked at.
#[derive(Default)]
pub(crate) struct KeysByTenant(Mutex<HashMap<TenantId, Arc<Place>>>);

/// Where one tenant's key waits.
#[derive(Default)]
pub(crate) struct Place {
    key: StagedKey,
    /// Held while a key is made.
    making: tokio::sync::Mutex<()>,
}

impl KeysByTenant {
    /// A tenant's place, which takes the keys that its signer wants.
    pub(crate) fn of(&self, tenant: &TenantId, signer: Signer) -> Arc<Place> {
        let place = Arc::clone(self.lock().entry(tenant.clone()).or_default());
        if let Signer::Key { fewest_bits } = signer {
            place.key.expect(fewest_bits);
        }
        place
    }

    /// Lets go of what waits for a tenant.
    pub(crate) fn forget(&self, tenant: &TenantId) {
        self.lock().remove(tenant);
    }

    /// Lets go of everything.
    pub(crate) fn forget_all(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TenantId, Arc<Place>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// The key that waits.
    pub(crate) fn key(&self) -> &StagedKey {
        &self.key
    }

    /// What waits, once no key is being made; one that needs its passphrase is a fault, as when
    /// it was read.
    pub(crate) async fn seen(&self) -> Result<Option<KeyView>, Fault> {
        let _made = self.making.lock().await;
        self.key.seen()
    }

    /// Makes a key, for which everybody who looks waits.
    pub(crate) async fn make(
        &self,
        make: impl FnOnce() -> Result<PrivateKey, Fault> + Send + 'static,
    ) -> Result<KeyView, Fault> {
        let _making = self.making.lock().await;
        let key = tokio::task::spawn_blocking(make)
            .await
            .expect("making a key does not panic")?;
        Ok(self.key.accept(key))
    }
}
