//! Whose key signs: a tenant's from the keyring, or one in a file. With a key
//! from a file neither settings nor keyring are opened.

use std::path::PathBuf;

use clap::Args;
use roomkey_core::app_id::AppId;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Person;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;

use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;

#[derive(Debug, Args)]
#[command(next_help_heading = "Key")]
pub(crate) struct SignerArguments {
    /// The tenant whose key in the keyring signs; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse, conflicts_with_all = ["app_id", "key_id", "private_key"])]
    tenant: Option<TenantId>,

    /// The AppID, where the key id is given without it
    #[arg(long, value_parser = AppId::parse, requires = "private_key")]
    app_id: Option<AppId>,

    /// The key id (kid), whole or without the AppID
    #[arg(long, requires = "private_key")]
    key_id: Option<String>,

    /// A file with the private key; - reads standard input
    #[arg(long, value_name = "FILE", requires = "key_id")]
    private_key: Option<PathBuf>,

    /// A file whose first line is the private key's passphrase; - reads standard input
    #[arg(long, value_name = "FILE", requires = "private_key")]
    passphrase_file: Option<PathBuf>,
}

/// A key with its name, and whose it is where the settings say so.
pub(crate) struct Signer {
    pub(crate) key_id: KeyId,
    pub(crate) key: PrivateKey,
    pub(crate) tenant: Option<Tenant>,
    pub(crate) person: Option<Person>,
}

impl SignerArguments {
    /// Gets the key.
    pub(crate) fn signer(&self) -> Result<Signer, Fault> {
        match (&self.private_key, &self.key_id) {
            (Some(file), Some(key_id)) => Ok(Signer {
                key_id: named(self.app_id.as_ref(), key_id)?,
                key: input::private_key(file, self.passphrase_file.as_deref())?,
                tenant: None,
                person: None,
            }),
            _ => from_keyring(self.tenant.as_ref()),
        }
    }
}

fn named(app_id: Option<&AppId>, key_id: &str) -> Result<KeyId, Fault> {
    Ok(match app_id {
        Some(app_id) => KeyId::parse_for(app_id, key_id)?,
        None => KeyId::parse(key_id)?,
    })
}

fn from_keyring(tenant: Option<&TenantId>) -> Result<Signer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(tenant)?;
    let key_id = desk::key_id(tenant)?.clone();
    Ok(Signer {
        key_id,
        key: desk.key(&tenant.id)?,
        tenant: Some(tenant.clone()),
        person: desk.settings.person.clone(),
    })
}
