//! `roomkeyctl room made`: the rooms that the provider makes, by its REST. What is made is listed
//! for the launcher too.

use clap::Args;
use clap::Subcommand;
use roomkey_core::provider::Provider;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::Answer as Said;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::call::CallFault;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::call::RoomCalls;
use roomkey_core::provider::call::Wanted;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::settings::Room;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use super::Whose;
use crate::answer::Answer;
use crate::answer::Ending;
use crate::clock;
use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::span;
use crate::table::Table;
use crate::wait::wait;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the rooms that the provider has
    List(Whose),
    /// Have a room made, once, and list it for the launcher
    Make(MakeArguments),
    /// Look for a room; some providers make it where it is not there
    Find {
        /// The room's name or the provider's id of it
        #[arg(value_parser = RoomName::normalise)]
        name: RoomName,
        #[command(flatten)]
        whose: Whose,
    },
    /// Call a room off, or close it, at the provider
    Cancel {
        /// The provider's id of the room, as list shows it
        id: String,
        #[command(flatten)]
        whose: Whose,
    },
}

#[derive(Debug, Args)]
pub(crate) struct MakeArguments {
    /// What people read, such as "Daily stand-up"
    title: String,

    /// From when it is needed, such as 2026-09-21T14:30:00Z; from now where nothing is said
    #[arg(long, value_name = "RFC3339", value_parser = Timestamp::parse)]
    from: Option<Timestamp>,

    /// How long it is needed; the tenant's lifetime of tokens where nothing is said
    #[arg(long, value_name = "SPAN", value_parser = span::seconds)]
    lasts: Option<i64>,

    #[command(flatten)]
    whose: Whose,
}

pub(crate) fn run(command: Command) -> Result<Answer, Fault> {
    match command {
        Command::List(whose) => list(&whose),
        Command::Make(arguments) => make(&arguments),
        Command::Find { name, whose } => find(name, &whose),
        Command::Cancel { id, whose } => cancel(&id, &whose),
    }
}

/// A tenant whose provider makes rooms, and what its calls need.
struct Maker {
    desk: Desk,
    tenant: TenantId,
    provider: Provider,
    token: Token,
}

impl Maker {
    fn of(whose: &Whose) -> Result<Self, Fault> {
        let desk = Desk::open()?;
        let tenant = desk.tenant(whose.tenant.as_ref())?;
        let provider = desk::system(tenant)?;
        let system = provider.system();
        if system.room_calls().is_none() {
            let system = system.abilities().name;
            return Err(TokenFault::NoCommands { system }.into());
        }
        let own = desk.credential(&tenant.id, system.signer())?;
        let token = wait(roomkey_calls::token(&provider, own.as_ref(), clock::now()))??;
        Ok(Self {
            tenant: tenant.id.clone(),
            desk,
            provider,
            token,
        })
    }

    fn calls(&self) -> Result<&dyn RoomCalls, Fault> {
        let system = self.provider.system();
        let name = system.abilities().name;
        let calls = system.room_calls();
        Ok(calls.ok_or(TokenFault::NoCommands { system: name })?)
    }

    fn rooms(&self) -> Result<Vec<MadeRoom>, Fault> {
        let calls = self.calls()?;
        let call = calls.list(&self.token).ok_or(Fault::NotListed)?;
        carried(&call, |answer| calls.listed(answer))
    }

    fn view(&self, room: &MadeRoom) -> Value {
        let time = |moment: Timestamp| moment.to_string();
        json!({
            "tenant": self.tenant,
            "id": room.id,
            "title": room.title,
            "from": room.planned.map(|(from, _)| time(from)),
            "until": room.planned.map(|(_, until)| time(until)),
        })
    }
}

/// Makes a call, and reads what came of it.
fn carried<T>(
    call: &Call,
    read: impl FnOnce(Said<'_>) -> Result<T, CallFault>,
) -> Result<T, Fault> {
    let answer = wait(roomkey_calls::carry(call))??;
    Ok(read(answer.read())?)
}

fn list(whose: &Whose) -> Result<Answer, Fault> {
    let maker = Maker::of(whose)?;
    let rooms = maker.rooms()?;
    let mut table = Table::<3>::new(0);
    for room in &rooms {
        let title = room.title.as_deref().unwrap_or_default();
        table.line([&room.id, title, &planned(room)]);
    }
    let views: Vec<Value> = rooms.iter().map(|room| maker.view(room)).collect();
    let answer = Answer::yes(table.plain(), views);
    Ok(if rooms.is_empty() {
        answer.noting("The provider has no rooms. Have one made with roomkeyctl room made make")
    } else {
        answer
    })
}

fn make(arguments: &MakeArguments) -> Result<Answer, Fault> {
    let title = arguments.title.trim();
    if title.is_empty() {
        return Err(Fault::RoomTitle);
    }
    let name = RoomName::normalise(title)?;
    let mut maker = Maker::of(&arguments.whose)?;
    let mut tenant = maker.desk.tenant(Some(&maker.tenant))?.clone();
    let from = arguments.from.unwrap_or_else(clock::now);
    let lasts = arguments.lasts.unwrap_or(tenant.lifetime.in_seconds());
    let wanted = Wanted {
        name: &name,
        title,
        from,
        until: from.plus(lasts),
    };
    let calls = maker.calls()?;
    let call = calls.make(&wanted, &maker.token);
    let made = carried(&call, |answer| calls.made(answer))?;
    // The provider's own name of it finds the room again.
    let listed = RoomName::parse(&made.id)?;
    let view = maker.view(&made);
    if tenant.room(&listed).is_none() {
        tenant.rooms.push(Room::new(listed, title.to_owned()));
        maker.desk.settings.put_tenant(tenant);
        maker.desk.save()?;
    }
    let text = format!("The room is made and listed: {}", made.id);
    Ok(Answer::yes(text, view))
}

fn find(name: RoomName, whose: &Whose) -> Result<Answer, Fault> {
    let maker = Maker::of(whose)?;
    let tenant = maker.desk.tenant(Some(&maker.tenant))?;
    let title = tenant.room(&name).map(|room| room.title.clone());
    let from = clock::now();
    let wanted = Wanted {
        name: &name,
        title: title.as_deref().unwrap_or(name.as_str()),
        from,
        until: from.plus(tenant.lifetime.in_seconds()),
    };
    let calls = maker.calls()?;
    let call = calls.find(&wanted, &maker.token)?;
    Ok(
        match carried(&call, |answer| calls.found(&wanted, answer))? {
            Some(room) => Answer::yes(&room.id, maker.view(&room)),
            None => Answer::ending(Ending::No, "", json!({"tenant": maker.tenant, "id": null}))
                .noting(format!(
                    "The provider has no room {name}. Have it made with roomkeyctl room made make"
                )),
        },
    )
}

fn cancel(id: &str, whose: &Whose) -> Result<Answer, Fault> {
    let maker = Maker::of(whose)?;
    let system = maker.provider.system().abilities().name;
    let room = maker.rooms()?.into_iter().find(|room| room.id == id);
    let room = room.ok_or_else(|| Fault::NotMade(id.to_owned()))?;
    let calls = maker.calls()?;
    let call = calls.cancel(&room, &maker.token);
    let call = call.ok_or(TokenFault::NoCommands { system })?;
    carried(&call, |answer| calls.cancelled(answer))?;
    let data = json!({"tenant": maker.tenant, "id": id, "cancelled": true});
    let text = format!("The room {id} is called off. It stays in the launcher's list");
    Ok(Answer::yes(text, data))
}

fn planned(room: &MadeRoom) -> String {
    let span = |(from, until): (Timestamp, Timestamp)| format!("{from} to {until}");
    room.planned.map(span).unwrap_or_default()
}
