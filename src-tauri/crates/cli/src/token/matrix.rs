//! Makes and judges a token for every row of core's table. The report holds
//! no token.

use std::fs;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use roomkey_core::inspect::ClientReport;
use roomkey_core::inspect::Verdict;
use roomkey_core::key::PrivateKey;
use roomkey_core::matrix::Group;
use roomkey_core::matrix::Keys;
use roomkey_core::matrix::Line;
use roomkey_core::matrix::Row;
use roomkey_core::matrix::Setting;
use roomkey_core::matrix::in_few_words;
use roomkey_core::matrix::in_words;
use roomkey_core::matrix::junit;
use roomkey_core::matrix::rows;
use roomkey_core::provider::Scene;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::generate::generate_key;
use serde_json::Value;
use serde_json::json;

use super::cases;
use super::lines::ending;
use super::lines::passed;
use super::lines::text;
use crate::answer::Answer;
use crate::clock;
use crate::fault::Fault;
use crate::paint::Paint;
use crate::signer::SignerArguments;

/// Make and judge every kind of right and wrong token.
///
/// Each row's expectation comes from a public source, which --json and --junit name. Ends with 1
/// where a verdict differs from its row.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The room that the tokens are for
    #[arg(long, value_parser = RoomName::normalise)]
    room: RoomName,

    /// The time to take for now, such as 2026-09-21T14:30:00Z
    #[arg(long, value_name = "RFC3339", value_parser = Timestamp::parse)]
    at: Option<Timestamp>,

    /// Write the report as JUnit XML, too
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,

    #[command(flatten)]
    signer: SignerArguments,
}

pub(crate) fn run(arguments: &Arguments, paint: Paint) -> Result<Answer, Fault> {
    let signer = arguments.signer.signer()?;
    let (room, now) = (
        arguments.room.clone(),
        arguments.at.unwrap_or_else(clock::now),
    );
    let (lines, data) = match signer.jaas() {
        Some((key_id, key)) => {
            let key_id = key_id.clone();
            let setting = Setting { key_id, room, now };
            let judged = judge(key, &setting)?;
            let lines: Vec<Line> = judged.iter().map(Judged::line).collect();
            let data = data(&judged, passed(&lines), &setting);
            (lines, data)
        }
        None => cases::judge(&signer, Scene { room, now })?,
    };
    if let Some(path) = &arguments.junit {
        fs::write(path, junit(&lines, now)).map_err(|source| Fault::Unwritable {
            path: path.clone(),
            source,
        })?;
    }
    Ok(Answer::ending(ending(&lines), text(&lines, paint), data))
}

/// One row of JaaS's table, judged.
struct Judged {
    row: Row,
    verdict: Verdict,
    reports: Vec<ClientReport>,
    differences: Vec<String>,
}

/// Only a few rows near the end need a key that is not the tenant's. It is made beside the
/// others, because making it takes about as long as all the signatures.
fn judge(key: &PrivateKey, setting: &Setting) -> Result<Vec<Judged>, Fault> {
    let mut making = Some(thread::spawn(generate_key));
    let mut other = None;
    let mut judged = Vec::new();
    for row in rows(setting) {
        if row.needs_other_key()
            && let Some(making) = making.take()
        {
            other = Some(making.join().unwrap_or_else(|fault| resume_unwind(fault))?);
        }
        let keys = Keys {
            tenant: key,
            other: other.as_ref().unwrap_or(key),
        };
        judged.push(Judged::of(row, setting, keys)?);
    }
    Ok(judged)
}

impl Judged {
    fn of(row: Row, setting: &Setting, keys: Keys<'_>) -> Result<Self, Fault> {
        let token = row.token(setting, keys)?;
        let judgement = row.judge(&token, setting, keys.tenant.public());
        Ok(Self {
            row,
            verdict: judgement.inspection.verdict,
            reports: judgement.inspection.client_reports,
            differences: judgement.differences,
        })
    }

    fn line(&self) -> Line {
        Line {
            group: self.row.group,
            name: self.row.name.clone(),
            words: words(self),
            output: in_words(&self.verdict),
            source: self.row.source,
            difference: (!self.differences.is_empty()).then(|| self.differences.join("; ")),
        }
    }
}

/// Times are left out where they are every row's.
fn words(line: &Judged) -> String {
    match line.row.group {
        Group::Times => in_words(&line.verdict),
        Group::Roles
        | Group::Features
        | Group::Rooms
        | Group::Header
        | Group::Signature
        | Group::Body => in_few_words(&line.verdict),
    }
}

fn data(judged: &[Judged], passed: usize, setting: &Setting) -> Value {
    let rows: Vec<Value> = judged
        .iter()
        .map(|line| {
            json!({
                "group": line.row.group,
                "name": line.row.name,
                "changes": line.row.changes,
                "writing": line.row.writing,
                "expected": line.row.expected.as_verdict(),
                "expectedReports": line.row.reports,
                "source": line.row.source,
                "verdict": line.verdict,
                "reports": line.reports,
                "passed": line.differences.is_empty(),
                "differences": line.differences,
            })
        })
        .collect();
    json!({
        "keyId": setting.key_id,
        "room": setting.room,
        "at": setting.now.to_string(),
        "passed": passed,
        "failed": judged.len() - passed,
        "rows": rows,
    })
}
