//! What the interface reads and sends of rollout files.

use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::views::provider::SigningKind;

/// Makes a rollout file.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ExportRolloutRequest {
    /// The ids of its tenants.
    pub(crate) tenants: Vec<String>,
    /// Whether it carries their keys.
    pub(crate) with_keys: bool,
}

/// A rollout file that was made. The passphrase is shown once and kept nowhere.
#[derive(Serialize, TS)]
#[ts(export)]
pub(crate) struct RolloutMade {
    /// What opens it.
    pub(crate) passphrase: String,
    /// Where it is.
    pub(crate) path: String,
}

/// A rollout file that waits for its passphrase.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct RolloutFile {
    /// Its name, without the folder.
    pub(crate) name: String,
}

/// What a rollout file sets up.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct RolloutView {
    /// The tenants.
    pub(crate) tenants: Vec<RolloutPart>,
}

/// One tenant of a rollout file.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "RolloutTenant")]
pub(crate) struct RolloutPart {
    /// What people call it.
    pub(crate) title: String,
    /// How many rooms it has.
    pub(crate) rooms: usize,
    /// The key or the secret comes along.
    pub(crate) with_key: bool,
    /// Which of both it is, or would be.
    pub(crate) signing: SigningKind,
    /// This desk knows the tenant already: it is set up anew.
    pub(crate) replaces: bool,
}
