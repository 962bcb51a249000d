//! Opens a meeting with a token that was chosen in Make, right or wrong.

use std::sync::Arc;

use roomkey_core::provider::Provider;
use roomkey_core::provider::jaas;
use roomkey_core::recipe::Recipe;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use super::choices;
use super::make::Signer;
use crate::error::Fault;
use crate::meeting;
use crate::meeting::plan;
use crate::meeting::plan::Plan;
use crate::rehearsal;
use crate::roomkey;
use crate::views::inspector::OpenMadeRequest;

/// Opens it in the tenant's own room, or against the stand-in.
pub(crate) async fn meeting(app: &AppHandle, request: &OpenMadeRequest) -> Result<(), Fault> {
    let chosen = choices::chosen(&request.token).map_err(|_| Fault::Fields)?;
    let room = chosen.room.ok_or(Fault::NoRoom)?;
    let plan = plan(
        app,
        &request.token.tenant,
        chosen.recipe,
        room,
        request.rehearsal,
    );
    meeting::start(app, plan).await
}

async fn plan(
    app: &AppHandle,
    tenant: &str,
    recipe: Recipe,
    room: RoomName,
    rehearses: bool,
) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let signer = Signer::of(&roomkey, tenant).await?;
    let domain = if rehearses {
        rehearsal::open_for(app, &signer.key_id, &signer.key, &room).await?
    } else {
        signer.domain.clone()
    };
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let title = match tenant.room(&room) {
        Some(known) => known.title.clone(),
        None => room.to_string(),
    };
    Ok(Plan {
        provider: Provider::Jaas(jaas::Tenant {
            key_id: signer.key_id.clone(),
            domain,
        }),
        subject: title.clone(),
        title,
        person: recipe.person.clone(),
        role: recipe.role,
        features: recipe.features.clone(),
        lifetime_seconds: recipe.lifetime.in_seconds(),
        brand: roomkey.brand(&tenant),
        hidden_buttons: tenant.brand.hidden_buttons,
        language: roomkey.language(),
        arrival: roomkey.arrival(),
        prejoin: false,
        lobby: false,
        surface: roomkey.book.read(|settings| settings.surface),
        signer: plan::Signer::Made {
            key: Arc::clone(&signer.key),
            key_id: signer.key_id,
            recipe: Box::new(recipe),
            rehearses,
        },
        room,
    })
}
