//! Makes and judges a token for every row of core's table. The report holds
//! no token.

use std::fs;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use clap::Args;
use roomkey_core::inspect::ClientReport;
use roomkey_core::inspect::Verdict;
use roomkey_core::matrix::Group;
use roomkey_core::matrix::Keys;
use roomkey_core::matrix::Row;
use roomkey_core::matrix::Setting;
use roomkey_core::matrix::in_few_words;
use roomkey_core::matrix::in_words;
use roomkey_core::matrix::rows;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::generate::generate_key;
use serde_json::Value;
use serde_json::json;

use super::junit;
use crate::answer::Answer;
use crate::answer::Ending;
use crate::clock;
use crate::fault::Fault;
use crate::paint::Paint;
use crate::signer::Signer;
use crate::signer::SignerArguments;
use crate::table::Table;

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

/// One row, judged.
pub(super) struct Judged {
    pub(super) row: Row,
    pub(super) verdict: Verdict,
    pub(super) reports: Vec<ClientReport>,
    pub(super) differences: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments, paint: Paint) -> Result<Answer, Fault> {
    let signer = arguments.signer.signer()?;
    let setting = Setting {
        key_id: signer.key_id.clone(),
        room: arguments.room.clone(),
        now: arguments.at.unwrap_or_else(clock::now),
    };
    let judged = judge(&signer, &setting)?;
    if let Some(path) = &arguments.junit {
        fs::write(path, junit::report(&judged, setting.now)).map_err(|source| {
            Fault::Unwritable {
                path: path.clone(),
                source,
            }
        })?;
    }
    Ok(Answer::ending(
        ending(&judged),
        text(&judged, paint),
        data(&judged, &setting),
    ))
}

/// Only a few rows near the end need a key that is not the tenant's. It is made beside the
/// others, because making it takes about as long as all the signatures.
fn judge(signer: &Signer, setting: &Setting) -> Result<Vec<Judged>, Fault> {
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
            tenant: &signer.key,
            other: other.as_ref().unwrap_or(&signer.key),
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

    /// Whether all is as the row has it.
    pub(super) fn is_as_expected(&self) -> bool {
        self.differences.is_empty()
    }
}

fn ending(judged: &[Judged]) -> Ending {
    if judged.iter().all(Judged::is_as_expected) {
        Ending::Yes
    } else {
        Ending::No
    }
}

fn text(judged: &[Judged], paint: Paint) -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let lines: Vec<&Judged> = judged
            .iter()
            .filter(|line| line.row.group == group)
            .collect();
        let mut table = Table::<3>::new(2);
        for line in &lines {
            let (mark, words) = if line.is_as_expected() {
                ("pass", words(line))
            } else {
                ("FAIL", line.differences.join("; "))
            };
            table.line([mark, &line.row.name, &words]);
        }
        let table = table.render(|column, number, cell| {
            let is_as_expected = lines.get(number).is_some_and(|line| line.is_as_expected());
            match (column, is_as_expected) {
                (0, true) => paint.good(cell),
                (0, false) => paint.bad(cell),
                (2, true) => paint.faint(cell),
                _ => cell.to_owned(),
            }
        });
        text.push_str(&format!("{}\n{table}\n", paint.strong(group.title())));
    }
    let passed = judged.iter().filter(|line| line.is_as_expected()).count();
    let sum = format!("{passed} of {} as expected", judged.len());
    text.push_str(&if passed == judged.len() {
        paint.good(&sum)
    } else {
        paint.bad(&sum)
    });
    text
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

fn data(judged: &[Judged], setting: &Setting) -> Value {
    let passed = judged.iter().filter(|line| line.is_as_expected()).count();
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
                "passed": line.is_as_expected(),
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

#[cfg(test)]
pub(super) mod tests {
    use clap::ColorChoice;
    use roomkey_core::key_id::KeyId;

    use super::*;

    /// The first two rows, of which the second came out differently.
    pub(in crate::token) fn with_a_difference() -> (Vec<Judged>, Setting) {
        let digits = "0".repeat(32);
        let setting = Setting {
            key_id: KeyId::parse(&format!("vpaas-magic-cookie-{digits}/1")).unwrap(),
            room: RoomName::parse("standup").unwrap(),
            now: Timestamp(0),
        };
        let judged = |(number, row): (usize, Row)| Judged {
            verdict: row.expected.as_verdict(),
            reports: Vec::new(),
            row,
            differences: vec!["expected <a> & \"b\"; judged \u{1}".to_owned(); number],
        };
        let rows = rows(&setting).into_iter().take(2).enumerate();
        (rows.map(judged).collect(), setting)
    }

    #[test]
    fn a_difference_is_a_no_and_is_seen() {
        let (judged, setting) = with_a_difference();
        assert_eq!(ending(&judged), Ending::No);
        assert_eq!(ending(&judged[..1]), Ending::Yes);
        let text = text(&judged, Paint::new(ColorChoice::Never));
        assert!(
            text.contains("  FAIL  moderator true    expected <a>"),
            "{text}"
        );
        assert!(text.ends_with("1 of 2 as expected"), "{text}");
        let data = data(&judged, &setting);
        assert_eq!((&data["passed"], &data["failed"]), (&json!(1), &json!(1)));
        assert_eq!(data["rows"][1]["passed"], false);
    }
}
