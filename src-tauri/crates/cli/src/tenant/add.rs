//! Sets a tenant up, or changes one.

use clap::Args;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::provider::Abilities;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_core::role::Role;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::provider::ProviderArguments;
use crate::role::RoleWord;
use crate::span;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A short name such as acme, by which Roomkey and roomkeyctl know the tenant
    #[arg(value_parser = TenantId::parse)]
    name: TenantId,

    /// What people read; the name where nothing is said
    #[arg(long)]
    title: Option<String>,

    /// What staff join as
    #[arg(long)]
    role: Option<RoleWord>,

    /// How long a token is good, 5 minutes to 24 hours
    #[arg(long, value_name = "SPAN", value_parser = span::lifetime)]
    lifetime: Option<Lifetime>,

    /// Change the tenant that has the name; what is not said stays as it is
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    provider: ProviderArguments,
}

pub(crate) fn run(arguments: Arguments) -> Result<Answer, Fault> {
    let mut desk = Desk::open()?;
    let id = arguments.name;
    let known = desk.settings.tenant(&id).cloned();
    let provider = arguments
        .provider
        .read(known.as_ref().map(|known| &known.provider))?;
    let mut tenant = match &known {
        Some(known) => known.clone(),
        None => Tenant::new(id.clone(), id.to_string(), provider.clone()),
    };
    tenant.provider = provider;
    let title = arguments
        .title
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty());
    if let Some(title) = title {
        if tenant.brand.name == tenant.title {
            tenant.brand.name = title.to_owned();
        }
        tenant.title = title.to_owned();
    }
    tenant.role = arguments.role.map_or(tenant.role, Role::from);
    let Abilities { name, roles, .. } = tenant.provider.abilities();
    let (system, role) = (name, tenant.role.into());
    if !roles.contains(&role) {
        return Err(TokenFault::Role { system, role }.into());
    }
    tenant.lifetime = arguments.lifetime.unwrap_or(tenant.lifetime);
    if known.as_ref() == Some(&tenant) {
        let data = json!({"tenant": tenant, "changed": false});
        return Ok(Answer::yes(
            format!("Tenant {id} is set up so already; nothing changed"),
            data,
        ));
    }
    if known.is_some() && !arguments.replace {
        return Err(Fault::TenantExists(id));
    }
    let same = desk.settings.tenant_at(&tenant.provider);
    if let Some(other) = same.filter(|other| other.id != id) {
        return Err(Fault::ProviderTaken(other.id.clone()));
    }
    desk.settings.put_tenant(tenant.clone());
    desk.settings.current.get_or_insert_with(|| id.clone());
    desk.save()?;
    let data = json!({"tenant": tenant, "changed": true});
    let answer = Answer::yes(format!("Tenant {id} is set up"), data);
    Ok(match next(&tenant) {
        Some(next) => answer.noting(next),
        None => answer,
    })
}

/// What is to be done before its tokens are taken, where the words here do not say it.
fn next(tenant: &Tenant) -> Option<String> {
    let id = &tenant.id;
    let Some(provider) = tenant.provider.system() else {
        return Some(format!(
            "Make its key with roomkeyctl key generate --tenant {id}, add the public key in the \
             console, and say the key id that it gives: roomkeyctl tenant add {id} --replace \
             --key-id KEY-ID"
        ));
    };
    let system = provider.system();
    match system.signer() {
        Signer::Secret => Some(format!(
            "Its secret goes into the keyring with roomkeyctl secret set --tenant {id}"
        )),
        Signer::Key { .. } => system.key_file().map(|file| {
            format!(
                "Its key goes into the keyring with roomkeyctl key generate or key import; the \
                 key server has to serve the public half as {file}"
            )
        }),
        Signer::Elsewhere => None,
    }
}
