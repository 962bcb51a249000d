//! A token, held against the rules of its tenant's own provider.

use roomkey_core::provider::Against;
use roomkey_core::provider::Aim;
use roomkey_core::provider::Check;
use roomkey_core::provider::Outcome;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Rule;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Tenant;

use super::read;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::JudgedView;
use crate::views::inspector::KeyUsed;

/// Explains a pasted one, as one that joins where one joins with a token.
pub(super) async fn explained(
    roomkey: &Roomkey,
    tenant: &Tenant,
    token: &str,
    room: Option<&RoomName>,
    now: Timestamp,
) -> Result<ExplainedView, Fault> {
    let provider = tenant.provider.system().ok_or(KeyStoreFault::Missing)?;
    let system = provider.system();
    let credential = roomkey.keys.credential(&tenant.id, system.signer()).await?;
    let against = Against {
        aim: if system.abilities().enters_with_token() {
            Aim::Enter(room)
        } else {
            Aim::Command
        },
        verifier: credential.as_ref().map(OwnedCredential::verifies),
        now,
    };
    let whose = match credential {
        Some(_) => KeyUsed::Tenant {
            title: tenant.title.clone(),
        },
        None => KeyUsed::Unchecked,
    };
    Ok(view(token, &provider, &against, whose))
}

/// What stands in it, with what the provider makes of it in place of JaaS.
pub(super) fn view(
    token: &str,
    provider: &Provider,
    against: &Against<'_>,
    whose: KeyUsed,
) -> ExplainedView {
    let system = provider.system();
    let checks = system.checks(token, against);
    let is_proved = |check: &Check| check.rule == Rule::Signature && check.outcome == Outcome::Pass;
    let judged = JudgedView {
        system: system.abilities().name.to_owned(),
        refusal: checks.iter().find_map(Check::refusal).cloned(),
        is_proved: checks.iter().any(is_proved),
        checks,
    };
    let room = match against.aim {
        Aim::Enter(room) => room,
        Aim::Command => None,
    };
    let registered = read::Registered {
        key: None,
        key_id: None,
        whose,
    };
    let says = judged
        .refusal
        .as_ref()
        .and_then(|refusal| refusal.says.as_deref());
    ExplainedView {
        wire_text: says.map(str::to_owned),
        judged: Some(judged),
        ..read::view(token, &registered, room, against.now)
    }
}
