//! From one key to the next, and back. A replaced key stays in the keyring until somebody
//! removes it; no second replacement takes its place before the first has passed.

use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::settings::keys::jaas;
use crate::settings::keys::provider;
use crate::views::settings::PromoteKeyRequest;

/// The next key signs from here on, and the one that did is kept as the former. One that has
/// not been tried has to be asked for as such.
pub(crate) async fn promote(app: &AppHandle, request: &PromoteKeyRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let (id, jaas) = jaas(&roomkey, &request.tenant)?;
    if jaas.next_key_passed.is_none() && !request.untried {
        return Err(Fault::KeyUntried);
    }
    if jaas.former_key_id.is_some() && jaas.key_passed.is_none() {
        return Err(Fault::KeyNotPassed);
    }
    let next = roomkey.keys.get_next(&id).await?;
    let turn = Turn::to(&roomkey, &id, &next, |_| true).await?;
    turn.settle(&roomkey, Jaas::promote_key).await?;
    roomkey.keys.remove_next(&id).await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// The former key signs again, and the one that did is kept as the former.
pub(crate) async fn bring_back(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let (id, _) = jaas(&roomkey, tenant)?;
    let former = roomkey.keys.get_former(&id).await?;
    let turn = Turn::to(&roomkey, &id, &former, |_| true).await?;
    let keeps = turn.keeps;
    turn.settle(&roomkey, Jaas::bring_key_back).await?;
    if !keeps {
        roomkey.keys.remove_former(&id).await?;
    }
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Another key signs in the keyring, and the settings do not say so yet. What was there can be
/// put back until they do.
pub(crate) struct Turn {
    id: TenantId,
    current: Option<PrivateKey>,
    former: Option<PrivateKey>,
    /// Whether the key that signed is the former now.
    pub(crate) keeps: bool,
}

impl Turn {
    /// Has a key sign that somebody brings. The one that did is kept, unless it is the same or
    /// does not deserve it.
    pub(crate) async fn to_brought(
        roomkey: &Roomkey,
        id: &TenantId,
        key: &PrivateKey,
    ) -> Result<Self, Fault> {
        let deserves = roomkey.book.tenant(
            id.as_str(),
            |tenant| matches!(&tenant.provider, Provider::Jaas(jaas) if jaas.deserves_keeping()),
        );
        // A tenant that is not known yet has no key to be kept.
        let deserves = deserves.unwrap_or_default();
        Self::to(roomkey, id, key, |current| {
            deserves && current.public() != key.public()
        })
        .await
    }

    async fn to(
        roomkey: &Roomkey,
        id: &TenantId,
        key: &PrivateKey,
        keeps: impl FnOnce(&PrivateKey) -> bool,
    ) -> Result<Self, Fault> {
        let current = there(roomkey.keys.get(id).await)?;
        let former = there(roomkey.keys.get_former(id).await)?;
        let keeps = current.as_ref().is_some_and(keeps);
        let id = id.clone();
        let turn = Self {
            id,
            current,
            former,
            keeps,
        };
        match turn.make(roomkey, key).await {
            Ok(()) => Ok(turn),
            Err(fault) => {
                turn.take_back(roomkey).await;
                Err(fault.into())
            }
        }
    }

    async fn make(&self, roomkey: &Roomkey, key: &PrivateKey) -> Result<(), KeyStoreFault> {
        if let (Some(current), true) = (&self.current, self.keeps) {
            roomkey.keys.put_former(&self.id, current).await?;
        }
        roomkey.keys.put(&self.id, key).await
    }

    /// Has the settings say so, too.
    async fn settle(self, roomkey: &Roomkey, change: fn(&mut Jaas, bool)) -> Result<(), Fault> {
        let keeps = self.keeps;
        let settled = roomkey.book.change_tenant(self.id.as_str(), |tenant| {
            change(provider(tenant)?, keeps);
            Ok(())
        });
        let settled = settled.await;
        if settled.is_err() {
            self.take_back(roomkey).await;
        }
        settled
    }

    /// Puts the keys back that were there.
    pub(crate) async fn take_back(self, roomkey: &Roomkey) {
        let id = &self.id;
        let current = match &self.current {
            Some(key) => roomkey.keys.put(id, key).await,
            None => roomkey.keys.remove(id).await.map(|_| ()),
        };
        let former = match &self.former {
            Some(key) => roomkey.keys.put_former(id, key).await,
            None => roomkey.keys.remove_former(id).await.map(|_| ()),
        };
        let restored = current.is_ok() && former.is_ok();
        tracing::warn!(restored, "a change of keys was taken back");
    }
}

/// A key that is not there is none; one that cannot be read now is not to be lost.
fn there(read: Result<PrivateKey, KeyStoreFault>) -> Result<Option<PrivateKey>, Fault> {
    match read {
        Ok(key) => Ok(Some(key)),
        Err(KeyStoreFault::Missing | KeyStoreFault::Damaged) => Ok(None),
        Err(fault) => Err(fault.into()),
    }
}

impl Roomkey {
    /// Keeps in the settings that a tenant's key was seen to work.
    pub(crate) async fn remember_passed(&self, tenant: &TenantId, key_id: &KeyId) {
        let now = self.clock.now();
        let saved = self
            .book
            .change_tenant(tenant.as_str(), |tenant| {
                if let Provider::Jaas(jaas) = &mut tenant.provider {
                    jaas.key_has_passed(key_id, now);
                }
                Ok(())
            })
            .await;
        if let Err(fault) = saved {
            tracing::warn!(%fault, "that the key has passed was not remembered");
        }
    }
}
