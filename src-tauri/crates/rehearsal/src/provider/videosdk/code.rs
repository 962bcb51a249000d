//! The codes with which a meeting refuses.

use roomkey_core::provider::Rule;
use roomkey_core::provider::videosdk::codes;

use crate::provider::desk::Denied;
use crate::provider::line::Refused;

pub(super) const INVALID_MEETING_ID: u16 = 4003;
pub(super) const INVALID_PARTICIPANT_ID: u16 = 4004;
pub(super) const UNAUTHORIZED_PARTICIPANT_ID: u16 = 4023;

/// The refusal with this code.
pub(super) fn refused(code: u16) -> Refused {
    let reason = codes::reason(code);
    Refused {
        code: Some(code),
        says: reason
            .map_or("UNKNOWN_ERROR", |reason| reason.name)
            .to_owned(),
        text: reason.map(|reason| format!("{}. {}", reason.fault, reason.remedy)),
    }
}

/// The refusal of a token, with what is wrong with it.
pub(super) fn of_token(denied: &Denied) -> Refused {
    Refused {
        text: Some(denied.refusal.text.clone().into_owned()),
        ..refused(of_rule(denied.rule))
    }
}

/// The code of the check that failed.
fn of_rule(rule: Rule) -> u16 {
    match rule {
        Rule::ApiKey => 4001,
        Rule::Permissions => 4008,
        Rule::Room => 4022,
        Rule::Roles => 4024,
        Rule::Present
        | Rule::ThreeParts
        | Rule::Header
        | Rule::KeyName
        | Rule::KeyRegistered
        | Rule::Body
        | Rule::Typ
        | Rule::Alg
        | Rule::Signature
        | Rule::ExpNumber
        | Rule::NbfNumber
        | Rule::NotExpired
        | Rule::Begun
        | Rule::Issuer
        | Rule::Audience
        | Rule::Context
        | Rule::NoNull
        | Rule::App
        | Rule::Version
        | Rule::Tenant => 4002,
    }
}
