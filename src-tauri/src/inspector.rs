//! What the inspector shows and does, one file a section.

mod choices;
pub(crate) mod hand_out;
mod judged;
pub(crate) mod make;
pub(crate) mod open;
pub(crate) mod presets;
pub(crate) mod read;
pub(crate) mod signer;

use roomkey_core::provider::Join;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Tenant;

use crate::roomkey::Roomkey;
use crate::settings::provider::signing;
use crate::views::inspector::InspectorJaas;
use crate::views::inspector::InspectorProvider;
use crate::views::inspector::InspectorRoom;
use crate::views::inspector::InspectorTenant;
use crate::views::inspector::InspectorView;
use crate::views::provider::SigningKind;

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
                .map(|tenant| self.inspector_tenant(tenant))
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

    fn inspector_tenant(&self, tenant: &Tenant) -> InspectorTenant {
        InspectorTenant {
            id: tenant.id.to_string(),
            title: tenant.title.clone(),
            domain: tenant.provider.domain().to_string(),
            provider: provider(&tenant.provider),
            jaas: tenant.provider.jaas().map(|jaas| InspectorJaas {
                app_id: jaas.app_id.to_string(),
                key_id: jaas.key_id.as_ref().map(ToString::to_string),
            }),
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

/// What is offered of a provider's tokens.
fn provider(provider: &Provider) -> InspectorProvider {
    let (abilities, signing) = (provider.abilities(), signing(provider));
    InspectorProvider {
        name: abilities.name.to_owned(),
        roles: match abilities.enters_with_token() {
            true => abilities.roles.to_vec(),
            false => Vec::new(),
        },
        has_features: abilities.has_features,
        hides_from_recorder: abilities.hides_from_recorder(),
        has_commands: abilities.has_commands,
        can_open: abilities.enters_with_token() && signing != SigningKind::Server,
        has_address: abilities.join == Join::IFrameApi,
        signing,
    }
}

/// What JaaS knows the tenant by, whose server Roomkey knows in more detail than the others'.
fn jaas(tenant: &Tenant) -> Option<&Jaas> {
    tenant.provider.jaas()
}

#[cfg(test)]
mod tests;
