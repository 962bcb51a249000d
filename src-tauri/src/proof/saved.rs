//! What came of a proof, in a file of the tester's choice.

use roomkey_core::proof::page;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::saving;
use crate::views::proof::SaveProofRequest;
use crate::views::settings::SavedView;

/// Asks where, and writes it there; none where the tester chooses nothing.
pub(crate) async fn save(
    app: &AppHandle,
    request: SaveProofRequest,
) -> Result<Option<SavedView>, Fault> {
    let report = roomkey::of(app).proof.report().ok_or(Fault::ProofNone)?;
    let (ending, content) = match request {
        SaveProofRequest::Junit => ("xml", report.junit()),
        SaveProofRequest::Json => ("json", format!("{:#}\n", report.json())),
        SaveProofRequest::Page { text } => ("html", page::html(&text)),
    };
    let name = format!("roomkey-proof.{ending}");
    saving::save(app, &name, content.into_bytes()).await
}
