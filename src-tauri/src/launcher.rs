//! What the launcher shows, computed from what is.

use std::path::Path;

use roomkey_core::person::Person;
use roomkey_store::settings::Language;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;

use crate::roomkey::Roomkey;
use crate::settings::view;
use crate::views::ArrivalView;
use crate::views::BrandView;
use crate::views::LauncherView;
use crate::views::PreferencesView;
use crate::views::RoomView;
use crate::views::TenantName;
use crate::views::TenantView;

impl Roomkey {
    /// Everything the launcher shows.
    pub(crate) fn launcher_view(&self) -> LauncherView {
        let language = self.language();
        let arrival = self.arrival();
        let (meeting, notices) = (self.meeting.view(), self.notices());
        self.book.read(|settings| LauncherView {
            language,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            person: settings.person.as_ref().map(Into::into),
            tenants: settings.tenants.iter().map(tenant_name).collect(),
            tenant: settings
                .current_tenant()
                .map(|tenant| self.tenant_view(tenant, settings.person.as_ref())),
            meeting,
            arrival,
            preferences: PreferencesView {
                language: settings.language,
                surface: settings.surface,
            },
            notices,
            policy: view::policy(self.book.policy()),
        })
    }

    /// The language in force: the chosen one, else the system's, else English.
    pub(crate) fn language(&self) -> Language {
        self.book
            .read(|settings| settings.language)
            .unwrap_or_else(system_language)
    }

    /// How one arrives.
    pub(crate) fn arrival(&self) -> ArrivalView {
        self.book.read(|settings: &Settings| ArrivalView {
            microphone_on: settings.microphone_on,
            camera_on: settings.camera_on,
        })
    }

    /// A tenant's look.
    pub(crate) fn brand(&self, tenant: &Tenant) -> BrandView {
        BrandView {
            name: tenant.brand.name.clone(),
            accent: tenant
                .brand
                .accent
                .as_ref()
                .map(|accent| accent.as_str().to_owned()),
            logo: self.picture(tenant.brand.logo.as_deref()),
        }
    }

    /// A picture file as a `data:` address, where there is one that can be shown.
    pub(crate) fn picture(&self, path: Option<&Path>) -> Option<String> {
        path.and_then(|path| self.album.address(path))
    }

    fn tenant_view(&self, tenant: &Tenant, person: Option<&Person>) -> TenantView {
        let role = |room| person.map_or(tenant.role, |person| tenant.role_of(person, room));
        TenantView {
            id: tenant.id.to_string(),
            title: tenant.title.clone(),
            role: role(None),
            brand: self.brand(tenant),
            background: self.picture(tenant.brand.background.as_deref()),
            link: tenant.brand.link.as_ref().map(ToString::to_string),
            rooms: tenant
                .rooms
                .iter()
                .map(|room| RoomView {
                    name: room.name.to_string(),
                    title: room.title.clone(),
                    role: role(Some(room)),
                    last_joined: room.last_joined.map(|at| at.seconds()),
                })
                .collect(),
        }
    }
}

fn tenant_name(tenant: &Tenant) -> TenantName {
    TenantName {
        id: tenant.id.to_string(),
        title: tenant.title.clone(),
    }
}

fn system_language() -> Language {
    match sys_locale::get_locale() {
        Some(locale) if locale.starts_with("de") => Language::De,
        Some(_) | None => Language::En,
    }
}
