//! A row's token, judged, and held against what the row expects.

use super::Setting;
use super::row::{Expected, Row};
use crate::inspect::{
    Against, ClientReport, Granted, GrantedRoom, Inspection, RefusalPhase, Verdict, inspect,
};
use crate::key::PublicKey;
use crate::role::Role;
use crate::time::Timestamp;
use crate::token::Token;

/// What came of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Everything that was found.
    pub inspection: Inspection,
    /// In what it differs from the row; nothing where all is as expected.
    pub differences: Vec<String>,
}

impl Judgement {
    /// Whether verdict and reports are as the row has them.
    pub fn is_as_expected(&self) -> bool {
        self.differences.is_empty()
    }
}

impl Row {
    /// Judges a token of this row; `key` is registered under the setting's name.
    pub fn judge(&self, token: &Token, setting: &Setting, key: &PublicKey) -> Judgement {
        let against = Against {
            key: Some(key),
            key_id: Some(&setting.key_id),
            room: Some(&setting.room),
            now: setting.now,
        };
        let inspection = inspect(token.reveal(), &against);
        let mut differences = Vec::new();
        let expected = self.expected.as_verdict();
        if inspection.verdict != expected {
            let (expected, judged) = (in_words(&expected), in_words(&inspection.verdict));
            differences.push(format!("expected {expected}; judged {judged}"));
        }
        if inspection.client_reports != self.reports {
            let expected = reports_in_words(&self.reports);
            let found = reports_in_words(&inspection.client_reports);
            differences.push(format!(
                "expected the web client to report {expected}; it reports {found}"
            ));
        }
        Judgement {
            inspection,
            differences,
        }
    }
}

impl Expected {
    /// The verdict that says so.
    pub fn as_verdict(&self) -> Verdict {
        match self {
            Self::Grants(granted) => Verdict::Accepted(granted.clone()),
            Self::Refuses(refusal) => Verdict::Refused(refusal.clone()),
        }
    }
}

/// A verdict in one line, such as `moderator in standup, recording on, until …` or
/// `refused: Invalid signature`.
pub fn in_words(verdict: &Verdict) -> String {
    let words = in_few_words(verdict);
    match verdict {
        Verdict::Accepted(granted) | Verdict::Unproved(granted) => {
            format!("{words}, {}", span(granted.from, granted.until))
        }
        Verdict::Refused(_) => words,
    }
}

/// The same without the times.
pub fn in_few_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Accepted(granted) => rights(granted),
        Verdict::Unproved(granted) => format!("unproved: {}", rights(granted)),
        Verdict::Refused(refusal) => {
            let moment = match refusal.phase() {
                RefusalPhase::Connection => "refused",
                RefusalPhase::Conference => "refused at the room's door",
            };
            format!("{moment}: {}", refusal.wire_text())
        }
    }
}

fn rights(granted: &Granted) -> String {
    let role = match granted.role {
        Role::Moderator => "moderator",
        Role::Participant => "participant",
        Role::Visitor => "visitor",
    };
    let room = match &granted.room {
        GrantedRoom::Exact { name } => format!("in {name}"),
        GrantedRoom::Pattern { pattern } => format!("in rooms that match {pattern}"),
        GrantedRoom::Any => "in every room".to_owned(),
    };
    let mut words = vec![format!("{role} {room}")];
    words.extend(
        granted
            .features
            .iter()
            .map(|(feature, allowed)| format!("{feature} {}", if allowed { "on" } else { "off" })),
    );
    if granted.hidden_from_recorder {
        words.push("hidden from recordings".to_owned());
    }
    if granted.name.is_none() {
        words.push("without a name".to_owned());
    }
    words.join(", ")
}

fn span(from: Option<Timestamp>, until: Option<Timestamp>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("{from} to {until}"),
        (Some(from), None) => format!("from {from} for ever"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "for ever".to_owned(),
    }
}

fn reports_in_words(reports: &[ClientReport]) -> String {
    if reports.is_empty() {
        return "nothing".to_owned();
    }
    let words: Vec<String> = reports.iter().map(ToString::to_string).collect();
    words.join(", ")
}
