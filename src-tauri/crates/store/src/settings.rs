//! What Roomkey remembers that is no secret: who sits here, the tenants and
//! their rooms, and a few choices.
//!
//! [`SettingsFile`] keeps it as one JSON file of version 1 that people may
//! edit. Reading never fails: whatever the file holds, there are valid
//! [`Settings`] and a [`Warning`] for each thing that could not be used.
//! Saving keeps what it does not know.

mod brand;
mod fault;
mod file;
mod migrations;
mod preset;
mod provider;
mod read;
mod tenant;
mod tenant_id;
mod warning;
mod write;

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use roomkey_core::person::Person;

pub use brand::Accent;
pub use brand::AccentFault;
pub use brand::Brand;
pub use brand::Link;
pub use brand::LinkFault;
pub use fault::SettingsFault;
pub use file::SettingsFile;
pub use preset::Preset;
pub use provider::Jaas;
pub use provider::Provider;
pub use tenant::RoleFeatures;
pub use tenant::Room;
pub use tenant::Tenant;
pub use tenant_id::TenantId;
pub use tenant_id::TenantIdFault;
pub use warning::Warning;

/// Everything that the settings file says, in a valid form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Who sits here; none until the set-up has asked.
    pub person: Option<Person>,
    /// The tenants, in the order in which they are listed. No two have one id.
    pub tenants: Vec<Tenant>,
    /// The tenant that the launcher shows; one of the tenants.
    pub current: Option<TenantId>,
    /// What shows the meetings.
    pub surface: SurfaceChoice,
    /// The interface's language; the system's where none is chosen.
    pub language: Option<Language>,
    /// Whether one arrives with the microphone on.
    pub microphone_on: bool,
    /// Whether one arrives with the camera on.
    pub camera_on: bool,
    /// The tokens that a tester makes by name. No two have one name.
    pub presets: Vec<Preset>,
}

impl Settings {
    /// The tenant of that id.
    pub fn tenant(&self, id: &TenantId) -> Option<&Tenant> {
        self.tenants.iter().find(|tenant| tenant.id == *id)
    }

    /// The tenant that a provider's description means.
    pub fn tenant_at(&self, provider: &Provider) -> Option<&Tenant> {
        self.tenants
            .iter()
            .find(|tenant| tenant.provider.means(provider))
    }

    /// The tenant of that id, to be changed.
    pub fn tenant_mut(&mut self, id: &TenantId) -> Option<&mut Tenant> {
        self.tenants.iter_mut().find(|tenant| tenant.id == *id)
    }

    /// Takes a tenant in, in place of the one with its id.
    pub fn put_tenant(&mut self, tenant: Tenant) {
        match self.tenant_mut(&tenant.id) {
            Some(known) => *known = tenant,
            None => self.tenants.push(tenant),
        }
    }

    /// The tenant that the launcher shows: the chosen one, else the first.
    pub fn current_tenant(&self) -> Option<&Tenant> {
        let chosen = self.current.as_ref().and_then(|id| self.tenant(id));
        chosen.or_else(|| self.tenants.first())
    }
}

/// Reads one tenant as the settings file has it; none where it cannot be used.
pub(crate) fn tenant(value: &serde_json::Map<String, serde_json::Value>) -> Option<Tenant> {
    read::one_tenant(value)
}

/// Reads settings of which every value has to be right; else says which is not, and why.
pub(crate) fn strictly(
    document: &serde_json::Map<String, serde_json::Value>,
) -> Result<Settings, String> {
    let (settings, warnings) = read::settings(document);
    match warnings.into_iter().next() {
        None => Ok(settings),
        Some(Warning::Defaulted { path, reason } | Warning::SetAside { path, reason, .. }) => {
            Err(format!("settings.{path}: {reason}"))
        }
        Some(
            warning
            @ (Warning::Damaged { .. } | Warning::Newer { .. } | Warning::Unreadable { .. }),
        ) => Err(warning.to_string()),
    }
}

/// Nobody, no tenants, every choice left to Roomkey; microphone and camera on,
/// as Jitsi has them.
impl Default for Settings {
    fn default() -> Self {
        Self {
            person: None,
            tenants: Vec::new(),
            current: None,
            surface: SurfaceChoice::Auto,
            language: None,
            microphone_on: true,
            camera_on: true,
            presets: Vec::new(),
        }
    }
}

/// What shows the meetings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum SurfaceChoice {
    /// The best that this machine can do.
    #[default]
    Auto,
    /// The embedded webview.
    Embedded,
    /// A Chromium window.
    Chromium,
    /// The system browser.
    Browser,
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Language {
    /// English.
    En,
    /// German.
    De,
}
