//! From one key to the next, and back. A replaced key stays in the keyring until somebody
//! removes it; no second replacement takes its place before the first has passed.

use roomkey_core::key_id::KeyId;
use roomkey_store::keys::Turn;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Jaas;
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
    let turn = Turn::to(&roomkey.keys, &id, &next).await?;
    settle(&roomkey, &id, turn, Jaas::promote_key).await?;
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
    let turn = Turn::to(&roomkey.keys, &id, &former).await?;
    let keeps = turn.keeps();
    settle(&roomkey, &id, turn, Jaas::bring_key_back).await?;
    if !keeps {
        roomkey.keys.remove_former(&id).await?;
    }
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Has the settings say what the keyring holds; where that fails, the keyring is as it was.
async fn settle(
    roomkey: &Roomkey,
    id: &TenantId,
    turn: Turn,
    change: fn(&mut Jaas, bool),
) -> Result<(), Fault> {
    let keeps = turn.keeps();
    let settled = roomkey.book.change_tenant(id.as_str(), |tenant| {
        change(provider(tenant)?, keeps);
        Ok(())
    });
    let settled = settled.await;
    if settled.is_err() {
        take_back(roomkey, [turn]).await;
    }
    settled
}

/// Puts keys back that the settings do not know.
pub(crate) async fn take_back(roomkey: &Roomkey, turns: impl IntoIterator<Item = Turn>) {
    for turn in turns {
        let restored = turn.take_back(&roomkey.keys).await;
        tracing::warn!(restored, "a change of keys was taken back");
    }
}

impl Roomkey {
    /// Keeps in the settings that a tenant's key was seen to work.
    pub(crate) async fn remember_passed(&self, tenant: &TenantId, key_id: &KeyId) {
        let now = self.clock.now();
        let saved = self
            .book
            .change_tenant(tenant.as_str(), |tenant| {
                if let Some(jaas) = tenant.provider.jaas_mut() {
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
