//! What came of all cases, and the reports for machines: JUnit XML and JSON.
//! No token is in them.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::case::{ProofCase, ProofGroup, role_name as name};
use super::compare::Difference;
use super::expected::Expected;
use super::observed::Observed;
use crate::junit::{self, Outcome, Suite, TestCase};
use crate::room_name::RoomName;
use crate::time::Timestamp;

/// What came of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofResult")]
pub struct CaseResult {
    /// Which.
    pub case: ProofCase,
    /// What came of each who joined.
    pub guests: Vec<GuestResult>,
    /// How long it took, in milliseconds.
    #[ts(type = "number")]
    pub took: u64,
}

/// What came of one who joined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofGuest")]
pub struct GuestResult {
    /// What the token should grant.
    pub expected: Expected,
    /// What the meeting did.
    pub observed: Observed,
    /// In what both differ; nothing where all is as expected.
    pub differences: Vec<Difference>,
}

/// Where it was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProofPlace")]
pub enum Place {
    /// On Roomkey's stand-in for JaaS.
    Rehearsal,
    /// On the tenant's server.
    Server,
}

/// All that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Where.
    pub place: Place,
    /// What the tenant is called.
    pub tenant: String,
    /// The room.
    pub room: RoomName,
    /// When it began.
    pub at: Timestamp,
    /// The cases that were chosen, in their order.
    pub chosen: Vec<ProofCase>,
    /// What came of them; fewer where the tester stopped.
    pub results: Vec<CaseResult>,
}

impl CaseResult {
    /// Whether the tester stopped it.
    pub fn is_stopped(&self) -> bool {
        let mut guests = self.guests.iter();
        guests.any(|guest| guest.observed == Observed::Stopped)
    }

    /// Whether all is as expected.
    pub fn passed(&self) -> bool {
        !self.is_stopped() && self.guests.iter().all(|one| one.differences.is_empty())
    }

    fn outcome(&self) -> Outcome {
        if self.is_stopped() {
            return Outcome::Skipped(STOPPED.to_owned());
        }
        let differences = self.guests.iter().flat_map(|guest| {
            let who = self.who(guest);
            guest
                .differences
                .iter()
                .map(move |difference| format!("{who}{difference}"))
        });
        let differences: Vec<String> = differences.collect();
        if differences.is_empty() {
            Outcome::Passed
        } else {
            Outcome::Failed(differences.join("; "))
        }
    }

    /// Who is meant, where several join.
    fn who(&self, guest: &GuestResult) -> String {
        match &guest.expected {
            Expected::Joins { role, .. } if self.guests.len() > 1 => format!("{}: ", name(*role)),
            Expected::Joins { .. } | Expected::Refused { .. } => String::new(),
        }
    }

    fn in_words(&self) -> String {
        let lines = self.guests.iter().map(|guest| {
            format!(
                "{}expected {}; granted {}",
                self.who(guest),
                expected(&guest.expected),
                observed(&guest.observed)
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Report {
    /// As JUnit XML: one suite a group, one case a case.
    pub fn junit(&self) -> String {
        let suites: Vec<Suite> = GROUPS
            .into_iter()
            .map(|(group, title)| Suite {
                title: title.to_owned(),
                cases: self
                    .chosen
                    .iter()
                    .filter(|case| case.group() == group)
                    .map(|case| self.test_case(*case, title))
                    .collect(),
            })
            .filter(|suite| !suite.cases.is_empty())
            .collect();
        let title = format!("Roomkey proof of {} in {}", self.tenant, self.room);
        junit::report(&title, &suites, self.at)
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let lines: Vec<Value> = self.chosen.iter().map(|case| self.line(*case)).collect();
        let passed = self.results.iter().filter(|result| result.passed()).count();
        let stopped = self.chosen.len() - self.results.len()
            + self.results.iter().filter(|one| one.is_stopped()).count();
        json!({
            "place": self.place,
            "tenant": self.tenant,
            "room": self.room,
            "at": self.at.to_string(),
            "passed": passed,
            "failed": self.chosen.len() - passed - stopped,
            "stopped": stopped,
            "cases": lines,
        })
    }

    fn test_case(&self, case: ProofCase, group: &str) -> TestCase {
        let result = self.result(case);
        let source = case.source();
        TestCase {
            class: format!("roomkey.proof.{group}"),
            name: case.title().to_owned(),
            outcome: result.map_or(Outcome::Skipped(STOPPED.to_owned()), CaseResult::outcome),
            took: result.map(|result| Duration::from_millis(result.took)),
            output: match result {
                Some(result) => format!("{}\nsource: {source}", result.in_words()),
                None => format!("source: {source}"),
            },
        }
    }

    fn line(&self, case: ProofCase) -> Value {
        let result = self.result(case);
        let outcome = match result.map(CaseResult::outcome) {
            Some(Outcome::Passed) => "passed",
            Some(Outcome::Failed(_)) => "failed",
            Some(Outcome::Skipped(_)) | None => "stopped",
        };
        json!({
            "case": case,
            "title": case.title(),
            "source": case.source(),
            "outcome": outcome,
            "guests": result.map(|result| &result.guests),
            "milliseconds": result.map(|result| result.took),
        })
    }

    fn result(&self, case: ProofCase) -> Option<&CaseResult> {
        self.results.iter().find(|result| result.case == case)
    }
}

const STOPPED: &str = "stopped by the tester";

const GROUPS: [(ProofGroup, &str); 4] = [
    (ProofGroup::Roles, "Roles"),
    (ProofGroup::Rights, "Rights"),
    (ProofGroup::Together, "Together"),
    (ProofGroup::Refused, "Refused"),
];

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Joins { role, .. } => name(*role).to_owned(),
        Expected::Refused { text, .. } => format!("refused: {text}"),
    }
}

fn observed(observed: &Observed) -> String {
    match observed {
        Observed::Joined {
            role: Some(role), ..
        } => name(*role).to_owned(),
        Observed::Joined { role: None, .. } => "let in without a role".to_owned(),
        Observed::Refused { text, .. } => format!("refused: {text}"),
        Observed::Failed { failure } => format!("no answer ({failure:?})"),
        Observed::Held { by } => format!("no answer ({by:?})"),
        Observed::Lost => "out again".to_owned(),
        Observed::Stopped => STOPPED.to_owned(),
    }
}
