//! What a rollout file brings, on a desk that may know some of it.

use std::path::PathBuf;

use roomkey_core::time::Timestamp;

use super::Rollout;
use crate::keys::KeyStore;
use crate::keys::KeyStoreFault;
use crate::keys::Turn;
use crate::settings::Jaas;
use crate::settings::Settings;
use crate::settings::Tenant;
use crate::settings::TenantId;

/// A tenant that comes in.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// The tenant, under the id that it has on this desk; its pictures' paths here are still to be
    /// set.
    pub tenant: Tenant,
    /// Where its key came with it, whether the one before is kept.
    pub keeps: Option<bool>,
}

/// Finds a place for every tenant, and has the keys and secrets that come with them sign. The
/// keyring is changed, and `turns` tells how to take that back, also where this fails half-way.
pub async fn bring(
    keys: &KeyStore,
    settings: &Settings,
    rollout: &Rollout,
    turns: &mut Vec<Turn>,
) -> Result<Vec<Arrival>, KeyStoreFault> {
    // With each tenant as soon as it has its place, so that the next one gets another.
    let mut settings = settings.clone();
    let mut arrivals = Vec::new();
    for one in &rollout.tenants {
        let mut tenant = one.tenant.clone();
        let known = settings.tenant_at(&tenant.provider);
        tenant.id = match known {
            Some(known) => known.id.clone(),
            None => keys.free_id(&settings, &tenant.title).await?,
        };
        let mut keeps = None;
        if let Some(credential) = &one.credential {
            let turn = Turn::to_brought(keys, &tenant.id, known, credential).await?;
            keeps = Some(turn.keeps());
            turns.push(turn);
        }
        settings.put_tenant(tenant.clone());
        arrivals.push(Arrival { tenant, keeps });
    }
    Ok(arrivals)
}

/// Puts them into the settings, and says which pictures were named before and are named no more.
/// What belongs to this desk stays: when the person was where, and its keys.
pub fn arrive(
    settings: &mut Settings,
    arrivals: Vec<Arrival>,
    now: Timestamp,
) -> Vec<(TenantId, PathBuf)> {
    let mut replaced = Vec::new();
    for Arrival { mut tenant, keeps } in arrivals {
        let comes_with_key = tenant.provider.jaas_mut().filter(|_| keeps.is_some());
        let brought = comes_with_key.and_then(|jaas| jaas.key_id.take());
        if let Some(known) = settings.tenant(&tenant.id) {
            inherit(&mut tenant, known);
            let pictures = known.brand.pictures();
            replaced.extend(pictures.map(|path| (known.id.clone(), path.to_owned())));
        }
        if let (Some(jaas), Some(keeps)) = (tenant.provider.jaas_mut(), keeps) {
            jaas.replace_key(brought, now, keeps);
        }
        settings.current.get_or_insert_with(|| tenant.id.clone());
        settings.put_tenant(tenant);
    }
    replaced
}

fn inherit(tenant: &mut Tenant, known: &Tenant) {
    for room in &mut tenant.rooms {
        room.last_joined = known.room(&room.name).and_then(|room| room.last_joined);
    }
    if let (Some(jaas), Some(known)) = (tenant.provider.jaas_mut(), known.provider.jaas()) {
        *jaas = Jaas {
            app_id: jaas.app_id.clone(),
            domain: jaas.domain.clone(),
            ..known.clone()
        };
    }
}
