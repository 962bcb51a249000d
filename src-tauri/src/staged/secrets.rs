//! The secrets of the set-up, between the moment they are read and the moment one is stored.

use std::collections::HashMap;
use std::mem::Discriminant;
use std::mem::discriminant;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use roomkey_core::provider::Secret;
use roomkey_core::provider::SecretWarning;

use crate::error::Fault;
use crate::views::provider::ProviderFields;
use crate::views::provider::StagedSecretView;

/// One secret for each kind of provider that was looked at: what was copied for one is never
/// taken for another's.
#[derive(Default)]
pub(crate) struct StagedSecrets(Mutex<HashMap<Discriminant<ProviderFields>, Secret>>);

impl StagedSecrets {
    /// Reads the secret of a provider. A fault leaves the one that was there before.
    pub(crate) fn read(&self, of: &ProviderFields, text: &str) -> Result<StagedSecretView, Fault> {
        let secret = Secret::parse(text)?;
        let short = secret.warning();
        let short = short.map(|SecretWarning::Short { found }| found);
        self.lock().insert(discriminant(of), secret);
        Ok(StagedSecretView { short })
    }

    /// A copy of a provider's secret.
    pub(crate) fn secret(&self, of: &ProviderFields) -> Result<Secret, Fault> {
        let found = self.lock().get(&discriminant(of)).cloned();
        found.ok_or(Fault::NoStagedSecret)
    }

    /// Lets go of all that was read.
    pub(crate) fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Discriminant<ProviderFields>, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
