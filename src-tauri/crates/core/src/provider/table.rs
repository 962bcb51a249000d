//! A provider's cases, judged: what a tester is told of all its right and wrong tokens. The report
//! holds no token.

use serde_json::{Value, json};

use super::case::{Case, Judgement, Pair, Scene, Verdict};
use super::check::Verifier;
use super::entry::{Credential, TokenFault};
use super::{Provider, System};
use crate::matrix::{Group, Line};

/// The cases with what came of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What people call the provider.
    pub system: &'static str,
    /// Where and when they play.
    pub scene: Scene,
    /// In their order.
    pub judged: Vec<Judged>,
}

/// One case with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What was tried.
    pub case: Case,
    /// What came of it.
    pub judgement: Judgement,
}

impl Table {
    /// Makes and judges a token for each case of these groups.
    pub fn of(
        provider: &Provider,
        scene: Scene,
        groups: &[Group],
        pair: Pair<'_>,
    ) -> Result<Self, TokenFault> {
        let system: &dyn System = provider.system();
        let verifier = match pair.own {
            Credential::Secret(secret) => Verifier::Secret(secret),
            Credential::Key(key) => Verifier::Key(key.public()),
        };
        let mut cases = system.cases(&scene);
        cases.retain(|case| groups.contains(&case.group));
        let judged = cases.into_iter().map(|case| {
            let token = case.token(provider, &scene, pair)?;
            let judgement = case.judge(&token, provider, &scene, verifier);
            Ok(Judged { case, judgement })
        });
        Ok(Self {
            system: system.abilities().name,
            judged: judged.collect::<Result<_, TokenFault>>()?,
            scene,
        })
    }

    /// How many are as expected.
    pub fn passed(&self) -> usize {
        let judged = self.judged.iter();
        judged
            .filter(|one| one.judgement.difference.is_none())
            .count()
    }

    /// The lines that any provider's table has.
    pub fn lines(&self) -> Vec<Line> {
        self.judged.iter().map(Judged::line).collect()
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let rows: Vec<Value> = self.judged.iter().map(Judged::row).collect();
        let passed = self.passed();
        json!({
            "system": self.system,
            "room": self.scene.room,
            "at": self.scene.now.to_string(),
            "passed": passed,
            "failed": rows.len() - passed,
            "rows": rows,
        })
    }
}

impl Judged {
    fn line(&self) -> Line {
        let verdict = self.judgement.verdict.in_words();
        Line {
            group: self.case.group,
            name: self.case.name.to_owned(),
            words: verdict.clone(),
            output: verdict,
            source: self.case.source,
            difference: self.judgement.difference.clone(),
        }
    }

    fn row(&self) -> Value {
        let Self { case, judgement } = self;
        json!({
            "group": case.group,
            "name": case.name,
            "changes": case.changes,
            "writing": case.writing,
            "callsRest": case.is_command,
            "expected": Verdict::from(case.expected).in_words(),
            "source": case.source,
            "verdict": judgement.verdict.in_words(),
            "passed": judgement.difference.is_none(),
            "difference": judgement.difference,
            "checks": judgement.checks,
        })
    }
}
