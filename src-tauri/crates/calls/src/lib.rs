//! Carries a provider's calls: sends them, again where that does no harm, and brings the answers.
//! And what its server says unasked: that it is there, and what time it has.
//!
//! What is sent and what an answer means stands in `roomkey_core::provider::call`.

mod post;
pub mod server;

use roomkey_core::provider::NotSigned;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::ANSWERS_WITHIN;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::call::CallFault;
use roomkey_core::provider::call::Came;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::OwnedCredential;

pub use self::post::NoAnswer;
pub use self::post::Said;
pub use self::post::once;

/// How long a call's token is good, in seconds: longer than a call and its repetitions take.
const LIFETIME: i64 = 120;
/// How far a token's beginning lies back, in seconds: a server whose clock is slightly behind
/// would refuse it otherwise.
const BACKDATED: i64 = 10;

/// Why there is no token for a tenant's calls.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoToken {
    /// None was made here.
    #[error(transparent)]
    NotSigned(#[from] NotSigned),
    /// The company's server gave none.
    #[error(transparent)]
    NotGiven(#[from] CallFault),
}

/// Sends a call until there is an answer that counts.
pub async fn carry(call: &Call) -> Result<Said, CallFault> {
    let mut tries = 1;
    loop {
        let said = once(call, ANSWERS_WITHIN).await;
        let came = match &said {
            Ok(said) => Came::Answer(said.status),
            Err(NoAnswer::Unreachable) => Came::Unreachable,
            Err(NoAnswer::Unanswered) => Came::NoAnswer,
            Err(NoAnswer::TooLong) => return Err(fault(call, NoAnswer::TooLong)),
        };
        match call.pause(tries, came) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return said.map_err(|no| fault(call, no)),
        }
        tries += 1;
    }
}

/// The token for a tenant's calls: made here, or by the company's server where there is nothing
/// to sign with.
pub async fn token(
    provider: &Provider,
    credential: Option<&OwnedCredential>,
    now: Timestamp,
) -> Result<Token, NoToken> {
    let Some(credential) = credential else {
        return given_token(provider, &Purpose::Command).await;
    };
    let (provider, credential) = (provider.clone(), credential.clone());
    let life = (now.minus(BACKDATED), now.plus(LIFETIME));
    let make = move || provider.signed(&Purpose::Command, life, credential.signs(), now);
    // Signing takes milliseconds, which is long for a thread that serves an interface.
    let made = tokio::task::spawn_blocking(make).await;
    Ok(made.expect("signing does not panic")?)
}

/// The token that the company's server makes.
pub async fn given_token(provider: &Provider, purpose: &Purpose<'_>) -> Result<Token, NoToken> {
    let calls = provider.system().token_calls();
    let calls = calls.ok_or(NotSigned::Token(TokenFault::FromServer))?;
    let answer = carry(&calls.ask(purpose)).await?;
    Ok(calls.given(answer.read())?)
}

fn fault(call: &Call, no: NoAnswer) -> CallFault {
    let system = call.system;
    match no {
        NoAnswer::Unreachable => CallFault::Unreachable { system },
        NoAnswer::Unanswered => CallFault::Unanswered { system },
        NoAnswer::TooLong => CallFault::TooLong { system },
    }
}
