//! The prebuilt page, which is told everything in its address
//! (videosdk-live/videosdk-rtc-react-prebuilt-ui, `src/App.js`).

use super::{Account, NAME};
use crate::provider::door::{Leaving, Page, Visit};
use crate::provider::entry::{Role, TokenFault};
use crate::provider::query::{Address, encoded};

/// Where the page goes when one leaves: to a small file that every host may have. What it answers
/// does not matter, the going does.
const LEFT: &str = "robots.txt";

pub(super) fn of(account: &Account, visit: &Visit<'_>) -> Result<Page, TokenFault> {
    let system = NAME;
    let token = visit.token.ok_or(TokenFault::NoToken { system })?;
    let room = visit.room.ok_or(TokenFault::RoomNotMade { system })?;
    let person = &visit.entry.person;
    let leads = visit.entry.role == Role::Moderator;
    let waits = visit.entry.role == Role::Lobby;
    let origin = account.pages.origin();
    let version = &account.page_version;
    let mut address = Address::new(&format!("{origin}/rtc-js-prebuilt/{version}/"));
    for (name, value) in [
        ("token", token.reveal()),
        ("meetingId", &room.id),
        ("participantId", person.id.as_str()),
        ("name", person.name.as_str()),
        ("redirectOnLeave", &format!("{origin}/{LEFT}")),
    ] {
        // The page decodes what its address says a second time.
        address = address.ask(name, &encoded(value).to_string());
    }
    for (name, is_on) in [
        ("micEnabled", visit.microphone_on),
        ("webcamEnabled", visit.camera_on),
        ("joinScreenEnabled", visit.prejoin),
        ("joinWithoutUserInteraction", !visit.prejoin),
        ("askJoin", waits),
        ("chatEnabled", true),
        ("screenShareEnabled", true),
        ("raiseHandEnabled", true),
        ("participantCanToggleSelfWebcam", true),
        ("participantCanToggleSelfMic", true),
        ("participantCanLeave", true),
        ("participantCanToggleOtherWebcam", leads),
        ("participantCanToggleOtherMic", leads),
        ("canRemoveOtherParticipant", leads),
        ("participantCanEndMeeting", leads),
    ] {
        address = address.ask(name, if is_on { "true" } else { "false" });
    }
    Ok(Page {
        address: address.finish(),
        leaves: Leaving::Loads,
    })
}
