//! Takes a key out of the keyring.

use clap::Args;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::wait::wait;

/// Take a tenant's key out of the keyring.
///
/// Without a copy of its file, or a new key at the provider, no token can be made any more.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenant; it is never guessed
    #[arg(long, value_parser = TenantId::parse)]
    tenant: TenantId,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = &arguments.tenant;
    let was_there = wait(desk.keys.remove(tenant))??;
    if !was_there {
        return Err(KeyStoreFault::Missing.into());
    }
    let data = json!({"tenant": tenant, "removed": true});
    Ok(Answer::yes(
        format!("The key of tenant {tenant} is no longer in the keyring"),
        data,
    ))
}
