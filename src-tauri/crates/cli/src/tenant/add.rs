//! Sets a tenant up, or changes one.

use clap::Args;
use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::role::Role;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::role::RoleWord;
use crate::span;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A short name such as acme, by which Roomkey and roomkeyctl know the tenant
    #[arg(value_parser = TenantId::parse)]
    name: TenantId,

    /// The AppID, from the JaaS console, page API Keys
    #[arg(long, value_parser = AppId::parse)]
    app_id: AppId,

    /// The key id from the same page, whole or without the AppID
    #[arg(long)]
    key_id: String,

    /// Where the meetings are
    #[arg(long, default_value = "8x8.vc", value_parser = Domain::parse)]
    domain: Domain,

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
}

pub(crate) fn run(arguments: Arguments) -> Result<Answer, Fault> {
    let key_id = KeyId::parse_for(&arguments.app_id, &arguments.key_id)?;
    let mut desk = Desk::open()?;
    let id = arguments.name;
    let known = desk.settings.tenant(&id).cloned();
    let was = known.as_ref().and_then(|known| desk::jaas(known).ok());
    let jaas = match was {
        Some(was) if was.app_id == arguments.app_id => was.clone(),
        _ => Jaas::new(arguments.app_id, arguments.domain.clone()),
    };
    let provider = Provider::Jaas(Jaas {
        key_id: Some(key_id),
        domain: arguments.domain,
        ..jaas
    });
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
    desk.settings.put_tenant(tenant.clone());
    desk.settings.current.get_or_insert_with(|| id.clone());
    desk.save()?;
    let data = json!({"tenant": tenant, "changed": true});
    Ok(Answer::yes(format!("Tenant {id} is set up"), data))
}
