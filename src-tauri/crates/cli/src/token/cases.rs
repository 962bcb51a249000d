//! The tables of the providers whose servers are known by their documentation: a token for every
//! case, judged by the provider's own checks.

use roomkey_core::matrix::Group;
use roomkey_core::matrix::Line;
use roomkey_core::provider::Pair;
use roomkey_core::provider::Scene;
use roomkey_core::provider::Table;
use roomkey_core::provider::TokenFault;
use roomkey_store::generate::generate_credential;
use serde_json::Value;

use crate::fault::Fault;
use crate::signer::Signer;

/// The lines, and the same for programs.
pub(super) fn judge(signer: &Signer, scene: Scene) -> Result<(Vec<Line>, Value), Fault> {
    let other = generate_credential(signer.provider.system().signer())?;
    let (Some(own), Some(other)) = (&signer.credential, other) else {
        return Err(TokenFault::FromServer.into());
    };
    let pair = Pair {
        own: own.signs(),
        other: other.signs(),
    };
    let table = Table::of(&signer.provider, scene, &Group::ALL, pair)?;
    Ok((table.lines(), table.json()))
}
