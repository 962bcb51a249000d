//! A signed token, and the making of one.
//!
//! A token opens a meeting for whoever holds it, so it is a secret: it is not
//! serialised, not printed, and wiped when it is dropped. [`Token::reveal`] is
//! the only way to its text.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::crypto;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde::Serialize;
use serde_json::Value;
use zeroize::Zeroizing;

use crate::app_id::AppId;
use crate::change::Change;
use crate::claims::CommandClaims;
use crate::grant::Grant;
use crate::inspect::parts::Parts;
use crate::key::PrivateKey;
use crate::key_id::KeyId;
use crate::provider::Credential;
use crate::time::Timestamp;

/// A JSON Web Token in compact form (RFC 7515, section 7.1).
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Signs a grant with the key of that name, by RS256.
    pub fn sign(grant: &Grant, key_id: &KeyId, key: &PrivateKey) -> Result<Self, SignFault> {
        if key_id.app_id() != &grant.app_id {
            return Err(SignFault::OtherTenant {
                key: key_id.app_id().clone(),
                grant: grant.app_id.clone(),
            });
        }
        check_time(grant.from, grant.until)?;
        let text = compact(&Header::of(key_id), &grant.claims(), key)?;
        Ok(text)
    }

    /// Signs what another provider asks for, by HS256 with a secret or by RS256 with a key.
    pub(crate) fn sign_claims(
        kid: Option<&str>,
        claims: &impl Serialize,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Self, SignFault> {
        check_time(from, until)?;
        let header = Header {
            alg: credential.algorithm(),
            kid,
            typ: "JWT",
        };
        compact_by(&header, claims, |message| credential.sign(message))
    }

    /// Signs what JaaS's own REST asks for, for the key's tenant, by RS256.
    pub(crate) fn sign_for_commands(
        key_id: &KeyId,
        key: &PrivateKey,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Self, SignFault> {
        let claims = CommandClaims::of(key_id.app_id(), from, until);
        let text = compact(&Header::of(key_id), &claims, key)?;
        Ok(text)
    }

    /// Signs any header and claims by RS256, whatever the header says.
    ///
    /// For tokens that are wrong on purpose: rehearsals and tests show with
    /// them what a server says.
    pub fn forge(header: &Value, claims: &Value, key: &PrivateKey) -> Result<Self, SignFault> {
        let text = compact(header, claims, key)?;
        Ok(text)
    }

    /// Signs any header and claims by HS256 with a shared secret.
    ///
    /// No server of JaaS takes such a token. It is for the test that none does,
    /// not even where the secret is the public key's text.
    pub fn forge_by_secret(
        header: &Value,
        claims: &Value,
        secret: &[u8],
    ) -> Result<Self, SignFault> {
        let key = EncodingKey::from_secret(secret);
        compact_by(header, claims, |message| {
            crypto::sign(message, &key, Algorithm::HS256).ok()
        })
    }

    /// Signs any header and claims as the credential signs, whatever the header says.
    pub fn forge_by(
        header: &Value,
        claims: &Value,
        credential: Credential<'_>,
    ) -> Result<Self, SignFault> {
        compact_by(header, claims, |message| credential.sign(message))
    }

    /// The token with changes to its header and body, signed anew as the credential signs.
    pub fn changed(
        &self,
        changes: &[Change],
        credential: Credential<'_>,
    ) -> Result<Self, SignFault> {
        let (mut header, mut claims) = self.parts();
        for change in changes {
            change.apply(&mut header, &mut claims);
        }
        Self::forge_by(&header, &claims, credential)
    }

    /// Header and claims of a token that was made here.
    pub(crate) fn parts(&self) -> (Value, Value) {
        let parts = Parts::of(self.reveal());
        let (header, claims) = (parts.header, parts.claims);
        (header.unwrap_or_default(), claims.unwrap_or_default())
    }

    /// Writes any header and claims without a signature, as `alg` `none` asks for.
    pub fn forge_unsigned(header: &Value, claims: &Value) -> Result<Self, SignFault> {
        compact_by(header, claims, |_| Some(String::new()))
    }

    /// Takes any text in a token's place, such as garbage in a rehearsal.
    pub fn verbatim(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The token's text, which is a secret.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token([redacted])")
    }
}

/// Why no token was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignFault {
    /// The key's tenant is not the room's.
    #[error(
        "The key belongs to tenant {key}, the room to {grant}. Choose a key of the room's tenant"
    )]
    OtherTenant {
        /// The key's tenant.
        key: AppId,
        /// The room's tenant.
        grant: AppId,
    },
    /// The token would end before it begins.
    #[error(
        "The token would be good from {from} until {until}, which is no time at all. Set the clock right and try again"
    )]
    NoTime {
        /// When it would begin.
        from: Timestamp,
        /// When it would end.
        until: Timestamp,
    },
    /// The signing library refused the key.
    #[error("The key cannot sign: it is damaged. Import it again from its file")]
    Refused,
}

#[derive(Serialize)]
struct Header<'a> {
    alg: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kid: Option<&'a str>,
    typ: &'static str,
}

impl<'a> Header<'a> {
    fn of(key_id: &'a KeyId) -> Self {
        Self {
            alg: "RS256",
            kid: Some(key_id.as_str()),
            typ: "JWT",
        }
    }
}

fn check_time(from: Timestamp, until: Timestamp) -> Result<(), SignFault> {
    if until <= from {
        return Err(SignFault::NoTime { from, until });
    }
    Ok(())
}

fn compact(
    header: &impl Serialize,
    claims: &impl Serialize,
    key: &PrivateKey,
) -> Result<Token, SignFault> {
    compact_by(header, claims, |message| key.sign(message))
}

fn compact_by(
    header: &impl Serialize,
    claims: &impl Serialize,
    sign: impl FnOnce(&[u8]) -> Option<String>,
) -> Result<Token, SignFault> {
    let mut text = Zeroizing::new(String::new());
    encode_into(&mut text, header)?;
    text.push('.');
    encode_into(&mut text, claims)?;
    let signature = sign(text.as_bytes()).ok_or(SignFault::Refused)?;
    text.push('.');
    text.push_str(&signature);
    Ok(Token(text))
}

fn encode_into(text: &mut String, part: &impl Serialize) -> Result<(), SignFault> {
    let json = serde_json::to_vec(part).map_err(|_| SignFault::Refused)?;
    URL_SAFE_NO_PAD.encode_string(json, text);
    Ok(())
}
