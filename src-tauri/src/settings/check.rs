//! Checks whether a tenant works from this desk: keyring, key, token, clock, the way to the
//! server, and what shows a meeting. Each result is told as soon as it is known.

mod desk;
mod devices;
mod network;

use std::collections::BTreeMap;
use std::fmt::Write;

use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tauri::Emitter;

use crate::error::Fault;
use crate::roomkey;
use crate::views::check::CheckId;
use crate::views::check::CheckOutcome;
use crate::views::check::CheckReport;
use crate::views::check::CheckResult;
use crate::views::check::CheckSkipped;
use crate::windows;

/// The event by which the settings window hears of each result.
const PROGRESS: &str = "check-progress";

/// Runs every check.
pub(crate) async fn run(app: &AppHandle, tenant: &str) -> Result<CheckReport, Fault> {
    let roomkey = roomkey::of(app);
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let mut report = Report {
        app,
        results: Vec::new(),
    };
    let token = desk::check(&roomkey, &tenant, &mut report).await;
    network::check(&roomkey, &tenant, token, &mut report).await;
    desk::check_surface(&roomkey, &mut report);
    report.tell(devices::check());
    let is_well = |result: &CheckResult| !matches!(result.outcome, CheckOutcome::Fail);
    let key_id = tenant.provider.jaas().and_then(|jaas| jaas.key_id.as_ref());
    if let (Some(key_id), true) = (key_id, report.results.iter().all(is_well)) {
        roomkey.remember_passed(&tenant.id, key_id).await;
        roomkey.tell(app);
    }
    let text = text(&tenant, &report.results);
    Ok(CheckReport {
        results: report.results,
        text,
    })
}

/// What is known so far.
struct Report<'a> {
    app: &'a AppHandle,
    results: Vec<CheckResult>,
}

impl Report<'_> {
    fn tell(&mut self, result: CheckResult) {
        if let Err(fault) = self.app.emit_to(windows::SETTINGS, PROGRESS, &result) {
            tracing::warn!(%fault, "a result was not told");
        }
        self.results.push(result);
    }
}

fn pass<const N: usize>(id: CheckId, message: &str, values: [(&str, String); N]) -> CheckResult {
    CheckResult {
        id,
        outcome: CheckOutcome::Pass,
        message: message.to_owned(),
        code: None,
        skipped: None,
        values: named(values),
    }
}

fn fail(id: CheckId, fault: Fault) -> CheckResult {
    let view = crate::error::ErrorView::from(fault);
    CheckResult {
        id,
        outcome: CheckOutcome::Fail,
        message: view.message,
        code: Some(view.code),
        skipped: None,
        values: view
            .values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

fn not_checked(id: CheckId, why: CheckSkipped) -> CheckResult {
    CheckResult {
        id,
        outcome: CheckOutcome::NotChecked,
        message: why.in_words().to_owned(),
        code: None,
        skipped: Some(why),
        values: BTreeMap::new(),
    }
}

fn named<const N: usize>(values: [(&str, String); N]) -> BTreeMap<String, String> {
    values.map(|(name, value)| (name.to_owned(), value)).into()
}

/// The results for a ticket. It names no person, and no key but by its id.
fn text(tenant: &Tenant, results: &[CheckResult]) -> String {
    let mut text = format!(
        "Roomkey {} on {}: check of {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        tenant.title
    );
    for result in results {
        let outcome = match result.outcome {
            CheckOutcome::Pass => "good",
            CheckOutcome::Warn => "warning",
            CheckOutcome::Fail => "fault",
            CheckOutcome::NotChecked => "not checked",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:<9} {outcome:<12} {}",
            result.id.in_words(),
            result.message
        );
    }
    text
}
