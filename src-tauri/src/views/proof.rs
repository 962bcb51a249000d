//! What the interface reads of a proof, and asks for.

use roomkey_core::matrix::Group;
use roomkey_core::proof::case::ProofCase;
use roomkey_core::proof::case::ProofGroup;
use roomkey_core::proof::page::PageText;
use roomkey_core::proof::report::CaseResult;
use roomkey_core::proof::report::Place;
use roomkey_core::provider::Case;
use roomkey_core::provider::Table;
use roomkey_core::provider::Verdict;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;
use crate::views::inspector::KeyUsed;

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

/// One kind of right or wrong token of a provider's.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TableCaseView {
    /// What it is about.
    pub(crate) group: Group,
    /// What is special about it, in English; no two of a group have the same.
    pub(crate) name: &'static str,
    /// It is used to call REST.
    pub(crate) is_command: bool,
    /// What is to come of it.
    pub(crate) expected: Verdict,
    /// Which public source says so.
    pub(crate) source: &'static str,
}

/// A provider's tokens, judged here by its rules.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TableView {
    /// What people call the provider.
    pub(crate) system: &'static str,
    /// The room that was entered.
    pub(crate) room: String,
    /// When, in Unix seconds.
    #[ts(type = "number")]
    pub(crate) at: i64,
    /// Whose secret or key signed.
    pub(crate) key: KeyUsed,
    /// What came of each case, in their order.
    pub(crate) lines: Vec<TableLineView>,
}

/// One kind of token, judged.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TableLineView {
    /// What was tried.
    pub(crate) case: TableCaseView,
    /// What came of it.
    pub(crate) judged: Verdict,
    /// It is what was to come.
    pub(crate) passed: bool,
}

impl TableCaseView {
    /// As it is shown.
    pub(crate) fn of(case: &Case) -> Self {
        Self {
            group: case.group,
            name: case.name,
            is_command: case.is_command,
            expected: case.expected.into(),
            source: case.source,
        }
    }
}

impl TableView {
    /// As it is shown.
    pub(crate) fn of(table: &Table, key: KeyUsed) -> Self {
        let lines = table.judged.iter().map(|line| TableLineView {
            case: TableCaseView::of(&line.case),
            judged: line.judgement.verdict.clone(),
            passed: line.judgement.difference.is_none(),
        });
        Self {
            system: table.system,
            room: table.scene.room.to_string(),
            at: table.scene.now.seconds(),
            key,
            lines: lines.collect(),
        }
    }
}

/// Names the tenant whose cases are asked for.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct TableRequest {
    /// Its id.
    pub(crate) tenant: String,
}

/// Which tokens are to be made and judged.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct JudgeTableRequest {
    /// Whose secret or key signs.
    pub(crate) tenant: String,
    /// For which room, as it was typed.
    pub(crate) room: String,
    /// Those of these groups.
    pub(crate) groups: Vec<Group>,
}

/// Saves what was last judged of a tenant's.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct SaveTableRequest {
    /// Its id.
    pub(crate) tenant: String,
    /// How.
    pub(crate) form: SaveProofRequest,
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
