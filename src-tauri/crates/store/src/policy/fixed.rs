//! The values that a policy gives, read as strictly as the settings are read leniently: a part
//! that was meant to be fixed and is not would be open without a word.

use roomkey_core::provider;
use serde_json::Map;
use serde_json::Value;

use super::Locked;
use crate::settings;
use crate::settings::Language;
use crate::settings::RoleFeatures;
use crate::settings::SurfaceChoice;
use crate::settings::Tenant;

/// To what a policy fixes the locked parts. What is not given stays as it is on the desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixed {
    /// The interface's language.
    pub language: Option<Language>,
    /// What shows the meetings.
    pub surface: Option<SurfaceChoice>,
    /// The tenants, of each the parts that are locked. Without keys: those are in keyrings.
    pub tenants: Vec<Tenant>,
}

/// What of the settings a policy may give, and what has to be locked for it.
const PARTS: [(&str, &[Locked]); 3] = [
    ("language", &[Locked::Preferences]),
    ("surface", &[Locked::Preferences]),
    ("tenants", &Locked::OF_A_TENANT),
];

/// Reads the policy's `settings`; else says what is wrong.
pub(super) fn read(given: &Map<String, Value>, locked: &[Locked]) -> Result<Fixed, String> {
    for (name, value) in given {
        let Some((_, needed)) = PARTS.iter().find(|(part, _)| part == name) else {
            return Err(format!("settings.{name} is nothing that a policy can fix"));
        };
        if !needed.iter().any(|what| locked.contains(what)) {
            return Err(format!(
                "settings.{name} is given, and nothing of it is locked"
            ));
        }
        if value.is_null() || value.as_array().is_some_and(Vec::is_empty) {
            return Err(format!("settings.{name} is empty"));
        }
    }
    let settings = settings::strictly(given)?;
    for (place, tenant) in settings.tenants.iter().enumerate() {
        if tenant.brand.pictures().next().is_some() {
            return Err(format!(
                "the brand of {} has a picture, which a rollout brings",
                tenant.id
            ));
        }
        keeps_to_its_provider(tenant)?;
        let mut before = settings.tenants.iter().take(place);
        if let Some(other) = before.find(|other| other.provider.means(&tenant.provider)) {
            return Err(format!("{} and {} are one tenant", other.id, tenant.id));
        }
    }
    let providers = given.get("tenants").and_then(Value::as_array);
    let providers = providers
        .into_iter()
        .flatten()
        .map(|tenant| &tenant["provider"]);
    for (tenant, given) in settings.tenants.iter().zip(providers) {
        let read = serde_json::to_value(&tenant.provider).map_err(|fault| fault.to_string())?;
        if let Some(name) = left_out(given, &read) {
            return Err(format!(
                "the provider of {} has {name}, which means nothing there",
                tenant.id
            ));
        }
    }
    let tenants = settings.tenants.into_iter().map(Tenant::impersonal);
    Ok(Fixed {
        language: settings.language,
        surface: given.contains_key("surface").then_some(settings.surface),
        tenants: tenants.collect(),
    })
}

/// What a provider cannot do is in force nowhere.
fn keeps_to_its_provider(tenant: &Tenant) -> Result<(), String> {
    let can = tenant.provider.abilities();
    let role = provider::Role::from(tenant.role);
    if !can.roles.contains(&role) {
        return Err(format!(
            "{} knows no {}, which {} has as its role",
            can.name,
            role.in_words(),
            tenant.id
        ));
    }
    if !can.has_features && tenant.features != RoleFeatures::default() {
        return Err(format!(
            "{} switches no features, which {} names",
            can.name, tenant.id
        ));
    }
    Ok(())
}

/// The first name of which nothing was read, such as one that is misspelt.
fn left_out(given: &Value, read: &Value) -> Option<String> {
    given.as_object()?.iter().find_map(|(name, value)| {
        let inside = match read.get(name) {
            _ if value.is_null() => return None,
            None | Some(Value::Null) => return Some(name.clone()),
            Some(inside) => left_out(value, inside)?,
        };
        Some(format!("{name}.{inside}"))
    })
}
