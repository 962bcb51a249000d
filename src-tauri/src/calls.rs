//! Carries a provider's calls: sends them, again where that does no harm, and brings the answers.

use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Signer;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::call::CallFault;
use roomkey_core::provider::call::Came;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::TenantId;

use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::server;
use crate::server::PostFault;
use crate::server::Said;

/// How long a call's token is good, in seconds: longer than a call and its repetitions take.
const LIFETIME: i64 = 120;
/// How far a token's beginning lies back, in seconds: a server whose clock is slightly behind
/// would refuse it otherwise.
const BACKDATED: i64 = 10;

/// Sends a call until there is an answer that counts.
pub(crate) async fn carry(call: &Call) -> Result<Said, Fault> {
    let mut tries = 1;
    loop {
        let said = server::carry(call).await;
        let came = match &said {
            Ok(said) => Came::Answer(said.status),
            Err(PostFault::Unreachable) => Came::Unreachable,
            Err(PostFault::Unanswered) => Came::NoAnswer,
            Err(PostFault::TooLong) => return Err(no_answer(call, PostFault::TooLong)),
        };
        match call.pause(tries, came) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return said.map_err(|fault| no_answer(call, fault)),
        }
        tries += 1;
    }
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
    let Some(credential) = credential else {
        return given_token(provider, &Purpose::Command).await;
    };
    let (provider, credential) = (provider.clone(), credential.clone());
    let life = (now.minus(BACKDATED), now.plus(LIFETIME));
    let make = move || provider.signed(&Purpose::Command, life, credential.signs(), now);
    // Signing takes milliseconds, which is long for a thread that serves the interface.
    let made = tokio::task::spawn_blocking(make).await;
    Ok(made.expect("signing does not panic")?)
}

/// The token that the company's server makes.
pub(crate) async fn given_token(
    provider: &Provider,
    purpose: &Purpose<'_>,
) -> Result<Token, Fault> {
    let calls = provider.system().token_calls();
    let calls = calls.ok_or(TokenFault::FromServer)?;
    let answer = carry(&calls.ask(purpose)).await?;
    Ok(calls.given(answer.read())?)
}

fn no_answer(call: &Call, fault: PostFault) -> Fault {
    let system = call.system;
    let fault = match fault {
        PostFault::Unreachable => CallFault::Unreachable { system },
        PostFault::Unanswered => CallFault::Unanswered { system },
        PostFault::TooLong => CallFault::TooLong { system },
    };
    fault.into()
}
