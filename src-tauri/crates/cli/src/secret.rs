//! `roomkeyctl secret`: the secrets that tenants share with their providers, in the keyring. One
//! goes in and never comes out; only its length is shown.

use std::path::PathBuf;

use clap::Args;
use clap::Subcommand;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use crate::answer::Answer;
use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;
use crate::wait::wait;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Put a tenant's secret into the keyring
    Set(SetArguments),
    /// Say whether a tenant's secret is there, and how long it is
    Show {
        /// The tenant; the launcher's current one where nothing is said
        #[arg(long, value_parser = TenantId::parse)]
        tenant: Option<TenantId>,
    },
    /// Take a tenant's secret out of the keyring
    Remove {
        /// The tenant; it is never guessed
        #[arg(long, value_parser = TenantId::parse)]
        tenant: TenantId,
    },
}

#[derive(Debug, Args)]
pub(crate) struct SetArguments {
    /// A file with the secret; - reads standard input. The secret itself is never a word, which
    /// would be in the shell's history and the list of processes
    #[arg(default_value = "-", hide_default_value = true)]
    file: PathBuf,

    /// The tenant; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,

    /// Put the secret in the place of another one, which is then gone
    #[arg(long)]
    replace: bool,
}

pub(crate) fn run(command: Command) -> Result<Answer, Fault> {
    match command {
        Command::Set(arguments) => set(&arguments),
        Command::Show { tenant } => show(tenant.as_ref()),
        Command::Remove { tenant } => remove(&tenant),
    }
}

fn set(arguments: &SetArguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(arguments.tenant.as_ref())?;
    match desk::system(tenant)?.system().signer() {
        Signer::Secret => {}
        Signer::Key { .. } => return Err(TokenFault::KeyNeeded.into()),
        Signer::Elsewhere => return Err(TokenFault::FromServer.into()),
    }
    let id = &tenant.id;
    let secret = input::secret(&arguments.file)?;
    let known = match wait(desk.keys.secret(id))? {
        Ok(known) => Some(known),
        Err(KeyStoreFault::Missing) => None,
        Err(fault) => return Err(fault.into()),
    };
    let is_new = match &known {
        Some(known) if known.reveal() == secret.reveal() => false,
        Some(_) if !arguments.replace => return Err(Fault::OtherSecret(id.clone())),
        Some(_) | None => true,
    };
    if is_new {
        wait(desk.keys.put_secret(id, &secret))??;
    }
    let bytes = secret.reveal().len();
    let text = if is_new {
        format!("The secret is in the keyring, for tenant {id}. It has {bytes} bytes")
    } else {
        format!("Tenant {id} has this secret already; nothing changed. It has {bytes} bytes")
    };
    let mut data = view(id, &secret);
    data["changed"] = json!(is_new);
    Ok(warned(Answer::yes(text, data), &secret))
}

fn show(named: Option<&TenantId>) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let id = desk.tenant_id(named)?;
    let secret = desk.secret(&id)?;
    let bytes = secret.reveal().len();
    let text = format!("The secret of tenant {id} is in the keyring. It has {bytes} bytes");
    Ok(warned(Answer::yes(text, view(&id, &secret)), &secret))
}

fn remove(id: &TenantId) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    if !wait(desk.keys.remove_secret(id))?? {
        return Err(Fault::NoSecret(id.clone()));
    }
    let data = json!({"tenant": id, "removed": true});
    let text = format!("The secret of tenant {id} is no longer in the keyring");
    Ok(Answer::yes(text, data))
}

/// What may be said of a secret.
fn view(tenant: &TenantId, secret: &Secret) -> Value {
    json!({
        "tenant": tenant,
        "bytes": secret.reveal().len(),
        "warning": secret.warning().map(|warning| warning.to_string()),
    })
}

fn warned(answer: Answer, secret: &Secret) -> Answer {
    match secret.warning() {
        Some(warning) => answer.noting(format!("note: {warning}")),
        None => answer,
    }
}
