//! The header `X-Jaas-Signature`, and whether it fits a body.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::Serialize;
use ts_rs::TS;

use crate::time::Timestamp;

use super::accident::Accident;
use super::secret::Secret;

/// The header's name.
const NAME: &str = "x-jaas-signature";
/// The bytes of an HMAC with SHA-256.
const LENGTH: usize = 32;

/// A signature as it is delivered: `t=<seconds>,v1=<base64>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    at: Timestamp,
    /// The same, as it was signed.
    signed_at: String,
    /// In base64url without padding.
    signatures: Vec<String>,
}

impl Header {
    /// Reads the header's value, or the whole line with its name.
    ///
    /// The elements may come in any order and there may be several `v1`; every other scheme
    /// is passed over, as JaaS's documentation asks, so that nobody can choose a weaker one.
    pub fn parse(text: &str) -> Result<Self, HeaderFault> {
        let text = value(text);
        if text.is_empty() {
            return Err(HeaderFault::Empty);
        }
        let elements = || {
            let pairs = text
                .split(',')
                .filter_map(|element| element.split_once('='));
            pairs.map(|(name, value)| (name.trim(), value.trim()))
        };
        let all = |wanted| elements().filter(move |(name, _)| *name == wanted);
        let mut times = all("t").map(|(_, value)| value);
        let signed_at = match (times.next(), times.next()) {
            (Some(time), None) => time,
            (None, _) => return Err(HeaderFault::NoTime),
            (Some(_), Some(_)) => return Err(HeaderFault::SeveralTimes),
        };
        let is_number = !signed_at.is_empty() && signed_at.bytes().all(|b| b.is_ascii_digit());
        let seconds = signed_at.parse().ok().filter(|_| is_number);
        let at = Timestamp(seconds.ok_or(HeaderFault::TimeMalformed)?);
        if all("v1").next().is_none() {
            return Err(HeaderFault::NoSignature);
        }
        let signatures: Vec<String> = all("v1").filter_map(|(_, value)| url_safe(value)).collect();
        if signatures.is_empty() {
            return Err(HeaderFault::SignatureMalformed);
        }
        Ok(Self {
            at,
            signed_at: signed_at.to_owned(),
            signatures,
        })
    }

    /// When the webhook was signed, by JaaS's clock.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether the secret made one of the signatures for this body, byte for byte; where it
    /// did not, whether it did before one of the usual accidents happened to the body.
    pub fn fits(&self, secret: &Secret, body: &str) -> Fit {
        if self.is_over(secret, body) {
            return Fit::AsPasted;
        }
        let accident = Accident::ALL.into_iter().find(|accident| {
            let before = accident.undone(body);
            before.is_some_and(|before| self.is_over(secret, &before))
        });
        match accident {
            Some(accident) => Fit::After { accident },
            None => Fit::Not,
        }
    }

    fn is_over(&self, secret: &Secret, body: &str) -> bool {
        let message = format!("{}.{body}", self.signed_at);
        let mut signatures = self.signatures.iter();
        signatures.any(|signature| secret.verifies(message.as_bytes(), signature))
    }
}

/// Whether a body is what was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export, rename = "WebhookFit")]
pub enum Fit {
    /// It is, byte for byte.
    AsPasted,
    /// It was, before this happened to it.
    After {
        /// What happened.
        accident: Accident,
    },
    /// It is not: another body, another secret, or another header.
    Not,
}

/// Why a text is no such header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// Nothing was given.
    #[error("The signature is missing. Paste the value of the header X-Jaas-Signature")]
    Empty,
    /// There is no `t`.
    #[error("The signature has no time. Paste the whole header, which begins with t=")]
    NoTime,
    /// There is more than one `t`.
    #[error("The signature has several times. Paste the header of one delivery")]
    SeveralTimes,
    /// `t` is no whole number of seconds.
    #[error("The signature’s time is no number of seconds. Paste the header as it was delivered")]
    TimeMalformed,
    /// There is no `v1`.
    #[error("The signature has no v1, the only scheme of JaaS. Paste the whole header")]
    NoSignature,
    /// No `v1` is the base64 of 32 bytes.
    #[error("The v1 of the signature is cut off or altered. Paste the whole header")]
    SignatureMalformed,
}

/// The header's value, without its name and quotes around it.
fn value(text: &str) -> &str {
    let quotes = ['"', '\'', '`'];
    let text = text.trim().trim_matches(quotes).trim();
    match text.split_once(':') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case(NAME) => {
            value.trim().trim_matches(quotes).trim()
        }
        Some(_) | None => text,
    }
}

fn url_safe(base64: &str) -> Option<String> {
    let bytes = STANDARD.decode(base64).ok()?;
    (bytes.len() == LENGTH).then(|| URL_SAFE_NO_PAD.encode(bytes))
}
