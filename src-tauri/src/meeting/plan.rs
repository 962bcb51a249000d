//! What a meeting is to be: decided before anything opens, from settings or for a
//! rehearsal, and able to make a fresh session whenever the page needs one.

use std::collections::BTreeSet;
use std::sync::Arc;

use roomkey_core::feature::Features;
use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::meeting::Resume;
use roomkey_core::person::Person;
use roomkey_core::provider;
use roomkey_core::provider::Door;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Provider;
use roomkey_core::provider::System;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::Visit;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::call::Wanted;
use roomkey_core::recipe::Recipe;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::toolbar;
use roomkey_core::toolbar::ToolbarButton;
use roomkey_rehearsal::case::Case;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Language;
use roomkey_store::settings::SurfaceChoice;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::calls;
use crate::error::Fault;
use crate::meeting::admission;
use crate::meeting::admission::Admission;
use crate::meeting::admission::Ticket;
use crate::meeting::admission::off_thread;
use crate::meeting::instruction::Session;
use crate::meeting::instruction::SessionFrame;
use crate::meeting::instruction::SessionOptions;
use crate::roomkey::Roomkey;
use crate::views::ArrivalView;
use crate::views::BrandView;
use crate::views::PersonView;

/// The token is good from a little before it is made: a server whose clock is slightly
/// behind would refuse it otherwise, and JaaS allows no leeway. The official samples do
/// the same.
const BACKDATED_SECONDS: i64 = 10;

/// The longest address of a logo that goes into the frame's own address, in bytes. Roomkey makes
/// none that is longer; Firefox opens no address of more than 1 MB.
const LONGEST_LOGO: usize = 256 * 1024;

/// A meeting that is to be opened.
pub(crate) struct Plan {
    /// What signs.
    pub(crate) signer: Signer,
    /// Whose meetings these are.
    pub(crate) provider: Provider,
    /// The room.
    pub(crate) room: RoomName,
    /// What people call the room.
    pub(crate) title: String,
    /// What stands over the meeting.
    pub(crate) subject: String,
    /// Who joins.
    pub(crate) person: Person,
    /// As what.
    pub(crate) role: Role,
    /// With which features.
    pub(crate) features: Features,
    /// How long a token is good, in seconds.
    pub(crate) lifetime_seconds: i64,
    /// The tenant's look.
    pub(crate) brand: BrandView,
    /// What the meeting's toolbar leaves out.
    pub(crate) hidden_buttons: BTreeSet<ToolbarButton>,
    /// Of page and meeting.
    pub(crate) language: Language,
    /// How the person arrives.
    pub(crate) arrival: ArrivalView,
    /// The meeting asks once more before it joins.
    pub(crate) prejoin: bool,
    /// Others than moderators wait until a moderator lets them in.
    pub(crate) lobby: bool,
    /// What is to show the meeting.
    pub(crate) surface: SurfaceChoice,
}

/// What signs.
pub(crate) enum Signer {
    /// What the keyring has for the tenant.
    Keyring {
        /// The tenant's id.
        tenant: TenantId,
        /// The key's id, where keys have one.
        key_id: Option<KeyId>,
        /// It is shown to the stand-in.
        rehearses: bool,
    },
    /// In memory: a rehearsal's own key, with the case that may spoil the token.
    Rehearsal {
        /// The demonstration tenant's key.
        key: Arc<PrivateKey>,
        /// Its id.
        key_id: KeyId,
        /// A key that the stand-in does not know, for the case that needs one.
        other_key: Arc<PrivateKey>,
        /// What is rehearsed.
        case: Case,
        /// Whose key it is that is tried; none where it is the demonstration's own.
        tried: Option<TenantId>,
    },
    /// In memory, for a token that a tester has put together, right or wrong.
    Made {
        /// The key or the secret.
        credential: Box<OwnedCredential>,
        /// The token.
        recipe: Box<Recipe>,
        /// It is shown to the stand-in.
        rehearses: bool,
    },
}

impl Plan {
    /// The tenant whose room this is and whose list remembers the visit; none in a rehearsal, and
    /// none for a tester's token.
    pub(crate) fn tenant(&self) -> Option<&TenantId> {
        match &self.signer {
            Signer::Keyring {
                tenant,
                rehearses: false,
                ..
            } => Some(tenant),
            Signer::Keyring { .. } | Signer::Rehearsal { .. } | Signer::Made { .. } => None,
        }
    }

    /// Which key of whose works where the meeting is joined.
    pub(crate) fn tries_key_of(&self) -> Option<(&TenantId, &KeyId)> {
        match &self.signer {
            Signer::Keyring { tenant, key_id, .. } => Some((tenant, key_id.as_ref()?)),
            Signer::Rehearsal { tried, key_id, .. } => Some((tried.as_ref()?, key_id)),
            Signer::Made { .. } => None,
        }
    }

    /// Whether it is against the stand-in on this machine.
    pub(crate) fn is_rehearsal(&self) -> bool {
        match &self.signer {
            Signer::Rehearsal { .. } => true,
            Signer::Keyring { rehearses, .. } | Signer::Made { rehearses, .. } => *rehearses,
        }
    }

    /// What answers for the provider.
    pub(crate) fn system(&self) -> &dyn System {
        self.provider.system()
    }

    /// Makes a session with a fresh token, and says until when the token is good.
    pub(crate) async fn session(
        &self,
        roomkey: &Roomkey,
        resume: Resume,
    ) -> Result<(Session, Timestamp), Fault> {
        let now = roomkey.clock.now();
        let entry = self.entry();
        let ticket = match &self.signer {
            Signer::Keyring { tenant, .. } => {
                let admission = Admission {
                    provider: &self.provider,
                    tenant,
                    entry,
                    room: &self.room,
                    title: &self.title,
                    now,
                    from: now.minus(BACKDATED_SECONDS),
                    until: now.plus(self.lifetime_seconds),
                };
                admission.obtain(roomkey).await?
            }
            Signer::Rehearsal {
                key,
                key_id,
                other_key,
                case,
                ..
            } => {
                let (key, other_key) = (Arc::clone(key), Arc::clone(other_key));
                let (key_id, case, grant) = (key_id.clone(), *case, self.grant(key_id, now));
                let make = move || Ok(case.token(&grant, &key_id, &key, &other_key, now)?);
                Ticket::of(entry, off_thread(make).await?)
            }
            Signer::Made {
                credential, recipe, ..
            } => {
                let (own, recipe) = (credential.clone(), recipe.clone());
                let provider = self.provider.clone();
                let make = move || Ok(recipe.token(&provider, own.signs(), now)?);
                Ticket {
                    token: Some(off_thread(make).await?),
                    room: self.made_room(credential, now).await?,
                    entry,
                }
            }
        };
        let expires = ticket.expires().unwrap_or(now.plus(self.lifetime_seconds));
        Ok((self.session_with(&ticket, resume)?, expires))
    }

    /// The room that a tester's token is tried in, where the provider makes rooms.
    async fn made_room(
        &self,
        credential: &OwnedCredential,
        now: Timestamp,
    ) -> Result<Option<MadeRoom>, Fault> {
        let Some(room_calls) = self.system().room_calls() else {
            return Ok(None);
        };
        let wanted = Wanted {
            name: &self.room,
            title: &self.title,
            from: now,
            until: now.plus(self.lifetime_seconds),
        };
        let token = calls::token(&self.provider, Some(credential), now).await?;
        let found = admission::find(room_calls, &wanted, &token).await?;
        let system = self.system().abilities().name;
        Ok(Some(found.ok_or(TokenFault::RoomNotMade { system })?))
    }

    /// The token's content in a rehearsal, which is played at JaaS.
    fn grant(&self, key_id: &KeyId, now: Timestamp) -> Grant {
        Grant {
            app_id: key_id.app_id().clone(),
            person: self.person.clone(),
            role: self.role,
            features: self.features.clone(),
            room: RoomScope::Exact(self.room.clone()),
            from: now.minus(BACKDATED_SECONDS),
            until: now.plus(self.lifetime_seconds),
            hidden_from_recorder: false,
        }
    }

    fn entry(&self) -> Entry {
        let roles = self.system().abilities().roles;
        let waits = self.lobby && roles.contains(&provider::Role::Lobby);
        Entry {
            person: self.person.clone(),
            role: if self.role == Role::Participant && waits {
                provider::Role::Lobby
            } else {
                self.role.into()
            },
            features: self.features.clone(),
            room: RoomScope::Exact(self.room.clone()),
        }
    }

    fn session_with(&self, ticket: &Ticket, resume: Resume) -> Result<Session, Fault> {
        let system = self.system();
        let options = SessionOptions {
            microphone_on: resume.microphone_on.unwrap_or(self.arrival.microphone_on),
            camera_on: resume.camera_on.unwrap_or(self.arrival.camera_on),
            prejoin: self.prejoin && !resume.straight_in,
        };
        let door = system.door(&Visit {
            entry: &ticket.entry,
            token: ticket.token.as_ref(),
            room: ticket.room.as_ref(),
            microphone_on: options.microphone_on,
            camera_on: options.camera_on,
            prejoin: options.prejoin,
        })?;
        let frame = match door {
            Door::IFrameApi { room } => SessionFrame::IframeApi {
                authority: system.domain().authority(),
                scripts: system.scripts(),
                room,
                token: ticket.reveal().to_owned(),
                config: self.config(),
            },
            Door::Page(page) => SessionFrame::Page {
                address: page.address.to_string(),
                leaves: page.leaves,
            },
        };
        Ok(Session {
            origin: system.domain().origin(),
            frame,
            title: self.title.clone(),
            language: self.language,
            person: PersonView::from(&self.person),
            options,
            brand: self.brand.clone(),
        })
    }

    /// `configOverwrite` beyond how one arrives. Every name is in Jitsi's
    /// `configWhitelist.ts`, so that 8x8.vc heeds it.
    ///
    /// Jitsi shows `defaultLogoUrl` only where no branding was loaded (`Watermarks.tsx`): in a
    /// tenant of JaaS whose console has one, that one's logo stands instead.
    fn config(&self) -> serde_json::Value {
        let mut config = json!({
            "localSubject": self.subject,
            "deeplinking": { "disabled": true },
            "disableInviteFunctions": true,
            "notifyOnConferenceDestruction": false,
            "readOnlyName": true,
        });
        if let Some(logo) = &self.brand.logo
            && logo.len() <= LONGEST_LOGO
        {
            config["defaultLogoUrl"] = json!(logo);
        }
        if let Some(shown) = toolbar::shown(&self.hidden_buttons) {
            config["toolbarButtons"] = json!(shown);
        }
        config
    }
}

#[cfg(test)]
mod tests;
