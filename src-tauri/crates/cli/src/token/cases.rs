//! The tables of the providers whose servers are known by their documentation: a token for every
//! case, judged by the provider's own checks.

use roomkey_core::provider::Case;
use roomkey_core::provider::Credential;
use roomkey_core::provider::Expected;
use roomkey_core::provider::Judgement;
use roomkey_core::provider::Pair;
use roomkey_core::provider::Scene;
use roomkey_core::provider::Secret;
use roomkey_core::provider::TokenFault;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::OwnedCredential;
use serde_json::Value;
use serde_json::json;

use super::lines::Line;
use super::lines::passed;
use crate::fault::Fault;
use crate::signer::Signer;

/// A secret that is no tenant's.
const OTHER_SECRET: &str = "roomkeyctl's other secret, which nobody shares";

/// The lines, and the same for programs.
pub(super) fn judge(signer: &Signer, scene: &Scene) -> Result<(Vec<Line>, Value), Fault> {
    let Some(own) = &signer.credential else {
        return Err(TokenFault::FromServer.into());
    };
    let other = other(own)?;
    let pair = Pair {
        own: own.signs(),
        other: other.signs(),
    };
    let system = signer.provider.system();
    let mut lines = Vec::new();
    let mut rows = Vec::new();
    for case in system.cases(scene) {
        let token = case.token(&signer.provider, scene, pair)?;
        let judgement = case.judge(&token, &signer.provider, scene, own.verifies());
        rows.push(row(&case, &judgement));
        lines.push(line(case, judgement));
    }
    let passed = passed(&lines);
    let data = json!({
        "system": system.abilities().name,
        "room": scene.room,
        "at": scene.now.to_string(),
        "passed": passed,
        "failed": lines.len() - passed,
        "rows": rows,
    });
    Ok((lines, data))
}

/// Another of the same kind.
fn other(own: &OwnedCredential) -> Result<OwnedCredential, Fault> {
    Ok(match own.signs() {
        Credential::Key(_) => OwnedCredential::Key(generate_key()?),
        Credential::Secret(_) => OwnedCredential::Secret(Secret::parse(OTHER_SECRET)?),
    })
}

fn line(case: Case, judgement: Judgement) -> Line {
    Line {
        group: case.group,
        name: case.name.to_owned(),
        words: judgement.verdict.clone(),
        output: judgement.verdict,
        source: case.source,
        difference: judgement.difference,
    }
}

fn row(case: &Case, judgement: &Judgement) -> Value {
    json!({
        "group": case.group,
        "name": case.name,
        "changes": case.changes,
        "writing": case.writing,
        "callsRest": case.is_command,
        "expected": Expected::in_words(case.expected),
        "source": case.source,
        "verdict": judgement.verdict,
        "passed": judgement.difference.is_none(),
        "difference": judgement.difference,
        "checks": judgement.checks,
    })
}
