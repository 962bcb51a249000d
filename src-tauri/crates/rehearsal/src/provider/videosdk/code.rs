//! The codes with which a meeting refuses, by the names of js-sdk's
//! `constants.d.ts`.

use roomkey_core::provider::Rule;

use crate::provider::desk::Denied;
use crate::provider::line::Refused;

pub(super) const INVALID_MEETING_ID: u16 = 4003;
pub(super) const INVALID_PARTICIPANT_ID: u16 = 4004;
pub(super) const UNAUTHORIZED_PARTICIPANT_ID: u16 = 4023;
const INVALID_TOKEN: u16 = 4002;

const NAMES: [(u16, &str); 14] = [
    (4001, "INVALID_API_KEY"),
    (INVALID_TOKEN, "INVALID_TOKEN"),
    (INVALID_MEETING_ID, "INVALID_MEETING_ID"),
    (INVALID_PARTICIPANT_ID, "INVALID_PARTICIPANT_ID"),
    (4005, "DUPLICATE_PARTICIPANT"),
    (4006, "ACCOUNT_DEACTIVATED"),
    (4007, "ACCOUNT_DISCONTINUED"),
    (4008, "INVALID_PERMISSIONS"),
    (4009, "MAX_PARTICIPANT"),
    (4010, "MAX_SPEAKER"),
    (4022, "UNAUTHORIZED_MEETING_ID"),
    (UNAUTHORIZED_PARTICIPANT_ID, "UNAUTHORIZED_PARTICIPANT_ID"),
    (4024, "UNAUTHORIZED_ROLE"),
    (4025, "UNAUTHORIZED_REQUEST"),
];

/// The refusal with this code.
pub(super) fn refused(code: u16) -> Refused {
    let name = NAMES.iter().find(|(one, _)| *one == code);
    Refused {
        code: Some(code),
        says: name.map_or("UNKNOWN_ERROR", |(_, name)| name).to_owned(),
        text: None,
    }
}

/// The refusal of a token.
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
        | Rule::Tenant => INVALID_TOKEN,
    }
}
