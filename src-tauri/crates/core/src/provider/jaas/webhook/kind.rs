//! The events of which JaaS tells.
//!
//! Source: JaaS's documentation, “Events” and “Payload structure”; the two about the start
//! and end of a transcription stand in 8x8's server module `mod_muc_webhooks.lua` alone.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened, by the name in `eventType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[ts(export, rename = "WebhookEvent")]
#[expect(
    missing_docs,
    reason = "JaaS's own names, explained in the interface's texts"
)]
pub enum EventType {
    RoomCreated,
    RoomDestroyed,
    ParticipantJoined,
    ParticipantLeft,
    ParticipantJoinedLobby,
    ParticipantLeftLobby,
    RoleChanged,
    RecordingStarted,
    RecordingEnded,
    RecordingUploaded,
    VideoSegmentUploaded,
    LiveStreamStarted,
    LiveStreamEnded,
    TranscriptionStarted,
    TranscriptionEnded,
    TranscriptionUploaded,
    TranscriptionChunkReceived,
    ChatUploaded,
    PollCreated,
    PollAnswer,
    Reactions,
    AggregatedReactions,
    SpeakerStats,
    ScreenSharingHistory,
    Feedback,
    DocumentAdded,
    DocumentDeleted,
    SipCallInStarted,
    SipCallInEnded,
    SipCallOutStarted,
    SipCallOutEnded,
    DialInStarted,
    DialInEnded,
    DialOutStarted,
    DialOutEnded,
    SettingsProvisioning,
    Usage,
    RtcstatsUploaded,
}

impl EventType {
    /// The event of that name, where it is known.
    pub fn named(name: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::from(name)).ok()
    }
}
