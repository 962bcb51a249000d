//! What the interface reads of a check of the set-up.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorCode;

/// Everything that was checked.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct CheckReport {
    /// In the order of the checks.
    pub(crate) results: Vec<CheckResult>,
    /// The same for a ticket, in English and without secrets.
    pub(crate) text: String,
}

/// What one check has found.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct CheckResult {
    /// Which check.
    pub(crate) id: CheckId,
    /// How it ended.
    pub(crate) outcome: CheckOutcome,
    /// What was found, in English, for the ticket.
    pub(crate) message: String,
    /// What is wrong.
    pub(crate) code: Option<ErrorCode>,
    /// Why it was not looked at.
    pub(crate) skipped: Option<CheckSkipped>,
    /// What the texts name.
    #[ts(type = "{ [key in string]: string }")]
    pub(crate) values: BTreeMap<String, String>,
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum CheckOutcome {
    /// Well.
    Pass,
    /// Well enough.
    Warn,
    /// Not well.
    Fail,
    /// It was not looked at.
    NotChecked,
}

/// Why a check was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum CheckSkipped {
    /// What signs is missing, or cannot be read.
    NoKey,
    /// The same of a secret.
    NoSecret,
    /// The key has no id.
    NoKeyId,
    /// Without a token there is nothing to ask with.
    NoToken,
    /// An earlier step has failed.
    ServerNotReached,
    /// A server on this computer is spoken to without encryption.
    NotEncrypted,
    /// Only 8x8's own server needs other hosts.
    NotOfJaas,
    /// This system shows it in a rehearsal alone.
    #[cfg_attr(
        target_os = "linux",
        expect(dead_code, reason = "on Linux they are looked for")
    )]
    InRehearsal,
}

impl CheckSkipped {
    /// For a ticket.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::NoKey => "there is no key",
            Self::NoSecret => "there is no secret",
            Self::NoKeyId => "there is no key id",
            Self::NoToken => "there is no token",
            Self::ServerNotReached => "the server was not reached",
            Self::NotEncrypted => "a server on this computer needs none",
            Self::NotOfJaas => "the server is not one of JaaS's",
            Self::InRehearsal => "camera and microphone show in a rehearsal",
        }
    }
}

/// The checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum CheckId {
    Keyring,
    Key,
    KeyId,
    Secret,
    Token,
    Clock,
    Dns,
    Tcp,
    Tls,
    Script,
    Rest,
    Hosts,
    Surface,
    Devices,
}

impl CheckId {
    /// For a ticket.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::Keyring => "keyring",
            Self::Key => "key",
            Self::KeyId => "key id",
            Self::Secret => "secret",
            Self::Token => "token",
            Self::Clock => "clock",
            Self::Dns => "DNS",
            Self::Tcp => "TCP",
            Self::Tls => "TLS",
            Self::Script => "script",
            Self::Rest => "REST",
            Self::Hosts => "hosts",
            Self::Surface => "surface",
            Self::Devices => "devices",
        }
    }
}
