//! The verdict on a token as the room page shows it.

use roomkey_core::inspect::{Inspection, Verdict};
use roomkey_core::time::Timestamp;
use serde::Serialize;

/// Everything the page tells about a token. The inspection has no signature
/// in it, so that nobody joins with what is read here.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VerdictView {
    inspection: Inspection,
    /// The server's own words for a refusal.
    wire_text: Option<String>,
    /// The server's clock when it judged.
    judged_at: Timestamp,
}

impl VerdictView {
    pub(crate) fn new(inspection: Inspection, judged_at: Timestamp) -> Self {
        let wire_text = match &inspection.verdict {
            Verdict::Refused(refusal) => Some(refusal.wire_text()),
            Verdict::Accepted(_) | Verdict::Unproved(_) => None,
        };
        Self {
            inspection,
            wire_text,
            judged_at,
        }
    }
}
