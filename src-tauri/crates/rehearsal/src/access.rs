//! Whether a token opens a room. `roomkey_core::inspect` decides; here is only
//! which key and which time it is given, and how a refusal goes on the wire.

use std::hash::{DefaultHasher, Hash, Hasher};

use roomkey_core::inspect::{
    Against, Granted, Inspection, Refusal, RefusalPhase, Verdict, inspect,
};
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use serde_json::Value;

use crate::house::House;
use crate::room::Place;
use crate::verdict::VerdictView;
use crate::wire::ErrorView;

/// How long a token that is held for expired counts as expired, in seconds;
/// as recorded.
const EXPIRED_SINCE: i64 = 8;

/// By this a token is known again without being kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TokenMark(u64);

impl TokenMark {
    pub(crate) fn of(token: &Token) -> Self {
        let mut hasher = DefaultHasher::new();
        token.reveal().hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// What came of a token.
pub(crate) struct Judgement {
    pub(crate) view: VerdictView,
    pub(crate) outcome: Result<Granted, Refused>,
    pub(crate) moderator_claim: Option<String>,
}

/// Why a token opens no room.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    /// By the rules for tokens.
    ByRule(Refusal),
    /// It, or the user that it names, was banned. At JaaS this is asked after the rules, by
    /// `mod_muc_auth_ban.lua` (jitsi-meet), when somebody connects or resumes: a ban leaves
    /// those alone who are in a meeting.
    Banned,
}

impl Refused {
    /// The server's own text, before XML escapes its apostrophes.
    pub(crate) fn wire_text(&self) -> String {
        match self {
            Self::ByRule(refusal) => refusal.wire_text(),
            // By `mod_auth_token.lua` (jitsi-meet).
            Self::Banned => "user is banned".to_owned(),
        }
    }

    fn phase(&self) -> RefusalPhase {
        match self {
            Self::ByRule(refusal) => refusal.phase(),
            Self::Banned => RefusalPhase::Connection,
        }
    }
}

impl House {
    /// Judges a token for a room, at this moment.
    pub(crate) fn judge(&self, place: &Place, token: &Token) -> Judgement {
        self.brought(token);
        let text = token.reveal();
        let mut now = self.now();
        let read = look(text, now);
        if self.inside().expired.contains(&TokenMark::of(token)) {
            let until = claim(&read, "exp").and_then(Value::as_i64);
            now = now.max(Timestamp(until.unwrap_or_default()).plus(EXPIRED_SINCE));
        }
        let key_id = self.registered(place, &read);
        let unregistered = KeyId::parse_for(&place.tenant, "unregistered").ok();
        let inspection = inspect(
            text,
            &Against {
                key: key_id.and_then(|key_id| self.keys.get(key_id)),
                key_id: key_id.or(unregistered.as_ref()),
                room: Some(&place.room),
                now,
            },
        );
        let outcome = match inspection.verdict.clone() {
            Verdict::Accepted(granted) if self.has_banned(place, token, &granted) => {
                Err(Refused::Banned)
            }
            Verdict::Accepted(granted) => Ok(granted),
            Verdict::Refused(refusal) => Err(Refused::ByRule(refusal)),
            // A key id is always given, so that a signature is checked or its
            // key is unknown.
            Verdict::Unproved(_) => Err(Refused::ByRule(Refusal::KeyUnknown)),
        };
        let wire_text = outcome.as_ref().err().map(Refused::wire_text);
        Judgement {
            outcome,
            moderator_claim: moderator_claim(&inspection),
            view: VerdictView::new(inspection, wire_text, now),
        }
    }

    fn has_banned(&self, place: &Place, token: &Token, granted: &Granted) -> bool {
        let inside = self.inside();
        let user = granted.person_id.as_ref();
        inside.banned_tokens.contains(&TokenMark::of(token))
            || user.is_some_and(|user| {
                let user = (place.tenant.clone(), user.clone());
                inside.banned_users.contains(&user)
            })
    }

    /// The registered key id that the token names; one of the address's tenant,
    /// because no tenant's key opens another's rooms.
    fn registered(&self, place: &Place, read: &Inspection) -> Option<&KeyId> {
        let kid = read.header.as_ref()?.get("kid")?.as_str()?;
        let mut key_ids = self.keys.keys();
        key_ids.find(|key_id| key_id.as_str() == kid && *key_id.app_id() == place.tenant)
    }
}

/// A refusal as the client reports it.
pub(crate) fn error_view(refusal: &Refused) -> ErrorView {
    let text = refusal.wire_text();
    match refusal.phase() {
        RefusalPhase::Connection => ErrorView {
            name: "connection.passwordRequired",
            kind: "CONNECTION",
            message: Some(xml_escaped(&text)),
            params: None,
            recoverable: (*refusal == Refused::ByRule(Refusal::TokenMissing)).then_some(true),
            is_fatal: false,
        },
        RefusalPhase::Conference => ErrorView {
            name: "conference.connectionError.notAllowed",
            kind: "CONFERENCE",
            message: None,
            params: Some(vec!["general".to_owned(), text]),
            recoverable: None,
            is_fatal: false,
        },
    }
}

/// Reads a token only to know which key or tenant it names.
pub(crate) fn look(text: &str, now: Timestamp) -> Inspection {
    inspect(
        text,
        &Against {
            key: None,
            key_id: None,
            room: None,
            now,
        },
    )
}

fn claim<'a>(inspection: &'a Inspection, name: &str) -> Option<&'a Value> {
    inspection.claims.as_ref()?.get(name)
}

/// `context.user.moderator` as it stands, which is what others are told.
fn moderator_claim(inspection: &Inspection) -> Option<String> {
    let user = claim(inspection, "context")?.get("user")?;
    let flag = user.get("moderator")?;
    let text = flag.as_str().map(str::to_owned);
    Some(text.unwrap_or_else(|| flag.to_string()))
}

/// As Prosody writes a text into a stanza.
fn xml_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&apos;")
}
