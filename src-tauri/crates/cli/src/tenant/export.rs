//! Makes a rollout file, locked with a passphrase that is made for it.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;
use roomkey_picture::Purpose;
use roomkey_store::pictures::Pictures;
use roomkey_store::rollout::Passphrase;
use roomkey_store::rollout::Picture;
use roomkey_store::rollout::PictureKind;
use roomkey_store::rollout::Rollout;
use roomkey_store::rollout::RolloutTenant;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The tenants; all where none is named
    #[arg(value_parser = TenantId::parse)]
    names: Vec<TenantId>,

    /// The file to make; one that is there is left as it is
    #[arg(long, value_name = "FILE")]
    output: PathBuf,

    /// Put the private keys in, so that desks can make tokens
    #[arg(long)]
    with_keys: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let mut rollout = Rollout::default();
    if arguments.names.is_empty() {
        // There may be none.
        desk.tenant(None)?;
    }
    let all = desk.settings.tenants.iter().map(|tenant| &tenant.id);
    let mut names: Vec<&TenantId> = match arguments.names.as_slice() {
        [] => all.collect(),
        named => named.iter().collect(),
    };
    names.dedup();
    for name in names {
        let tenant = desk.tenant(Some(name))?;
        let signer = tenant.provider.signer();
        let credential = match arguments.with_keys {
            true => desk.credential(&tenant.id, signer)?,
            false => None,
        };
        rollout.tenants.push(RolloutTenant {
            credential,
            logo: picture(&desk, tenant, Purpose::Logo)?,
            background: picture(&desk, tenant, Purpose::Background)?,
            tenant: tenant.clone(),
        });
    }
    let passphrase = Passphrase::new()?;
    write_new(&arguments.output, &rollout.seal(&passphrase)?)?;
    let count = rollout.tenants.len();
    let text = format!(
        "The rollout file is {}\nIts passphrase is {}\n\nSend it another way than the file: it \
         cannot be found again",
        arguments.output.display(),
        passphrase.reveal()
    );
    Ok(Answer::yes(
        text,
        json!({
            "file": arguments.output, "passphrase": passphrase.reveal(),
            "tenants": count, "withKeys": arguments.with_keys,
        }),
    ))
}

/// One that the settings name by hand is made anew first: other desks take nothing else.
fn picture(desk: &Desk, tenant: &Tenant, purpose: Purpose) -> Result<Option<Picture>, Fault> {
    let (path, kind) = match purpose {
        Purpose::Logo => (&tenant.brand.logo, PictureKind::Png),
        Purpose::Background => (&tenant.brand.background, PictureKind::Jpeg),
    };
    let Some(path) = path else { return Ok(None) };
    let file = input::picture(path)?;
    let bytes = if Pictures::of(&desk.folders, &tenant.id).has(path) {
        file
    } else {
        let extension = path.extension().and_then(|end| end.to_str());
        roomkey_picture::make(&file, extension, purpose)?
    };
    Ok(Some(Picture { kind, bytes }))
}

fn write_new(path: &Path, sealed: &[u8]) -> Result<(), Fault> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        file.write_all(sealed)?;
        file.sync_all()
    });
    written.map_err(|source| Fault::Unwritable {
        path: path.to_owned(),
        source,
    })
}
