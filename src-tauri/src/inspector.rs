//! What the inspector shows and does, one file a section.

mod choices;
pub(crate) mod hand_out;
mod judged;
pub(crate) mod make;
pub(crate) mod open;
pub(crate) mod presets;
pub(crate) mod read;

use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;

use crate::roomkey::Roomkey;
use crate::views::inspector::InspectorRoom;
use crate::views::inspector::InspectorTenant;
use crate::views::inspector::InspectorView;
use crate::views::inspector::OtherTenant;

impl Roomkey {
    /// Everything that the inspector shows before it is asked for more.
    pub(crate) fn inspector_view(&self) -> InspectorView {
        let language = self.language();
        self.book.read(|settings| InspectorView {
            language,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            tenants: settings
                .tenants
                .iter()
                .filter_map(|tenant| Some(self.inspector_tenant(tenant, jaas(tenant)?)))
                .collect(),
            others: settings
                .tenants
                .iter()
                .filter(|tenant| jaas(tenant).is_none())
                .map(|tenant| OtherTenant {
                    id: tenant.id.to_string(),
                    title: tenant.title.clone(),
                })
                .collect(),
            current: settings
                .current_tenant()
                .map(|tenant| tenant.id.to_string()),
            person: choices::person_fields(
                &settings.person.clone().unwrap_or_else(choices::tester),
            ),
            presets: settings.presets.iter().map(presets::view).collect(),
        })
    }

    fn inspector_tenant(&self, tenant: &Tenant, jaas: &Jaas) -> InspectorTenant {
        InspectorTenant {
            id: tenant.id.to_string(),
            title: tenant.title.clone(),
            app_id: jaas.app_id.to_string(),
            domain: jaas.domain.to_string(),
            key_id: jaas.key_id.as_ref().map(ToString::to_string),
            role: tenant.role,
            lifetime_minutes: tenant.lifetime.in_minutes(),
            features: tenant.features.clone(),
            brand: self.brand(tenant),
            rooms: tenant
                .rooms
                .iter()
                .map(|room| InspectorRoom {
                    name: room.name.to_string(),
                    title: room.title.clone(),
                })
                .collect(),
        }
    }
}

/// What JaaS knows the tenant by; the inspector makes the tokens of JaaS alone.
fn jaas(tenant: &Tenant) -> Option<&Jaas> {
    tenant.provider.jaas()
}

#[cfg(test)]
mod tests;
