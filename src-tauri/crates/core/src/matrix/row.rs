//! One row of the table, and the token it makes.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Group, Setting, Writing};
use crate::change::{Change, Place};
use crate::inspect::{ClientCode, ClientReport, Granted, Refusal};
use crate::key::PrivateKey;
use crate::provider::Credential;
use crate::token::{SignFault, Token};

/// One way in which a token can be right or wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub group: Group,
    /// What is special about the token, in a few words.
    pub name: String,
    /// What is done to a good token before it is written.
    pub changes: Vec<Change>,
    /// How it is written.
    pub writing: Writing,
    /// What the server makes of it.
    pub expected: Expected,
    /// What the web client reports after a refusal.
    pub reports: Vec<ClientReport>,
    /// The public source that says so.
    pub source: &'static str,
}

/// What comes of a token.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", content = "content", rename_all = "camelCase")]
pub enum Expected {
    /// It is accepted and grants this.
    Grants(Granted),
    /// It is refused for this.
    Refuses(Refusal),
}

/// The keys that the rows need.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// The tenant's.
    pub tenant: &'a PrivateKey,
    /// Any other.
    pub other: &'a PrivateKey,
}

impl Row {
    /// A good token, and what it grants.
    pub(super) fn good(setting: &Setting, group: Group, name: &str, source: &'static str) -> Self {
        Self {
            group,
            name: name.to_owned(),
            changes: Vec::new(),
            writing: Writing::Signed,
            expected: Expected::Grants(setting.granted()),
            reports: Vec::new(),
            source,
        }
    }

    /// With a value put there.
    pub(super) fn set(mut self, place: &str, value: Value) -> Self {
        let place = Place::parse(place).expect("the table's places are places");
        self.changes.push(Change::Set { place, value });
        self
    }

    /// With this in the whole body's place.
    pub(super) fn set_body(mut self, value: Value) -> Self {
        let place = Place::body();
        self.changes.push(Change::Set { place, value });
        self
    }

    /// With that left out.
    pub(super) fn omit(mut self, place: &str) -> Self {
        let place = Place::parse(place).expect("the table's places are places");
        self.changes.push(Change::Omit { place });
        self
    }

    /// Written in another way than signed by the tenant's key.
    pub(super) fn written(mut self, writing: Writing) -> Self {
        self.writing = writing;
        self
    }

    /// Accepted, with this difference from the good token's grant.
    pub(super) fn grants(mut self, difference: impl FnOnce(&mut Granted)) -> Self {
        if let Expected::Grants(granted) = &mut self.expected {
            difference(granted);
        }
        self
    }

    /// Refused.
    pub(super) fn refused(mut self, refusal: Refusal) -> Self {
        self.expected = Expected::Refuses(refusal);
        self
    }

    /// Reported by the web client.
    pub(super) fn reported(mut self, codes: &[ClientCode]) -> Self {
        let plain = |code: &ClientCode| ClientReport {
            code: *code,
            feature: None,
        };
        self.reports.extend(codes.iter().map(plain));
        self
    }

    /// Whether its token is signed by the other key.
    pub fn needs_other_key(&self) -> bool {
        self.writing == Writing::SignedByOther
    }

    /// Makes the row's token.
    pub fn token(&self, setting: &Setting, keys: Keys<'_>) -> Result<Token, SignFault> {
        let (own, other) = (Credential::Key(keys.tenant), Credential::Key(keys.other));
        let (good, changed) = (good_parts(setting), self.parts(setting));
        self.writing.write(&good, &changed, own, other)
    }

    /// Header and body after the row's changes.
    fn parts(&self, setting: &Setting) -> (Value, Value) {
        let (mut header, mut body) = good_parts(setting);
        for change in &self.changes {
            change.apply(&mut header, &mut body);
        }
        (header, body)
    }
}

fn good_parts(setting: &Setting) -> (Value, Value) {
    let header = json!({"alg": "RS256", "kid": setting.key_id.as_str(), "typ": "JWT"});
    let body = serde_json::to_value(setting.grant().claims());
    (header, body.expect("claims are texts and numbers"))
}
