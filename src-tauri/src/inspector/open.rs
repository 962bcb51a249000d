//! Opens a meeting with a token that was chosen in Make, right or wrong.

use roomkey_core::provider::Role;
use roomkey_core::provider::TokenFault;
use roomkey_core::recipe::Recipe;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use super::choices;
use super::signer::Signer;
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
    let Signer {
        provider,
        credential,
        ..
    } = Signer::of(&roomkey, tenant).await?;
    let credential = credential.ok_or(TokenFault::FromServer)?;
    let provider = if rehearses {
        rehearsal::open_for(app, provider, &credential, &room).await?
    } else {
        provider
    };
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let title = match tenant.room(&room) {
        Some(known) => known.title.clone(),
        None => room.to_string(),
    };
    Ok(Plan {
        provider,
        subject: title.clone(),
        title,
        person: recipe.person.clone(),
        role: recipe.role.settled().unwrap_or_default(),
        features: recipe.features.clone(),
        lifetime_seconds: recipe.lifetime.in_seconds(),
        brand: roomkey.brand(&tenant),
        hidden_buttons: tenant.brand.hidden_buttons,
        language: roomkey.language(),
        arrival: roomkey.arrival(),
        prejoin: false,
        lobby: recipe.role == Role::Lobby,
        surface: roomkey.book.read(|settings| settings.surface),
        signer: plan::Signer::Made {
            credential: Box::new(credential),
            recipe: Box::new(recipe),
            rehearses,
        },
        room,
    })
}
