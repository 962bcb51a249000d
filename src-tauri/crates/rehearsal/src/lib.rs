//! A rehearsal: a stand-in for 8x8 JaaS, or for another provider, on this
//! machine's loopback address.
//!
//! A Jitsi server's serves an IFrame API script and a room page of its own, which speak the
//! wire protocol of the real ones, and lets into its rooms whoever brings a
//! token that JaaS would accept. People try their camera there, admins their
//! key, and tests find in it the other side of every meeting.
//!
//! It is no conference: sound and pictures stay in each person's own page. The
//! token is judged by `roomkey_core` alone, and written nowhere. [`provider`] has
//! the stand-ins for all providers behind one door.

pub mod case;
pub mod command;
pub mod happening;
pub mod leading;
pub mod participant;
pub mod provider;

mod access;
mod briefing;
mod door;
mod guard;
mod house;
mod orders;
mod page;
mod plot;
mod recorded;
mod rest;
mod room;
mod roster;
mod routes;
mod server;
mod socket;
mod tenancy;
mod verdict;
mod visit;
mod wire;

use std::fmt;
use std::io;
use std::mem;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use roomkey_core::domain::Domain;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use tokio::sync::broadcast;

use crate::case::Case;
use crate::command::{Command, ParticipantSelector};
use crate::happening::Happening;
use crate::house::House;
use crate::leading::Leading;
use crate::participant::Participant;
use crate::server::{Opening, Server};
use crate::tenancy::{Jaas, Tenancy};

/// The stand-in's clock.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// How a rehearsal is set up.
#[derive(Clone)]
pub struct Options {
    /// The public keys that are registered, and under which key ids.
    pub keys: Vec<(KeyId, PublicKey)>,
    /// The server's clock: it dates its answers, and judges tokens by it.
    pub clock: Clock,
    /// How fast recorded times are played: 1 as recorded, 0.1 ten times as
    /// fast. What is less than 0.005, or no number, counts as 0.005.
    pub pace: f64,
    /// The port; none takes a free one.
    pub port: Option<u16>,
    /// The origins, in the form of a CSP source, whose pages may show a room.
    pub hosts: Vec<String>,
}

impl Default for Options {
    /// No keys, the machine's clock, the recorded pace, a free port, and the
    /// origins of Roomkey's own meeting page.
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            clock: Arc::new(machine_clock),
            pace: 1.0,
            port: None,
            hosts: MEETING_PAGES.map(str::to_owned).to_vec(),
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key_ids: Vec<_> = self.keys.iter().map(|(key_id, _)| key_id).collect();
        f.debug_struct("Options")
            .field("keys", &key_ids)
            .field("pace", &self.pace)
            .field("port", &self.port)
            .field("hosts", &self.hosts)
            .finish_non_exhaustive()
    }
}

/// A running stand-in. It stops when it is dropped.
#[derive(Debug)]
pub struct Rehearsal {
    house: Arc<House>,
    server: Server,
}

impl Rehearsal {
    /// Begins to listen on the loopback address.
    pub async fn start(mut options: Options) -> Result<Self, StartFault> {
        let opening = Opening::bind(options.port).await?;
        let tenancy = Jaas::new(mem::take(&mut options.keys));
        Ok(Self::at(opening, Box::new(tenancy), options))
    }

    /// Answers for somebody's rooms; the keys among the options do not count.
    fn at(opening: Opening, tenancy: Box<dyn Tenancy>, options: Options) -> Self {
        let house = Arc::new(House::new(tenancy, options, &opening));
        let server = opening.serve(routes::router(Arc::clone(&house)));
        Self { house, server }
    }

    /// Where it listens, as a tenant's domain.
    pub fn domain(&self) -> Domain {
        self.server.domain().clone()
    }

    /// Sets what happens in a room, from the next page on; cases about the
    /// script count for the whole server, because its address names no room.
    pub fn set_case(&self, room: &RoomName, case: Case) {
        self.house.set_case(room, case);
    }

    /// Sets who leads in a room, from the next who joins on.
    pub fn set_leading(&self, room: &RoomName, leading: Leading) {
        self.house.set_leading(room, leading);
    }

    /// Who is in the rooms of that name, the ghosts of broken connections too.
    pub fn participants(&self, room: &RoomName) -> Vec<Participant> {
        self.house.participants(room)
    }

    /// Makes something happen in the rooms of that name, and says how many
    /// participants or pages it reached.
    pub fn command(&self, room: &RoomName, who: &ParticipantSelector, command: &Command) -> usize {
        self.house.command(room, who, command)
    }

    /// Everything that happens from here on. Who reads too slowly misses the
    /// oldest, and is told so.
    pub fn happenings(&self) -> broadcast::Receiver<Happening> {
        self.house.happenings()
    }

    /// Every token that is judged from here on, for a test that searches a
    /// machine for copies of it. Where nobody asks, none is kept.
    pub fn tokens(&self) -> broadcast::Receiver<Token> {
        self.house.tokens()
    }

    /// Stops listening and breaks every connection; returns when that is done.
    pub async fn stop(self) {
        self.server.stop().await;
    }
}

/// Why a rehearsal did not begin.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The port could not be had.
    #[error(
        "The rehearsal cannot listen on port {port} of this machine: {source}. Close the program that has it, or use another port"
    )]
    Bind {
        /// The port that was asked for; 0 stands for any.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system does not say which port it gave.
    #[error("The system gives the rehearsal no address: {0}. Try again")]
    Address(#[source] io::Error),
}

fn machine_clock() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Timestamp(since.map_or(0, |since| {
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }))
}

/// Where Roomkey's meeting page may come from: the Chromium window, the
/// embedded webview on each system, the loopback page, and the front end's
/// development server.
const MEETING_PAGES: [&str; 6] = [
    "https://meeting.roomkey.invalid",
    "tauri://localhost",
    "http://tauri.localhost",
    "https://tauri.localhost",
    "http://127.0.0.1:*",
    "http://localhost:*",
];
