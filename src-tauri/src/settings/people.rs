//! Who leads, and what tokens allow.

use roomkey_core::who::Who;
use roomkey_store::policy::Locked;
use tauri::AppHandle;

use crate::error::Fault;
use crate::settings::change_tenant;
use crate::views::settings::SetFeaturesRequest;
use crate::views::settings::SetModeratorsRequest;

/// Says who leads every meeting of a tenant.
pub(crate) async fn set_moderators(
    app: &AppHandle,
    request: &SetModeratorsRequest,
) -> Result<(), Fault> {
    let moderators = who(&request.moderators)?;
    change_tenant(app, &request.tenant, Locked::People, |tenant| {
        tenant.moderators = moderators;
        Ok(())
    })
    .await
}

/// Says what the tokens of a role allow.
pub(crate) async fn set_features(
    app: &AppHandle,
    request: SetFeaturesRequest,
) -> Result<(), Fault> {
    change_tenant(app, &request.tenant, Locked::People, |tenant| {
        *tenant.features.of_mut(request.role) = request.features;
        Ok(())
    })
    .await
}

/// Rules as they were typed, each once.
pub(crate) fn who(texts: &[String]) -> Result<Vec<Who>, Fault> {
    let mut rules = Vec::new();
    for text in texts {
        let rule = Who::parse(text).map_err(|_| Fault::Who(text.clone()))?;
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    Ok(rules)
}
