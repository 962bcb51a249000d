//! The verdict on a token as the room page shows it.

use roomkey_core::time::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// Everything the page tells about a token. The inspection has no signature
/// in it, so that nobody joins with what is read here.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerdictView {
    inspection: Value,
    /// The server's own words for a refusal, which a ban may be though the rules hold.
    wire_text: Option<String>,
    /// The server's clock when it judged.
    judged_at: Timestamp,
}

impl VerdictView {
    pub(crate) fn new(inspection: Value, wire_text: Option<String>, judged_at: Timestamp) -> Self {
        Self {
            inspection,
            wire_text,
            judged_at,
        }
    }
}
