//! One case in the room: each who joins, and when all is known.
//!
//! Those who join together are asked for the list of people only when each of
//! them is in or out, so that each can see the others.

use super::attempt::Attempt;
use super::observed::Observed;
use crate::meeting::Moment;
use crate::meeting::event::PageEvent;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;

/// A case under way.
#[derive(Clone, Debug)]
pub struct Trial {
    attempts: Vec<Attempt>,
}

/// What happened to one of those who join, by their place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Their page reports something.
    Page(usize, PageEvent),
    /// Their window is gone.
    Closed(usize),
    /// Nothing but time has passed.
    Tick,
}

/// What is to be done, by their place in the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Their page is to show something.
    Show(usize, Notice),
    /// Their page is to ask the meeting for the list of people.
    AskRooms(usize),
}

impl Trial {
    /// So many windows have opened.
    pub fn new(guests: usize, now: Moment) -> Self {
        Self {
            attempts: vec![Attempt::new(now); guests],
        }
    }

    /// Takes in what happened at `now` and says what is to be done.
    pub fn handle(&mut self, happened: Happened, now: Moment) -> Vec<Order> {
        if let Happened::Closed(_) = happened {
            self.stop();
            return Vec::new();
        }
        let mut report = match happened {
            Happened::Page(place, event) => Some((place, event)),
            Happened::Closed(_) | Happened::Tick => None,
        };
        let mut orders = Vec::new();
        for (place, attempt) in self.attempts.iter_mut().enumerate() {
            let own = report.take_if(|(meant, _)| *meant == place);
            let input = own.map_or(Input::Tick, |(_, event)| Input::Page(event));
            let notices = attempt.handle(input, now).into_iter();
            orders.extend(notices.map(|notice| Order::Show(place, notice)));
        }
        orders.extend(self.ask());
        orders
    }

    /// The tester wants no more of it.
    pub fn stop(&mut self) {
        self.attempts.iter_mut().for_each(Attempt::stop);
    }

    /// When [`Happened::Tick`] is to come at the latest.
    pub fn wake_at(&self) -> Option<Moment> {
        self.attempts.iter().filter_map(Attempt::wake_at).min()
    }

    /// How many are in the room.
    pub fn joined(&self) -> usize {
        self.attempts.iter().filter(|one| one.is_in()).count()
    }

    /// What came of each, once that is known of all.
    pub fn outcome(&self) -> Option<Vec<Observed>> {
        let observed = self.attempts.iter().map(|one| one.observed().cloned());
        observed.collect()
    }

    fn ask(&mut self) -> Vec<Order> {
        let mut here = self.attempts.iter();
        if !here.all(|one| one.is_settled() || one.observed().is_some()) {
            return Vec::new();
        }
        let mut orders = Vec::new();
        for (place, attempt) in self.attempts.iter_mut().enumerate() {
            if attempt.is_settled() {
                attempt.ask();
                orders.push(Order::AskRooms(place));
            }
        }
        orders
    }
}
