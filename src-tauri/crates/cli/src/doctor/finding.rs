//! One thing that was looked at.

use serde::Serialize;

use crate::paint::Paint;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Finding {
    /// What was looked at, such as `keyring` or `acme: key`.
    pub(super) subject: String,
    pub(super) level: Level,
    /// What was found; for a fault, with its remedy.
    pub(super) text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Level {
    /// As it should be.
    Good,
    /// Worth knowing, and no hindrance.
    Remark,
    /// Has to be mended.
    Fault,
    /// Could not be asked.
    Unknown,
}

impl Finding {
    pub(super) fn good(subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(Level::Good, subject, text)
    }

    pub(super) fn remark(subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(Level::Remark, subject, text)
    }

    pub(super) fn fault(subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(Level::Fault, subject, text)
    }

    pub(super) fn unknown(subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self::of(Level::Unknown, subject, text)
    }

    fn of(level: Level, subject: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            level,
            text: text.into(),
        }
    }

    /// The finding in one line.
    pub(super) fn line(&self, paint: Paint) -> String {
        let mark = match self.level {
            Level::Good => paint.good("ok      "),
            Level::Remark => paint.doubtful("remark  "),
            Level::Fault => paint.bad("FAULT   "),
            Level::Unknown => paint.bad("UNKNOWN "),
        };
        format!("{mark}{}: {}\n", self.subject, self.text)
    }
}
