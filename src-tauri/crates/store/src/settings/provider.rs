//! Who serves a tenant's meetings, and by which ids it knows the tenant.
//!
//! Keys and secrets are in the keyring: only names are here.

mod file;

pub(crate) use file::ANY_TENANT;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider;
use roomkey_core::provider::jaas;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::time::Timestamp;
use serde::Serialize;

/// One of the providers, with what it needs besides its secret.
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every tenant is of the largest kind, and there are few"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provider {
    /// 8x8 Jitsi as a Service.
    Jaas(Jaas),
    /// A Jitsi Meet of one's own.
    Jitsi(jitsi::Server),
    /// videosdk.live.
    VideoSdk(videosdk::Account),
    /// JioMeet.
    JioMeet(jiomeet::App),
}

impl Provider {
    /// The provider as `core` asks it; none where JaaS has not given the key's id yet.
    pub fn system(&self) -> Option<provider::Provider> {
        Some(match self {
            Self::Jaas(jaas) => provider::Provider::Jaas(jaas::Tenant {
                key_id: jaas.key_id.clone()?,
                domain: jaas.domain.clone(),
            }),
            Self::Jitsi(server) => provider::Provider::Jitsi(server.clone()),
            Self::VideoSdk(account) => provider::Provider::VideoSdk(account.clone()),
            Self::JioMeet(app) => provider::Provider::JioMeet(app.clone()),
        })
    }

    /// What the provider can do.
    pub fn abilities(&self) -> provider::Abilities {
        match self.system() {
            Some(provider) => provider.system().abilities(),
            None => jaas::ABILITIES,
        }
    }

    /// What the provider's tokens are signed with on this desk.
    pub fn signer(&self) -> provider::Signer {
        match self.system() {
            Some(provider) => provider.system().signer(),
            None => jaas::SIGNER,
        }
    }

    /// Where people see the meetings.
    pub fn domain(&self) -> &Domain {
        match self {
            Self::Jaas(jaas) => &jaas.domain,
            Self::Jitsi(server) => &server.domain,
            Self::VideoSdk(account) => &account.pages,
            Self::JioMeet(app) => &app.domain,
        }
    }

    /// What is kept of JaaS's keys, which alone have ids and take each other's place one by one.
    pub fn jaas(&self) -> Option<&Jaas> {
        match self {
            Self::Jaas(jaas) => Some(jaas),
            Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_) => None,
        }
    }

    /// The same, to be changed.
    pub fn jaas_mut(&mut self) -> Option<&mut Jaas> {
        match self {
            Self::Jaas(jaas) => Some(jaas),
            Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_) => None,
        }
    }

    /// Whether both mean the same tenant of the same provider, whatever else is set.
    pub fn means(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Jaas(one), Self::Jaas(other)) => one.app_id == other.app_id,
            (Self::Jitsi(one), Self::Jitsi(other)) => {
                (&one.domain, &one.app, &one.scope) == (&other.domain, &other.app, &other.scope)
            }
            (Self::VideoSdk(one), Self::VideoSdk(other)) => one.tokens == other.tokens,
            (Self::JioMeet(one), Self::JioMeet(other)) => one.id == other.id,
            (Self::Jaas(_) | Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_), _) => false,
        }
    }

    /// Whether a tenant of this can be at the other address and still be the same tenant. JaaS's
    /// is its AppID.
    pub(crate) fn can_move_to(&self, other: &Self) -> bool {
        match self {
            Self::Jaas(_) => self.means(other),
            Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_) => {
                std::mem::discriminant(self) == std::mem::discriminant(other)
            }
        }
    }

    /// Another address, with the desk's own keys.
    pub(crate) fn move_to(&mut self, to: &Self) {
        match (self, to) {
            (Self::Jaas(own), Self::Jaas(to)) => own.domain = to.domain.clone(),
            (own, to) => *own = to.clone(),
        }
    }

    /// Without what is known of keys in one desk's keyring, but for which of them signs.
    pub(crate) fn impersonal(self) -> Self {
        match self {
            Self::Jaas(jaas) => Self::Jaas(jaas.impersonal()),
            other @ (Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_)) => other,
        }
    }
}

/// A JaaS tenant; its RSA key is in the keyring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Jaas {
    /// The tenant's name at JaaS.
    pub app_id: AppId,
    /// Which of the tenant's keys signs; it belongs to the AppID. None until the console
    /// has given one.
    pub key_id: Option<KeyId>,
    /// When the key was put into this keyring.
    pub key_added: Option<Timestamp>,
    /// When it was seen to work, by a check of the set-up or a meeting that was joined.
    pub key_passed: Option<Timestamp>,
    /// The key that is to sign once it has been tried; it belongs to the AppID.
    pub next_key_id: Option<KeyId>,
    /// When the next key was put into this keyring.
    pub next_key_added: Option<Timestamp>,
    /// When it was seen to work in a rehearsal.
    pub next_key_passed: Option<Timestamp>,
    /// The key that signed before; it belongs to the AppID and can be brought back.
    pub former_key_id: Option<KeyId>,
    /// When the former key was put into this keyring.
    pub former_key_added: Option<Timestamp>,
    /// Where the meetings are, `8x8.vc` where nothing else is said.
    pub domain: Domain,
}

impl Jaas {
    /// A tenant without a key.
    pub fn new(app_id: AppId, domain: Domain) -> Self {
        Self {
            app_id,
            key_id: None,
            key_added: None,
            next_key_id: None,
            next_key_added: None,
            key_passed: None,
            next_key_passed: None,
            former_key_id: None,
            former_key_added: None,
            domain,
        }
    }

    /// The next key signs from here on. It has to pass anew: what a rehearsal cannot show is
    /// whether the server knows it.
    pub fn promote_key(&mut self, keeps: bool) {
        let (id, added) = (self.next_key_id.take(), self.next_key_added.take());
        self.next_key_passed = None;
        self.turn_to(id, added, keeps);
    }

    /// The former key signs again.
    pub fn bring_key_back(&mut self, keeps: bool) {
        let (id, added) = (self.former_key_id.take(), self.former_key_added.take());
        self.turn_to(id, added, keeps);
    }

    /// A key that has just come into the keyring signs from here on.
    pub fn replace_key(&mut self, id: Option<KeyId>, added: Timestamp, keeps: bool) {
        self.turn_to(id, Some(added), keeps);
    }

    /// Whether the key that signs deserves the place of the former: not one that never worked,
    /// while one that did is there.
    pub fn deserves_keeping(&self) -> bool {
        self.key_id.is_some() && (self.former_key_id.is_none() || self.key_passed.is_some())
    }

    /// Another key signs; `keeps` says whether the one that did is the former now.
    fn turn_to(&mut self, id: Option<KeyId>, added: Option<Timestamp>, keeps: bool) {
        let replaced = (
            std::mem::replace(&mut self.key_id, id),
            std::mem::replace(&mut self.key_added, added),
        );
        if keeps {
            (self.former_key_id, self.former_key_added) = replaced;
        }
        self.key_passed = None;
    }

    /// Remembers that a key was seen to work; the first time counts.
    pub fn key_has_passed(&mut self, key_id: &KeyId, now: Timestamp) {
        for (id, passed) in [
            (&self.key_id, &mut self.key_passed),
            (&self.next_key_id, &mut self.next_key_passed),
        ] {
            if id.as_ref() == Some(key_id) {
                passed.get_or_insert(now);
            }
        }
    }

    /// Without what is known of keys in one desk's keyring, but for which of them signs.
    pub(crate) fn impersonal(self) -> Self {
        Self {
            key_id: self.key_id,
            ..Self::new(self.app_id, self.domain)
        }
    }
}
