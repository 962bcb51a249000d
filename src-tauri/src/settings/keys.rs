//! A tenant's keys: the one that signs, and one that is to sign once it has been tried.

pub(crate) mod waiting;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::PoisonError;

use roomkey_core::key::KeyFault;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::Secret;
use roomkey_core::provider::SecretWarning;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::Turn;
use roomkey_store::policy::Locked;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;

use crate::error::ErrorView;
use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::change_tenant;
use crate::settings::provider;
use crate::staged;
use crate::views::KeyView;
use crate::views::NoticeKind;
use crate::views::provider::ProviderFields;
use crate::views::provider::SigningSecretView;
use crate::views::settings::KeepKeyRequest;
use crate::views::settings::KeyRequest;
use crate::views::settings::KeyringState;
use crate::views::settings::KeyringView;
use crate::views::settings::SavedView;
use crate::views::settings::WhichKey;

/// What was last seen in the keyring. It holds public halves only.
#[derive(Default)]
pub(crate) struct SeenKeys(Mutex<KeptKeys>);

/// The keys of all tenants, as far as they may be shown.
#[derive(Clone, Default)]
pub(crate) struct KeptKeys {
    /// What keeps them.
    pub(crate) keyring: KeyringView,
    current: HashMap<TenantId, Result<KeyView, ErrorView>>,
    next: HashMap<TenantId, Result<KeyView, ErrorView>>,
    former: HashMap<TenantId, Result<KeyView, ErrorView>>,
    secrets: HashMap<TenantId, SigningSecretView>,
}

impl KeptKeys {
    /// What was seen of one key; none where nobody has looked.
    pub(crate) fn of(
        &self,
        tenant: &TenantId,
        which: WhichKey,
    ) -> Option<&Result<KeyView, ErrorView>> {
        match which {
            WhichKey::Current => self.current.get(tenant),
            WhichKey::Next => self.next.get(tenant),
            WhichKey::Former => self.former.get(tenant),
        }
    }
}

impl KeptKeys {
    /// What was seen of a tenant's secret; none where nobody has looked.
    pub(crate) fn secret(&self, tenant: &TenantId) -> Option<&SigningSecretView> {
        self.secrets.get(tenant)
    }
}

impl SeenKeys {
    /// What was last seen.
    pub(crate) fn seen(&self) -> KeptKeys {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Roomkey {
    /// Looks into the keyring for the keys of all tenants. A locked keyring is not opened:
    /// it would ask the person.
    pub(crate) async fn look_at_keys(&self) {
        let status = self.keys.status().await;
        let mut kept = KeptKeys {
            keyring: keyring(&status),
            ..KeptKeys::default()
        };
        if let KeyringStatus::Ready(_) = status {
            let tenants = self.book.read(|settings| settings.tenants.clone());
            for tenant in tenants {
                let Some(jaas) = tenant.provider.jaas() else {
                    self.look_at_signer(&tenant, &mut kept).await;
                    continue;
                };
                if jaas.key_id.is_some() {
                    let key = self.keys.get(&tenant.id).await;
                    kept.current.insert(tenant.id.clone(), seen(key));
                }
                if jaas.next_key_id.is_some() {
                    let key = self.keys.get_next(&tenant.id).await;
                    kept.next.insert(tenant.id.clone(), seen(key));
                }
                if jaas.former_key_id.is_some() {
                    let key = self.keys.get_former(&tenant.id).await;
                    kept.former.insert(tenant.id.clone(), seen(key));
                }
            }
        }
        *self
            .kept_keys
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = kept;
    }
}

impl Roomkey {
    /// Looks for the one key or secret of a tenant whose keys have no ids.
    async fn look_at_signer(&self, tenant: &Tenant, kept: &mut KeptKeys) {
        match tenant.provider.signer() {
            Signer::Key { .. } => {
                let key = self.keys.get(&tenant.id).await;
                kept.current.insert(tenant.id.clone(), seen(key));
            }
            Signer::Secret => {
                let secret = self.keys.secret(&tenant.id).await;
                kept.secrets.insert(tenant.id.clone(), secret_seen(secret));
            }
            Signer::Elsewhere => {}
        }
    }
}

fn secret_seen(secret: Result<Secret, KeyStoreFault>) -> SigningSecretView {
    let (is_kept, short, fault) = match secret {
        Ok(secret) => {
            let short = secret.warning();
            let short = short.map(|SecretWarning::Short { found }| found);
            (true, short, None)
        }
        Err(KeyStoreFault::Missing) => (false, None, None),
        Err(fault) => (false, None, Some(ErrorView::from(Fault::from(fault)))),
    };
    SigningSecretView {
        is_kept,
        short,
        fault,
    }
}

fn seen(key: Result<PrivateKey, impl Into<Fault>>) -> Result<KeyView, ErrorView> {
    match key {
        Ok(key) => Ok(staged::view(&key)),
        Err(fault) => Err(ErrorView::from(fault.into())),
    }
}

fn keyring(status: &KeyringStatus) -> KeyringView {
    let (state, kind, message) = match status {
        KeyringStatus::Ready(kind) => (KeyringState::Ready, kind.to_string(), String::new()),
        KeyringStatus::Locked(kind) => (KeyringState::Locked, kind.to_string(), String::new()),
        KeyringStatus::Unusable(fault) => (KeyringState::Absent, String::new(), fault.to_string()),
    };
    KeyringView {
        state,
        kind,
        message,
    }
}

/// Reads keys from here on as a provider wants them.
pub(crate) fn expect(roomkey: &Roomkey, provider: &ProviderFields) -> Result<(), Fault> {
    if let Signer::Key { fewest_bits } = provider::read(provider)?.signer() {
        roomkey.staged.expect(fewest_bits);
    }
    Ok(())
}

/// Refuses a key that is too small for a provider.
pub(crate) fn allow(signer: Signer, key: &PrivateKey) -> Result<(), Fault> {
    let Signer::Key { fewest_bits } = signer else {
        return Err(TokenFault::SecretNeeded.into());
    };
    let bits = key.bits();
    if bits < fewest_bits {
        return Err(KeyFault::TooShort { bits }.into());
    }
    Ok(())
}

/// Stores the key that waits for the tenant: as the tenant's key where it has none, else as its next one, so
/// that staff can go on with the old one until the new one has been tried.
pub(crate) async fn keep(app: &AppHandle, request: &KeepKeyRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let tenant = roomkey.book.tenant(&request.tenant, Tenant::clone)?;
    let key = waiting::place(&roomkey, &request.tenant)?.key().key()?;
    allow(tenant.provider.signer(), &key)?;
    let is_first = match tenant.provider.jaas() {
        Some(jaas) => keep_by_id(&roomkey, &tenant.id, jaas, &request.key_id, &key).await?,
        None => keep_alone(&roomkey, &tenant, &key).await?,
    };
    roomkey.staged_keys.forget(&tenant.id);
    if is_first {
        roomkey.withdraw(NoticeKind::KeyMissing);
    }
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// As the tenant's key where it has none, else as its next one; whether it is the first.
async fn keep_by_id(
    roomkey: &Roomkey,
    id: &TenantId,
    jaas: &Jaas,
    key_id: &str,
    key: &PrivateKey,
) -> Result<bool, Fault> {
    let key_id = KeyId::parse_for(&jaas.app_id, key_id)?;
    let is_first = jaas.key_id.is_none();
    if is_first {
        roomkey.keys.put(id, key).await?;
    } else {
        roomkey.keys.put_next(id, key).await?;
    }
    let now = roomkey.clock.now();
    roomkey
        .book
        .change_tenant(id.as_str(), |tenant| {
            let jaas = provider(tenant)?;
            if is_first {
                jaas.key_id = Some(key_id);
                jaas.key_added = Some(now);
                jaas.key_passed = None;
            } else {
                jaas.next_key_id = Some(key_id);
                jaas.next_key_added = Some(now);
                jaas.next_key_passed = None;
            }
            Ok(())
        })
        .await?;
    Ok(is_first)
}

/// In place of the one there is, which the keyring keeps as the former: the provider knows one
/// key alone.
async fn keep_alone(roomkey: &Roomkey, tenant: &Tenant, key: &PrivateKey) -> Result<bool, Fault> {
    Turn::to(&roomkey.keys, &tenant.id, key).await?;
    Ok(true)
}

/// Takes a key out of the keyring.
pub(crate) async fn remove(app: &AppHandle, request: &KeyRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(Locked::Keys)?;
    let id = roomkey
        .book
        .tenant(&request.tenant, |tenant| tenant.id.clone())?;
    match request.which {
        WhichKey::Current => roomkey.keys.remove(&id).await?,
        WhichKey::Next => roomkey.keys.remove_next(&id).await?,
        WhichKey::Former => roomkey.keys.remove_former(&id).await?,
    };
    change_tenant(app, &request.tenant, Locked::Keys, |tenant| {
        let Some(jaas) = tenant.provider.jaas_mut() else {
            return Ok(());
        };
        match request.which {
            WhichKey::Current => (jaas.key_id, jaas.key_added) = (None, None),
            WhichKey::Next => (jaas.next_key_id, jaas.next_key_added) = (None, None),
            WhichKey::Former => (jaas.former_key_id, jaas.former_key_added) = (None, None),
        }
        Ok(())
    })
    .await?;
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// Writes the public half of a kept key to a file of the person's choice.
pub(crate) async fn save_public(
    app: &AppHandle,
    request: &KeyRequest,
) -> Result<Option<SavedView>, Fault> {
    let roomkey = roomkey::of(app);
    let (id, file) = roomkey.book.tenant(&request.tenant, |tenant| {
        let file = tenant
            .provider
            .system()
            .and_then(|it| it.system().key_file());
        (tenant.id.clone(), file)
    })?;
    let key = match request.which {
        WhichKey::Current => roomkey.keys.get(&id).await?,
        WhichKey::Next => roomkey.keys.get_next(&id).await?,
        WhichKey::Former => roomkey.keys.get_former(&id).await?,
    };
    let name = file.unwrap_or_else(|| format!("{id}.pub.pem"));
    saving::save(app, &name, key.public().to_pem().into_bytes()).await
}

pub(super) fn jaas(roomkey: &Roomkey, tenant: &str) -> Result<(TenantId, Jaas), Fault> {
    roomkey.book.tenant(tenant, |tenant| {
        let jaas = tenant.provider.jaas();
        let jaas = jaas.ok_or_else(|| Fault::NotYet(tenant.title.clone()))?;
        Ok((tenant.id.clone(), jaas.clone()))
    })?
}

pub(super) fn provider(tenant: &mut Tenant) -> Result<&mut Jaas, Fault> {
    let title = &tenant.title;
    let jaas = tenant.provider.jaas_mut();
    jaas.ok_or_else(|| Fault::NotYet(title.clone()))
}
