//! Makes a key. The tenant need not be set up: its key id is known only after
//! the console has the public half.

use clap::Args;
use roomkey_store::generate::generate_key;
use roomkey_store::settings::TenantId;

use super::fewest_bits;
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
    if let Some(known) = desk.settings.tenant(tenant) {
        fewest_bits(known)?;
    }
    // Before the second that making a key takes.
    if !arguments.replace && desk.key_if_any(tenant)?.is_some() {
        return Err(Fault::OtherKey(tenant.clone()));
    }
    let key = generate_key()?;
    store(&desk, tenant, &key, arguments.replace)?;
    let note = format!("The private key is in the keyring. {}", next(&desk, tenant));
    Ok(Answer::yes(key.public().to_pem(), view(tenant, &key)).noting(note))
}

/// What is to be done with the public half.
fn next(desk: &Desk, tenant: &TenantId) -> String {
    let known = desk.settings.tenant(tenant);
    let provider = known.and_then(|known| known.provider.system());
    let file = provider
        .as_ref()
        .and_then(|known| known.system().key_file());
    let is_jaas = known.is_none_or(|known| known.provider.jaas().is_some());
    match file {
        Some(file) => format!("The key server has to serve the public key above as {file}"),
        None if !is_jaas => "Give the public key above to the provider".to_owned(),
        None => format!(
            "Add the public key above in the JaaS console, page API Keys{}",
            match known {
                Some(_) => format!(
                    ", then say the key id that it gives: roomkeyctl tenant add {tenant} \
                     --replace --key-id KEY-ID"
                ),
                None => format!(
                    ", then set the tenant up: roomkeyctl tenant add {tenant} --app-id APP-ID \
                     --key-id KEY-ID"
                ),
            }
        ),
    }
}
