//! The web client's own look at a token, `validateJwt` of jitsi-meet's
//! `react/features/base/jwt/functions.ts`.
//!
//! The client runs it only after the server has refused, to tell reasons. It
//! is followed to the letter, its blind spots included: of a token that it
//! cannot decode it reports nothing, and it compares with `kid`'s text before
//! the first `/`, where the server takes the last.

use std::fmt;

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::parts::Parts;
use crate::feature::Feature;
use crate::time::Timestamp;

/// The client's names for what it finds, `JWT_VALIDATION_ERRORS` in its
/// `constants.ts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ClientCode {
    /// The header is empty.
    HeaderNotFound,
    /// The body is empty.
    PayloadNotFound,
    /// The header has no `kid`.
    KidNotFound,
    /// `kid` is not of the tenant in `sub`.
    KidMismatch,
    /// `aud` is not "jitsi".
    AudInvalid,
    /// `iss` is not "chat".
    IssInvalid,
    /// There is no `context.features`.
    FeaturesNotFound,
    /// `nbf` is no moment.
    NbfInvalid,
    /// `nbf` is still to come.
    NbfFuture,
    /// `exp` is missing or no moment.
    ExpInvalid,
    /// `exp` has passed.
    TokenExpired,
    /// There is no `context`.
    ContextNotFound,
    /// A feature that the client does not know.
    FeatureInvalid,
    /// A feature whose value is neither true nor false.
    FeatureValueInvalid,
}

/// One thing that the client reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ClientReport {
    /// What it found.
    pub code: ClientCode,
    /// Which feature, for the two codes that are about one.
    pub feature: Option<String>,
}

/// The code by the client's name, and the feature where it is about one.
impl fmt::Display for ClientReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        match &self.feature {
            Some(feature) => write!(f, " ({feature})"),
            None => Ok(()),
        }
    }
}

impl ClientCode {
    /// The client's own name for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HeaderNotFound => "headerNotFound",
            Self::PayloadNotFound => "payloadNotFound",
            Self::KidNotFound => "kidNotFound",
            Self::KidMismatch => "kidMismatch",
            Self::AudInvalid => "audInvalid",
            Self::IssInvalid => "issInvalid",
            Self::FeaturesNotFound => "featuresNotFound",
            Self::NbfInvalid => "nbfInvalid",
            Self::NbfFuture => "nbfFuture",
            Self::ExpInvalid => "expInvalid",
            Self::TokenExpired => "tokenExpired",
            Self::ContextNotFound => "contextNotFound",
            Self::FeatureInvalid => "featureInvalid",
            Self::FeatureValueInvalid => "featureValueInvalid",
        }
    }
}

/// What the client reports, in its order.
pub(super) fn reports(parts: &Parts, now: Timestamp) -> Vec<ClientReport> {
    let (Some(header), Some(claims)) = (&parts.header, &parts.claims) else {
        return Vec::new();
    };
    if !is_truthy(Some(header)) {
        return vec![report(ClientCode::HeaderNotFound)];
    }
    if !is_truthy(Some(claims)) {
        return vec![report(ClientCode::PayloadNotFound)];
    }
    // A JavaScript text has a function named `sub`, over which the client stumbles.
    if claims.is_string() {
        return Vec::new();
    }
    let mut reports = Vec::new();
    let context = claims.get("context");
    match claims.get("sub") {
        None | Some(Value::Null) => {}
        Some(Value::String(sub)) if sub.starts_with("vpaas-magic-cookie") => {
            match header.get("kid") {
                kid if !is_truthy(kid) => return vec![report(ClientCode::KidNotFound)],
                Some(Value::String(kid)) => reports.extend(tenant(sub, kid, claims)),
                // The client calls a text's function on it, fails and goes silent.
                Some(_) | None => return reports,
            }
        }
        Some(Value::String(_)) => {}
        Some(Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            return reports;
        }
    }
    reports.extend(times(claims, now));
    if !is_truthy(context) {
        reports.push(report(ClientCode::ContextNotFound));
    } else if let Some(named) = context.and_then(|context| context.get("features")) {
        reports.extend(features(named));
    }
    reports
}

/// What the client asks of JaaS tokens alone.
fn tenant(sub: &str, kid: &str, claims: &Value) -> Vec<ClientReport> {
    let tenant = kid.split_once('/').map_or("", |(tenant, _)| tenant);
    let features = claims
        .get("context")
        .and_then(|context| context.get("features"));
    let is_text = |name: &str, text: &str| claims.get(name).and_then(Value::as_str) == Some(text);
    let found = [
        (tenant != sub, ClientCode::KidMismatch),
        (!is_text("aud", "jitsi"), ClientCode::AudInvalid),
        (!is_text("iss", "chat"), ClientCode::IssInvalid),
        (!is_truthy(features), ClientCode::FeaturesNotFound),
    ];
    found
        .into_iter()
        .filter(|(is_wrong, _)| *is_wrong)
        .map(|(_, code)| report(code))
        .collect()
}

fn times(claims: &Value, now: Timestamp) -> Vec<ClientReport> {
    let now = now.seconds().saturating_mul(1000) as f64;
    let mut reports = Vec::new();
    let nbf = claims.get("nbf");
    if is_truthy(nbf) {
        match milliseconds(nbf) {
            None => reports.push(report(ClientCode::NbfInvalid)),
            Some(nbf) if now < nbf => reports.push(report(ClientCode::NbfFuture)),
            Some(_) => {}
        }
    }
    match milliseconds(claims.get("exp")) {
        None => reports.push(report(ClientCode::ExpInvalid)),
        Some(exp) if now > exp => reports.push(report(ClientCode::TokenExpired)),
        Some(_) => {}
    }
    reports
}

/// A moment in milliseconds, where JavaScript's `Date` can hold it whole.
fn milliseconds(claim: Option<&Value>) -> Option<f64> {
    const FARTHEST: f64 = 8.64e15;
    let milliseconds = claim?.as_f64()? * 1000.0;
    let is_moment = milliseconds.fract() == 0.0 && milliseconds.abs() <= FARTHEST;
    is_moment.then_some(milliseconds)
}

fn features(named: &Value) -> Vec<ClientReport> {
    let entries: Vec<(String, Option<&Value>)> = match named {
        Value::Object(map) => map
            .iter()
            .map(|(name, value)| (name.clone(), Some(value)))
            .collect(),
        // JavaScript's keys of a list or a text are its indices.
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), Some(value)))
            .collect(),
        Value::String(text) => (0..text.encode_utf16().count())
            .map(|index| (index.to_string(), None))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    };
    entries
        .into_iter()
        .filter_map(|(name, value)| feature(name, value))
        .collect()
}

fn feature(name: String, value: Option<&Value>) -> Option<ClientReport> {
    let is_known = Feature::parse(&name).is_some_and(Feature::is_known_to_client);
    let is_flag = match value {
        Some(Value::Bool(_)) => true,
        Some(Value::String(text)) => text == "true" || text == "false",
        Some(Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_)) | None => false,
    };
    let code = match (is_known, is_flag) {
        (true, true) => return None,
        (true, false) => ClientCode::FeatureValueInvalid,
        (false, _) => ClientCode::FeatureInvalid,
    };
    Some(ClientReport {
        code,
        feature: Some(name),
    })
}

/// What JavaScript takes for true.
fn is_truthy(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(on)) => *on,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(_) | Value::Object(_)) => true,
    }
}

fn report(code: ClientCode) -> ClientReport {
    ClientReport {
        code,
        feature: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names are the client's own, letter by letter.
    #[test]
    fn codes_have_the_clients_names() {
        let names = [
            (ClientCode::HeaderNotFound, "headerNotFound"),
            (ClientCode::PayloadNotFound, "payloadNotFound"),
            (ClientCode::KidNotFound, "kidNotFound"),
            (ClientCode::KidMismatch, "kidMismatch"),
            (ClientCode::AudInvalid, "audInvalid"),
            (ClientCode::IssInvalid, "issInvalid"),
            (ClientCode::FeaturesNotFound, "featuresNotFound"),
            (ClientCode::NbfInvalid, "nbfInvalid"),
            (ClientCode::NbfFuture, "nbfFuture"),
            (ClientCode::ExpInvalid, "expInvalid"),
            (ClientCode::TokenExpired, "tokenExpired"),
            (ClientCode::ContextNotFound, "contextNotFound"),
            (ClientCode::FeatureInvalid, "featureInvalid"),
            (ClientCode::FeatureValueInvalid, "featureValueInvalid"),
        ];
        for (code, name) in names {
            assert_eq!(serde_json::to_value(code).unwrap(), name);
            assert_eq!(code.as_str(), name);
        }
    }
}
