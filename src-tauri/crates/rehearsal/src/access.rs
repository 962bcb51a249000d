//! Whether a token opens a room, at this moment and after what happened here,
//! and how a refusal goes on the wire. The rules are the tenancy's.

use std::hash::{DefaultHasher, Hash, Hasher};

use roomkey_core::inspect::{Against, Granted, Inspection, RefusalPhase, inspect};
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use serde_json::Value;

use crate::house::House;
use crate::room::Place;
use crate::tenancy::{Judged, Refused};
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

impl House {
    /// Judges a token for a room, at this moment.
    pub(crate) fn judge(&self, place: &Place, token: &Token) -> Judgement {
        self.brought(token);
        let text = token.reveal();
        let mut now = self.now();
        let read = look(text, now);
        if self.inside().expired.contains(&TokenMark::of(token)) {
            let until = read
                .claims
                .as_ref()
                .and_then(|claims| claims.get("exp")?.as_i64());
            now = now.max(Timestamp(until.unwrap_or_default()).plus(EXPIRED_SINCE));
        }
        let Judged {
            mut outcome,
            claims,
            inspection,
        } = self.tenancy.judge(place, text, now);
        if let Ok(granted) = &outcome
            && self.has_banned(place, token, granted)
        {
            outcome = Err(banned());
        }
        let wire_text = outcome.as_ref().err().map(|refused| refused.text.clone());
        Judgement {
            outcome,
            moderator_claim: moderator_claim(claims.as_ref()),
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
}

/// It, or the user that it names, was banned. At JaaS this is asked after the rules, by
/// `mod_muc_auth_ban.lua` (jitsi-meet), when somebody connects or resumes: a ban leaves
/// those alone who are in a meeting. The text is that of `mod_auth_token.lua`.
fn banned() -> Refused {
    Refused {
        text: "user is banned".to_owned(),
        phase: RefusalPhase::Connection,
        is_missing: false,
    }
}

/// A refusal as the client reports it.
pub(crate) fn error_view(refusal: &Refused) -> ErrorView {
    let text = refusal.text.clone();
    match refusal.phase {
        RefusalPhase::Connection => ErrorView {
            name: "connection.passwordRequired",
            kind: "CONNECTION",
            message: Some(xml_escaped(&text)),
            params: None,
            recoverable: refusal.is_missing.then_some(true),
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

/// `context.user.moderator` as it stands, which is what others are told.
fn moderator_claim(claims: Option<&Value>) -> Option<String> {
    let flag = claims?.get("context")?.get("user")?.get("moderator")?;
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
