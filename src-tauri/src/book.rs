//! The settings as the running application holds them: read from memory, written through
//! to the file before a change counts. What another program has written, such as `roomkeyctl`,
//! is taken in before. Over them lies what the system's policy fixes, which is never written.

use std::path::Path;
use std::sync::PoisonError;
use std::sync::RwLock;

use roomkey_store::policy::Policy;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::Warning;
use tokio::sync::Mutex;

use crate::error::Fault;

/// The settings, shared by all commands.
pub(crate) struct Book {
    policy: Policy,
    /// Those in force.
    current: RwLock<Settings>,
    /// One writer at a time; readers are never kept waiting by the disk.
    file: Mutex<Own>,
}

/// The person's own settings, as they are in the file.
struct Own {
    file: SettingsFile,
    settings: Settings,
}

impl Book {
    /// Reads the settings of a folder. Reading never fails; what was wrong is told.
    pub(crate) fn open(folder: &Path, policy: Policy) -> (Self, Vec<Warning>) {
        let (file, settings, warnings) = SettingsFile::open(folder);
        let book = Self {
            current: RwLock::new(policy.over(&settings)),
            policy,
            file: Mutex::new(Own { file, settings }),
        };
        (book, warnings)
    }

    /// What an admin has fixed for this system, as it was at the start.
    pub(crate) fn policy(&self) -> &Policy {
        &self.policy
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
        let mut own = self.file.lock().await;
        self.take_in(&mut own).await;
        let mut changed = self.read(Settings::clone);
        let answer = change(&mut changed)?;
        let to_save = self.policy.without(&changed, &own.settings);
        let writer = own.file.clone();
        own.settings = tokio::task::spawn_blocking(move || writer.save(&to_save).map(|()| to_save))
            .await
            .expect("saving does not panic")?;
        self.put_in_force(&own.settings);
        Ok(answer)
    }

    /// Takes in what another program has written; whether there was anything.
    pub(crate) async fn catch_up(&self) -> bool {
        let mut own = self.file.lock().await;
        self.take_in(&mut own).await
    }

    async fn take_in(&self, own: &mut Own) -> bool {
        let file = own.file.clone();
        let written = tokio::task::spawn_blocking(move || file.written_since())
            .await
            .expect("reading does not panic");
        let Some((settings, warnings)) = written else {
            return false;
        };
        for warning in warnings {
            tracing::warn!(%warning, "the settings that another program wrote");
        }
        own.settings = settings;
        self.put_in_force(&own.settings);
        true
    }

    fn put_in_force(&self, own: &Settings) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = self.policy.over(own);
    }
}

#[cfg(test)]
mod tests {
    use roomkey_store::settings::Language;

    use super::*;

    #[tokio::test]
    async fn what_another_program_wrote_is_taken_in() {
        let folder = tempfile::tempdir().unwrap();
        let (book, _) = Book::open(folder.path(), Policy::default());
        let (other, mut theirs, _) = SettingsFile::open(folder.path());
        theirs.camera_on = false;
        other.save(&theirs).unwrap();
        assert!(book.read(|settings| settings.camera_on));

        let changed = book.change(|settings| {
            settings.language = Some(Language::De);
            Ok(())
        });
        changed.await.unwrap();

        let (_, both, _) = SettingsFile::open(folder.path());
        assert_eq!((both.camera_on, both.language), (false, Some(Language::De)));
        assert!(!book.catch_up().await, "what it wrote itself is no news");
        theirs.microphone_on = false;
        other.save(&theirs).unwrap();
        assert!(book.catch_up().await);
        assert!(!book.read(|settings| settings.microphone_on));
    }

    #[tokio::test]
    async fn a_policy_is_in_force_and_not_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("policy.json");
        let text = r#"{"version":1,"locked":["preferences"],"settings":{"language":"de"}}"#;
        std::fs::write(&place, text).unwrap();
        let (book, _) = Book::open(folder.path(), Policy::read(&place));

        let changed = book.change(|settings| {
            settings.camera_on = false;
            Ok(())
        });
        changed.await.unwrap();

        let in_force = book.read(|settings| (settings.language, settings.camera_on));
        assert_eq!(in_force, (Some(Language::De), false));
        let (_, own, _) = SettingsFile::open(folder.path());
        assert_eq!((own.language, own.camera_on), (None, false));
    }
}
