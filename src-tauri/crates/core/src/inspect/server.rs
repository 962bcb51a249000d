//! The checks of 8x8's server, in its order.
//!
//! First `mod_muc_auth_vpaas.lua` looks at the header and fetches the key,
//! then `luajwtjitsi.lib.lua` verifies, `token/util.lib.lua` asks for the
//! context, `mod_muc_auth_vpaas.lua` compares tenants, and, when the room is
//! entered, `mod_token_verification.lua` compares rooms.

use serde::Serialize;
use ts_rs::TS;

use super::Against;
use super::parts::Parts;
use super::refusal::Refusal;
use super::rules::{self, Ask, Finding};

/// One thing that the server asks of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Rule {
    /// There is a token.
    Present,
    /// Its header can be read.
    Header,
    /// `kid` is a whole key id.
    KeyId,
    /// A public key is registered under `kid`.
    KeyRegistered,
    /// There are three parts.
    ThreeParts,
    /// Its body can be read.
    Body,
    /// `typ` is "JWT".
    Typ,
    /// `alg` is "RS256".
    Alg,
    /// The registered key made the signature.
    Signature,
    /// `exp` is a number, where there is one.
    ExpNumber,
    /// `nbf` is a number, where there is one.
    NbfNumber,
    /// `exp` is still to come.
    NotExpired,
    /// `nbf` has come.
    Begun,
    /// `iss` is accepted.
    Issuer,
    /// `aud` is accepted.
    Audience,
    /// There is a `context`.
    Context,
    /// `sub` is the tenant of `kid`.
    Tenant,
    /// `room` is the room that is entered.
    Room,
}

impl Rule {
    /// What is asked, as people say it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Present => "there is a token",
            Self::Header => "its header can be read",
            Self::KeyId => "kid is a whole key id",
            Self::KeyRegistered => "a public key is registered under kid",
            Self::ThreeParts => "it has three parts",
            Self::Body => "its body can be read",
            Self::Typ => "typ is \"JWT\"",
            Self::Alg => "alg is \"RS256\"",
            Self::Signature => "the registered key signed it",
            Self::ExpNumber => "exp is a number",
            Self::NbfNumber => "nbf is a number",
            Self::NotExpired => "it has not expired",
            Self::Begun => "it is good already",
            Self::Issuer => "iss is accepted",
            Self::Audience => "aud is accepted",
            Self::Context => "there is a context",
            Self::Tenant => "sub is the tenant of kid",
            Self::Room => "it is for the room",
        }
    }
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub enum Outcome {
    /// The server is content.
    Pass,
    /// The server would refuse.
    Fail {
        /// With which answer.
        refusal: Refusal,
        /// The fault and the remedy, in English.
        text: String,
    },
    /// The check could not be made.
    NotChecked {
        /// Why not.
        why: Unchecked,
        /// The same in English.
        text: String,
    },
}

/// Why a check could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Unchecked {
    /// There is nothing to look at.
    #[error("There is no token")]
    NoToken,
    /// The header is no JSON object in base64url.
    #[error("The header cannot be read")]
    NoHeader,
    /// The body is no JSON object in base64url.
    #[error("The body cannot be read")]
    NoBody,
    /// `kid` is missing or no whole key id.
    #[error("The token names no key")]
    NoKeyNamed,
    /// There is nothing to verify the signature with.
    #[error("No public key was given to compare with")]
    NoKeyGiven,
    /// The signature is not where it should be.
    #[error("There are not three parts")]
    NotThreeParts,
    /// The token ends never.
    #[error("The token has no exp, and the server does not ask for one")]
    NoExp,
    /// The token has no beginning.
    #[error("The token has no nbf, and the server does not ask for one")]
    NoNbf,
    /// It is not known which room is to be joined.
    #[error("No room was given to compare with")]
    NoRoomGiven,
    /// The token is for every room.
    #[error("The token names no room, and the server then opens every room")]
    NoRoomNamed,
    /// `context.room.regex` is on.
    #[error("The room is a Lua pattern, which only the server matches")]
    RoomPattern,
}

/// One rule held against the token.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Check {
    /// What is asked.
    pub rule: Rule,
    /// What came of it.
    pub outcome: Outcome,
    /// The public server module that asks it, and where in it.
    pub source: &'static str,
}

/// Makes every check, and gives the first refusal in the server's order.
pub(super) fn walk(parts: &Parts, against: &Against<'_>) -> (Vec<Check>, Option<Refusal>) {
    let mut checks = Vec::with_capacity(RULES.len());
    let mut first = None;
    for (rule, ask, source) in RULES {
        let outcome = match ask(parts, against) {
            Finding::Content => Outcome::Pass,
            Finding::Unknown(why) => Outcome::NotChecked {
                why,
                text: why.to_string(),
            },
            Finding::Refuse(refusal) => {
                first.get_or_insert_with(|| refusal.clone());
                Outcome::Fail {
                    text: refusal.to_string(),
                    refusal,
                }
            }
        };
        checks.push(Check {
            rule,
            outcome,
            source,
        });
    }
    (checks, first)
}

const RULES: [(Rule, Ask, &str); 18] = [
    (
        Rule::Present,
        rules::present,
        "token/util.lib.lua: process_and_verify_token",
    ),
    (Rule::Header, rules::header, VPAAS_FETCH),
    (Rule::KeyId, rules::key_id, VPAAS_FETCH),
    (Rule::KeyRegistered, rules::key_registered, VPAAS_FETCH),
    (
        Rule::ThreeParts,
        rules::three_parts,
        "luajwtjitsi.lib.lua: parse_token",
    ),
    (Rule::Body, rules::body, "luajwtjitsi.lib.lua: parse_token"),
    (Rule::Typ, rules::typ, VERIFY),
    (Rule::Alg, rules::alg, VERIFY),
    (Rule::Signature, rules::signature, VERIFY),
    (Rule::ExpNumber, rules::exp_number, VERIFY),
    (Rule::NbfNumber, rules::nbf_number, VERIFY),
    (Rule::NotExpired, rules::not_expired, VERIFY),
    (Rule::Begun, rules::begun, VERIFY),
    (Rule::Issuer, rules::issuer, VERIFY),
    (Rule::Audience, rules::audience, VERIFY),
    (
        Rule::Context,
        rules::context,
        "token/util.lib.lua: process_and_verify_token",
    ),
    (
        Rule::Tenant,
        rules::tenant,
        "mod_muc_auth_vpaas.lua: validate_vpaas_token",
    ),
    (Rule::Room, rules::room, "token/util.lib.lua: verify_room"),
];

const VPAAS_FETCH: &str = "mod_muc_auth_vpaas.lua: process_vpaas_token";
const VERIFY: &str = "luajwtjitsi.lib.lua: verify";
