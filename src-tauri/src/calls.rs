//! A provider's calls, with the application's faults. `roomkey_calls` carries them.

use roomkey_calls::NoToken;
use roomkey_calls::Said;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::TenantId;

use crate::error::Fault;
use crate::roomkey::Roomkey;

/// Sends a call until there is an answer that counts.
pub(crate) async fn carry(call: &Call) -> Result<Said, Fault> {
    Ok(roomkey_calls::carry(call).await?)
}

/// What signs a tenant's tokens, out of the keyring; none where another makes them.
pub(crate) async fn credential(
    roomkey: &Roomkey,
    tenant: &TenantId,
    signer: Signer,
) -> Result<Option<OwnedCredential>, Fault> {
    match roomkey.keys.credential(tenant, signer).await {
        Err(KeyStoreFault::Missing) if signer == Signer::Secret => {
            Err(TokenFault::SecretNeeded.into())
        }
        found => Ok(found?),
    }
}

/// Keeps what makes somebody the host of a room that was just made, where the provider says it.
/// A room without it is good all the same.
pub(crate) async fn keep_host(
    roomkey: &Roomkey,
    tenant: &TenantId,
    room: &MadeRoom,
    until: Timestamp,
) {
    let Some(host) = &room.host else { return };
    let until = room.planned.map_or(until, |(_, until)| until);
    let now = roomkey.clock.now();
    let kept = roomkey.keys.keep_host(tenant, &room.id, host, until, now);
    if let Err(fault) = kept.await {
        tracing::warn!(%fault, "what makes a host was not kept");
    }
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
