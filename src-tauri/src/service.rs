//! JaaS's services beside the meeting, for the inspector: commands to a meeting, and webhooks.

pub(crate) mod command;
pub(crate) mod fault;
pub(crate) mod webhook;

use roomkey_core::app_id::AppId;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::TenantId;

use crate::error::Fault;
use crate::roomkey::Roomkey;

/// A tenant of JaaS.
struct Tenant {
    id: TenantId,
    title: String,
    jaas: Jaas,
}

impl Tenant {
    fn of(roomkey: &Roomkey, id: &str) -> Result<Self, Fault> {
        roomkey.book.tenant(id, |tenant| {
            let jaas = tenant.provider.jaas();
            Ok(Self {
                id: tenant.id.clone(),
                title: tenant.title.clone(),
                jaas: jaas
                    .ok_or_else(|| Fault::NotYet(tenant.title.clone()))?
                    .clone(),
            })
        })?
    }

    fn app_id(&self) -> &AppId {
        &self.jaas.app_id
    }
}
