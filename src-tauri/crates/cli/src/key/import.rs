//! Puts a key from a file into the keyring.

use std::path::PathBuf;

use clap::Args;
use roomkey_store::settings::TenantId;
use serde_json::json;

use super::fewest_bits;
use super::store;
use super::view;
use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The private key's file: PKCS#1 or PKCS#8, PEM or DER; - reads standard input
    file: PathBuf,

    /// The tenant; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,

    /// A file whose first line is the key's passphrase; - reads standard input
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,

    /// Put the key in the place of another one, which is then gone
    #[arg(long)]
    replace: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(arguments.tenant.as_ref())?;
    let fewest_bits = fewest_bits(tenant)?;
    let tenant = tenant.id.clone();
    let passphrase = arguments.passphrase_file.as_deref();
    let key = input::private_key(&arguments.file, passphrase, fewest_bits)?;
    let is_new = store(&desk, &tenant, &key, arguments.replace)?;
    let fingerprint = key.public().fingerprint();
    let text = if is_new {
        format!(
            "The key is in the keyring, for tenant {tenant}.\nSHA-256 of its public half: \
             {fingerprint}\n\nThe file can go now: delete it, or put it away safely"
        )
    } else {
        format!(
            "Tenant {tenant} has this key already; nothing changed.\nSHA-256 of its public half: {fingerprint}"
        )
    };
    let mut data = view(&tenant, &key);
    data["changed"] = json!(is_new);
    Ok(Answer::yes(text, data))
}
