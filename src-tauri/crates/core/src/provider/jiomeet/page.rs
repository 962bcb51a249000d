//! The guests' page, which the room's link opens (dev.jiomeet.com, "Web integration").

use super::NAME;
use crate::provider::door::{Leaving, Page, Visit};
use crate::provider::entry::{Role, TokenFault};
use crate::provider::query::Address;

pub(super) fn of(visit: &Visit<'_>) -> Result<Page, TokenFault> {
    let unmade = TokenFault::RoomNotMade { system: NAME };
    let room = visit.room.ok_or_else(|| unmade.clone())?;
    let link = room.link.as_ref().ok_or(unmade)?;
    let mut address = Address::new(link).ask("name", visit.entry.person.name.as_str());
    // Both spellings are in the documentation.
    if !visit.prejoin {
        address = address.ask("autojoin", "true").ask("autoJoin", "true");
    }
    if let (Role::Moderator, Some(host)) = (visit.entry.role, &room.host) {
        address = address.ask("hostToken", host);
    }
    Ok(Page {
        address: address.finish(),
        leaves: Leaving::Says,
    })
}
