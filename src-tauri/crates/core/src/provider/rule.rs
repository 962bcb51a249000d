//! What a server may ask of a token.

use serde::Serialize;
use ts_rs::TS;

/// What a server may ask of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "ProviderRule")]
pub enum Rule {
    /// There is a token.
    Present,
    /// There are three parts.
    ThreeParts,
    /// The header can be read.
    Header,
    /// The header's `kid` names a key as the server wants it.
    KeyName,
    /// A public key is registered under `kid`.
    KeyRegistered,
    /// The body can be read.
    Body,
    /// `typ` is "JWT".
    Typ,
    /// `alg` is the one that the tenant signs by.
    Alg,
    /// The tenant's secret or key made the signature.
    Signature,
    /// `exp` is a number.
    ExpNumber,
    /// `nbf` is a number.
    NbfNumber,
    /// `exp` is still to come.
    NotExpired,
    /// `nbf` has come.
    Begun,
    /// `iss` is the tenant's.
    Issuer,
    /// `aud` is the tenant's.
    Audience,
    /// There is a `context`.
    Context,
    /// Nothing in `context.user` is null.
    NoNull,
    /// `app` is the tenant's.
    App,
    /// `apikey` is the tenant's.
    ApiKey,
    /// `permissions` are known, and one of them lets in.
    Permissions,
    /// `version` is the one that knows the other claims.
    Version,
    /// `roles` has what the token is to be used for.
    Roles,
    /// The token names a room, and it is the one that is entered.
    Room,
    /// `sub` is the tenant's.
    Tenant,
}

impl Rule {
    /// The rule as a statement about a token that keeps it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Present => "there is a token",
            Self::ThreeParts => "it has three parts",
            Self::Header => "its header can be read",
            Self::KeyName => "kid names the key as the server wants it",
            Self::KeyRegistered => "a public key is registered under kid",
            Self::Body => "its body can be read",
            Self::Typ => "typ is \"JWT\"",
            Self::Alg => "alg is the one that the tenant signs by",
            Self::Signature => "the tenant's secret or key signed it",
            Self::ExpNumber => "exp is a number",
            Self::NbfNumber => "nbf is a number",
            Self::NotExpired => "it has not expired",
            Self::Begun => "it is good already",
            Self::Issuer => "iss is the tenant's",
            Self::Audience => "aud is the tenant's",
            Self::Context => "there is a context",
            Self::NoNull => "nothing about the person is null",
            Self::App => "app is the tenant's",
            Self::ApiKey => "apikey is the tenant's",
            Self::Permissions => "permissions are known and let in",
            Self::Version => "version knows the other claims",
            Self::Roles => "roles has what it is to be used for",
            Self::Room => "it is for the room",
            Self::Tenant => "sub is the tenant's",
        }
    }

    /// What of a token the rule is about, in a word or two; no two have the same.
    pub fn subject(self) -> &'static str {
        match self {
            Self::Present => "being empty",
            Self::ThreeParts => "its parts",
            Self::Header => "its header",
            Self::KeyName => "kid",
            Self::KeyRegistered => "its key",
            Self::Body => "its body",
            Self::Typ => "typ",
            Self::Alg => "alg",
            Self::Signature => "its signature",
            Self::ExpNumber => "exp",
            Self::NbfNumber => "nbf",
            Self::NotExpired => "its end",
            Self::Begun => "its beginning",
            Self::Issuer => "iss",
            Self::Audience => "aud",
            Self::Context => "its context",
            Self::NoNull => "null",
            Self::App => "app",
            Self::ApiKey => "apikey",
            Self::Permissions => "permissions",
            Self::Version => "version",
            Self::Roles => "roles",
            Self::Room => "its room",
            Self::Tenant => "sub",
        }
    }
}
