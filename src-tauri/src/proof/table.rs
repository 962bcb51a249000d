//! Proves what a provider's own rules make of right and wrong tokens: each is made and judged here,
//! and no window is opened.

use roomkey_core::matrix;
use roomkey_core::matrix::Group;
use roomkey_core::proof::page;
use roomkey_core::provider::Pair;
use roomkey_core::provider::Scene;
use roomkey_core::provider::Table;
use roomkey_core::provider::TokenFault;
use roomkey_core::room_name::RoomName;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::inspector::signer;
use crate::inspector::signer::Signer;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::views::proof::JudgeTableRequest;
use crate::views::proof::SaveProofRequest;
use crate::views::proof::SaveTableRequest;
use crate::views::proof::TableCaseView;
use crate::views::proof::TableView;
use crate::views::settings::SavedView;

/// The room of cases that are listed and not tried.
const ANY_ROOM: &str = "room";

/// Every case of the tenant's provider, in its order; none where it has a proof in meetings.
pub(crate) fn cases(roomkey: &Roomkey, tenant: &str) -> Result<Vec<TableCaseView>, Fault> {
    let provider = roomkey.book.tenant(tenant, Tenant::clone)?.provider;
    let provider = provider.system().ok_or(KeyStoreFault::Missing)?;
    let scene = Scene {
        room: RoomName::parse(ANY_ROOM)?,
        now: roomkey.clock.now(),
    };
    let cases = provider.system().cases(&scene);
    Ok(cases.iter().map(TableCaseView::of).collect())
}

/// Makes and judges a token for each case of the chosen groups, with what the tenant signs with, or
/// with the window's own.
pub(crate) async fn judge(
    roomkey: &Roomkey,
    request: &JudgeTableRequest,
) -> Result<TableView, Fault> {
    let scene = Scene {
        room: RoomName::normalise(&request.room)?,
        now: roomkey.clock.now(),
    };
    let signer = Signer::of(roomkey, &request.tenant).await?;
    let other = signer::generated(signer.provider.system().signer()).await?;
    let (whose, groups) = (signer.whose(), request.groups.clone());
    let table = tokio::task::spawn_blocking(move || made(&signer, other, scene, &groups));
    let table = table.await.expect("judging does not panic")?;
    let view = TableView::of(&table, whose);
    roomkey.proof.keep_table(&request.tenant, table);
    Ok(view)
}

fn made(
    signer: &Signer,
    other: Option<OwnedCredential>,
    scene: Scene,
    groups: &[Group],
) -> Result<Table, TokenFault> {
    let (Some(own), Some(other)) = (&signer.credential, &other) else {
        return Err(TokenFault::FromServer);
    };
    let pair = Pair {
        own: own.signs(),
        other: other.signs(),
    };
    Table::of(&signer.provider, scene, groups, pair)
}

/// Asks where, and writes it there; none where the tester chooses nothing.
pub(crate) async fn save(
    app: &AppHandle,
    request: SaveTableRequest,
) -> Result<Option<SavedView>, Fault> {
    let table = roomkey::of(app).proof.table(&request.tenant);
    let table = table.ok_or(Fault::ProofNone)?;
    let (ending, content) = match request.form {
        SaveProofRequest::Junit => ("xml", matrix::junit(&table.lines(), table.scene.now)),
        SaveProofRequest::Json => ("json", format!("{:#}\n", table.json())),
        SaveProofRequest::Page { text } => ("html", page::html(&text)),
    };
    let name = format!("roomkey-tokens.{ending}");
    saving::save(app, &name, content.into_bytes()).await
}
