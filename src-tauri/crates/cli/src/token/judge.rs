//! A token held against its provider's own rules, check by check.

use roomkey_core::inspect;
use roomkey_core::inspect::Inspection;
use roomkey_core::provider::Against;
use roomkey_core::provider::Aim;
use roomkey_core::provider::Check;
use roomkey_core::provider::Outcome;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Rule;
use roomkey_core::time::Timestamp;
use roomkey_store::keys::OwnedCredential;
use serde_json::Value;
use serde_json::json;

use super::report;
use crate::paint::Paint;
use crate::table::Table;

/// The provider's server, and what it verifies with.
pub(super) struct Judge {
    pub(super) provider: Provider,
    /// None where only the company's token server has it.
    pub(super) credential: Option<OwnedCredential>,
}

/// What came of a token.
pub(super) struct Judged {
    system: &'static str,
    /// What stands in it; what JaaS would make of it is left aside.
    contents: Inspection,
    checks: Vec<Check>,
}

impl Judge {
    pub(super) fn judge(&self, token: &str, aim: Aim<'_>, now: Timestamp) -> Judged {
        let verifier = self.credential.as_ref().map(OwnedCredential::verifies);
        let against = Against { aim, verifier, now };
        let nothing = inspect::Against {
            key: None,
            key_id: None,
            room: None,
            now,
        };
        let system = self.provider.system();
        Judged {
            system: system.abilities().name,
            contents: inspect::inspect(token, &nothing),
            checks: system.checks(token, &against),
        }
    }
}

impl Judged {
    fn refused(&self) -> Option<&Check> {
        self.checks.iter().find(|check| check.refusal().is_some())
    }

    fn is_proved(&self) -> bool {
        let is_pass = |check: &Check| check.outcome == Outcome::Pass;
        let mut checks = self.checks.iter();
        checks.any(|check| check.rule == Rule::Signature && is_pass(check))
    }

    pub(super) fn is_accepted(&self) -> bool {
        self.refused().is_none() && self.is_proved()
    }

    /// For people.
    pub(super) fn text(&self, now: Timestamp, paint: Paint) -> String {
        let mut parts = report::contents(&self.contents, now, paint);
        parts.push(format!(
            "{}\n{}",
            paint.strong(report::CHECKS),
            self.checks(paint)
        ));
        parts.push(format!(
            "{}\n{}",
            paint.strong("Verdict"),
            self.verdict(paint)
        ));
        parts.join("\n")
    }

    fn checks(&self, paint: Paint) -> String {
        let mut table = Table::<3>::new(2);
        for check in &self.checks {
            let source = check.source;
            let (mark, reason) = match &check.outcome {
                Outcome::Pass => ("pass", format!("({source})")),
                Outcome::Fail(refusal) => ("FAIL", format!("{} ({source})", refusal.text)),
                Outcome::NotChecked(why) => ("-", format!("not checked: {why} ({source})")),
            };
            table.line([mark, check.rule.in_words(), &reason]);
        }
        table.render(|column, number, cell| {
            match (column, self.checks.get(number).map(|check| &check.outcome)) {
                (0, Some(Outcome::Pass)) => paint.good(cell),
                (0, Some(Outcome::Fail(_))) => paint.bad(cell),
                (2, _) => paint.faint(cell),
                _ => cell.to_owned(),
            }
        })
    }

    fn verdict(&self, paint: Paint) -> String {
        let system = self.system;
        match self.refused().and_then(Check::refusal) {
            Some(refusal) => {
                let refused = paint.bad(&format!("refused by {system}"));
                let says = refusal.says.as_deref();
                let says = says.map(|says| format!(": {says}")).unwrap_or_default();
                format!("  {refused}{says}\n  {}\n", refusal.text)
            }
            None if self.is_proved() => format!("  {} by {system}\n", paint.good("accepted")),
            None => format!(
                "  {}\n  The secret is with the token server alone, so anybody may have written \
                 this\n",
                paint.doubtful("not refused, and the signature was not checked")
            ),
        }
    }

    /// For programs.
    pub(super) fn data(&self) -> Value {
        let refused = self.refused();
        json!({
            "system": self.system,
            "header": self.contents.header,
            "claims": self.contents.claims,
            "readings": self.contents.readings,
            "checks": self.checks,
            "verdict": {
                "kind": match refused {
                    Some(_) => "refused",
                    None if self.is_proved() => "accepted",
                    None => "unproved",
                },
                "rule": refused.map(|check| check.rule),
                "refusal": refused.and_then(Check::refusal),
            },
        })
    }
}
