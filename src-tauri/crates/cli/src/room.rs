//! `roomkeyctl room`: a tenant's rooms, as the launcher lists them. The rooms
//! themselves are the provider's; one that is not listed can be joined too.

mod made;

use clap::Args;
use clap::Subcommand;
use roomkey_core::room_name::RoomName;
use roomkey_store::settings::Room;
use roomkey_store::settings::TenantId;
use serde_json::json;

use crate::answer::Answer;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::table::Table;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the rooms
    List(Whose),
    /// Add a room; its name is made of the title
    Add {
        /// What people read, such as "Daily stand-up"
        title: String,
        #[command(flatten)]
        whose: Whose,
    },
    /// Take a room off the list
    Remove {
        /// The room's name, such as daily-stand-up
        #[arg(value_parser = RoomName::normalise)]
        name: RoomName,
        #[command(flatten)]
        whose: Whose,
    },
    /// The rooms at a provider that makes them: VideoSDK, JioMeet
    #[command(subcommand)]
    Made(made::Command),
}

#[derive(Debug, Args)]
pub(crate) struct Whose {
    /// The tenant; the launcher's current one where nothing is said
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,
}

pub(crate) fn run(command: Command) -> Result<Answer, Fault> {
    match command {
        Command::List(whose) => list(&whose),
        Command::Add { title, whose } => add(&title, &whose),
        Command::Remove { name, whose } => remove(&name, &whose),
        Command::Made(command) => made::run(command),
    }
}

fn list(whose: &Whose) -> Result<Answer, Fault> {
    let desk = Desk::open()?;
    let tenant = desk.tenant(whose.tenant.as_ref())?;
    let mut table = Table::<3>::new(0);
    for room in &tenant.rooms {
        let joined = room
            .last_joined
            .map(|moment| format!("last joined {moment}"));
        table.line([room.name.as_str(), &room.title, &joined.unwrap_or_default()]);
    }
    let answer = Answer::yes(table.plain(), &tenant.rooms);
    if tenant.rooms.is_empty() {
        return Ok(answer.noting(format!(
            "Tenant {} has no rooms. Add one with roomkeyctl room add",
            tenant.id
        )));
    }
    Ok(answer)
}

fn add(title: &str, whose: &Whose) -> Result<Answer, Fault> {
    let title = title.trim();
    if title.is_empty() {
        return Err(Fault::RoomTitle);
    }
    let name = RoomName::normalise(title)?;
    let mut desk = Desk::open()?;
    let mut tenant = desk.tenant(whose.tenant.as_ref())?.clone();
    if tenant.room(&name).is_some() {
        return Err(Fault::RoomExists(tenant.id, name.to_string()));
    }
    let data = json!({"tenant": tenant.id, "name": name, "title": title});
    let text = format!("Tenant {} has a room {name} now", tenant.id);
    tenant.rooms.push(Room::new(name, title.to_owned()));
    desk.settings.put_tenant(tenant);
    desk.save()?;
    Ok(Answer::yes(text, data))
}

fn remove(name: &RoomName, whose: &Whose) -> Result<Answer, Fault> {
    let mut desk = Desk::open()?;
    let mut tenant = desk.tenant(whose.tenant.as_ref())?.clone();
    if tenant.room(name).is_none() {
        return Err(Fault::NoRoom(tenant.id, name.to_string()));
    }
    tenant.rooms.retain(|room| room.name != *name);
    let data = json!({"tenant": tenant.id, "name": name, "removed": true});
    let text = format!("Tenant {} no longer lists the room {name}", tenant.id);
    desk.settings.put_tenant(tenant);
    desk.save()?;
    Ok(Answer::yes(text, data))
}
