//! Starts the application with the words that join a room. Meetings are the
//! application's; nothing of one happens here.

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use clap::Args;
use roomkey_core::provider::Abilities;
use roomkey_core::provider::TokenFault;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::role::RoleWord;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The room
    #[arg(value_parser = RoomName::normalise, required_unless_present = "rehearse", conflicts_with = "rehearse")]
    room: Option<RoomName>,

    /// The tenant; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse, conflicts_with = "rehearse")]
    tenant: Option<TenantId>,

    /// As what, for this meeting; what the tenant's staff join as where nothing is said
    #[arg(long = "as", value_name = "ROLE", conflicts_with = "rehearse")]
    role: Option<RoleWord>,

    /// Try a meeting on this machine, against a stand-in for JaaS
    #[arg(long)]
    rehearse: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let words = match &arguments.room {
        Some(room) => {
            let role = arguments
                .role
                .iter()
                .flat_map(|role| ["--as".to_owned(), role.to_string()]);
            ["join".to_owned(), place(arguments, room)?]
                .into_iter()
                .chain(role)
                .collect()
        }
        None => vec!["--rehearse".to_owned()],
    };
    let path = application().ok_or(Fault::NoApplication)?;
    let mut command = Command::new(&path);
    command
        .args(&words)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    apart(&mut command);
    // It stays when this program has ended, so nobody waits for it.
    let started = command.spawn();
    started.map_err(|source| Fault::Application {
        path: path.clone(),
        source,
    })?;
    let data = json!({"application": path, "words": words});
    Ok(Answer::yes("", data).noting(format!("Started roomkey {}", words.join(" "))))
}

/// What would stop the meeting is said here rather than in a window.
fn place(arguments: &Arguments, room: &RoomName) -> Result<String, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(arguments.tenant.as_ref())?;
    desk::system(tenant)?;
    if let Some(role) = arguments.role {
        let Abilities { name, roles, .. } = tenant.provider.abilities();
        let (system, role) = (name, Role::from(role).into());
        if !roles.contains(&role) {
            return Err(TokenFault::Role { system, role }.into());
        }
    }
    if desk.settings.person.is_none() {
        return Err(Fault::NoPerson);
    }
    Ok(format!("{}/{room}", tenant.id))
}

/// `roomkey` beside this program, else in `PATH`.
fn application() -> Option<PathBuf> {
    let name = format!("roomkey{}", env::consts::EXE_SUFFIX);
    let own = env::current_exe().ok();
    let beside = own.as_deref().and_then(|own| own.parent());
    let path = env::var_os("PATH").unwrap_or_default();
    beside
        .map(PathBuf::from)
        .into_iter()
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// Out of this terminal's process group, so that Ctrl-C here ends no meeting.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;

    command.process_group(0);
}

#[cfg(not(unix))]
fn apart(_: &mut Command) {}
