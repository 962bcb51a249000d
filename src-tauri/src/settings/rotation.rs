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
    turn_to(&roomkey, &id, &next, Jaas::promote_key).await?;
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
    turn_to(&roomkey, &id, &former, Jaas::bring_key_back).await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Has a key sign, and keeps the one that did as the former. Where anything fails, both are
/// as they were.
async fn turn_to(
    roomkey: &Roomkey,
    id: &TenantId,
    key: &PrivateKey,
    change: impl FnOnce(&mut Jaas),
) -> Result<(), Fault> {
    let current = there(roomkey.keys.get(id).await)?;
    let former = there(roomkey.keys.get_former(id).await)?;
    let turned = async {
        match &current {
            Some(current) => roomkey.keys.put_former(id, current).await?,
            None => roomkey.keys.remove_former(id).await.map(|_| ())?,
        }
        roomkey.keys.put(id, key).await?;
        roomkey
            .book
            .change_tenant(id.as_str(), |tenant| {
                change(provider(tenant)?);
                Ok(())
            })
            .await
    };
    let turned = turned.await;
    if turned.is_err() {
        for (key, is_current) in [(current, true), (former, false)] {
            let restored = match (key, is_current) {
                (Some(key), true) => roomkey.keys.put(id, &key).await,
                (Some(key), false) => roomkey.keys.put_former(id, &key).await,
                (None, true) => roomkey.keys.remove(id).await.map(|_| ()),
                (None, false) => roomkey.keys.remove_former(id).await.map(|_| ()),
            };
            tracing::warn!(
                restored = restored.is_ok(),
                "a change of keys was taken back"
            );
        }
    }
    turned
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
