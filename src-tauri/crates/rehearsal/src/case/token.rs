//! The token that each case needs: a good one, or one with exactly one fault.

use roomkey_core::app_id::AppId;
use roomkey_core::grant::Grant;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;
use roomkey_core::token::{SignFault, Token};
use serde_json::{Value, json};

use crate::case::{Case, SHORT_LIFE};

/// How long ago the expired token expired, in seconds; as recorded.
const EXPIRED_SINCE: i64 = 8;
/// How long until the early token is good, in seconds.
const VALID_IN: i64 = 600;

impl Case {
    /// Makes the token for this case, by the given clock.
    ///
    /// `other_key` is any key but the registered one. Whatever the fault, the
    /// rest of the token is what [`Token::sign`] would say. Where no fault is
    /// needed, the token is good; in [`Case::SilentDeath`] for [`SHORT_LIFE`].
    pub fn token(
        self,
        grant: &Grant,
        key_id: &KeyId,
        key: &PrivateKey,
        other_key: &PrivateKey,
        now: Timestamp,
    ) -> Result<Token, SignFault> {
        let spoil = |path: &[&str], value: Value| forge(grant, key_id.as_str(), path, value, key);
        match self {
            Self::TokenExpired => spoil(&["exp"], json!(now.minus(EXPIRED_SINCE).seconds())),
            Self::TokenNotYetValid => spoil(&["nbf"], json!(now.plus(VALID_IN).seconds())),
            Self::BadSignature => Token::sign(grant, key_id, other_key),
            Self::UnknownKeyId => {
                let kid = format!("{}-unknown", key_id.as_str());
                forge(grant, &kid, &[], Value::Null, key)
            }
            Self::ForeignKeyId => {
                let kid = format!("{}/{}", other_tenant(key_id.app_id()), key_id.short());
                forge(grant, &kid, &[], Value::Null, key)
            }
            Self::WrongIssuer => spoil(&["iss"], json!("roomkey")),
            Self::WrongAudience => spoil(&["aud"], json!("roomkey")),
            Self::NoContext => spoil(&["context"], Value::Null),
            Self::SubjectMismatch => spoil(&["sub"], json!(other_tenant(key_id.app_id()))),
            Self::Garbage => Ok(Token::verbatim("not.a.token")),
            Self::NoToken => Ok(Token::verbatim("")),
            Self::OtherRoom => spoil(&["room"], json!("another-room")),
            Self::SilentDeath => {
                let short = Grant {
                    until: grant.until.min(now.plus(SHORT_LIFE)),
                    ..grant.clone()
                };
                Token::sign(&short, key_id, key)
            }
            Self::Joins
            | Self::Prejoin
            | Self::Company
            | Self::RoleGranted
            | Self::Lobby
            | Self::LobbyRefused
            | Self::RoomPassword
            | Self::Kicked
            | Self::EndedForAll
            | Self::OtherKilled
            | Self::ServerGoneBosh
            | Self::ServerGoneBadGateway
            | Self::ServerGoneWebSocket
            | Self::ServerGoneTokenExpired
            | Self::PageServerGone
            | Self::ServerDown
            | Self::Drop
            | Self::NoScript
            | Self::OldScriptOnly
            | Self::ScriptSilent
            | Self::ClientSilent
            | Self::CameraRefused
            | Self::MicrophoneRefused
            | Self::BrowserUnsupported => Token::sign(grant, key_id, key),
        }
    }
}

/// Signs the grant's claims with one of them changed, or taken away where the
/// value is null; an empty path changes none.
fn forge(
    grant: &Grant,
    kid: &str,
    path: &[&str],
    value: Value,
    key: &PrivateKey,
) -> Result<Token, SignFault> {
    let header = json!({ "alg": "RS256", "kid": kid, "typ": "JWT" });
    let mut claims = json!(grant.claims());
    if let ([claim], Some(body)) = (path, claims.as_object_mut()) {
        if value.is_null() {
            body.remove(*claim);
        } else {
            body.insert((*claim).to_owned(), value);
        }
    }
    Token::forge(&header, &claims, key)
}

/// A tenant that differs from this one in its last digit.
fn other_tenant(app_id: &AppId) -> String {
    let mut text = app_id.to_string();
    let last = text.pop();
    text.push(if last == Some('0') { '1' } else { '0' });
    text
}
