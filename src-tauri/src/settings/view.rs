//! The settings window's view, computed from what is.

use roomkey_core::colour;
use roomkey_core::colour::Theme;
use roomkey_store::policy::Locked;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Accent;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;

use crate::error::ErrorCode;
use crate::roomkey::Roomkey;
use crate::settings::keys::KeptKeys;
use crate::settings::provider;
use crate::views::PreferencesView;
use crate::views::brand::AccentShades;
use crate::views::brand::BrandSettings;
use crate::views::brand::ShadeView;
use crate::views::settings::KeptKey;
use crate::views::settings::PolicyState;
use crate::views::settings::PolicyView;
use crate::views::settings::SettingsView;
use crate::views::settings::TenantSettings;
use crate::views::settings::WhichKey;

impl Roomkey {
    /// Everything the settings window shows. What is in the keyring is as it was last seen.
    pub(crate) fn settings_view(&self) -> SettingsView {
        let kept = self.kept_keys.seen();
        let language = self.language();
        self.book.read(|settings| SettingsView {
            language,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            tenants: settings
                .tenants
                .iter()
                .map(|one| self.tenant_settings(one, &kept))
                .collect(),
            current: settings.current_tenant().map(|one| one.id.to_string()),
            person: settings.person.as_ref().map(Into::into),
            preferences: PreferencesView {
                language: settings.language,
                surface: settings.surface,
            },
            keyring: kept.keyring.clone(),
            policy: policy(self.book.policy()),
        })
    }
}

/// What a policy fixes, as it is shown.
pub(crate) fn policy(policy: &Policy) -> PolicyView {
    let (state, message, reason) = match policy {
        Policy::None => (PolicyState::None, String::new(), String::new()),
        Policy::Valid { reason, .. } => (PolicyState::Valid, String::new(), reason.clone()),
        Policy::Broken { message } => (PolicyState::Broken, message.clone(), String::new()),
    };
    let locked = Locked::ALL.into_iter().filter(|what| policy.locks(*what));
    PolicyView {
        state,
        path: Policy::place().display().to_string(),
        message,
        reason,
        locked: locked.collect(),
    }
}

impl Roomkey {
    fn tenant_settings(&self, tenant: &Tenant, kept: &KeptKeys) -> TenantSettings {
        let jaas = tenant.provider.jaas();
        let alone = || one_key(tenant, kept);
        TenantSettings {
            id: tenant.id.to_string(),
            title: tenant.title.clone(),
            provider: provider::view(&tenant.provider, kept.secret(&tenant.id)),
            role: tenant.role,
            lifetime_minutes: tenant.lifetime.in_minutes(),
            moderators: tenant.moderators.iter().map(ToString::to_string).collect(),
            features: tenant.features.clone(),
            room_count: tenant.rooms.len(),
            key: match jaas {
                Some(jaas) => key(tenant, jaas, WhichKey::Current, kept),
                None => alone(),
            },
            next_key: jaas.and_then(|jaas| key(tenant, jaas, WhichKey::Next, kept)),
            former_key: jaas.and_then(|jaas| key(tenant, jaas, WhichKey::Former, kept)),
            brand: BrandSettings {
                name: tenant.brand.name.clone(),
                accent: tenant.brand.accent.as_ref().map(ToString::to_string),
                shades: tenant.brand.accent.as_ref().map(shades),
                logo: self.picture(tenant.brand.logo.as_deref()),
                background: self.picture(tenant.brand.background.as_deref()),
                link: tenant.brand.link.as_ref().map(ToString::to_string),
                hidden_buttons: tenant.brand.hidden_buttons.clone(),
            },
        }
    }
}

fn shades(accent: &Accent) -> AccentShades {
    let of = |theme| {
        let shade = colour::shade(accent.rgb(), theme);
        ShadeView {
            colour: shade.colour.to_string(),
            chosen: rounded_down(shade.chosen),
            contrast: rounded_down(shade.contrast),
        }
    };
    AccentShades {
        light: of(Theme::Light),
        dark: of(Theme::Dark),
    }
}

/// To one decimal, so that no ratio is said to hold that does not.
fn rounded_down(ratio: f64) -> f64 {
    (ratio * 10.0).floor() / 10.0
}

/// The one key of a tenant whose keys have no ids; none where the keyring has none.
fn one_key(tenant: &Tenant, kept: &KeptKeys) -> Option<KeptKey> {
    let key = kept.of(&tenant.id, WhichKey::Current)?;
    let (key, fault) = match key {
        Ok(key) => (Some(key.clone()), None),
        Err(fault) if fault.code == ErrorCode::KeyringMissing => return None,
        Err(fault) => (None, Some(fault.clone())),
    };
    Some(KeptKey {
        key_id: provider::key_name(&tenant.provider),
        key,
        fault,
        added: None,
        passed: None,
    })
}

fn key(tenant: &Tenant, jaas: &Jaas, which: WhichKey, kept: &KeptKeys) -> Option<KeptKey> {
    let (id, added, passed) = match which {
        WhichKey::Current => (&jaas.key_id, jaas.key_added, jaas.key_passed),
        WhichKey::Next => (&jaas.next_key_id, jaas.next_key_added, jaas.next_key_passed),
        WhichKey::Former => (&jaas.former_key_id, jaas.former_key_added, None),
    };
    let id = id.as_ref()?;
    let (key, fault) = match kept.of(&tenant.id, which) {
        Some(Ok(key)) => (Some(key.clone()), None),
        Some(Err(fault)) => (None, Some(fault.clone())),
        None => (None, None),
    };
    Some(KeptKey {
        key_id: id.to_string(),
        key,
        fault,
        added: added.map(|at| at.seconds()),
        passed: passed.map(|at| at.seconds()),
    })
}
