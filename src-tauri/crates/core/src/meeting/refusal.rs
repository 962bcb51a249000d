//! The server's words for a refused token, and what they mean.
//!
//! The wire has no code for it: `errorOccurred` carries the text that
//! Prosody's token plugins give, so this is the one place that reads texts.
//! Source: measured with a Prosody that has 8x8's plugins, and the plugins
//! themselves, `mod_muc_auth_vpaas.lua` and `luajwtjitsi.lib.lua`.

use serde::Serialize;
use ts_rs::TS;

/// What the server found fault with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum TokenRefusal {
    /// Its `exp` has passed by the server's clock.
    Expired,
    /// Its `nbf` is still to come by the server's clock.
    NotYetValid,
    /// The signature does not fit the registered public key.
    BadSignature,
    /// No public key is registered under its `kid`.
    UnknownKey,
    /// `iss`.
    Issuer,
    /// `aud`.
    Audience,
    /// It has no `context`.
    NoContext,
    /// `sub` is not the tenant of its `kid`.
    WrongTenant,
    /// It cannot be read, or its header is not as JaaS wants it.
    Malformed,
    /// There was none.
    Missing,
    /// It, or the user that it names, was banned.
    Banned,
    /// A text that Roomkey does not know.
    Other,
}

impl TokenRefusal {
    /// Reads the server's text, already [unescaped](unescape).
    pub fn read(text: &str) -> Self {
        let known = TEXTS
            .iter()
            .find(|(start, _)| text.trim_start().starts_with(start));
        known.map_or(Self::Other, |(_, refusal)| *refusal)
    }
}

/// Takes the XML escapes out of a text for people to read: the five that XML
/// itself names, once.
pub fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from_ampersand)) = rest.split_once('&') {
        plain.push_str(before);
        let escape = ESCAPES
            .iter()
            .find_map(|(name, sign)| Some((from_ampersand.strip_prefix(name)?, *sign)));
        let (after, sign) = escape.unwrap_or((from_ampersand, '&'));
        plain.push(sign);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

const ESCAPES: [(&str, char); 5] = [
    ("apos;", '\''),
    ("quot;", '"'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("amp;", '&'),
];

/// How the texts begin; some go on with figures.
const TEXTS: [(&str, TokenRefusal); 24] = [
    ("Not acceptable by exp", TokenRefusal::Expired),
    ("Not acceptable by nbf", TokenRefusal::NotYetValid),
    ("Invalid signature", TokenRefusal::BadSignature),
    ("could not obtain public key", TokenRefusal::UnknownKey),
    ("invalid 'iss' claim", TokenRefusal::Issuer),
    ("'iss' claim is missing", TokenRefusal::Issuer),
    ("invalid 'aud' claim", TokenRefusal::Audience),
    ("'aud' claim is missing", TokenRefusal::Audience),
    (
        "jwt missing required context claim",
        TokenRefusal::NoContext,
    ),
    ("kid and jwt tenant do not match", TokenRefusal::WrongTenant),
    (
        "'tenant' is missing from session",
        TokenRefusal::WrongTenant,
    ),
    ("bad token format", TokenRefusal::Malformed),
    ("invalid token", TokenRefusal::Malformed),
    ("Invalid token", TokenRefusal::Malformed),
    ("Invalid body", TokenRefusal::Malformed),
    ("'kid' claim is missing", TokenRefusal::Malformed),
    ("'kid' claim is in wrong format", TokenRefusal::Malformed),
    ("invalid kid format for vpaas", TokenRefusal::Malformed),
    ("Invalid typ", TokenRefusal::Malformed),
    ("Invalid or incorrect alg", TokenRefusal::Malformed),
    ("exp must be number", TokenRefusal::Malformed),
    ("nbf must be number", TokenRefusal::Malformed),
    ("token required", TokenRefusal::Missing),
    // Said by `mod_auth_token.lua` on behalf of `mod_muc_auth_ban.lua` (jitsi-meet).
    ("user is banned", TokenRefusal::Banned),
];
