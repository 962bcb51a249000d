//! Makes a key. The tenant need not be set up: its key id is known only after
//! the console has the public half.

use clap::Args;
use roomkey_store::generate::generate_key;
use roomkey_store::settings::TenantId;

use super::store;
use super::view;
use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenant; it may be set up afterwards
    #[arg(long, value_parser = TenantId::parse)]
    tenant: TenantId,

    /// Put the new key in the place of another one, which is then gone
    #[arg(long)]
    replace: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = &arguments.tenant;
    // Before the second that making a key takes.
    if !arguments.replace && desk.key_if_any(tenant)?.is_some() {
        return Err(Fault::OtherKey(tenant.clone()));
    }
    let key = generate_key()?;
    store(&desk, tenant, &key, arguments.replace)?;
    let answer = Answer::yes(key.public().to_pem(), view(tenant, &key)).noting(format!(
        "The private key is in the keyring. Add the public key above in the JaaS console, page \
         API Keys{}",
        if desk.settings.tenant(tenant).is_some() {
            String::new()
        } else {
            format!(
                ", then set the tenant up: roomkeyctl tenant add {tenant} --app-id APP-ID \
                 --key-id KEY-ID"
            )
        }
    ));
    Ok(answer)
}
