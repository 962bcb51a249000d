//! What is served over HTTP.

use std::sync::Arc;

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use roomkey_core::room_name::RoomName;
use serde::Deserialize;

use crate::briefing::Briefing;
use crate::case::{Door, PageFault, ScriptFault, Transport};
use crate::guard;
use crate::happening::What;
use crate::house::House;
use crate::page;
use crate::rest;
use crate::room::Place;
use crate::server::stopped;
use crate::socket;
use crate::visit;

pub(crate) fn router(house: Arc<House>) -> Router {
    let commands = match house.tenancy.commanders() {
        Some(_) => rest::router(),
        None => Router::new(),
    };
    // An address without a tenant is a room alone; so "socket" and "director"
    // are no rooms in a tenant.
    Router::new()
        .route("/external_api.js", get(script_at_top))
        .route("/{first}/external_api.js", get(tenants_script))
        .route("/libs/external_api.min.js", get(old_script))
        .route("/{first}", get(room))
        .route("/{first}/socket", get(meeting_line))
        .route("/{first}/director", get(director_line))
        .route("/{first}/{room}", get(room))
        .route("/{first}/{room}/socket", get(meeting_line))
        .route("/{first}/{room}/director", get(director_line))
        .merge(commands)
        .merge(page::files())
        .layer(from_fn_with_state(Arc::clone(&house), guard))
        .with_state(house)
}

async fn guard(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    guard::guarded(house.address, house.now(), request, next).await
}

async fn script_at_top(State(house): State<Arc<House>>) -> Response {
    newest_script(&house, None).await
}

async fn tenants_script(State(house): State<Arc<House>>, Path(tenant): Path<String>) -> Response {
    newest_script(&house, Some(&tenant)).await
}

/// The script where the server's own documentation has it.
async fn newest_script(house: &House, tenant: Option<&str>) -> Response {
    if house.tenancy.tenant(tenant).is_none() {
        return StatusCode::NOT_FOUND.into_response();
    }
    match house.script_fault() {
        ScriptFault::None => script(),
        ScriptFault::Missing | ScriptFault::OnlyOld => StatusCode::NOT_FOUND.into_response(),
        ScriptFault::Silent => silence(house).await,
    }
}

async fn old_script(State(house): State<Arc<House>>) -> Response {
    match house.script_fault() {
        ScriptFault::None | ScriptFault::OnlyOld => script(),
        ScriptFault::Missing => StatusCode::NOT_FOUND.into_response(),
        ScriptFault::Silent => silence(&house).await,
    }
}

fn script() -> Response {
    let content_type = (CONTENT_TYPE, "text/javascript; charset=utf-8");
    ([content_type], page::SCRIPT).into_response()
}

/// Keeps the browser waiting for as long as there is a rehearsal.
async fn silence(house: &House) -> Response {
    stopped(house.stopped()).await;
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

async fn room(State(house): State<Arc<House>>, Path(names): Path<Names>) -> Response {
    let Some(place) = names.place(&house) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut inside = house.inside();
    let staging = inside.staging(&place.room);
    if let Some(left) = staging.page_refusals.checked_sub(1) {
        staging.page_refusals = left;
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let case = staging.case;
    drop(inside);
    let plan = case.plan();
    if plan.page == PageFault::Missing {
        return StatusCode::NOT_FOUND.into_response();
    }
    house.happened(&place.room, None, What::PageServed);
    let document = page::room(&Briefing::new(case, &plan, house.pace));
    let policy = [(
        CONTENT_SECURITY_POLICY,
        guard::policy(house.address, &house.hosts),
    )];
    (policy, Html(document)).into_response()
}

async fn meeting_line(
    State(house): State<Arc<House>>,
    Path(names): Path<Names>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    let place = match own_place(&house, &names, &headers) {
        Ok(place) => place,
        Err(refusal) => return refusal.into_response(),
    };
    let is_down = house.inside().staging(&place.room).is_down();
    let plan = house.plan(&place.room);
    if is_down || plan.door == Door::Dead {
        return match plan.transport {
            Transport::BoshBadGateway => StatusCode::BAD_GATEWAY.into_response(),
            Transport::WebSocket | Transport::Bosh => {
                StatusCode::SERVICE_UNAVAILABLE.into_response()
            }
        };
    }
    upgrade.on_upgrade(move |socket| socket::serve(house, place, socket))
}

async fn director_line(
    State(house): State<Arc<House>>,
    Path(names): Path<Names>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    match own_place(&house, &names, &headers) {
        Ok(place) => upgrade.on_upgrade(move |socket| visit::follow(house, place, socket)),
        Err(refusal) => refusal.into_response(),
    }
}

/// The room of a line, opened by the room's own page.
fn own_place(house: &House, names: &Names, headers: &HeaderMap) -> Result<Place, StatusCode> {
    if !guard::is_own_page(house.address, headers) {
        return Err(StatusCode::FORBIDDEN);
    }
    names.place(house).ok_or(StatusCode::NOT_FOUND)
}

/// What a room's address consists of.
#[derive(Deserialize)]
struct Names {
    /// The tenant, or the room where nothing follows.
    first: String,
    room: Option<String>,
}

impl Names {
    /// The server has no case in tenants' and rooms' names.
    fn place(&self, house: &House) -> Option<Place> {
        let (tenant, room) = match &self.room {
            Some(room) => (Some(self.first.as_str()), room),
            None => (None, &self.first),
        };
        Some(Place {
            tenant: house.tenancy.tenant(tenant)?,
            room: RoomName::parse(&room.to_ascii_lowercase()).ok()?,
        })
    }
}
