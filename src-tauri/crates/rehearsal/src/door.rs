//! How one gets into a room: the token, then the room's own door.

use std::sync::Arc;

use roomkey_core::inspect::Granted;
use roomkey_core::role::Role;
use tokio::sync::oneshot;

use crate::access::{Judgement, TokenMark, error_view};
use crate::case::{Act, Door, ROOM_PASSWORD};
use crate::happening::What;
use crate::house::House;
use crate::participant::ParticipantId;
use crate::recorded::LOBBY;
use crate::room::{Guest, Line, Place};
use crate::roster::Arrival;
use crate::verdict::VerdictView;
use crate::wire::{Join, ToPage};

/// What came of a knock at the door.
pub(crate) enum Answer {
    /// The person sits inside, and has been told.
    Inside { id: ParticipantId },
    /// The person waits for a decision.
    Waiting {
        invitation: Box<Invitation>,
        decision: oneshot::Receiver<bool>,
        word: ToPage,
    },
    /// The person stays outside.
    Outside { word: ToPage },
}

/// What is needed to seat somebody whose token is good.
pub(crate) struct Invitation {
    view: Box<VerdictView>,
    arrival: Arrival,
}

impl House {
    /// Somebody asks to be let in.
    pub(crate) fn knock(self: &Arc<Self>, place: &Place, join: Join, line: &Line) -> Answer {
        let judgement = self.judge(place, &join.token);
        let granted = match &judgement.outcome {
            Ok(granted) => Granted {
                role: self.leading(&place.room).role(granted.role),
                ..granted.clone()
            },
            Err(refusal) => {
                let text = refusal.text.clone();
                self.happened(&place.room, None, What::Refused { text });
                return Answer::Outside {
                    word: ToPage::Refused {
                        error: error_view(refusal),
                        verdict: Box::new(judgement.view),
                    },
                };
            }
        };
        let password = join.password.clone();
        let visit = join.visit;
        let invitation = invitation(granted, judgement, join, line);
        if invitation.arrival.role != Role::Moderator && self.has_lobby(place) {
            return self.keep_waiting(place, invitation, visit, true);
        }
        match self.plan(&place.room).door {
            Door::Open | Door::Dead => self.let_in(place, invitation),
            Door::Password if password.as_deref() == Some(ROOM_PASSWORD) => {
                self.let_in(place, invitation)
            }
            Door::Password => {
                self.happened(&place.room, None, What::PasswordAsked);
                Answer::Outside {
                    word: ToPage::PasswordRequired {
                        was_wrong: password.is_some(),
                        verdict: invitation.view,
                    },
                }
            }
            Door::Lobby { admits } => self.keep_waiting(place, invitation, visit, admits),
        }
    }

    /// Seats somebody whom nothing holds back, and has the case's act begin.
    pub(crate) fn let_in(self: &Arc<Self>, place: &Place, invitation: Invitation) -> Answer {
        let act = self.act_to_play(place);
        for (name, role) in act.map_or(&[][..], cast) {
            self.seat(place, Arrival::simulated(name, *role));
        }
        let Invitation { view, mut arrival } = invitation;
        arrival.verdict = Some(view);
        let id = self.seat(place, arrival);
        if let Some(act) = act {
            self.play(place, &id, act);
        }
        Answer::Inside { id }
    }

    /// Keeps who comes without leading waiting from here on, or no longer.
    pub(crate) fn set_lobby(&self, place: &Place, on: bool) -> bool {
        self.inside().room(place).has_lobby = on;
        self.happened(&place.room, None, What::LobbySet { on });
        true
    }

    fn has_lobby(&self, place: &Place) -> bool {
        self.inside().room(place).has_lobby
    }

    /// Decides about those in the lobby whose number the test accepts; says
    /// how many there were.
    pub(crate) fn decide(
        &self,
        place: &Place,
        admits: bool,
        is_meant: impl Fn(&Guest) -> bool,
    ) -> usize {
        let mut inside = self.inside();
        let waiting = &mut inside.room(place).waiting;
        let (meant, rest): (Vec<_>, Vec<_>) = waiting.drain(..).partition(is_meant);
        *waiting = rest;
        drop(inside);
        if !admits {
            for _ in &meant {
                self.happened(&place.room, None, What::TurnedAway);
            }
        }
        let heard = meant
            .into_iter()
            .filter_map(|guest| guest.decision.send(admits).ok());
        heard.count()
    }

    fn keep_waiting(
        self: &Arc<Self>,
        place: &Place,
        invitation: Invitation,
        visit: Option<u64>,
        admits: bool,
    ) -> Answer {
        let (decision, decided) = oneshot::channel();
        let mut inside = self.inside();
        let number = inside.new_number();
        inside.room(place).waiting.push(Guest {
            number,
            visit,
            decision,
        });
        drop(inside);
        self.happened(&place.room, None, What::Knocked);
        let there = place.clone();
        self.later(LOBBY, move |house| {
            house.decide(&there, admits, |guest| guest.number == number);
        });
        Answer::Waiting {
            word: ToPage::Lobby {
                verdict: invitation.view.clone(),
            },
            invitation: Box::new(invitation),
            decision: decided,
        }
    }

    /// The case's act, for the first who asks.
    fn act_to_play(&self, place: &Place) -> Option<Act> {
        let mut inside = self.inside();
        let staging = inside.staging(&place.room);
        let act = staging.case.plan().act.filter(|_| !staging.is_played);
        staging.is_played = true;
        act
    }
}

fn invitation(granted: Granted, judgement: Judgement, join: Join, line: &Line) -> Invitation {
    let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
    let name = filled(granted.name).or(filled(join.name));
    Invitation {
        arrival: Arrival {
            name: name.unwrap_or_else(|| "Fellow Jitster".to_owned()),
            email: filled(granted.email).or(filled(join.email)),
            role: granted.role,
            features: granted.features,
            person: granted.person_id,
            moderator_claim: judgement.moderator_claim,
            until: granted.until,
            visit: join.visit,
            known_by: join.known_by,
            token: Some(TokenMark::of(&join.token)),
            line: Some(line.clone()),
            verdict: None,
        },
        view: Box::new(judgement.view),
    }
}

/// Who is in the room before the person, so that the act can be given.
fn cast(act: Act) -> &'static [(&'static str, Role)] {
    match act {
        Act::Company => &[
            ("Grace Hopper", Role::Moderator),
            ("Alan Turing", Role::Participant),
        ],
        Act::Promote | Act::Kick | Act::EndForAll => &[("Grace Hopper", Role::Moderator)],
        Act::KillOther => &[("Alan Turing", Role::Participant)],
        Act::ServerGone { .. } | Act::Drop | Act::SilentDeath => &[],
    }
}
