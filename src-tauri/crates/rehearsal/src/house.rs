//! Everything that a running rehearsal knows, behind one lock.
//!
//! What is done with it stands in the modules beside this one, one part each.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use tokio::runtime::Handle;
use tokio::sync::{broadcast, watch};

use crate::access::TokenMark;
use crate::case::{Case, Plan, ScriptFault};
use crate::happening::{Happening, What};
use crate::leading::Leading;
use crate::participant::{Participant, ParticipantId};
use crate::recorded::Pace;
use crate::room::{Place, Room};
use crate::server::{Opening, stopped};
use crate::tenancy::{Tenancy, Tenant};
use crate::visit::Visit;
use crate::{Clock, Options};

/// How many happenings a slow reader may lag behind.
const HAPPENINGS: usize = 1024;

/// How many tokens a slow reader may lag behind.
const TOKENS: usize = 16;

/// A running rehearsal.
pub(crate) struct House {
    pub(crate) tenancy: Box<dyn Tenancy>,
    pub(crate) pace: Pace,
    pub(crate) hosts: Vec<String>,
    pub(crate) address: SocketAddr,
    clock: Clock,
    runtime: Handle,
    stopped: watch::Receiver<bool>,
    happenings: broadcast::Sender<Happening>,
    tokens: broadcast::Sender<Token>,
    inside: Mutex<Inside>,
}

/// What changes.
#[derive(Debug, Default)]
pub(crate) struct Inside {
    pub(crate) rooms: HashMap<Place, Room>,
    pub(crate) visits: BTreeMap<u64, Visit>,
    /// Tokens that are held for expired whatever their `exp`.
    pub(crate) expired: Vec<TokenMark>,
    pub(crate) banned_tokens: Vec<TokenMark>,
    pub(crate) banned_users: Vec<(Tenant, String)>,
    stagings: BTreeMap<RoomName, Staging>,
    leading: BTreeMap<RoomName, Leading>,
    last_participant: u32,
    last_number: u64,
}

/// What is staged in the rooms of one name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Staging {
    pub(crate) case: Case,
    /// Whether the case's act has been given.
    pub(crate) is_played: bool,
    /// Until when the meeting server answers nobody.
    pub(crate) down_until: Option<Instant>,
    /// How many requests for the page go unanswered.
    pub(crate) page_refusals: usize,
}

impl House {
    /// Must be called inside a runtime, which is kept for what happens later.
    pub(crate) fn new(tenancy: Box<dyn Tenancy>, options: Options, opening: &Opening) -> Self {
        Self {
            tenancy,
            pace: Pace::new(options.pace),
            hosts: options.hosts,
            address: opening.address(),
            clock: options.clock,
            runtime: Handle::current(),
            stopped: opening.stopped(),
            happenings: broadcast::channel(HAPPENINGS).0,
            tokens: broadcast::channel(TOKENS).0,
            inside: Mutex::default(),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The lock is held for a few steps, never while waiting.
    pub(crate) fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stopped(&self) -> watch::Receiver<bool> {
        self.stopped.clone()
    }

    pub(crate) fn happenings(&self) -> broadcast::Receiver<Happening> {
        self.happenings.subscribe()
    }

    pub(crate) fn tokens(&self) -> broadcast::Receiver<Token> {
        self.tokens.subscribe()
    }

    /// Hands a token to those who asked for tokens.
    pub(crate) fn brought(&self, token: &Token) {
        // Hardly ever does anybody ask.
        let _ = self.tokens.send(token.clone());
    }

    pub(crate) fn happened(
        &self,
        room: &RoomName,
        participant: Option<&ParticipantId>,
        what: What,
    ) {
        // Nobody need be listening.
        let _ = self.happenings.send(Happening {
            room: room.clone(),
            participant: participant.cloned(),
            what,
        });
    }

    /// Does something after so many recorded seconds, unless the rehearsal
    /// stops before.
    pub(crate) fn later(
        self: &Arc<Self>,
        recorded: Duration,
        what: impl FnOnce(&Arc<Self>) + Send + 'static,
    ) {
        let house = Arc::clone(self);
        self.runtime.spawn(async move {
            let delay = house.pace.of(recorded);
            tokio::select! {
                () = tokio::time::sleep(delay) => what(&house),
                () = stopped(house.stopped()) => {}
            }
        });
    }

    pub(crate) fn set_case(&self, room: &RoomName, case: Case) {
        let staging = Staging {
            case,
            ..Staging::default()
        };
        self.inside().stagings.insert(room.clone(), staging);
    }

    pub(crate) fn set_leading(&self, room: &RoomName, leading: Leading) {
        self.inside().leading.insert(room.clone(), leading);
    }

    /// Who leads in a room.
    pub(crate) fn leading(&self, room: &RoomName) -> Leading {
        self.inside().leading.get(room).copied().unwrap_or_default()
    }

    pub(crate) fn plan(&self, room: &RoomName) -> Plan {
        self.inside().staging(room).case.plan()
    }

    /// What is wrong with the script, by the first room's case that says so.
    pub(crate) fn script_fault(&self) -> ScriptFault {
        let inside = self.inside();
        let faults = inside.stagings.values().map(|one| one.case.plan().script);
        let mut faults = faults.filter(|fault| *fault != ScriptFault::None);
        faults.next().unwrap_or(ScriptFault::None)
    }

    pub(crate) fn participants(&self, room: &RoomName) -> Vec<Participant> {
        let inside = self.inside();
        let rooms = inside.rooms.iter().filter(|(place, _)| place.room == *room);
        rooms
            .flat_map(|(_, room)| &room.seats)
            .map(|seat| seat.participant.clone())
            .collect()
    }
}

impl Inside {
    pub(crate) fn staging(&mut self, room: &RoomName) -> &mut Staging {
        self.stagings.entry(room.clone()).or_default()
    }

    pub(crate) fn room(&mut self, place: &Place) -> &mut Room {
        self.rooms.entry(place.clone()).or_default()
    }

    pub(crate) fn new_participant_id(&mut self) -> ParticipantId {
        self.last_participant = self.last_participant.wrapping_add(1);
        ParticipantId::numbered(self.last_participant)
    }

    /// A number that was never given before.
    pub(crate) fn new_number(&mut self) -> u64 {
        self.last_number += 1;
        self.last_number
    }
}

impl Staging {
    /// Whether the meeting server answers nobody at this moment.
    pub(crate) fn is_down(&self) -> bool {
        self.down_until.is_some_and(|until| Instant::now() < until)
    }
}

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House")
            .field("address", &self.address)
            .field("pace", &self.pace)
            .finish_non_exhaustive()
    }
}
