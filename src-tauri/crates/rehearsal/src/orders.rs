//! Carrying out commands, whoever gives them: a test, the room's menu, or a
//! moderator in the meeting.

use std::sync::Arc;
use std::time::Duration;

use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;

use crate::command::{Command, ParticipantSelector};
use crate::happening::{Leaving, What};
use crate::house::House;
use crate::participant::ParticipantId;
use crate::room::{Guest, Place};
use crate::roster::Arrival;
use crate::wire::{Button, Kicker, Order, ToVisit};

/// Whom a command is about, from inside and outside.
#[derive(Debug)]
enum Whom<'a> {
    Selected(&'a ParticipantSelector),
    Visit(u64),
}

/// A selection, found in one room.
#[derive(Debug, Default)]
struct Found {
    ids: Vec<ParticipantId>,
    visits: Vec<u64>,
}

impl House {
    /// Carries out a command in every room of that name.
    pub(crate) fn command(
        self: &Arc<Self>,
        room: &RoomName,
        who: &ParticipantSelector,
        command: &Command,
    ) -> usize {
        let places = self.places(room);
        let reached = places
            .iter()
            .map(|place| self.carry_out(place, &Whom::Selected(who), command))
            .sum();
        self.happened(
            room,
            None,
            What::Commanded {
                command: command.clone(),
            },
        );
        reached
    }

    /// Carries out what the person at a page chose from its menu.
    pub(crate) fn command_from(self: &Arc<Self>, place: &Place, visit: u64, command: &Command) {
        self.carry_out(place, &Whom::Visit(visit), command);
        self.happened(
            &place.room,
            None,
            What::Commanded {
                command: command.clone(),
            },
        );
    }

    /// Carries out a participant's order, if it is a moderator's.
    pub(crate) fn moderate(self: &Arc<Self>, place: &Place, by: &ParticipantId, order: &Order) {
        let mut inside = self.inside();
        let Some(seat) = inside.room(place).seat(by) else {
            return;
        };
        if seat.participant.role != Role::Moderator {
            return;
        }
        let kicker = Kicker {
            id: by.clone(),
            name: seat.participant.name.clone(),
        };
        drop(inside);
        match order {
            Order::Kick { id } => self.kick(place, id, Some(kicker)),
            Order::GrantModerator { id } => self.set_role(place, id, Role::Moderator),
            Order::EndForAll => self.end_for_all(place),
            Order::Lobby { on } => self.set_lobby(place, *on),
        };
    }

    fn carry_out(self: &Arc<Self>, place: &Place, whom: &Whom<'_>, command: &Command) -> usize {
        let found = self.find(place, whom);
        let each =
            |act: &dyn Fn(&ParticipantId) -> bool| found.ids.iter().filter(|id| act(id)).count();
        let press = |button| self.press(&found.visits, button);
        let is_meant = |guest: &Guest| match whom {
            Whom::Selected(_) => true,
            Whom::Visit(number) => guest.visit == Some(*number),
        };
        match command {
            Command::Join => press(Button::Join),
            Command::HangUp => press(Button::Leave),
            Command::ToggleMicrophone => press(Button::Microphone),
            Command::ToggleCamera => press(Button::Camera),
            Command::Confirm => press(Button::Confirm),
            Command::Admit => self.decide(place, true, is_meant),
            Command::Deny => self.decide(place, false, is_meant),
            Command::GrantModerator => each(&|id| self.set_role(place, id, Role::Moderator)),
            Command::RevokeModerator => each(&|id| self.set_role(place, id, Role::Participant)),
            Command::Kick => each(&|id| self.kick(place, id, None)),
            Command::EndForAll => usize::from(self.end_for_all(place)),
            Command::Drop { ms } => {
                self.go_down(place, Duration::from_millis(*ms));
                each(&|id| self.cut(place, id))
            }
            Command::ServerGone => self.go_away(place, false),
            Command::ExpireToken => each(&|id| self.expire_token(place, id)),
            Command::SomeoneJoins { name, role } => {
                self.seat(place, Arrival::simulated(name, *role));
                1
            }
            Command::SomeoneLeaves => {
                let gone = self
                    .first_simulated(place)
                    .and_then(|id| self.unseat(place, &id, Leaving::HungUp));
                usize::from(gone.is_some())
            }
        }
    }

    fn press(&self, visits: &[u64], button: Button) -> usize {
        let inside = self.inside();
        let lines = visits.iter().filter_map(|number| inside.visits.get(number));
        lines
            .filter(|visit| visit.line.send(ToVisit::Press { button }).is_ok())
            .count()
    }

    /// The rooms of that name where somebody is or a page is open; else the
    /// first tenant's, so that a command can bring the first participant.
    fn places(&self, room: &RoomName) -> Vec<Place> {
        let inside = self.inside();
        let open = inside.visits.values().map(|visit| &visit.place);
        let mut places: Vec<Place> = inside
            .rooms
            .keys()
            .chain(open)
            .filter(|place| place.room == *room)
            .cloned()
            .collect();
        places.sort();
        places.dedup();
        if places.is_empty() {
            places.extend(self.tenancy.first().map(|tenant| Place {
                tenant,
                room: room.clone(),
            }));
        }
        places
    }

    fn find(&self, place: &Place, whom: &Whom<'_>) -> Found {
        let mut inside = self.inside();
        let open = inside
            .visits
            .iter()
            .filter(|(_, visit)| visit.place == *place);
        let open: Vec<u64> = open.map(|(number, _)| *number).collect();
        let real = inside.room(place).seats.iter();
        let real = real.filter(|seat| !seat.participant.is_simulated);
        let pairs: Vec<(ParticipantId, Option<u64>, Option<String>)> = real
            .map(|seat| {
                let one = &seat.participant;
                (one.id.clone(), seat.visit, one.person.clone())
            })
            .collect();
        let of_visit = |number: u64| {
            let meant = pairs.iter().filter(|(_, visit, _)| *visit == Some(number));
            Found {
                ids: meant.map(|(id, _, _)| id.clone()).collect(),
                visits: vec![number],
            }
        };
        let of_seats = |is_meant: &dyn Fn(&ParticipantId, Option<&str>) -> bool| {
            let meant = pairs
                .iter()
                .filter(|(id, _, person)| is_meant(id, person.as_deref()));
            Found {
                ids: meant.clone().map(|(id, _, _)| id.clone()).collect(),
                visits: meant
                    .filter_map(|(_, visit, _)| *visit)
                    .filter(|number| open.contains(number))
                    .collect(),
            }
        };
        match whom {
            Whom::Visit(number) => of_visit(*number),
            Whom::Selected(ParticipantSelector::All) => Found {
                ids: pairs.iter().map(|(id, _, _)| id.clone()).collect(),
                visits: open,
            },
            Whom::Selected(ParticipantSelector::Newest) => open
                .last()
                .map_or_else(Found::default, |number| of_visit(*number)),
            Whom::Selected(ParticipantSelector::Id(meant)) => of_seats(&|id, _| id == meant),
            Whom::Selected(ParticipantSelector::Person(meant)) => {
                of_seats(&|_, person| person == Some(meant))
            }
        }
    }
}
