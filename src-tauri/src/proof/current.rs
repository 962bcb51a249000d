//! The one proof that may run, and what came of the last.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use roomkey_core::proof::report::Report;
use roomkey_core::provider::Table;
use tokio::sync::watch;

use crate::error::Fault;

/// Where the proof stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Standing {
    #[default]
    Idle,
    Runs,
    /// The tester wants no more of it; its windows go.
    Stops,
}

/// The proof that runs, where one does.
#[derive(Default)]
pub(crate) struct CurrentProof {
    standing: watch::Sender<Standing>,
    report: Mutex<Option<Report>>,
    tables: Mutex<BTreeMap<String, Table>>,
}

/// A proof that runs. Dropping it says that it has ended.
pub(crate) struct Run<'a>(&'a CurrentProof);

impl CurrentProof {
    /// A proof begins; one at a time.
    pub(crate) fn begin(&self) -> Result<Run<'_>, Fault> {
        let begins = self.standing.send_if_modified(|standing| {
            let is_idle = *standing == Standing::Idle;
            if is_idle {
                *standing = Standing::Runs;
            }
            is_idle
        });
        if begins {
            Ok(Run(self))
        } else {
            Err(Fault::ProofRuns)
        }
    }

    /// Asks the proof that runs to stop, where one does.
    pub(crate) fn stop(&self) {
        self.standing.send_if_modified(|standing| {
            let runs = *standing == Standing::Runs;
            if runs {
                *standing = Standing::Stops;
            }
            runs
        });
    }

    /// Whether one runs.
    pub(crate) fn runs(&self) -> bool {
        *self.standing.borrow() != Standing::Idle
    }

    /// Waits until none runs.
    pub(crate) async fn gone(&self) {
        self.until(|standing| standing == Standing::Idle).await;
    }

    /// What came of the last one, or of the one that runs so far.
    pub(crate) fn report(&self) -> Option<Report> {
        self.lock_report().clone()
    }

    /// The tenant's tokens as they were last judged here.
    pub(crate) fn table(&self, tenant: &str) -> Option<Table> {
        self.lock_tables().get(tenant).cloned()
    }

    /// Keeps a tenant's table, for a file.
    pub(crate) fn keep_table(&self, tenant: &str, table: Table) {
        self.lock_tables().insert(tenant.to_owned(), table);
    }

    fn lock_tables(&self) -> MutexGuard<'_, BTreeMap<String, Table>> {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn until(&self, is_it: impl Fn(Standing) -> bool) {
        // The sender lives as long as this.
        let _ = self
            .standing
            .subscribe()
            .wait_for(|standing| is_it(*standing))
            .await;
    }

    fn lock_report(&self) -> MutexGuard<'_, Option<Report>> {
        self.report.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Run<'_> {
    /// Waits until the tester stops it.
    pub(crate) async fn stopped(&self) {
        self.0.until(|standing| standing != Standing::Runs).await;
    }

    /// Whether the tester has stopped it.
    pub(crate) fn is_stopped(&self) -> bool {
        *self.0.standing.borrow() != Standing::Runs
    }

    /// Keeps what is known, for a file.
    pub(crate) fn keep(&self, report: &Report) {
        *self.0.lock_report() = Some(report.clone());
    }
}

impl Drop for Run<'_> {
    fn drop(&mut self) {
        self.0.standing.send_replace(Standing::Idle);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_proof_runs_at_a_time() {
        let proof = CurrentProof::default();
        let run = proof.begin().unwrap();
        assert!(matches!(proof.begin(), Err(Fault::ProofRuns)));
        assert!(proof.runs());
        drop(run);
        assert!(!proof.runs());
        assert!(proof.begin().is_ok());
    }

    #[test]
    fn a_proof_that_is_stopped_runs_until_its_windows_are_gone() {
        let proof = CurrentProof::default();
        let run = proof.begin().unwrap();
        assert!(!run.is_stopped());
        proof.stop();
        assert!(run.is_stopped());
        assert!(proof.runs());
        drop(run);
        proof.stop();
        assert!(!proof.begin().unwrap().is_stopped(), "the next one begins");
    }
}
