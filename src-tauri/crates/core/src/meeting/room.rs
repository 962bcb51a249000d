//! What is known of the room and the person in it, besides the state: enough
//! to find a quiet moment, to know one's own role and to come back as one was.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::role::Role;

/// Most participants that are remembered; JaaS allows 500.
const MOST: usize = 1000;

/// What the client has told of the room.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    others: BTreeSet<String>,
    /// Roles told before the person's own id was known.
    roles: BTreeMap<String, Role>,
    sharing: bool,
    microphone_muted: Option<bool>,
    camera_muted: Option<bool>,
}

impl Room {
    /// The frame begins anew: nobody is there yet and nothing is shared. The
    /// devices stay as the person left them.
    pub(super) fn empty(&mut self) {
        self.others.clear();
        self.roles.clear();
        self.sharing = false;
    }

    pub(super) fn enters(&mut self, id: String) {
        if self.others.len() < MOST {
            self.others.insert(id);
        }
    }

    pub(super) fn leaves(&mut self, id: &str) {
        self.others.remove(id);
    }

    pub(super) fn has_role(&mut self, id: String, role: Role) {
        if self.roles.len() < MOST || self.roles.contains_key(&id) {
            self.roles.insert(id, role);
        }
    }

    /// The role told of `id`.
    pub(super) fn role_of(&self, id: &str) -> Option<Role> {
        self.roles.get(id).copied()
    }

    pub(super) fn shares(&mut self, on: bool) {
        self.sharing = on;
    }

    pub(super) fn mutes_microphone(&mut self, muted: bool) {
        self.microphone_muted = Some(muted);
    }

    pub(super) fn mutes_camera(&mut self, muted: bool) {
        self.camera_muted = Some(muted);
    }

    pub(super) fn is_sharing(&self) -> bool {
        self.sharing
    }

    /// Whether a reload would hardly be noticed: nobody else is there, or the
    /// person only listens.
    pub(super) fn is_quiet(&self) -> bool {
        !self.sharing && (self.others.is_empty() || self.microphone_muted == Some(true))
    }

    pub(super) fn microphone_on(&self) -> Option<bool> {
        self.microphone_muted.map(|muted| !muted)
    }

    pub(super) fn camera_on(&self) -> Option<bool> {
        self.camera_muted.map(|muted| !muted)
    }
}

/// Reads a role as the IFrame API names it; none for "none" and what it may
/// name one day.
pub(crate) fn role(name: &str) -> Option<Role> {
    match name {
        "moderator" => Some(Role::Moderator),
        "participant" => Some(Role::Participant),
        "visitor" => Some(Role::Visitor),
        _ => None,
    }
}
