//! The values that a policy gives, read as strictly as the settings are read leniently: a part
//! that was meant to be fixed and is not would be open without a word.

use serde_json::Map;
use serde_json::Value;

use super::Locked;
use crate::settings;
use crate::settings::Language;
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
    for tenant in &settings.tenants {
        if tenant.brand.pictures().next().is_some() {
            return Err(format!(
                "the brand of {} has a picture, which a rollout brings",
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
