//! Shows what the settings say of tenants. Nothing secret is in the settings.

use clap::Args;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::provider;
use crate::role::RoleWord;
use crate::span;
use crate::table::Table;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenant; the launcher's current one where nothing is said
    #[arg(value_parser = TenantId::parse)]
    name: Option<TenantId>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(arguments.name.as_ref())?;
    Ok(Answer::yes(described(tenant), tenant))
}

pub(crate) fn list() -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let current = desk.settings.current_tenant().map(|tenant| &tenant.id);
    let mut table = Table::<4>::new(0);
    let mut data: Vec<Value> = Vec::new();
    for tenant in &desk.settings.tenants {
        let is_current = current == Some(&tenant.id);
        let provider = provider_of(tenant);
        table.line([
            tenant.id.as_str(),
            &tenant.title,
            &provider,
            if is_current { "current" } else { "" },
        ]);
        data.push(json!({
            "id": tenant.id,
            "title": tenant.title,
            "provider": tenant.provider,
            "current": is_current,
        }));
    }
    if data.is_empty() {
        let note = "No tenant is set up. Add one with roomkeyctl tenant add";
        return Ok(Answer::yes("", data).noting(note));
    }
    Ok(Answer::yes(table.plain(), data))
}

fn described(tenant: &Tenant) -> String {
    let mut table = Table::<2>::new(0);
    let lifetime = u64::from(tenant.lifetime.in_minutes()) * 60;
    table.line(["name", tenant.id.as_str()]);
    table.line(["title", &tenant.title]);
    table.line(["provider", tenant.provider.abilities().name]);
    for (what, value) in provider::described(&tenant.provider) {
        table.line([what, &value]);
    }
    table.line(["role", &RoleWord::from(tenant.role).to_string()]);
    table.line(["lifetime", &span::in_words(lifetime)]);
    let features: Vec<String> = tenant
        .features
        .of(tenant.role)
        .iter()
        .map(|(feature, allowed)| format!("{feature} {}", if allowed { "on" } else { "off" }))
        .collect();
    table.line(["features", &or_none(&features.join(", "))]);
    let rooms: Vec<&str> = tenant.rooms.iter().map(|room| room.name.as_str()).collect();
    table.line(["rooms", &or_none(&rooms.join(", "))]);
    table.plain()
}

fn provider_of(tenant: &Tenant) -> String {
    let name = tenant.provider.abilities().name;
    format!("{name} at {}", tenant.provider.domain().authority())
}

fn or_none(text: &str) -> String {
    if text.is_empty() {
        "none".to_owned()
    } else {
        text.to_owned()
    }
}
