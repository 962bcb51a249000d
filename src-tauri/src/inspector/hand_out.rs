//! Gives a token away: to the clipboard, or to the page of a tester who wants to see it. It is
//! made for that, and what is said of it goes along.

use roomkey_core::grant::RoomScope;
use roomkey_core::provider::Door;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Visit;
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use zeroize::Zeroizing;

use super::choices;
use super::make;
use super::make::Made;
use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::MakeRequest;
use crate::views::inspector::ShownToken;

/// The token for the page.
pub(crate) async fn shown(roomkey: &Roomkey, request: &MakeRequest) -> Result<ShownToken, Fault> {
    let made = made(roomkey, request).await?;
    Ok(ShownToken {
        token: made.token.reveal().to_owned(),
        made: made.explained,
    })
}

/// The token for the clipboard; the page does not get it.
pub(crate) async fn copy_token(
    app: &AppHandle,
    request: &MakeRequest,
) -> Result<ExplainedView, Fault> {
    let made = made(&roomkey::of(app), request).await?;
    copy(app, Zeroizing::new(made.token.reveal().to_owned())).await?;
    Ok(made.explained)
}

/// The meeting's address with the token in it, for the clipboard.
pub(crate) async fn copy_address(
    app: &AppHandle,
    request: &MakeRequest,
) -> Result<ExplainedView, Fault> {
    let (address, explained) = address_of(&roomkey::of(app), request).await?;
    copy(app, address).await?;
    Ok(explained)
}

/// The address, and what is said of the token in it.
pub(super) async fn address_of(
    roomkey: &Roomkey,
    request: &MakeRequest,
) -> Result<(Zeroizing<String>, ExplainedView), Fault> {
    let made = made(roomkey, request).await?;
    Ok((address(&made)?, made.explained))
}

/// Where a browser opens the meeting with this token: the room's page at the tenant's server.
fn address(made: &Made) -> Result<Zeroizing<String>, Fault> {
    let room = made.room.clone().ok_or(Fault::NoRoom)?;
    let entry = Entry {
        room: RoomScope::Exact(room),
        ..made.recipe.entry()
    };
    let system = made.provider.system();
    let door = system.door(&Visit {
        entry: &entry,
        token: Some(&made.token),
        room: None,
        microphone_on: true,
        camera_on: true,
        prejoin: true,
    })?;
    Ok(match door {
        Door::IFrameApi { room } => Zeroizing::new(format!(
            "{}/{room}?jwt={}",
            system.domain().origin(),
            made.token.reveal()
        )),
        Door::Page(page) => page.address,
    })
}

async fn made(roomkey: &Roomkey, request: &MakeRequest) -> Result<Made, Fault> {
    let chosen = choices::chosen(request).map_err(|_| Fault::Fields)?;
    make::token(roomkey, &request.tenant, chosen).await
}

async fn copy(app: &AppHandle, text: Zeroizing<String>) -> Result<(), Fault> {
    let app = app.clone();
    let copied = tokio::task::spawn_blocking(move || app.clipboard().write_text(text.as_str()));
    copied
        .await
        .expect("writing the clipboard does not panic")
        .map_err(|_| Fault::ClipboardRefused)
}
