//! This person's settings and keys: the same file and the same keyring entries
//! that the application uses.

use std::io::Write;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use roomkey_store::folders::Folders;
use roomkey_store::folders::IDENTIFIER;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::Namespace;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use roomkey_store::settings::Warning;

use crate::fault::Fault;
use crate::wait::wait;

/// What persists.
pub(crate) struct Desk {
    pub(crate) folders: Folders,
    pub(crate) settings: Settings,
    pub(crate) keys: KeyStore,
    file: SettingsFile,
}

impl Desk {
    /// Opens both, and says on standard error what the settings warn of.
    pub(crate) fn open() -> Result<Self, Fault> {
        let (desk, warnings) = Self::open_quietly()?;
        for warning in warnings {
            // A console that is gone cannot be told.
            let _ = writeln!(std::io::stderr(), "note: {warning}");
        }
        Ok(desk)
    }

    /// Opens both, and hands the warnings over.
    pub(crate) fn open_quietly() -> Result<(Self, Vec<Warning>), Fault> {
        let namespace = Namespace::of_this_build(IDENTIFIER);
        let folders = Folders::find(&namespace)?;
        let (file, settings, warnings) = SettingsFile::open(&folders.settings());
        let desk = Self {
            folders,
            settings,
            keys: KeyStore::os(namespace),
            file,
        };
        Ok((desk, warnings))
    }

    /// The tenant of that id; the launcher's current one where none is named.
    pub(crate) fn tenant(&self, named: Option<&TenantId>) -> Result<&Tenant, Fault> {
        match named {
            Some(id) => self
                .settings
                .tenant(id)
                .ok_or_else(|| Fault::NoTenant(id.clone())),
            None => self.settings.current_tenant().ok_or(Fault::NoTenants),
        }
    }

    /// The id of the tenant that is meant, which need not be set up.
    pub(crate) fn tenant_id(&self, named: Option<&TenantId>) -> Result<TenantId, Fault> {
        match named {
            Some(id) => Ok(id.clone()),
            None => Ok(self.tenant(None)?.id.clone()),
        }
    }

    /// The tenant's signing key, from the keyring.
    pub(crate) fn key(&self, tenant: &TenantId) -> Result<PrivateKey, Fault> {
        match wait(self.keys.get(tenant))? {
            Err(KeyStoreFault::Missing) => Err(Fault::NoKey(tenant.clone())),
            key => Ok(key?),
        }
    }

    /// The secret that the tenant shares with its provider, from the keyring.
    pub(crate) fn secret(&self, tenant: &TenantId) -> Result<Secret, Fault> {
        match wait(self.keys.secret(tenant))? {
            Err(KeyStoreFault::Missing) => Err(Fault::NoSecret(tenant.clone())),
            secret => Ok(secret?),
        }
    }

    /// What signs the tenant's tokens; none where another makes them.
    pub(crate) fn credential(
        &self,
        tenant: &TenantId,
        signer: Signer,
    ) -> Result<Option<OwnedCredential>, Fault> {
        Ok(match signer {
            Signer::Key { .. } => Some(OwnedCredential::Key(self.key(tenant)?)),
            Signer::Secret => Some(OwnedCredential::Secret(self.secret(tenant)?)),
            Signer::Elsewhere => None,
        })
    }

    /// The same key, and nothing where there is none.
    pub(crate) fn key_if_any(&self, tenant: &TenantId) -> Result<Option<PrivateKey>, Fault> {
        match wait(self.keys.get(tenant))? {
            Ok(key) => Ok(Some(key)),
            Err(KeyStoreFault::Missing) => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Puts the settings on the disk.
    pub(crate) fn save(&self) -> Result<(), Fault> {
        self.file.save(&self.settings)?;
        Ok(())
    }
}

/// The tenant's provider, ready to be asked.
pub(crate) fn system(tenant: &Tenant) -> Result<Provider, Fault> {
    let system = tenant.provider.system();
    system.ok_or_else(|| Fault::NoKeyId(tenant.id.clone()))
}
