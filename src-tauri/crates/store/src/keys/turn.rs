//! From one signing key to another, with a way back.

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Secret;

use super::KeyStore;
use super::KeyStoreFault;
use super::OwnedCredential;
use crate::settings::Jaas;
use crate::settings::Tenant;
use crate::settings::TenantId;

/// Another key signs in the keyring, and the settings do not say so yet. What was there can be
/// put back until they do.
#[derive(Debug)]
pub struct Turn {
    id: TenantId,
    before: Before,
    keeps: bool,
}

/// What was in the keyring.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every turn is of the largest kind, and there are few"
)]
#[derive(Debug)]
enum Before {
    Keys {
        current: Option<PrivateKey>,
        former: Option<PrivateKey>,
    },
    Secret(Option<Secret>),
}

impl Turn {
    /// Has a key sign that the keyring holds already under another name. The one that did is kept
    /// as the former.
    pub async fn to(
        keys: &KeyStore,
        id: &TenantId,
        key: &PrivateKey,
    ) -> Result<Self, KeyStoreFault> {
        Self::begin(keys, id, key, |_| true).await
    }

    /// Has a key or a secret sign that somebody brings for a tenant, which may not be `known` yet.
    /// The key that did is kept, unless it is the same or does not deserve it.
    pub async fn to_brought(
        keys: &KeyStore,
        id: &TenantId,
        known: Option<&Tenant>,
        credential: &OwnedCredential,
    ) -> Result<Self, KeyStoreFault> {
        let key = match credential {
            OwnedCredential::Key(key) => key,
            OwnedCredential::Secret(secret) => return Self::to_secret(keys, id, secret).await,
        };
        let jaas = known.and_then(|tenant| tenant.provider.jaas());
        let deserves = jaas.is_some_and(Jaas::deserves_keeping);
        let keeps = |current: &PrivateKey| deserves && current.public() != key.public();
        Self::begin(keys, id, key, keeps).await
    }

    /// Whether the key that signed is the former now.
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// Puts the keys back that were there; whether that went well.
    pub async fn take_back(self, keys: &KeyStore) -> bool {
        let id = &self.id;
        match &self.before {
            Before::Keys { current, former } => {
                let current = match current {
                    Some(key) => keys.put(id, key).await,
                    None => keys.remove(id).await.map(|_| ()),
                };
                let former = match former {
                    Some(key) => keys.put_former(id, key).await,
                    None => keys.remove_former(id).await.map(|_| ()),
                };
                current.is_ok() && former.is_ok()
            }
            Before::Secret(Some(secret)) => keys.put_secret(id, secret).await.is_ok(),
            Before::Secret(None) => keys.remove_secret(id).await.is_ok(),
        }
    }

    async fn to_secret(
        keys: &KeyStore,
        id: &TenantId,
        secret: &Secret,
    ) -> Result<Self, KeyStoreFault> {
        let turn = Self {
            id: id.clone(),
            before: Before::Secret(there(keys.secret(id).await)?),
            keeps: false,
        };
        match keys.put_secret(id, secret).await {
            Ok(()) => Ok(turn),
            Err(fault) => {
                turn.take_back(keys).await;
                Err(fault)
            }
        }
    }

    async fn begin(
        keys: &KeyStore,
        id: &TenantId,
        key: &PrivateKey,
        keeps: impl FnOnce(&PrivateKey) -> bool,
    ) -> Result<Self, KeyStoreFault> {
        let current = there(keys.get(id).await)?;
        let former = there(keys.get_former(id).await)?;
        let turn = Self {
            id: id.clone(),
            keeps: current.as_ref().is_some_and(keeps),
            before: Before::Keys { current, former },
        };
        match turn.make(keys, key).await {
            Ok(()) => Ok(turn),
            Err(fault) => {
                turn.take_back(keys).await;
                Err(fault)
            }
        }
    }

    async fn make(&self, keys: &KeyStore, key: &PrivateKey) -> Result<(), KeyStoreFault> {
        if let (
            Before::Keys {
                current: Some(current),
                ..
            },
            true,
        ) = (&self.before, self.keeps)
        {
            keys.put_former(&self.id, current).await?;
        }
        keys.put(&self.id, key).await
    }
}

/// A key that is not there is none; one that cannot be read now is not to be lost.
fn there<T>(read: Result<T, KeyStoreFault>) -> Result<Option<T>, KeyStoreFault> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(KeyStoreFault::Missing | KeyStoreFault::Damaged) => Ok(None),
        Err(fault) => Err(fault),
    }
}
