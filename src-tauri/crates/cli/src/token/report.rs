//! An inspection as people read it.

use roomkey_core::inspect::Check;
use roomkey_core::inspect::Inspection;
use roomkey_core::inspect::Outcome;
use roomkey_core::inspect::Reading;
use roomkey_core::inspect::RefusalPhase;
use roomkey_core::inspect::Verdict;
use roomkey_core::matrix::in_words;
use roomkey_core::time::Timestamp;

use crate::paint::Paint;
use crate::span;
use crate::table::Table;

/// The whole report.
pub(super) fn text(inspection: &Inspection, now: Timestamp, paint: Paint) -> String {
    let mut parts = contents(inspection, now, paint);
    parts.push(format!(
        "{}\n{}",
        paint.strong(CHECKS),
        checks(&inspection.checks, paint)
    ));
    if !inspection.client_reports.is_empty() {
        let codes: Vec<String> = inspection
            .client_reports
            .iter()
            .map(|report| format!("  {report}\n"))
            .collect();
        let title = paint.strong("What the web client reports after a refusal");
        parts.push(format!("{title}\n{}", codes.concat()));
    }
    parts.push(format!(
        "{}\n{}",
        paint.strong("Verdict"),
        verdict(&inspection.verdict, paint)
    ));
    parts.join("\n")
}

/// The heading of what is asked.
pub(super) const CHECKS: &str = "What the server checks";

/// What stands in the token, as far as it can be read.
pub(super) fn contents(inspection: &Inspection, now: Timestamp, paint: Paint) -> Vec<String> {
    let (header, body): (Vec<&Reading>, Vec<&Reading>) = inspection
        .readings
        .iter()
        .partition(|reading| reading.path.starts_with("header"));
    [("Header", header), ("Claims", body)]
        .into_iter()
        .filter(|(_, readings)| !readings.is_empty())
        .map(|(title, readings)| {
            let table = table(&readings, now, paint);
            format!("{}\n{table}", paint.strong(title))
        })
        .collect()
}

fn table(readings: &[&Reading], now: Timestamp, paint: Paint) -> String {
    let mut table = Table::<3>::new(2);
    for reading in readings {
        let path = reading
            .path
            .strip_prefix("header.")
            .unwrap_or(&reading.path);
        let meaning = match moment(reading) {
            Some(moment) => format!("{}, {}", reading.meaning, span::relative(moment, now)),
            None => reading.meaning.clone(),
        };
        table.line([path, &reading.value, &meaning]);
    }
    table.render(|column, _, cell| match column {
        2 => paint.faint(cell),
        _ => cell.to_owned(),
    })
}

/// The time that a claim names, where it names one.
fn moment(reading: &Reading) -> Option<Timestamp> {
    if !matches!(reading.path.as_str(), "exp" | "nbf" | "iat") {
        return None;
    }
    let seconds: f64 = reading.value.parse().ok()?;
    // A float beyond the range becomes the range's end, which is far enough.
    Some(Timestamp(seconds.ceil() as i64))
}

fn checks(checks: &[Check], paint: Paint) -> String {
    let mut table = Table::<3>::new(2);
    for check in checks {
        let (mark, reason) = match &check.outcome {
            Outcome::Pass => ("pass", String::new()),
            Outcome::Fail { text, .. } => ("FAIL", format!("{text} ({})", check.source)),
            Outcome::NotChecked { why, .. } => ("-", format!("not checked: {why}")),
        };
        table.line([mark, check.rule.in_words(), &reason]);
    }
    table.render(|column, number, cell| {
        match (column, checks.get(number).map(|check| &check.outcome)) {
            (0, Some(Outcome::Pass)) => paint.good(cell),
            (0, Some(Outcome::Fail { .. })) => paint.bad(cell),
            (2, _) => paint.faint(cell),
            _ => cell.to_owned(),
        }
    })
}

fn verdict(verdict: &Verdict, paint: Paint) -> String {
    let words = in_words(verdict);
    match verdict {
        Verdict::Accepted(_) => format!("  {}: {words}\n", paint.good("accepted")),
        Verdict::Unproved(_) => format!(
            "  {}\n  The signature was not checked, so anybody may have written this. Name the \
             key with --public-key or --tenant\n",
            paint.doubtful(&words)
        ),
        Verdict::Refused(refusal) => {
            let when = match refusal.phase() {
                RefusalPhase::Connection => "refused while connecting",
                RefusalPhase::Conference => "refused at the room's door",
            };
            format!(
                "  {}: {}\n  {refusal}\n",
                paint.bad(when),
                refusal.wire_text()
            )
        }
    }
}
