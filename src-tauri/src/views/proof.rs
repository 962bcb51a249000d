//! What the interface reads of a proof, and asks for.

use roomkey_core::proof::case::ProofCase;
use roomkey_core::proof::case::ProofGroup;
use roomkey_core::proof::page::PageText;
use roomkey_core::proof::report::CaseResult;
use roomkey_core::proof::report::Place;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;

/// One case that can be tried.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ProofCaseView {
    /// Which.
    pub(crate) case: ProofCase,
    /// What it is about.
    pub(crate) group: ProofGroup,
    /// Which public source says what comes of it.
    pub(crate) source: &'static str,
    /// How many windows it opens.
    pub(crate) windows: usize,
}

impl ProofCaseView {
    /// Every case, in the order in which they are tried.
    pub(crate) fn all() -> Vec<Self> {
        let views = ProofCase::ALL.map(|case| Self {
            case,
            group: case.group(),
            source: case.source(),
            windows: case.guests().len(),
        });
        views.to_vec()
    }
}

/// What is to be tried.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct StartProofRequest {
    /// Where.
    pub(crate) place: Place,
    /// Whose key signs; none for the demonstration's own, which a rehearsal alone takes.
    pub(crate) tenant: Option<String>,
    /// In which room, as it was typed.
    pub(crate) room: String,
    /// What, in any order.
    pub(crate) cases: Vec<ProofCase>,
}

/// How a proof goes, told as it happens. `ended` and `failed` are the last.
#[derive(Clone, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub(crate) enum ProofProgress {
    /// It has begun.
    Began {
        /// When, in Unix seconds.
        #[ts(type = "number")]
        at: i64,
        /// Whether the demonstration's own key signs, because the tenant has none.
        demonstration: bool,
    },
    /// A case has come so far.
    Step {
        /// Which.
        case: ProofCase,
        /// How far.
        step: ProofStep,
    },
    /// All is known of a case.
    Done {
        /// What came of it.
        result: CaseResult,
    },
    /// Nothing more is tried.
    Ended {
        /// Whether the tester stopped it.
        stopped: bool,
    },
    /// It cannot go on.
    Failed {
        /// Why.
        error: ErrorView,
    },
}

/// How far a case has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum ProofStep {
    /// Its windows open.
    Opening,
    /// Its windows are there, and wait for the meeting.
    Joining,
    /// Everybody is in, and what the meeting grants is read.
    Reading,
}

/// How the report is to be saved.
#[derive(Deserialize, TS)]
#[serde(
    tag = "format",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub(crate) enum SaveProofRequest {
    /// As JUnit XML.
    Junit,
    /// As JSON.
    Json,
    /// As a page that can be printed, in the interface's words.
    Page {
        /// What it says.
        text: PageText,
    },
}
