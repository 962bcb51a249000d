//! What a case makes happen to somebody who has joined.

use std::sync::Arc;
use std::time::{Duration, Instant};

use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;

use crate::case::{Act, SHORT_LIFE};
use crate::happening::{Leaving, What};
use crate::house::House;
use crate::participant::ParticipantId;
use crate::recorded::{A_LITTLE, DROP, FIRST_ACT, OUTAGE};
use crate::room::Place;
use crate::roster::Arrival;

impl House {
    /// Gives the act, a little after the person has come in.
    pub(crate) fn play(self: &Arc<Self>, place: &Place, id: &ParticipantId, act: Act) {
        let (place, id) = (place.clone(), id.clone());
        let mut inside = self.inside();
        let seat = inside.room(&place).seat(&id);
        let token = seat.map(|seat| (seat.participant.person.clone(), seat.until));
        let (person, until) = token.unwrap_or_default();
        drop(inside);
        self.later(FIRST_ACT, move |house| match act {
            Act::Company => house.play_company(&place),
            Act::Promote => house.play_promotion(&place, &id),
            Act::Kick => {
                house.kick(&place, &id, None);
            }
            Act::EndForAll => {
                house.end_for_all(&place);
            }
            Act::KillOther => {
                if let Some(other) = house.first_simulated(&place) {
                    house.cut(&place, &other);
                }
            }
            Act::ServerGone {
                token_expires,
                page_too,
            } => {
                if token_expires {
                    house.expire_token(&place, &id);
                }
                house.go_away(&place, page_too);
            }
            Act::Drop => house.drop_line(&place, &id),
            Act::SilentDeath => house.play_death(place, &id, person, until),
        });
    }

    fn drop_line(self: &Arc<Self>, place: &Place, id: &ParticipantId) {
        self.go_down(place, DROP);
        self.cut(place, id);
    }

    /// Drops the person's line once the token with which they joined has
    /// ended. By then a launcher may have brought them back with a fresh one.
    fn play_death(
        self: &Arc<Self>,
        place: Place,
        id: &ParticipantId,
        person: Option<String>,
        until: Option<Timestamp>,
    ) {
        let soon = self.now().plus(SHORT_LIFE);
        match until.filter(|until| *until <= soon) {
            Some(until) => self.drop_person_at(place, person, until),
            None => {
                self.expire_token(&place, id);
                self.drop_line(&place, id);
            }
        }
    }

    fn drop_person_at(self: &Arc<Self>, place: Place, person: Option<String>, until: Timestamp) {
        self.later(A_LITTLE, move |house| {
            if house.now() < until {
                house.drop_person_at(place, person, until);
                return;
            }
            let mut inside = house.inside();
            let seats = inside.room(&place).seats.iter();
            let theirs = seats.filter(|seat| seat.participant.person == person);
            let ids: Vec<ParticipantId> = theirs.map(|seat| seat.participant.id.clone()).collect();
            drop(inside);
            for id in ids {
                house.drop_line(&place, &id);
            }
        });
    }

    /// The meeting server breaks every line of the room, stays away, and has
    /// forgotten everybody when it is back; with `page_too` the next request of
    /// each client for its page goes unanswered.
    pub(crate) fn go_away(&self, place: &Place, page_too: bool) -> usize {
        self.go_down(place, OUTAGE);
        let mut inside = self.inside();
        let mut seats = std::mem::take(&mut inside.room(place).seats);
        let cut = seats.iter_mut().filter_map(|seat| seat.cut().then_some(()));
        let reached = cut.count();
        if page_too {
            inside.staging(&place.room).page_refusals = reached;
        }
        drop(inside);
        for seat in seats {
            let how = Leaving::ServerGone;
            self.happened(&place.room, Some(&seat.participant.id), What::Left { how });
        }
        reached
    }

    /// The meeting server answers nobody in the room for so long.
    pub(crate) fn go_down(&self, place: &Place, recorded: Duration) {
        let until = Instant::now() + self.pace.of(recorded);
        self.inside().staging(&place.room).down_until = Some(until);
    }

    /// Holds the token of a participant for expired from here on.
    pub(crate) fn expire_token(&self, place: &Place, id: &ParticipantId) -> bool {
        let mut inside = self.inside();
        let mark = inside.room(place).seat(id).and_then(|seat| seat.token);
        inside.expired.extend(mark);
        mark.is_some()
    }

    pub(crate) fn first_simulated(&self, place: &Place) -> Option<ParticipantId> {
        let mut inside = self.inside();
        let seats = &inside.room(place).seats;
        let mut simulated = seats.iter().map(|seat| &seat.participant);
        simulated
            .find(|one| one.is_simulated && one.is_connected)
            .map(|one| one.id.clone())
    }

    fn play_company(self: &Arc<Self>, place: &Place) {
        let third = self.seat(
            place,
            Arrival::simulated("Katherine Johnson", Role::Moderator),
        );
        let place = place.clone();
        self.later(FIRST_ACT, move |house| {
            house.unseat(&place, &third, Leaving::HungUp);
        });
    }

    /// Somebody who is a moderator already is none for a while first, so that
    /// there is something to see.
    fn play_promotion(self: &Arc<Self>, place: &Place, id: &ParticipantId) {
        if self.set_role(place, id, Role::Moderator) {
            return;
        }
        self.set_role(place, id, Role::Participant);
        let (place, id) = (place.clone(), id.clone());
        self.later(FIRST_ACT, move |house| {
            house.set_role(&place, &id, Role::Moderator);
        });
    }
}
