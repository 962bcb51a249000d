//! What the room's page is told before it says anything itself.

use serde::Serialize;

use crate::case::{Case, Plan, ROOM_PASSWORD, Transport};
use crate::recorded::Pace;

/// Written into the page's document as JSON.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Briefing {
    case: Case,
    pace: f64,
    transport: Transport,
    /// Whether the client's own screen comes first whatever the host page says.
    prejoin: bool,
    supported: bool,
    /// Kinds of media that the browser is to refuse.
    refused_media: Vec<&'static str>,
    /// Shown beside the field that asks for it.
    password: &'static str,
}

impl Briefing {
    pub(crate) fn new(case: Case, plan: &Plan, pace: Pace) -> Self {
        let refused = [
            (plan.microphone_refused, "audio"),
            (plan.camera_refused, "video"),
        ];
        Self {
            case,
            pace: pace.factor(),
            transport: plan.transport,
            prejoin: plan.prejoin,
            supported: plan.supported,
            refused_media: refused
                .into_iter()
                .filter_map(|(is_refused, kind)| is_refused.then_some(kind))
                .collect(),
            password: ROOM_PASSWORD,
        }
    }
}
