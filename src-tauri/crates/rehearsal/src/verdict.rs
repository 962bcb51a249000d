//! The verdict on a token as the room page shows it.

use roomkey_core::inspect::Inspection;
use roomkey_core::time::Timestamp;
use serde::Serialize;

/// Everything the page tells about a token. The inspection has no signature
/// in it, so that nobody joins with what is read here.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerdictView {
    inspection: Inspection,
    /// The server's own words for a refusal, which a ban may be though the rules hold.
    wire_text: Option<String>,
    /// The server's clock when it judged.
    judged_at: Timestamp,
}

impl VerdictView {
    pub(crate) fn new(
        inspection: Inspection,
        wire_text: Option<String>,
        judged_at: Timestamp,
    ) -> Self {
        Self {
            inspection,
            wire_text,
            judged_at,
        }
    }
}
