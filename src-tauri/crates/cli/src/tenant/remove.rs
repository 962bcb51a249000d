//! Forgets a tenant. Its key or secret goes first: that of a tenant that is not set up
//! would stay unseen.

use clap::Args;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::wait::wait;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenant
    #[arg(value_parser = TenantId::parse)]
    name: TenantId,

    /// Leave its key or secret in the keyring
    #[arg(long)]
    keep_key: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let mut desk = Desk::open()?;
    let id = &arguments.name;
    desk.tenant(Some(id))?;
    let had_key = !arguments.keep_key && wait(desk.keys.remove_all(id))??;
    desk.settings.tenants.retain(|tenant| tenant.id != *id);
    if desk.settings.current.as_ref() == Some(id) {
        desk.settings.current = desk
            .settings
            .tenants
            .first()
            .map(|tenant| tenant.id.clone());
    }
    desk.save()?;
    let text = if had_key {
        format!("Tenant {id} and its key or secret are gone")
    } else {
        format!("Tenant {id} is gone")
    };
    Ok(Answer::yes(
        text,
        json!({"tenant": id, "removed": true, "keyRemoved": had_key}),
    ))
}
