//! Shows the public half, as the provider takes it.

use clap::Args;
use roomkey_store::settings::TenantId;

use super::view;
use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenant; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant_id(arguments.tenant.as_ref())?;
    let key = desk.key(&tenant)?;
    Ok(Answer::yes(key.public().to_pem(), view(&tenant, &key)))
}
