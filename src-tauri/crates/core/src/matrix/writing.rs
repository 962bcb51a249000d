//! How a header and a body become a token, right or wrong.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::Value;

use crate::provider::Credential;
use crate::token::{SignFault, Token};

/// How header and body become a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "text", rename_all = "camelCase")]
pub enum Writing {
    /// Signed with what the tenant signs with.
    Signed,
    /// Signed with another key or secret.
    SignedByOther,
    /// Signed rightly, and one bit of the signature flipped.
    BitFlipped,
    /// A good token is signed, and the body replaced by the changed one.
    BodyReplaced,
    /// HS256, with the PEM of the tenant's public key as the secret.
    PublicKeyAsSecret,
    /// Not signed; the last dot is there.
    Unsigned,
    /// Signed, and cut off before the last dot.
    CutOff,
    /// This text in the token's place.
    Verbatim(&'static str),
}

/// A header and a body.
type Parts = (Value, Value);

impl Writing {
    /// Writes the changed parts of a good token, with what the tenant signs with or with another
    /// of its kind.
    pub(crate) fn write(
        self,
        good: &Parts,
        (header, body): &Parts,
        own: Credential<'_>,
        other: Credential<'_>,
    ) -> Result<Token, SignFault> {
        let signed = || Token::forge_by(header, body, own);
        match self {
            Self::Signed => signed(),
            Self::SignedByOther => Token::forge_by(header, body, other),
            Self::BitFlipped => flipped(&signed()?).ok_or(SignFault::Refused),
            Self::BodyReplaced => {
                let good = Token::forge_by(&good.0, &good.1, own)?;
                let changed = Token::forge_unsigned(header, body)?;
                exchanged(&good, &changed).ok_or(SignFault::Refused)
            }
            Self::PublicKeyAsSecret => match own {
                Credential::Key(key) => {
                    let secret = key.public().to_pem();
                    Token::forge_by_secret(header, body, secret.as_bytes())
                }
                // Whoever signs with a secret has no public key.
                Credential::Secret(_) => Err(SignFault::Refused),
            },
            Self::Unsigned => Token::forge_unsigned(header, body),
            Self::CutOff => {
                let token = signed()?;
                let (rest, _) = token.reveal().rsplit_once('.').ok_or(SignFault::Refused)?;
                Ok(Token::verbatim(rest))
            }
            Self::Verbatim(text) => Ok(Token::verbatim(text)),
        }
    }
}

/// The token with the signature's middle bit the other way round.
fn flipped(token: &Token) -> Option<Token> {
    let (message, signature) = token.reveal().rsplit_once('.')?;
    let mut bytes = URL_SAFE_NO_PAD.decode(signature).ok()?;
    let middle = bytes.len() / 2;
    *bytes.get_mut(middle)? ^= 1;
    let signature = URL_SAFE_NO_PAD.encode(bytes);
    Some(Token::verbatim(format!("{message}.{signature}")))
}

/// The first token's signature under the second's header and body.
fn exchanged(good: &Token, changed: &Token) -> Option<Token> {
    let (_, signature) = good.reveal().rsplit_once('.')?;
    let (message, _) = changed.reveal().rsplit_once('.')?;
    Some(Token::verbatim(format!("{message}.{signature}")))
}
