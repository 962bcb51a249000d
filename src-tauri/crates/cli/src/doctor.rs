//! `roomkeyctl doctor`: everything that a meeting needs, checked in the order
//! in which it is needed, each fault with its remedy. It writes nothing, and
//! never makes the keyring ask for a password.

mod finding;
mod keyring;
mod surface;
mod tenant;

use clap::Args;
use roomkey_store::settings::Settings;
use roomkey_store::settings::TenantId;
use roomkey_store::settings::Warning;
use serde_json::json;

use crate::answer::Answer;
use crate::answer::Ending;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::paint::Paint;
use finding::Finding;
use finding::Level;

/// Check everything that a meeting needs, and say how to mend it.
///
/// Ends with 1 where something has to be mended, and with 3 where the keyring or the server
/// could not be asked.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Look at this tenant alone
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,

    /// Do not ask the tenants' servers
    #[arg(long)]
    offline: bool,
}

pub(crate) fn run(arguments: &Arguments, paint: Paint) -> Result<Answer, Fault> {
    let (desk, warnings) = Desk::open_quietly()?;
    if let Some(named) = &arguments.tenant {
        desk.tenant(Some(named))?;
    }
    let mut findings = settings(&desk, &warnings);
    findings.push(person(&desk.settings));
    let keyring = keyring::look(&desk)?;
    let is_open = keyring.level == Level::Good;
    findings.push(keyring);
    for tenant in &desk.settings.tenants {
        if arguments
            .tenant
            .as_ref()
            .is_none_or(|named| *named == tenant.id)
        {
            findings.extend(tenant::look(&desk, tenant, is_open, arguments.offline)?);
        }
    }
    if desk.settings.tenants.is_empty() {
        findings.push(Finding::fault("tenants", Fault::NoTenants.to_string()));
    }
    findings.push(surface::look(desk.settings.surface));
    let ending = ending(&findings);
    let lines: Vec<String> = findings.iter().map(|finding| finding.line(paint)).collect();
    let data = json!({"ready": ending == Ending::Yes, "findings": findings});
    Ok(Answer::ending(ending, lines.concat(), data))
}

fn settings(desk: &Desk, warnings: &[Warning]) -> Vec<Finding> {
    if warnings.is_empty() {
        let folder = desk.folders.settings();
        return vec![Finding::good(
            "settings",
            format!("read from {}", folder.display()),
        )];
    }
    warnings
        .iter()
        .map(|warning| Finding::fault("settings", warning.to_string()))
        .collect()
}

fn person(settings: &Settings) -> Finding {
    match &settings.person {
        Some(person) => Finding::good("person", person.name.to_string()),
        // Tokens may well be made here for others.
        None => Finding::remark("person", Fault::NoPerson.to_string()),
    }
}

fn ending(findings: &[Finding]) -> Ending {
    let has = |level: Level| findings.iter().any(|finding| finding.level == level);
    // A fault is certain, whatever else could not be looked at.
    if has(Level::Fault) {
        Ending::No
    } else if has(Level::Unknown) {
        Ending::Cannot
    } else {
        Ending::Yes
    }
}
