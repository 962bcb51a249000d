//! Takes a rollout file in, as the application does: keys first, then everything else at once.
//! Where anything fails, the desk is as it was.

use std::path::PathBuf;

use clap::Args;
use roomkey_picture::Purpose;
use roomkey_store::keys::Turn;
use roomkey_store::pictures::Pictures;
use roomkey_store::rollout::Arrival;
use roomkey_store::rollout::Rollout;
use roomkey_store::rollout::RolloutFault;
use roomkey_store::rollout::RolloutTenant;
use roomkey_store::rollout::arrive;
use roomkey_store::rollout::bring;
use roomkey_store::settings::Brand;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::clock;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;
use crate::wait::wait;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The rollout file; - reads standard input
    file: PathBuf,

    /// A file whose first line is the rollout file's passphrase; - reads standard input
    #[arg(long, value_name = "FILE")]
    passphrase_file: PathBuf,

    /// Change tenants that are set up here already
    #[arg(long)]
    replace: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let mut desk = Desk::open()?;
    let rollout = input::rollout(&arguments.file, &arguments.passphrase_file)?;
    let known = rollout.tenants.iter().find_map(|one| known(&desk, one));
    if let (Some(known), false) = (known, arguments.replace) {
        return Err(Fault::TenantKnown(known));
    }
    let mut turns = Vec::new();
    match take_in(&mut desk, &rollout, &mut turns) {
        Ok(arrived) => Ok(answer(&arrived)),
        Err(fault) => {
            for turn in turns {
                wait(turn.take_back(&desk.keys))?;
            }
            Err(fault)
        }
    }
}

fn known(desk: &Desk, one: &RolloutTenant) -> Option<TenantId> {
    let known = desk.settings.tenant_at(&one.tenant.provider)?;
    Some(known.id.clone())
}

fn take_in(
    desk: &mut Desk,
    rollout: &Rollout,
    turns: &mut Vec<Turn>,
) -> Result<Vec<Arrival>, Fault> {
    let mut arrivals = wait(bring(&desk.keys, &desk.settings, rollout, turns))??;
    for (Arrival { tenant, .. }, one) in arrivals.iter_mut().zip(&rollout.tenants) {
        place_pictures(desk, one, &tenant.id, &mut tenant.brand)?;
    }
    let replaced = arrive(&mut desk.settings, arrivals.clone(), clock::now());
    desk.save()?;
    for (tenant, picture) in replaced {
        let mut brands = desk.settings.tenants.iter().map(|tenant| &tenant.brand);
        let is_named = brands.any(|brand| brand.pictures().any(|named| named == picture));
        if !is_named {
            // A picture that nothing names does no harm.
            let _ = Pictures::of(&desk.folders, &tenant).remove(&picture);
        }
    }
    Ok(arrivals)
}

/// Makes the pictures anew, because whoever made the file may have put in anything, and keeps
/// them.
fn place_pictures(
    desk: &Desk,
    one: &RolloutTenant,
    id: &TenantId,
    brand: &mut Brand,
) -> Result<(), Fault> {
    let pictures = Pictures::of(&desk.folders, id);
    for (purpose, brought, place) in [
        (Purpose::Logo, &one.logo, &mut brand.logo),
        (Purpose::Background, &one.background, &mut brand.background),
    ] {
        let Some(brought) = brought else { continue };
        let made = roomkey_picture::make(&brought.bytes, None, purpose)
            .map_err(|_| RolloutFault::Damaged)?;
        let kept = pictures.keep(purpose.word(), purpose.extension(), &made);
        *place = Some(kept.map_err(|source| Fault::Unwritable {
            path: desk.folders.settings(),
            source,
        })?);
    }
    Ok(())
}

fn answer(arrived: &[Arrival]) -> Answer {
    let mut text = String::new();
    for Arrival { tenant, keeps } in arrived {
        let key = match keeps {
            Some(true) => "with its key; the one before is kept",
            Some(false) => "with its key",
            None => "without a key: import it with roomkeyctl key import",
        };
        text.push_str(&format!("Tenant {} is set up, {key}\n", tenant.id));
    }
    let tenants: Vec<_> = arrived
        .iter()
        .map(|one| json!({"tenant": one.tenant.id, "key": one.keeps.is_some()}))
        .collect();
    Answer::yes(text, json!(tenants))
}
