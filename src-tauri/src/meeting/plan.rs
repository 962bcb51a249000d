//! What a meeting is to be: decided before anything opens, from settings or for a
//! rehearsal, and able to make a fresh session whenever the page needs one.

use std::sync::Arc;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::feature::Features;
use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::meeting::Resume;
use roomkey_core::person::Person;
use roomkey_core::recipe::Recipe;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_rehearsal::case::Case;
use roomkey_store::settings::Language;
use roomkey_store::settings::SurfaceChoice;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::error::Fault;
use crate::meeting::instruction::Session;
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
    /// Where the signing key is.
    pub(crate) signer: Signer,
    /// The tenant.
    pub(crate) app_id: AppId,
    /// The key's id.
    pub(crate) key_id: KeyId,
    /// The tenant's server.
    pub(crate) domain: Domain,
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

/// Where the signing key is.
pub(crate) enum Signer {
    /// In the keyring, under the tenant's id.
    Keyring(TenantId),
    /// In memory: a rehearsal's own key, with the case that may spoil the token.
    Rehearsal {
        /// The demonstration tenant's key.
        key: Arc<PrivateKey>,
        /// A key that the stand-in does not know, for the case that needs one.
        other_key: Arc<PrivateKey>,
        /// What is rehearsed.
        case: Case,
        /// Whose key it is that is tried; none where it is the demonstration's own.
        tried: Option<TenantId>,
    },
    /// In memory, for a token that a tester has put together, right or wrong.
    Made {
        /// The key.
        key: Arc<PrivateKey>,
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
            Signer::Keyring(id) => Some(id),
            Signer::Rehearsal { .. } | Signer::Made { .. } => None,
        }
    }

    /// Whose key works where the meeting is joined.
    pub(crate) fn tries_key_of(&self) -> Option<&TenantId> {
        match &self.signer {
            Signer::Keyring(id) => Some(id),
            Signer::Rehearsal { tried, .. } => tried.as_ref(),
            Signer::Made { .. } => None,
        }
    }

    /// Whether it is against the stand-in on this machine.
    pub(crate) fn is_rehearsal(&self) -> bool {
        match &self.signer {
            Signer::Keyring(_) => false,
            Signer::Rehearsal { .. } => true,
            Signer::Made { rehearses, .. } => *rehearses,
        }
    }

    /// Makes a session with a fresh token, and says until when the token is good.
    ///
    /// A token for the keyring's key is judged by the JaaS rules before it is handed out,
    /// so that a fault of the set-up shows here and not in the meeting.
    pub(crate) async fn session(
        &self,
        roomkey: &Roomkey,
        resume: Resume,
    ) -> Result<(Session, Timestamp), Fault> {
        let now = roomkey.clock.now();
        let grant = self.grant(now);
        let (key_id, room) = (self.key_id.clone(), self.room.clone());
        let token = match &self.signer {
            Signer::Keyring(tenant) => {
                let key = roomkey.keys.get(tenant).await?;
                off_thread(move || checked(&grant, &key_id, &key, &room, now)).await?
            }
            Signer::Rehearsal {
                key,
                other_key,
                case,
                ..
            } => {
                let (key, other_key, case) = (Arc::clone(key), Arc::clone(other_key), *case);
                off_thread(move || Ok(case.token(&grant, &key_id, &key, &other_key, now)?)).await?
            }
            Signer::Made { key, recipe, .. } => {
                let (key, recipe) = (Arc::clone(key), recipe.clone());
                off_thread(move || Ok(recipe.token(&key_id, &key, now)?)).await?
            }
        };
        let expires = expires(&token).unwrap_or(now);
        Ok((self.session_with(&token, resume), expires))
    }

    /// Where the IFrame API is looked for first.
    pub(crate) fn script(&self) -> String {
        format!("{}/{}/external_api.js", self.domain.origin(), self.app_id)
    }

    fn grant(&self, now: Timestamp) -> Grant {
        Grant {
            app_id: self.app_id.clone(),
            person: self.person.clone(),
            role: self.role,
            features: self.features.clone(),
            room: RoomScope::Exact(self.room.clone()),
            from: now.minus(BACKDATED_SECONDS),
            until: now.plus(self.lifetime_seconds),
            hidden_from_recorder: false,
        }
    }

    fn session_with(&self, token: &Token, resume: Resume) -> Session {
        let origin = self.domain.origin();
        Session {
            scripts: vec![self.script(), format!("{origin}/libs/external_api.min.js")],
            origin,
            authority: self.domain.authority(),
            room: format!("{}/{}", self.app_id, self.room),
            title: self.title.clone(),
            token: token.reveal().to_owned(),
            language: self.language,
            person: PersonView::from(&self.person),
            options: SessionOptions {
                microphone_on: resume.microphone_on.unwrap_or(self.arrival.microphone_on),
                camera_on: resume.camera_on.unwrap_or(self.arrival.camera_on),
                prejoin: self.prejoin && !resume.straight_in,
                config: self.config(),
            },
            brand: self.brand.clone(),
        }
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
        config
    }
}

/// Signing takes milliseconds, which is long for a thread that serves the interface.
async fn off_thread(
    make: impl FnOnce() -> Result<Token, Fault> + Send + 'static,
) -> Result<Token, Fault> {
    tokio::task::spawn_blocking(make)
        .await
        .expect("signing does not panic")
}

fn checked(
    grant: &Grant,
    key_id: &KeyId,
    key: &PrivateKey,
    room: &RoomName,
    now: Timestamp,
) -> Result<Token, Fault> {
    let token = Token::sign(grant, key_id, key)?;
    let against = Against {
        key: Some(key.public()),
        key_id: Some(key_id),
        room: Some(room),
        now,
    };
    match inspect(token.reveal(), &against).verdict {
        Verdict::Accepted(_) | Verdict::Unproved(_) => Ok(token),
        Verdict::Refused(refusal) => Err(Fault::TokenRefused(refusal)),
    }
}

/// The token's `exp`; a rehearsal's case may have changed or removed it.
fn expires(token: &Token) -> Option<Timestamp> {
    let against = Against {
        key: None,
        key_id: None,
        room: None,
        now: Timestamp(0),
    };
    let claims = inspect(token.reveal(), &against).claims?;
    claims.get("exp")?.as_i64().map(Timestamp)
}

#[cfg(test)]
mod tests {
    use roomkey_store::settings::TenantId;

    use super::*;
    use crate::people::somebody;

    fn plan(logo: Option<String>) -> Plan {
        let app_id = AppId::parse("vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe").unwrap();
        let tenant = TenantId::parse("acme").unwrap();
        Plan {
            signer: Signer::Keyring(tenant),
            key_id: KeyId::parse_for(&app_id, "4f4910").unwrap(),
            app_id,
            domain: Domain::parse("8x8.vc").unwrap(),
            room: RoomName::parse("standup").unwrap(),
            title: "Stand-up".to_owned(),
            subject: "What is next".to_owned(),
            person: somebody(Language::En),
            role: Role::Participant,
            features: Features::default(),
            lifetime_seconds: 600,
            brand: BrandView {
                name: "Acme".to_owned(),
                accent: None,
                logo,
            },
            language: Language::En,
            arrival: ArrivalView {
                microphone_on: true,
                camera_on: true,
            },
            prejoin: false,
            lobby: false,
            surface: SurfaceChoice::Auto,
        }
    }

    #[test]
    fn the_meeting_gets_subject_and_logo() {
        let config = plan(Some("data:image/png;base64,AA==".to_owned())).config();
        assert_eq!(config["localSubject"], "What is next");
        assert_eq!(config["defaultLogoUrl"], "data:image/png;base64,AA==");
    }

    /// The frame's address holds the logo, and browsers have a limit.
    #[test]
    fn a_logo_that_is_too_long_for_an_address_stays_out_of_it() {
        for logo in [None, Some("x".repeat(LONGEST_LOGO + 1))] {
            assert_eq!(plan(logo).config().get("defaultLogoUrl"), None);
        }
    }
}
