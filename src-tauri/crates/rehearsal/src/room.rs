//! One room of one tenant: who sits in it, who waits outside.
//!
//! Only what a room knows of itself; who may enter is the door's part.

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use tokio::sync::{mpsc, oneshot};

use crate::access::TokenMark;
use crate::participant::{Participant, ParticipantId};
use crate::tenancy::Tenant;
use crate::wire::{Kicker, ToPage};

/// Where a room is: rooms of the same name in two tenants are two rooms.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) tenant: Tenant,
    pub(crate) room: RoomName,
}

/// The way to one page.
pub(crate) type Line = mpsc::UnboundedSender<LineWord>;

/// What the server does on a line.
#[derive(Debug)]
pub(crate) enum LineWord {
    Say(ToPage),
    /// Closes it properly.
    End,
    /// Breaks it off.
    Cut,
}

/// A place in the room. It outlives its line for a while.
#[derive(Debug)]
pub(crate) struct Seat {
    pub(crate) participant: Participant,
    /// Which of the seat's lines the present one is, so that an old one's end
    /// is not taken for this one's.
    pub(crate) line_number: u64,
    pub(crate) line: Option<Line>,
    pub(crate) visit: Option<u64>,
    pub(crate) token: Option<TokenMark>,
    /// When the token ends.
    pub(crate) until: Option<Timestamp>,
}

/// Somebody in the lobby.
#[derive(Debug)]
pub(crate) struct Guest {
    pub(crate) number: u64,
    pub(crate) visit: Option<u64>,
    pub(crate) decision: oneshot::Sender<bool>,
}

/// A room.
#[derive(Debug, Default)]
pub(crate) struct Room {
    pub(crate) seats: Vec<Seat>,
    pub(crate) waiting: Vec<Guest>,
    /// A moderator has switched the lobby on.
    pub(crate) has_lobby: bool,
}

impl Room {
    pub(crate) fn seat(&mut self, id: &ParticipantId) -> Option<&mut Seat> {
        self.seats
            .iter_mut()
            .find(|seat| seat.participant.id == *id)
    }

    /// Takes somebody out of the room and tells the others; once nobody real
    /// is left, the simulated ones go, too.
    pub(crate) fn take_out(&mut self, id: &ParticipantId) -> Option<Seat> {
        let at = self
            .seats
            .iter()
            .position(|seat| seat.participant.id == *id)?;
        let seat = self.seats.remove(at);
        self.tell_all(&ToPage::Left { id: id.clone() });
        if self.seats.iter().all(|seat| seat.participant.is_simulated) {
            self.seats.clear();
            self.has_lobby = false;
        }
        Some(seat)
    }

    pub(crate) fn others(&self, id: &ParticipantId) -> Vec<Participant> {
        let others = self.seats.iter().filter(|seat| seat.participant.id != *id);
        others.map(|seat| seat.participant.clone()).collect()
    }

    pub(crate) fn tell_all(&self, word: &ToPage) {
        for seat in &self.seats {
            seat.say(word.clone());
        }
    }

    pub(crate) fn tell_others(&self, id: &ParticipantId, word: &ToPage) {
        let others = self.seats.iter().filter(|seat| seat.participant.id != *id);
        for seat in others {
            seat.say(word.clone());
        }
    }

    /// A moderator other than this participant, to whom a removal is put down.
    pub(crate) fn moderator_besides(&self, id: &ParticipantId) -> Option<Kicker> {
        let seat = self
            .seats
            .iter()
            .find(|seat| seat.participant.id != *id && seat.participant.role == Role::Moderator)?;
        Some(Kicker {
            id: seat.participant.id.clone(),
            name: seat.participant.name.clone(),
        })
    }
}

impl Seat {
    pub(crate) fn say(&self, word: ToPage) {
        if let Some(line) = &self.line {
            // A line whose page has gone is found out by its own task.
            let _ = line.send(LineWord::Say(word));
        }
    }

    /// Breaks the line off, if there is one.
    pub(crate) fn cut(&mut self) -> bool {
        self.participant.is_connected = false;
        let line = self.line.take();
        line.is_some_and(|line| line.send(LineWord::Cut).is_ok())
    }
}
