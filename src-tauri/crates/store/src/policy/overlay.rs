//! A policy's values over a person's settings, and the person's own settings out of both.
//!
//! A tenant of the policy is the desk's that the provider knows by the same ids, else, where the
//! provider is the same, the one with the same id here: that one has moved to another address. What
//! belongs to a person stays theirs: when they were in which room, and which keys and secrets are in
//! their keyring under the tenant's id.

use std::collections::HashMap;

use super::Fixed;
use super::Locked;
use super::Policy;
use crate::settings::Room;
use crate::settings::Settings;
use crate::settings::Tenant;
use crate::settings::TenantId;

impl Policy {
    /// The settings in force: the person's, and over them what the policy fixes.
    pub fn over(&self, own: &Settings) -> Settings {
        let mut settings = own.clone();
        let Self::Valid { fixed, .. } = self else {
            return settings;
        };
        settings.language = fixed.language.or(own.language);
        settings.surface = fixed.surface.unwrap_or(own.surface);
        if fixed.tenants.is_empty() {
            return settings;
        }
        for tenant in &mut settings.tenants {
            if let Some(given) = fixed.of(&tenant.id, own) {
                *tenant = self.laid_over(given, tenant);
            }
        }
        if self.locks(Locked::Tenants) {
            let there = std::mem::take(&mut settings.tenants);
            for given in &fixed.tenants {
                let id = fixed.id_here(given, own);
                let known = there.iter().find(|tenant| tenant.id == id);
                let tenant = known.map_or_else(|| self.new_here(given, id), Tenant::clone);
                settings.tenants.push(tenant);
            }
            let current = settings.current.take();
            settings.current = current.filter(|id| settings.tenant(id).is_some());
        }
        settings
    }

    /// The person's own settings after a change of those in force: what the policy fixes is
    /// as it was in `own`, everything else as in `changed`.
    pub fn without(&self, changed: &Settings, own: &Settings) -> Settings {
        let mut settings = changed.clone();
        let Self::Valid { fixed, .. } = self else {
            return settings;
        };
        if fixed.language.is_some() {
            settings.language = own.language;
        }
        if fixed.surface.is_some() {
            settings.surface = own.surface;
        }
        if fixed.tenants.is_empty() {
            return settings;
        }
        for tenant in &mut settings.tenants {
            let known = own.tenant(&tenant.id);
            let is_new_here = known.is_none() && self.locks(Locked::Tenants);
            if is_new_here || fixed.of(&tenant.id, own).is_some() {
                *tenant = self.taken_off(tenant, known);
            }
        }
        if self.locks(Locked::Tenants) {
            let left = std::mem::take(&mut settings.tenants);
            settings.tenants.clone_from(&own.tenants);
            for tenant in left {
                if settings.tenant(&tenant.id).is_some() || is_somebodys(&tenant) {
                    settings.put_tenant(tenant);
                }
            }
            let chosen = changed.current.clone();
            let kept = chosen.filter(|id| settings.tenant(id).is_some());
            settings.current = kept.or_else(|| own.current.clone());
        }
        settings
    }

    /// A tenant that the desk has not. Its key is the person's, unless keys are locked.
    fn new_here(&self, given: &Tenant, id: TenantId) -> Tenant {
        let mut tenant = Tenant {
            id,
            ..given.clone()
        };
        if let (Some(jaas), false) = (tenant.provider.jaas_mut(), self.locks(Locked::Keys)) {
            jaas.key_id = None;
        }
        tenant
    }

    /// The desk's tenant with what is locked as the policy gives it.
    fn laid_over(&self, given: &Tenant, known: &Tenant) -> Tenant {
        let mut tenant = known.clone();
        for what in Locked::ALL.into_iter().filter(|what| self.locks(*what)) {
            replace(what, &mut tenant, given);
        }
        tenant
    }

    /// A tenant with what is locked as the desk had it, or as a new tenant has it.
    fn taken_off(&self, tenant: &Tenant, known: Option<&Tenant>) -> Tenant {
        let mut bare = Tenant::new(
            tenant.id.clone(),
            tenant.id.to_string(),
            tenant.provider.clone(),
        );
        if let Some(jaas) = bare.provider.jaas_mut() {
            jaas.key_id = None;
        }
        let before = known.unwrap_or(&bare);
        let mut own = tenant.clone();
        for what in Locked::ALL.into_iter().filter(|what| self.locks(*what)) {
            replace(what, &mut own, before);
        }
        if self.locks(Locked::Keys)
            && let (Some(own), Some(before)) = (own.provider.jaas_mut(), before.provider.jaas())
        {
            own.key_id.clone_from(&before.key_id);
        }
        if self.locks(Locked::Rooms) {
            keep_visits(&mut own.rooms, &tenant.rooms);
        }
        own
    }
}

impl Fixed {
    /// What is given of the desk's tenant with that id.
    fn of(&self, id: &TenantId, own: &Settings) -> Option<&Tenant> {
        let mut given = self.tenants.iter();
        given.find(|given| self.known(given, own).is_some_and(|known| known.id == *id))
    }

    /// The desk's tenant that one of the policy's is.
    fn known<'a>(&self, given: &Tenant, own: &'a Settings) -> Option<&'a Tenant> {
        let is_meant = |known: &&Tenant| {
            let mut all = self.tenants.iter();
            all.any(|given| known.provider.means(&given.provider))
        };
        own.tenant_at(&given.provider).or_else(|| {
            let named = own.tenant(&given.id)?;
            let has_moved = named.provider.can_move_to(&given.provider);
            Some(named).filter(|named| has_moved && !is_meant(named))
        })
    }

    /// The id that one of the policy's tenants has on the desk: never that of another one there,
    /// whose keys and rooms go by it.
    fn id_here(&self, given: &Tenant, own: &Settings) -> TenantId {
        if let Some(known) = self.known(given, own) {
            return known.id.clone();
        }
        if own.tenant(&given.id).is_none() {
            return given.id.clone();
        }
        TenantId::for_title(given.id.as_str(), |id| {
            own.tenant(id).is_some() || self.tenants.iter().any(|given| given.id == *id)
        })
    }
}

/// Puts one part of a tenant in place of another's.
fn replace(what: Locked, tenant: &mut Tenant, from: &Tenant) {
    match what {
        Locked::Tenants => {
            tenant.title.clone_from(&from.title);
            tenant.lifetime = from.lifetime;
            tenant.provider.move_to(&from.provider);
        }
        Locked::Rooms => {
            let before = std::mem::replace(&mut tenant.rooms, from.rooms.clone());
            let visits: HashMap<_, _> = before
                .into_iter()
                .map(|room| (room.name, room.last_joined))
                .collect();
            for room in &mut tenant.rooms {
                if let Some(visit) = visits.get(&room.name) {
                    room.last_joined = *visit;
                }
            }
        }
        Locked::People => {
            tenant.role = from.role;
            tenant.moderators.clone_from(&from.moderators);
            tenant.features.clone_from(&from.features);
        }
        Locked::Keys => {
            let given = from.provider.jaas().and_then(|jaas| jaas.key_id.clone());
            if let (Some(own), Some(id)) = (tenant.provider.jaas_mut(), given) {
                own.key_id = Some(id);
            }
        }
        // Pictures are files of the desk, which a rollout brings.
        Locked::Brand => {
            tenant.brand.name.clone_from(&from.brand.name);
            tenant.brand.accent.clone_from(&from.brand.accent);
            tenant.brand.link.clone_from(&from.brand.link);
            tenant
                .brand
                .hidden_buttons
                .clone_from(&from.brand.hidden_buttons);
        }
        Locked::Preferences => {}
    }
}

/// Visits are the person's, also to rooms that the policy gives.
fn keep_visits(own: &mut Vec<Room>, rooms: &[Room]) {
    for room in rooms.iter().filter(|room| room.last_joined.is_some()) {
        match own.iter_mut().find(|known| known.name == room.name) {
            Some(known) => known.last_joined = room.last_joined,
            None => own.push(Room {
                last_joined: room.last_joined,
                ..Room::new(room.name.clone(), room.name.to_string())
            }),
        }
    }
}

/// Whether there is something in it that a person has brought.
fn is_somebodys(tenant: &Tenant) -> bool {
    let jaas = tenant.provider.jaas();
    let has_key = jaas.is_some_and(|jaas| jaas.key_id.is_some() || jaas.next_key_id.is_some());
    has_key || tenant.rooms.iter().any(|room| room.last_joined.is_some())
}
