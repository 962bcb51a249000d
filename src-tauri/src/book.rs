//! The settings as the running application holds them: read from memory, written through
//! to the file before a change counts.

use std::path::Path;
use std::sync::PoisonError;
use std::sync::RwLock;

use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::Warning;
use tokio::sync::Mutex;

use crate::error::Fault;

/// The settings, shared by all commands.
pub(crate) struct Book {
    current: RwLock<Settings>,
    /// One writer at a time; readers are never kept waiting by the disk.
    file: Mutex<SettingsFile>,
}

impl Book {
    /// Reads the settings of a folder. Reading never fails; what was wrong is told.
    pub(crate) fn open(folder: &Path) -> (Self, Vec<Warning>) {
        let (file, settings, warnings) = SettingsFile::open(folder);
        let book = Self {
            current: RwLock::new(settings),
            file: Mutex::new(file),
        };
        (book, warnings)
    }

    /// Looks at the settings.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Settings) -> T) -> T {
        look(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Looks at one tenant.
    pub(crate) fn tenant<T>(&self, id: &str, look: impl FnOnce(&Tenant) -> T) -> Result<T, Fault> {
        self.read(|settings| {
            let tenant = settings
                .tenants
                .iter()
                .find(|known| known.id.as_str() == id);
            tenant
                .map(look)
                .ok_or_else(|| Fault::NoTenant(id.to_owned()))
        })
    }

    /// Changes one tenant, as [`Self::change`] does.
    pub(crate) async fn change_tenant<T>(
        &self,
        id: &str,
        change: impl FnOnce(&mut Tenant) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.change(|settings| {
            let tenants = &mut settings.tenants;
            let tenant = tenants.iter_mut().find(|known| known.id.as_str() == id);
            change(tenant.ok_or_else(|| Fault::NoTenant(id.to_owned()))?)
        })
        .await
    }

    /// Changes the settings. Where saving fails, nothing has changed.
    pub(crate) async fn change<T>(
        &self,
        change: impl FnOnce(&mut Settings) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let file = self.file.lock().await;
        let mut changed = self.read(Settings::clone);
        let answer = change(&mut changed)?;
        let (to_save, writer) = (changed.clone(), file.clone());
        tokio::task::spawn_blocking(move || writer.save(&to_save))
            .await
            .expect("saving does not panic")?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = changed;
        Ok(answer)
    }
}
