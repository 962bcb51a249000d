//! Stand-ins for every system that Roomkey speaks to, behind one door.
//!
//! Where a provider is joined through Jitsi's IFrame API, its stand-in is a
//! [`Rehearsal`]. The others are made from what their providers have published:
//! their REST, the page that their meetings are held on, and for VideoSDK the
//! company's own server of tokens. Tokens are judged by
//! `roomkey_core::provider::System::checks` alone, and written nowhere.

pub mod fault;
pub mod request;

mod desk;
mod jiomeet;
mod ledger;
mod line;
mod query;
mod videosdk;

use std::fmt;
use std::sync::Arc;

use roomkey_core::domain::Domain;
use roomkey_core::key::PublicKey;
use roomkey_core::provider::{Provider, Secret, Verifier};
use tokio::sync::broadcast;

use self::desk::Desk;
use self::fault::{Reach, Trouble};
use self::request::Request;
use crate::happening::Happening;
use crate::server::{Opening, Server};
use crate::tenancy::{Jaas, Own};
use crate::{Clock, Rehearsal, StartFault};

/// How a stand-in is set up.
#[derive(Clone)]
pub struct Options {
    /// The server's clock: it dates its answers, and judges tokens by it.
    pub clock: Clock,
    /// How fast recorded times are played, as in [`crate::Options`].
    pub pace: f64,
    /// The port; none takes a free one.
    pub port: Option<u16>,
    /// The origins, in the form of a CSP source, whose pages may show a room.
    pub hosts: Vec<String>,
}

impl Default for Options {
    /// As [`crate::Options`] has it.
    fn default() -> Self {
        let crate::Options {
            clock,
            pace,
            port,
            hosts,
            keys: _,
        } = crate::Options::default();
        Self {
            clock,
            pace,
            port,
            hosts,
        }
    }
}

impl From<Options> for crate::Options {
    fn from(options: Options) -> Self {
        Self {
            keys: Vec::new(),
            clock: options.clock,
            pace: options.pace,
            port: options.port,
            hosts: options.hosts,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("pace", &self.pace)
            .field("port", &self.port)
            .field("hosts", &self.hosts)
            .finish_non_exhaustive()
    }
}

/// What the stand-in verifies tokens with.
#[derive(Clone, Debug)]
pub enum Trusted {
    /// The secret that tenant and provider share.
    Secret(Secret),
    /// The public key that the provider has.
    Key(PublicKey),
}

impl Trusted {
    pub(crate) fn verifier(&self) -> Verifier<'_> {
        match self {
            Self::Secret(secret) => Verifier::Secret(secret),
            Self::Key(key) => Verifier::Key(key),
        }
    }
}

/// A running stand-in for one tenant. It stops when it is dropped.
#[derive(Debug)]
pub struct StandIn {
    provider: Provider,
    place: Place,
}

/// What stands in.
#[derive(Debug)]
enum Place {
    /// Rooms that one joins through the IFrame API.
    Rooms(Rehearsal),
    /// REST, and a page.
    Desk { desk: Arc<Desk>, server: Server },
}

impl StandIn {
    /// Begins to listen on the loopback address, as the provider of this tenant.
    pub async fn start(
        provider: Provider,
        trusted: Trusted,
        options: Options,
    ) -> Result<Self, StartFault> {
        match provider {
            Provider::Jaas(mut tenant) => {
                let keys = match trusted {
                    Trusted::Key(key) => vec![(tenant.key_id.clone(), key)],
                    // A secret verifies nothing at JaaS.
                    Trusted::Secret(_) => Vec::new(),
                };
                let opening = Opening::bind(options.port).await?;
                tenant.domain = opening.domain();
                let tenancy = Box::new(Jaas::new(keys));
                let rehearsal = Rehearsal::at(opening, tenancy, options.into());
                let provider = Provider::Jaas(tenant);
                let place = Place::Rooms(rehearsal);
                Ok(Self { provider, place })
            }
            Provider::Jitsi(mut server) => {
                let opening = Opening::bind(options.port).await?;
                server.domain = opening.domain();
                let provider = Provider::Jitsi(server.clone());
                let tenancy = Box::new(Own { server, trusted });
                let rehearsal = Rehearsal::at(opening, tenancy, options.into());
                let place = Place::Rooms(rehearsal);
                Ok(Self { provider, place })
            }
            Provider::VideoSdk(mut account) => {
                let opening = Opening::bind(options.port).await?;
                let judged = Provider::VideoSdk(videosdk::judged(&account));
                let desk = Arc::new(Desk::new(judged, trusted, options, &opening));
                let server = opening.serve(videosdk::router(Arc::clone(&desk), &account));
                videosdk::move_to(&mut account, server.domain());
                let provider = Provider::VideoSdk(account);
                let place = Place::Desk { desk, server };
                Ok(Self { provider, place })
            }
            Provider::JioMeet(mut app) => {
                let opening = Opening::bind(options.port).await?;
                let judged = Provider::JioMeet(app.clone());
                let desk = Arc::new(Desk::new(judged, trusted, options, &opening));
                let authorization = app.authorization;
                let server = opening.serve(jiomeet::router(Arc::clone(&desk), authorization));
                app.domain = server.domain().clone();
                let provider = Provider::JioMeet(app);
                let place = Place::Desk { desk, server };
                Ok(Self { provider, place })
            }
        }
    }

    /// Where it listens.
    pub fn domain(&self) -> Domain {
        match &self.place {
            Place::Rooms(rehearsal) => rehearsal.domain(),
            Place::Desk { server, .. } => server.domain().clone(),
        }
    }

    /// The same tenant, with all its addresses here, ready to be stored.
    pub fn provider(&self) -> Provider {
        self.provider.clone()
    }

    /// The rehearsal itself, where one joins through the IFrame API: its cases,
    /// its participants and its commands.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        match &self.place {
            Place::Rooms(rehearsal) => Some(rehearsal),
            Place::Desk { .. } => None,
        }
    }

    /// Everything that happens in its rooms from here on.
    pub fn happenings(&self) -> broadcast::Receiver<Happening> {
        match &self.place {
            Place::Rooms(rehearsal) => rehearsal.happenings(),
            Place::Desk { desk, .. } => desk.happenings(),
        }
    }

    /// Every request to the provider's REST so far, in order; none for a
    /// provider whose rooms need no making.
    pub fn requests(&self) -> Vec<Request> {
        self.desk()
            .map_or_else(Vec::new, |desk| desk.ledger.requests())
    }

    /// Lets something go wrong with requests to the provider's REST, where there
    /// is one. Of several faults that reach a request the one set first happens.
    pub fn fault(&self, reach: Reach, trouble: Trouble) {
        if let Some(desk) = self.desk() {
            desk.ledger.plan(reach, trouble);
        }
    }

    /// Takes back every fault that was set.
    pub fn mend(&self) {
        if let Some(desk) = self.desk() {
            desk.ledger.mend();
        }
    }

    /// Whether those who wait are let in when the lobby's time has come; at
    /// first they are. A [`Rehearsal`] has cases for that.
    pub fn set_lobby(&self, admits: bool) {
        if let Some(desk) = self.desk() {
            desk.set_lobby(admits);
        }
    }

    /// Refuses the next who joins with this code, such as VideoSDK's 4001 to
    /// 4025, however good the token is. A [`Rehearsal`] has cases for that.
    pub fn refuse_next(&self, code: u16) {
        if let Some(desk) = self.desk() {
            desk.refuse_next(code);
        }
    }

    /// Stops listening and breaks every connection; returns when that is done.
    pub async fn stop(self) {
        match self.place {
            Place::Rooms(rehearsal) => rehearsal.stop().await,
            Place::Desk { server, .. } => server.stop().await,
        }
    }

    fn desk(&self) -> Option<&Desk> {
        match &self.place {
            Place::Rooms(_) => None,
            Place::Desk { desk, .. } => Some(desk),
        }
    }
}
