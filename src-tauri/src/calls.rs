//! A provider's calls, with the application's faults. `roomkey_calls` carries them.

use roomkey_calls::NoToken;
use roomkey_calls::Said;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::call::Call;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::OwnedCredential;

use crate::error::Fault;

/// Sends a call until there is an answer that counts.
pub(crate) async fn carry(call: &Call) -> Result<Said, Fault> {
    Ok(roomkey_calls::carry(call).await?)
}

/// The token for a tenant's calls: made here, or by the company's server.
pub(crate) async fn token(
    provider: &Provider,
    credential: Option<&OwnedCredential>,
    now: Timestamp,
) -> Result<Token, Fault> {
    Ok(roomkey_calls::token(provider, credential, now).await?)
}

/// The token that the company's server makes.
pub(crate) async fn given_token(
    provider: &Provider,
    purpose: &Purpose<'_>,
) -> Result<Token, Fault> {
    Ok(roomkey_calls::given_token(provider, purpose).await?)
}

impl From<NoToken> for Fault {
    fn from(fault: NoToken) -> Self {
        match fault {
            NoToken::NotSigned(fault) => fault.into(),
            NoToken::NotGiven(fault) => fault.into(),
        }
    }
}
