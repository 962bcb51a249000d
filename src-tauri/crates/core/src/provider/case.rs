//! Ways in which a token can be right or wrong, and what a system's server makes of each.
//!
//! A case says how a good token is spoiled, what is to come of it and which source says so. It
//! knows nothing of the checks, which are held against it.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::check::{Against, Aim, Check, Outcome, Verifier};
use super::entry::{Credential, Entry, Purpose, Role, TokenFault};
use super::rule::Rule;
use super::{Provider, System};
use crate::change::{Change, Place};
use crate::feature::Features;
use crate::grant::RoomScope;
use crate::matrix::{Group, Writing};
use crate::person::{Person, PersonId, PersonName};
use crate::room_name::RoomName;
use crate::time::Timestamp;
use crate::token::Token;

/// For how many seconds a case's token is good, unless the case says otherwise.
const LIFE: i64 = 600;
/// How far its beginning lies back.
const BACK_DATED: i64 = 10;

/// Where and when the cases play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The room that is entered.
    pub room: RoomName,
    /// The maker's and the server's clock.
    pub now: Timestamp,
}

/// What the cases' tokens are signed with.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The tenant's secret or key.
    pub own: Credential<'a>,
    /// Any other of its kind.
    pub other: Credential<'a>,
}

/// One way in which a token can be right or wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is about.
    pub group: Group,
    /// What is special about the token, in a few words.
    pub name: &'static str,
    /// As what it lets somebody in; none for a token that calls REST.
    pub role: Option<Role>,
    /// Whether it is used to call REST.
    pub is_command: bool,
    /// What is done to a good token before it is written.
    pub changes: Vec<Change>,
    /// How it is written.
    pub writing: Writing,
    /// What the server makes of it.
    pub expected: Expected,
    /// Who says so.
    pub source: &'static str,
}

/// What a case's source says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is accepted.
    Accepted,
    /// It is refused, first for this.
    Refused {
        /// The rule that it breaks.
        rule: Rule,
        /// The server's own text or the name of its code, where it is known.
        says: Option<&'static str>,
    },
}

/// What comes of a token, as it is expected and as it is judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export, rename = "ProviderVerdict")]
pub enum Verdict {
    /// It is accepted.
    Accepted,
    /// Nothing speaks against it, and nobody checked the signature.
    Unproved,
    /// It is refused, first for this.
    Refused {
        /// The rule that it breaks.
        rule: Rule,
        /// The server's own text or the name of its code, where it is known.
        says: Option<Cow<'static, str>>,
    },
}

/// What came of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// What the server asked, and what came of it.
    pub checks: Vec<Check>,
    /// What follows from that.
    pub verdict: Verdict,
    /// In what it differs from the case; none where all is as expected.
    pub difference: Option<String>,
}

impl Case {
    /// A good token of somebody who takes part, accepted.
    pub(super) fn enters(group: Group, name: &'static str, source: &'static str) -> Self {
        Self {
            group,
            name,
            role: Some(Role::Participant),
            is_command: false,
            changes: Vec::new(),
            writing: Writing::Signed,
            expected: Expected::Accepted,
            source,
        }
    }

    /// A good token that calls REST, accepted.
    pub(super) fn commands(group: Group, name: &'static str, source: &'static str) -> Self {
        Self {
            role: None,
            is_command: true,
            ..Self::enters(group, name, source)
        }
    }

    /// Of somebody in this role.
    pub(super) fn role(self, role: Role) -> Self {
        let role = Some(role);
        Self { role, ..self }
    }

    /// Used to call REST, whatever it was made for.
    pub(super) fn used_for_commands(self) -> Self {
        Self {
            is_command: true,
            ..self
        }
    }

    /// With a value put there.
    pub(super) fn set(mut self, place: &str, value: Value) -> Self {
        let place = Place::parse(place).expect("the cases' places are places");
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
        let place = Place::parse(place).expect("the cases' places are places");
        self.changes.push(Change::Omit { place });
        self
    }

    /// Written in another way.
    pub(super) fn written(self, writing: Writing) -> Self {
        Self { writing, ..self }
    }

    /// Refused, first for this.
    pub(super) fn refused(self, rule: Rule, says: Option<&'static str>) -> Self {
        let expected = Expected::Refused { rule, says };
        Self { expected, ..self }
    }

    /// Makes the case's token.
    pub fn token(
        &self,
        provider: &Provider,
        scene: &Scene,
        pair: Pair<'_>,
    ) -> Result<Token, TokenFault> {
        let entry = self.role.map(|role| scene.entry(role));
        let purpose = match &entry {
            Some(entry) => Purpose::Enter(entry),
            None => Purpose::Command,
        };
        let (from, until) = (scene.now.minus(BACK_DATED), scene.now.plus(LIFE));
        let system: &dyn System = provider.system();
        let good = system.token(&purpose, from, until, pair.own)?.parts();
        let mut changed = good.clone();
        for change in &self.changes {
            change.apply(&mut changed.0, &mut changed.1);
        }
        let token = self.writing.write(&good, &changed, pair.own, pair.other)?;
        Ok(token)
    }

    /// Judges a token of this case as the provider's server would.
    pub fn judge(
        &self,
        token: &Token,
        provider: &Provider,
        scene: &Scene,
        verifier: Verifier<'_>,
    ) -> Judgement {
        let aim = if self.is_command {
            Aim::Command
        } else {
            Aim::Enter(Some(&scene.room))
        };
        let against = Against {
            aim,
            verifier: Some(verifier),
            now: scene.now,
        };
        let checks = provider.system().checks(token.reveal(), &against);
        let verdict = Verdict::of(&checks);
        let expected = Verdict::from(self.expected);
        let difference = (verdict != expected).then(|| {
            let (expected, verdict) = (expected.in_words(), verdict.in_words());
            format!("expected {expected}; judged {verdict}")
        });
        Judgement {
            checks,
            verdict,
            difference,
        }
    }
}

impl Verdict {
    fn of(checks: &[Check]) -> Self {
        let mut failed = checks.iter();
        let failed = failed.find_map(|check| Some((check.rule, check.refusal()?)));
        let is_proved = |check: &Check| {
            let is_signature = check.rule == Rule::Signature;
            is_signature && check.outcome == Outcome::Pass
        };
        match failed {
            Some((rule, refusal)) => Self::Refused {
                rule,
                says: refusal.says.clone(),
            },
            None if checks.iter().any(is_proved) => Self::Accepted,
            None => Self::Unproved,
        }
    }

    /// The verdict in one line.
    pub fn in_words(&self) -> String {
        match self {
            Self::Accepted => "accepted".to_owned(),
            Self::Unproved => "not refused, and the signature was not checked".to_owned(),
            Self::Refused { rule, says: None } => format!("refused for {}", rule.subject()),
            Self::Refused {
                rule,
                says: Some(says),
            } => format!("refused for {} ({says})", rule.subject()),
        }
    }
}

impl From<Expected> for Verdict {
    fn from(expected: Expected) -> Self {
        match expected {
            Expected::Accepted => Self::Accepted,
            Expected::Refused { rule, says } => Self::Refused {
                rule,
                says: says.map(Cow::Borrowed),
            },
        }
    }
}

impl Scene {
    fn entry(&self, role: Role) -> Entry {
        Entry {
            person: Person {
                id: PersonId::parse("roomkey-matrix").expect("the id has allowed signs only"),
                name: PersonName::parse("Roomkey matrix").expect("the name has allowed signs only"),
                email: None,
                avatar: None,
            },
            role,
            features: Features::default(),
            room: RoomScope::Exact(self.room.clone()),
        }
    }
}
