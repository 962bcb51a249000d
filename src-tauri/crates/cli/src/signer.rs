//! What signs: a tenant's key or secret from the keyring, or one in a file. With one
//! from a file neither settings nor keyring are opened.

use std::path::PathBuf;

use clap::Args;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Person;
use roomkey_core::provider;
use roomkey_core::provider::Provider;
use roomkey_core::provider::TokenFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;

use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;
use crate::provider::ProviderArguments;

#[derive(Debug, Args)]
#[command(next_help_heading = "Key or secret")]
pub(crate) struct SignerArguments {
    /// The tenant whose key or secret in the keyring signs; the launcher's current one where
    /// nothing is said
    #[arg(long, value_parser = TenantId::parse, conflicts_with_all = ["ProviderArguments", "private_key", "secret"])]
    tenant: Option<TenantId>,

    /// A file with the private key; - reads standard input
    #[arg(long, value_name = "FILE", requires = "ProviderArguments")]
    private_key: Option<PathBuf>,

    /// A file whose first line is the private key's passphrase; - reads standard input
    #[arg(long, value_name = "FILE", requires = "private_key")]
    passphrase_file: Option<PathBuf>,

    /// A file with the shared secret; - reads standard input
    #[arg(
        long,
        value_name = "FILE",
        requires = "ProviderArguments",
        conflicts_with = "private_key"
    )]
    secret: Option<PathBuf>,

    #[command(flatten)]
    provider: ProviderArguments,
}

/// What signs for whom, and whose it is where the settings say so.
pub(crate) struct Signer {
    pub(crate) provider: Provider,
    /// None where a server of the company's makes the tokens.
    pub(crate) credential: Option<OwnedCredential>,
    pub(crate) tenant: Option<Tenant>,
    pub(crate) person: Option<Person>,
}

impl SignerArguments {
    /// Gets the key or secret.
    pub(crate) fn signer(&self) -> Result<Signer, Fault> {
        if self.provider.is_given() {
            self.read_files()
        } else {
            from_keyring(self.tenant.as_ref())
        }
    }

    fn read_files(&self) -> Result<Signer, Fault> {
        let provider = self.provider.read(None)?;
        let option = "--key-id";
        let provider = provider.system().ok_or(Fault::Missing { option })?;
        let passphrase = self.passphrase_file.as_deref();
        let credential = match (provider.system().signer(), &self.private_key, &self.secret) {
            (provider::Signer::Key { fewest_bits }, Some(file), _) => {
                let key = input::private_key(file, passphrase, fewest_bits)?;
                Some(OwnedCredential::Key(key))
            }
            (provider::Signer::Secret, _, Some(file)) => {
                Some(OwnedCredential::Secret(input::secret(file)?))
            }
            (provider::Signer::Key { .. }, None, Some(_)) => {
                return Err(TokenFault::KeyNeeded.into());
            }
            (provider::Signer::Secret, Some(_), None) => {
                return Err(TokenFault::SecretNeeded.into());
            }
            (provider::Signer::Key { .. }, None, None) => {
                let option = "--private-key";
                return Err(Fault::Missing { option });
            }
            (provider::Signer::Secret, None, None) => {
                let option = "--secret";
                return Err(Fault::Missing { option });
            }
            (provider::Signer::Elsewhere, None, None) => None,
            (provider::Signer::Elsewhere, _, _) => return Err(TokenFault::FromServer.into()),
        };
        Ok(Signer {
            provider,
            credential,
            tenant: None,
            person: None,
        })
    }
}

impl Signer {
    /// The key and its id at JaaS, whose server Roomkey knows in more detail than the others'.
    pub(crate) fn jaas(&self) -> Option<(&KeyId, &PrivateKey)> {
        match (self.provider.jaas(), &self.credential) {
            (Some(tenant), Some(OwnedCredential::Key(key))) => Some((&tenant.key_id, key)),
            _ => None,
        }
    }
}

fn from_keyring(tenant: Option<&TenantId>) -> Result<Signer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(tenant)?;
    let provider = desk::system(tenant)?;
    Ok(Signer {
        credential: desk.credential(&tenant.id, provider.system().signer())?,
        provider,
        tenant: Some(tenant.clone()),
        person: desk.settings.person.clone(),
    })
}
