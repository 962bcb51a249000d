//! Every answer by which 8x8's server refuses a token, in its order.
//!
//! The texts on the wire are Prosody's own, from `mod_muc_auth_vpaas.lua`
//! (8x8), `token/util.lib.lua`, `luajwtjitsi.lib.lua` and
//! `mod_token_verification.lua` (jitsi-meet). `luajwtjitsi`'s "Invalid header"
//! has no variant: `mod_muc_auth_vpaas` answers "bad token format" before it.

use serde::Serialize;
use ts_rs::TS;

use crate::time::Timestamp;

/// Why the server refuses a token. Displayed, it says the fault and the remedy.
#[derive(Clone, Debug, PartialEq, Serialize, TS, thiserror::Error)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub enum Refusal {
    /// There is no token.
    #[error("There is no token. Join with one")]
    TokenMissing,
    /// There is no dot in it.
    #[error("This is no token: it has no dots. Copy it whole")]
    NoDot,
    /// The header is no JSON object in base64url.
    #[error("The token's header cannot be read. Copy the token whole")]
    HeaderUnreadable,
    /// The header has no `kid`.
    #[error("The header names no key. Set kid to the key id")]
    KeyIdMissing,
    /// `kid` is no text.
    #[error("The header's kid is no text. Set it to the key id, in quotes")]
    KeyIdNotText,
    /// `kid` has no `/`.
    #[error("The header's kid has no /. Set it to the whole key id, AppID/id")]
    KeyIdIncomplete,
    /// No key is registered under the `kid`.
    #[error(
        "No public key is registered under this kid. Add the public key in the JaaS console, or correct the key id"
    )]
    KeyUnknown,
    /// There are fewer or more than three parts.
    #[error("A token has three parts with dots between them, this one has not. Copy it whole")]
    NotThreeParts,
    /// The body is no JSON object in base64url.
    #[error("The token's body cannot be read. Copy the token whole")]
    BodyUnreadable,
    /// `typ` is not exactly "JWT".
    #[error("The header's typ is not \"JWT\". Set it so, in capitals")]
    Typ,
    /// `alg` is not exactly "RS256".
    #[error("The header's alg is not \"RS256\". Sign with RS256")]
    Alg,
    /// The signature is not the registered key's.
    #[error(
        "The signature was not made by the registered key. Sign with the private key whose public half is registered under this kid"
    )]
    Signature,
    /// `exp` is no number.
    #[error("exp is no number. Give it in whole seconds since 1970, without quotes")]
    ExpNotNumber,
    /// `nbf` is no number.
    #[error("nbf is no number. Give it in whole seconds since 1970, without quotes")]
    NbfNotNumber,
    /// `exp` has come.
    #[error("The token expired at {}. Make a fresh one, and set the clock right if it is fresh", ceiling(*.exp))]
    Expired {
        /// When the token ended, in seconds since 1970.
        exp: f64,
        /// The server's clock.
        now: Timestamp,
        /// `iat`, where the token has it; the server's text then grows.
        iat: Option<f64>,
    },
    /// `nbf` has not come.
    #[error("The token is good from {} only. Set the clock right that made it: the server allows no leeway", ceiling(*.nbf))]
    NotYetValid {
        /// When the token begins, in seconds since 1970.
        nbf: f64,
    },
    /// There is no `iss`.
    #[error("The token has no iss. Set it to \"chat\"")]
    IssuerMissing,
    /// `iss` is not accepted.
    #[error("The token's iss is not accepted. Set it to \"chat\"")]
    Issuer,
    /// There is no `aud`.
    #[error("The token has no aud. Set it to \"jitsi\"")]
    AudienceMissing,
    /// `aud` is not accepted; a list never is.
    #[error("The token's aud is not accepted. Set it to the text \"jitsi\"")]
    Audience,
    /// There is no `context`.
    #[error("The token has no context. Add it, with the person and the features")]
    ContextMissing,
    /// There is no `sub`.
    #[error("The token has no sub. Set it to the AppID")]
    TenantMissing,
    /// `sub` is not the tenant of the `kid`.
    #[error("sub and kid name different tenants. Set sub to the part of the key id before the /")]
    TenantMismatch,
    /// The token is for another room.
    #[error("The token is for another room. Make one for this room")]
    RoomMismatch,
}

/// When the server refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RefusalPhase {
    /// While connecting, as `connection.passwordRequired`.
    Connection,
    /// While entering the room, as `conference.connectionError.notAllowed`.
    Conference,
}

impl Refusal {
    /// When the server refuses for this.
    pub fn phase(&self) -> RefusalPhase {
        match self {
            Self::RoomMismatch => RefusalPhase::Conference,
            Self::TokenMissing
            | Self::NoDot
            | Self::HeaderUnreadable
            | Self::KeyIdMissing
            | Self::KeyIdNotText
            | Self::KeyIdIncomplete
            | Self::KeyUnknown
            | Self::NotThreeParts
            | Self::BodyUnreadable
            | Self::Typ
            | Self::Alg
            | Self::Signature
            | Self::ExpNotNumber
            | Self::NbfNotNumber
            | Self::Expired { .. }
            | Self::NotYetValid { .. }
            | Self::IssuerMissing
            | Self::Issuer
            | Self::AudienceMissing
            | Self::Audience
            | Self::ContextMissing
            | Self::TenantMissing
            | Self::TenantMismatch => RefusalPhase::Connection,
        }
    }

    /// The server's own text, before XML escapes its apostrophes.
    pub fn wire_text(&self) -> String {
        let text = match self {
            Self::TokenMissing => "token required",
            Self::NoDot => "invalid token",
            Self::HeaderUnreadable => "bad token format",
            Self::KeyIdMissing => "'kid' claim is missing",
            Self::KeyIdNotText => "'kid' claim is in wrong format",
            Self::KeyIdIncomplete => "invalid kid format for vpaas",
            Self::KeyUnknown => "could not obtain public key",
            Self::NotThreeParts => "Invalid token",
            Self::BodyUnreadable => "Invalid body",
            Self::Typ => "Invalid typ",
            Self::Alg => "Invalid or incorrect alg",
            Self::Signature => "Invalid signature",
            Self::ExpNotNumber => "exp must be number",
            Self::NbfNotNumber => "nbf must be number",
            Self::Expired { exp, now, iat } => return expired(*exp, *now, *iat),
            Self::NotYetValid { .. } => "Not acceptable by nbf",
            Self::IssuerMissing => "'iss' claim is missing",
            Self::Issuer => "invalid 'iss' claim",
            Self::AudienceMissing => "'aud' claim is missing",
            Self::Audience => "invalid 'aud' claim",
            Self::ContextMissing => "jwt missing required context claim",
            Self::TenantMissing => "'tenant' is missing from session",
            Self::TenantMismatch => "kid and jwt tenant do not match",
            Self::RoomMismatch => "Room and token mismatched",
        };
        text.to_owned()
    }
}

/// The first whole second at or after a moment.
pub(super) fn ceiling(seconds: f64) -> Timestamp {
    // A float beyond the range becomes the range's end, which is far enough.
    Timestamp(seconds.ceil() as i64)
}

fn expired(exp: f64, now: Timestamp, iat: Option<f64>) -> String {
    let since = lua_number(now.seconds() as f64 - exp);
    let valid_for = iat.map(|iat| format!(", valid for:{} sec", lua_number(exp - iat)));
    format!(
        "Not acceptable by exp ({since} sec since expired{})",
        valid_for.unwrap_or_default()
    )
}

/// Writes a float as Lua 5.4's `tostring` does: C's `%.14g`, and `.0` after
/// what would look like an integer.
fn lua_number(number: f64) -> String {
    const DIGITS: usize = 14;
    let scientific = format!("{number:.*e}", DIGITS - 1);
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if !(-4..14).contains(&exponent) {
        return format!("{}e{exponent:+03}", trim_zeros(mantissa));
    }
    let decimals = usize::try_from(13 - exponent).unwrap_or_default();
    let text = format!("{number:.decimals$}");
    let text = trim_zeros(&text);
    if text.contains('.') {
        text.to_owned()
    } else {
        format!("{text}.0")
    }
}

fn trim_zeros(text: &str) -> &str {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        text
    }
}
