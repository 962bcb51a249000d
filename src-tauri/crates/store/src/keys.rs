//! The tenants' secrets in the operating system's keyring.
//!
//! This is the only module that calls a keyring. A keyring may ask the person
//! for a password and so answer after minutes, and Windows' is unreliable when
//! one entry is used from two threads; so every [`KeyStore`] has one worker
//! thread, which does one call after the other, and a caller awaits its answer
//! without blocking a thread of its own.
//!
//! A key or secret is read each time it is needed and held nowhere in between: reading
//! takes a few milliseconds, and a key that is not in memory cannot leak from
//! there. Where there is no keyring there is no other place: nothing here
//! writes a file.

mod entry;
mod fault;
mod hosts;
mod keyring;
mod memory;
mod os;
mod status;
mod turn;
mod worker;

use zeroize::Zeroizing;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Credential;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use roomkey_core::provider::Verifier;
use roomkey_core::provider::jaas::webhook;

use crate::settings::Settings;
use crate::settings::TenantId;
use memory::MemoryKeyring;
use os::OsKeyring;
use worker::Worker;

pub use entry::Build;
pub use entry::EntryName;
pub use entry::Kind;
pub use entry::Namespace;
pub use fault::KeyStoreFault;
pub use keyring::Keyring;
pub use status::KeyringKind;
pub use status::KeyringStatus;
pub use turn::Turn;

/// The tenants' keys and webhook secrets. Cheap to clone; all clones share one worker, which ends
/// with the last of them.
#[derive(Clone, Debug)]
pub struct KeyStore {
    namespace: Namespace,
    worker: Worker,
}

impl KeyStore {
    /// Keys in the operating system's keyring: the Secret Service on Linux, the
    /// Keychain on macOS, the Credential Manager on Windows.
    ///
    /// Nothing is opened before the first call. A keyring that comes later, or
    /// comes again, is found without a new `KeyStore`.
    pub fn os(namespace: Namespace) -> Self {
        Self::new(namespace, OsKeyring::default())
    }

    /// Keys in this process's memory, for tests and for the demonstration
    /// tenant; gone with the last clone.
    pub fn memory() -> Self {
        Self::new(Namespace::of_this_build("memory"), MemoryKeyring::default())
    }

    /// Keys in any other keyring.
    pub fn new(namespace: Namespace, keyring: impl Keyring + 'static) -> Self {
        Self {
            namespace,
            worker: Worker::start(keyring),
        }
    }

    /// Stores a tenant's signing key, in place of an earlier one, and reads it
    /// back, so that a keyring that does not keep it as it is shows at once.
    pub async fn put(&self, tenant: &TenantId, key: &PrivateKey) -> Result<(), KeyStoreFault> {
        self.write(self.entry(tenant, Kind::SigningKey), key).await
    }

    /// The tenant's signing key; [`KeyStoreFault::Missing`] where there is none.
    pub async fn get(&self, tenant: &TenantId) -> Result<PrivateKey, KeyStoreFault> {
        self.read(self.entry(tenant, Kind::SigningKey)).await
    }

    /// Takes the tenant's signing key out of the keyring; whether there was one.
    pub async fn remove(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::SigningKey)).await
    }

    /// Stores the key that is to sign next, as [`KeyStore::put`] does.
    pub async fn put_next(&self, tenant: &TenantId, key: &PrivateKey) -> Result<(), KeyStoreFault> {
        self.write(self.entry(tenant, Kind::NextSigningKey), key)
            .await
    }

    /// The key that is to sign next; [`KeyStoreFault::Missing`] where there is none.
    pub async fn get_next(&self, tenant: &TenantId) -> Result<PrivateKey, KeyStoreFault> {
        self.read(self.entry(tenant, Kind::NextSigningKey)).await
    }

    /// Takes the next key out of the keyring; whether there was one.
    pub async fn remove_next(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::NextSigningKey)).await
    }

    /// Stores the key that signed before, as [`KeyStore::put`] does.
    pub async fn put_former(
        &self,
        tenant: &TenantId,
        key: &PrivateKey,
    ) -> Result<(), KeyStoreFault> {
        self.write(self.entry(tenant, Kind::FormerSigningKey), key)
            .await
    }

    /// The key that signed before; [`KeyStoreFault::Missing`] where there is none.
    pub async fn get_former(&self, tenant: &TenantId) -> Result<PrivateKey, KeyStoreFault> {
        self.read(self.entry(tenant, Kind::FormerSigningKey)).await
    }

    /// Takes the former key out of the keyring; whether there was one.
    pub async fn remove_former(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::FormerSigningKey)).await
    }

    /// Stores the secret of a tenant's webhooks, in place of an earlier one, and reads it back.
    pub async fn put_webhook_secret(
        &self,
        tenant: &TenantId,
        secret: &webhook::Secret,
    ) -> Result<(), KeyStoreFault> {
        let name = self.entry(tenant, Kind::WebhookSecret);
        self.keep(name, bytes(secret.reveal())).await
    }

    /// The secret of a tenant's webhooks; [`KeyStoreFault::Missing`] where there is none.
    pub async fn webhook_secret(
        &self,
        tenant: &TenantId,
    ) -> Result<webhook::Secret, KeyStoreFault> {
        let name = self.entry(tenant, Kind::WebhookSecret);
        self.text(name, |text| webhook::Secret::parse(text).ok())
            .await
    }

    /// Takes the webhooks' secret out of the keyring; whether there was one.
    pub async fn remove_webhook_secret(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::WebhookSecret)).await
    }

    /// Stores the secret that signs a tenant's tokens, in place of an earlier one, and reads it
    /// back.
    pub async fn put_secret(
        &self,
        tenant: &TenantId,
        secret: &Secret,
    ) -> Result<(), KeyStoreFault> {
        let name = self.entry(tenant, Kind::SigningSecret);
        self.keep(name, bytes(secret.reveal())).await
    }

    /// The secret that signs a tenant's tokens; [`KeyStoreFault::Missing`] where there is none.
    pub async fn secret(&self, tenant: &TenantId) -> Result<Secret, KeyStoreFault> {
        let name = self.entry(tenant, Kind::SigningSecret);
        self.text(name, |text| Secret::parse(text).ok()).await
    }

    /// Takes the secret that signs out of the keyring; whether there was one.
    pub async fn remove_secret(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::SigningSecret)).await
    }

    /// What signs a tenant's tokens, by its provider's way; none where another makes them.
    pub async fn credential(
        &self,
        tenant: &TenantId,
        signer: Signer,
    ) -> Result<Option<OwnedCredential>, KeyStoreFault> {
        Ok(match signer {
            Signer::Key { .. } => Some(OwnedCredential::Key(self.get(tenant).await?)),
            Signer::Secret => Some(OwnedCredential::Secret(self.secret(tenant).await?)),
            Signer::Elsewhere => None,
        })
    }

    /// Takes all of a tenant's secrets out of the keyring, the key that signs last; whether
    /// there was one that signs.
    pub async fn remove_all(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.remove_webhook_secret(tenant).await?;
        self.remove_hosts(tenant).await?;
        self.remove_former(tenant).await?;
        self.remove_next(tenant).await?;
        let had_secret = self.remove_secret(tenant).await?;
        let had_key = self.remove(tenant).await?;
        Ok(had_secret || had_key)
    }

    /// An id for a new tenant that neither the settings nor the keyring knows: another
    /// configuration of the same user may hold a key under the name, which must not be
    /// overwritten.
    pub async fn free_id(
        &self,
        settings: &Settings,
        title: &str,
    ) -> Result<TenantId, KeyStoreFault> {
        let mut held: Vec<TenantId> = Vec::new();
        loop {
            let is_taken = |id: &TenantId| settings.tenant(id).is_some() || held.contains(id);
            let id = TenantId::for_title(title, is_taken);
            let key = is_there(self.get(&id).await)?;
            if !key && !is_there(self.secret(&id).await)? {
                return Ok(id);
            }
            held.push(id);
        }
    }

    /// Which keyring there is and whether it can be used as it stands. It
    /// writes nothing and never makes the keyring ask the person, but it waits
    /// behind a call that does.
    pub async fn status(&self) -> KeyringStatus {
        let answer = self.worker.run(|keyring| Ok(keyring.status())).await;
        answer.unwrap_or_else(KeyringStatus::Unusable)
    }

    async fn write(&self, name: EntryName, key: &PrivateKey) -> Result<(), KeyStoreFault> {
        self.keep(name, Zeroizing::new(key.pkcs8_der().to_vec()))
            .await
    }

    async fn keep(&self, name: EntryName, secret: Zeroizing<Vec<u8>>) -> Result<(), KeyStoreFault> {
        self.worker
            .run(move |keyring| {
                keyring.write(&name, &secret)?;
                if *keyring.read(&name)? != *secret {
                    return Err(KeyStoreFault::Damaged);
                }
                Ok(())
            })
            .await
    }

    async fn read(&self, name: EntryName) -> Result<PrivateKey, KeyStoreFault> {
        self.worker
            .run(move |keyring| {
                let der = keyring.read(&name)?;
                PrivateKey::from_pkcs8_der(&der).map_err(|_| KeyStoreFault::Damaged)
            })
            .await
    }

    /// Reads a text, of whatever the text is to be.
    async fn text<T: Send + 'static>(
        &self,
        name: EntryName,
        parse: fn(&str) -> Option<T>,
    ) -> Result<T, KeyStoreFault> {
        self.worker
            .run(move |keyring| {
                let kept = keyring.read(&name)?;
                let text = str::from_utf8(&kept).ok().and_then(parse);
                text.ok_or(KeyStoreFault::Damaged)
            })
            .await
    }

    async fn clear(&self, name: EntryName) -> Result<bool, KeyStoreFault> {
        self.worker
            .run(move |keyring| match keyring.remove(&name) {
                Ok(()) => Ok(true),
                Err(KeyStoreFault::Missing) => Ok(false),
                Err(fault) => Err(fault),
            })
            .await
    }

    fn entry(&self, tenant: &TenantId, kind: Kind) -> EntryName {
        self.namespace.entry(tenant, kind)
    }
}

/// What signs a tenant's tokens, out of the keyring.
#[derive(Clone, Debug)]
pub enum OwnedCredential {
    /// A private key.
    Key(PrivateKey),
    /// A shared secret.
    Secret(Secret),
}

impl OwnedCredential {
    /// For signing.
    pub fn signs(&self) -> Credential<'_> {
        match self {
            Self::Key(key) => Credential::Key(key),
            Self::Secret(secret) => Credential::Secret(secret),
        }
    }

    /// For verifying.
    pub fn verifies(&self) -> Verifier<'_> {
        match self {
            Self::Key(key) => Verifier::Key(key.public()),
            Self::Secret(secret) => Verifier::Secret(secret),
        }
    }
}

fn bytes(text: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.as_bytes().to_vec())
}

/// Whether an entry is there, readable or not.
fn is_there<T>(read: Result<T, KeyStoreFault>) -> Result<bool, KeyStoreFault> {
    match read {
        Ok(_) | Err(KeyStoreFault::Damaged | KeyStoreFault::Ambiguous) => Ok(true),
        Err(KeyStoreFault::Missing) => Ok(false),
        Err(fault) => Err(fault),
    }
}
