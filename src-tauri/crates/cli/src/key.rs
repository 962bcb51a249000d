//! `roomkeyctl key`: the tenants' signing keys in the keyring. A private key
//! goes in and never comes out; only its public half is shown.

mod generate;
mod import;
mod list;
mod public;
mod remove;

use clap::Subcommand;
use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::paint::Paint;
use crate::wait::wait;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an RSA-4096 key in the keyring, and print its public half for the provider
    Generate(generate::Arguments),
    /// Put a private key from a file into the keyring
    Import(import::Arguments),
    /// Print the public half of a tenant's key
    Public(public::Arguments),
    /// List the tenants and their keys
    List,
    /// Take a tenant's key out of the keyring
    Remove(remove::Arguments),
}

pub(crate) fn run(command: Command, paint: Paint) -> Result<Answer, Fault> {
    match command {
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Public(arguments) => public::run(&arguments),
        Command::List => list::run(paint),
        Command::Remove(arguments) => remove::run(&arguments),
    }
}

/// How many bits the key of a tenant that is set up needs; refused where no key signs.
fn fewest_bits(tenant: &Tenant) -> Result<usize, Fault> {
    let Some(provider) = tenant.provider.system() else {
        return Ok(FEWEST_BITS_UNNAMED);
    };
    match provider.system().signer() {
        Signer::Key { fewest_bits } => Ok(fewest_bits),
        Signer::Secret => Err(TokenFault::SecretNeeded.into()),
        Signer::Elsewhere => Err(TokenFault::FromServer.into()),
    }
}

/// Where the console has not named the key yet, which is so at JaaS alone.
const FEWEST_BITS_UNNAMED: usize = 4096;

/// Stores a key, unless the tenant has it; says whether anything changed.
fn store(desk: &Desk, tenant: &TenantId, key: &PrivateKey, replace: bool) -> Result<bool, Fault> {
    match desk.key_if_any(tenant)? {
        Some(known) if known.public() == key.public() => return Ok(false),
        Some(_) if !replace => return Err(Fault::OtherKey(tenant.clone())),
        Some(_) | None => {}
    }
    wait(desk.keys.put(tenant, key))??;
    Ok(true)
}

/// What may be said of a key.
fn view(tenant: &TenantId, key: &PrivateKey) -> Value {
    json!({
        "tenant": tenant,
        "bits": key.bits(),
        "fingerprint": key.public().fingerprint(),
        "publicKey": key.public().to_pem(),
    })
}
