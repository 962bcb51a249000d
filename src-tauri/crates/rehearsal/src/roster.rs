//! Coming, going and changing in a room, and who is told of it.

use std::sync::Arc;

use roomkey_core::feature::Features;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;

use crate::access::TokenMark;
use crate::happening::{KnownBy, Leaving, What};
use crate::house::House;
use crate::participant::{Participant, ParticipantId};
use crate::recorded::GHOST;
use crate::room::{Line, LineWord, Place, Seat};
use crate::verdict::VerdictView;
use crate::wire::{Kicker, ToPage};

/// Whoever takes a seat.
pub(crate) struct Arrival {
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) role: Role,
    pub(crate) features: Features,
    pub(crate) person: Option<String>,
    pub(crate) moderator_claim: Option<String>,
    /// When the token ends.
    pub(crate) until: Option<Timestamp>,
    pub(crate) visit: Option<u64>,
    pub(crate) known_by: KnownBy,
    pub(crate) token: Option<TokenMark>,
    /// None for a simulated participant.
    pub(crate) line: Option<Line>,
    /// What the newcomer is told of the token; none likewise.
    pub(crate) verdict: Option<Box<VerdictView>>,
}

impl Arrival {
    pub(crate) fn simulated(name: &str, role: Role) -> Self {
        Self {
            name: name.to_owned(),
            email: None,
            role,
            features: Features::default(),
            person: None,
            moderator_claim: Some((role == Role::Moderator).to_string()),
            until: None,
            visit: None,
            known_by: KnownBy::default(),
            token: None,
            line: None,
            verdict: None,
        }
    }
}

impl House {
    /// Seats somebody, and tells the newcomer and the others in one step, so
    /// that nobody misses anybody.
    pub(crate) fn seat(&self, place: &Place, arrival: Arrival) -> ParticipantId {
        let mut inside = self.inside();
        let id = inside.new_participant_id();
        let participant = Participant {
            id: id.clone(),
            name: arrival.name.clone(),
            email: arrival.email,
            role: arrival.role,
            person: arrival.person.clone(),
            moderator_claim: arrival.moderator_claim,
            is_simulated: arrival.line.is_none(),
            is_connected: true,
        };
        let room = inside.room(place);
        let others = room.others(&id);
        room.tell_all(&ToPage::Joined {
            who: participant.clone(),
        });
        let seat = Seat {
            participant: participant.clone(),
            line_number: 1,
            line: arrival.line,
            until: arrival.until,
            visit: arrival.visit,
            token: arrival.token,
        };
        if let Some(verdict) = arrival.verdict {
            seat.say(ToPage::Accepted {
                me: participant,
                others,
                verdict,
            });
        }
        room.seats.push(seat);
        drop(inside);
        self.happened(
            &place.room,
            Some(&id),
            What::Joined {
                name: arrival.name,
                person: arrival.person,
                role: arrival.role,
                features: arrival.features,
                known_by: arrival.known_by,
            },
        );
        id
    }

    pub(crate) fn unseat(&self, place: &Place, id: &ParticipantId, how: Leaving) -> Option<Seat> {
        let seat = self.inside().room(place).take_out(id)?;
        self.happened(&place.room, Some(id), What::Left { how });
        Some(seat)
    }

    /// A line ended without a word: the seat stays for a minute.
    pub(crate) fn lose(self: &Arc<Self>, place: &Place, id: &ParticipantId, line_number: u64) {
        let mut inside = self.inside();
        let seat = inside.room(place).seat(id);
        let Some(seat) = seat.filter(|seat| seat.line_number == line_number) else {
            return;
        };
        seat.cut();
        drop(inside);
        self.haunt(place, id, line_number);
    }

    /// Breaks a participant's line off; whether there was one.
    pub(crate) fn cut(self: &Arc<Self>, place: &Place, id: &ParticipantId) -> bool {
        let mut inside = self.inside();
        let Some(seat) = inside.room(place).seat(id) else {
            return false;
        };
        let line_number = seat.line_number;
        let was_connected = seat.participant.is_connected;
        seat.cut();
        drop(inside);
        if was_connected {
            self.haunt(place, id, line_number);
        }
        was_connected
    }

    /// Forgets a participant whose line stays broken.
    fn haunt(self: &Arc<Self>, place: &Place, id: &ParticipantId, line_number: u64) {
        self.happened(&place.room, Some(id), What::Lost);
        let (place, id) = (place.clone(), id.clone());
        self.later(GHOST, move |house| {
            let mut inside = house.inside();
            let seat = inside.room(&place).seat(&id);
            let is_ghost = seat.is_some_and(|seat| {
                !seat.participant.is_connected && seat.line_number == line_number
            });
            drop(inside);
            if is_ghost {
                house.unseat(&place, &id, Leaving::Lost);
            }
        });
    }

    /// Takes a seat up again on a new line, and says so there; gives the
    /// line's number, or nothing where the seat is forgotten.
    pub(crate) fn resume(&self, place: &Place, id: &ParticipantId, line: Line) -> Option<u64> {
        let mut inside = self.inside();
        let room = inside.room(place);
        let others = room.others(id);
        let seat = room.seat(id)?;
        seat.cut();
        seat.line = Some(line);
        seat.line_number += 1;
        seat.participant.is_connected = true;
        let line_number = seat.line_number;
        seat.say(ToPage::Resumed { others });
        drop(inside);
        self.happened(&place.room, Some(id), What::Resumed);
        Some(line_number)
    }

    pub(crate) fn kick(&self, place: &Place, id: &ParticipantId, by: Option<Kicker>) -> bool {
        let mut inside = self.inside();
        let nobody = inside.new_participant_id();
        let room = inside.room(place);
        if room.seat(id).is_none() {
            return false;
        }
        let by = by.or_else(|| room.moderator_besides(id)).unwrap_or(Kicker {
            id: nobody,
            name: "Grace Hopper".to_owned(),
        });
        room.tell_all(&ToPage::Kicked { id: id.clone(), by });
        drop(inside);
        let Some(seat) = self.unseat(place, id, Leaving::Kicked) else {
            return false;
        };
        end(&seat);
        true
    }

    pub(crate) fn end_for_all(&self, place: &Place) -> bool {
        let seats = std::mem::take(&mut self.inside().room(place).seats);
        for seat in &seats {
            seat.say(ToPage::Ended);
            end(seat);
            let how = Leaving::EndedForAll;
            self.happened(&place.room, Some(&seat.participant.id), What::Left { how });
        }
        !seats.is_empty()
    }

    /// Changes a role; whether it was another.
    pub(crate) fn set_role(&self, place: &Place, id: &ParticipantId, role: Role) -> bool {
        let mut inside = self.inside();
        let room = inside.room(place);
        let Some(seat) = room.seat(id).filter(|seat| seat.participant.role != role) else {
            return false;
        };
        seat.participant.role = role;
        room.tell_all(&ToPage::RoleChanged {
            id: id.clone(),
            role,
        });
        drop(inside);
        self.happened(&place.room, Some(id), What::RoleChanged { role });
        true
    }

    pub(crate) fn rename(&self, place: &Place, id: &ParticipantId, name: String) {
        let mut inside = self.inside();
        let room = inside.room(place);
        if let Some(seat) = room.seat(id) {
            seat.participant.name.clone_from(&name);
            room.tell_others(
                id,
                &ToPage::Renamed {
                    id: id.clone(),
                    name,
                },
            );
        }
    }
}

fn end(seat: &Seat) {
    if let Some(line) = &seat.line {
        // A line whose page has gone is found out by its own task.
        let _ = line.send(LineWord::End);
    }
}
