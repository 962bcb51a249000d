//! What the inspector's sections Meetings and Webhooks read and send.

use roomkey_core::provider::jaas::webhook::Event;
use roomkey_core::provider::jaas::webhook::Fit;
use roomkey_core::time::Timestamp;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;

/// A command to a tenant's JaaS. It may hold a token, so that it is not printed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct CommandRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// What is to be done.
    pub(crate) command: TypedCommand,
}

/// What is to be done, as it was typed.
#[derive(Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum TypedCommand {
    /// End a meeting for everybody.
    EndMeeting {
        /// The room, by name or title.
        room: String,
    },
    /// Remove somebody from a meeting.
    RemoveParticipant {
        /// The room, by name or title.
        room: String,
        /// The id in the meeting.
        participant: String,
    },
    /// Let a user in no more.
    BanUser {
        /// `context.user.id`.
        user: String,
    },
    /// Let nobody in with this token.
    BanToken {
        /// A text with the token in it.
        token: String,
    },
}

/// What a question names before a command is given.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub(crate) struct PreparedView {
    /// What would be done.
    pub(crate) command: CommandView,
    /// The tenant's title.
    pub(crate) tenant: String,
    /// The host that would be asked.
    pub(crate) host: String,
}

/// What would be done, as it was read.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum CommandView {
    /// End a meeting for everybody.
    EndMeeting {
        /// The room's name.
        room: String,
    },
    /// Remove somebody from a meeting.
    RemoveParticipant {
        /// The room's name.
        room: String,
        /// The id in the meeting.
        participant: String,
    },
    /// Let a user in no more.
    BanUser {
        /// `context.user.id`.
        user: String,
    },
    /// Let nobody in with this token.
    BanToken {
        /// What it says.
        token: BannedTokenView,
    },
}

/// What a token says that is to be banned; nobody has checked it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct BannedTokenView {
    /// `context.user.name`.
    pub(crate) name: Option<String>,
    /// `context.user.id`.
    pub(crate) user: Option<String>,
    /// `room`.
    pub(crate) room: Option<String>,
    /// `exp`.
    pub(crate) until: Option<Timestamp>,
    /// Whether it has expired, so that it opens nothing anyway.
    pub(crate) is_over: bool,
}

/// Whether the secret of a tenant's webhooks is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum SecretState {
    /// It is in the keyring.
    Kept,
    /// It is not.
    None,
    /// The keyring is locked or not there.
    Unknown,
}

/// A delivery that was pasted.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct WebhookRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The body, as it was pasted.
    pub(crate) body: String,
    /// The header `X-Jaas-Signature`.
    pub(crate) signature: String,
}

/// What a delivery is.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub(crate) struct WebhookView {
    /// What it tells.
    pub(crate) body: BodyView,
    /// Whether it is signed with the tenant's secret.
    pub(crate) signature: SignatureView,
}

/// What a body tells.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export, rename = "WebhookBodyView")]
pub(crate) enum BodyView {
    /// An event.
    Read {
        /// Which.
        event: Event,
    },
    /// Nothing.
    Unreadable {
        /// Why.
        fault: ErrorView,
    },
}

/// What came of the signature.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, rename = "WebhookSignatureView")]
pub(crate) enum SignatureView {
    /// It was held against the secret.
    Checked {
        /// Whether it fits the body.
        fit: Fit,
        /// When it was made.
        at: Timestamp,
        /// How many seconds ago; negative in the future.
        age: i64,
        /// Whether a server should refuse it for its age.
        is_old: bool,
        /// Whether it is from the future by more than clocks differ.
        is_ahead: bool,
    },
    /// It was not.
    NotChecked {
        /// Why.
        fault: ErrorView,
    },
}
