//! The systems that hold meetings, side by side.
//!
//! Everything that one system has of its own is in its file here: what a tenant of it is, what its
//! tokens say, and what its server makes of them. The rest asks through [`System`]: what a system
//! can do is a value ([`Abilities`]), never a question after its name. So another system is one
//! file beside these and one arm in [`Provider::system`].
//!
//! JaaS's tokens are made by [`crate::token`] and judged by [`crate::inspect`], which everything here
//! stands on; its commands and webhooks are in [`jaas`]. Nothing here opens a connection: a [`call`] says what is to be sent.

pub mod call;
mod case;
mod check;
mod door;
mod entry;
pub mod jaas;
pub mod jiomeet;
pub mod jitsi;
mod name;
mod query;
mod rule;
mod secret;
mod sign;
mod table;
pub mod videosdk;

pub use self::case::{Case, Expected, Judgement, Pair, Scene, Verdict};
pub use self::check::{Against, Aim, Check, Outcome, Refusal, Unchecked, Verifier};
pub use self::door::{Door, Leaving, Page, Visit};
pub use self::entry::{Credential, Entry, Purpose, Role, TokenFault};
pub use self::name::NameFault;
pub use self::rule::Rule;
pub use self::secret::{Secret, SecretFault, SecretWarning};
pub use self::sign::NotSigned;
pub use self::table::{Judged, Table};

use self::call::{RoomCalls, TokenCalls};
use crate::domain::Domain;
use crate::time::Timestamp;
use crate::token::Token;

/// One tenant of one system, with what the system knows it by; its secret or key lies elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provider {
    /// 8x8 JaaS.
    Jaas(jaas::Tenant),
    /// A Jitsi Meet server of the company's own.
    Jitsi(jitsi::Server),
    /// VideoSDK (videosdk.live).
    VideoSdk(videosdk::Account),
    /// JioMeet (jiomeet.com).
    JioMeet(jiomeet::App),
}

impl Provider {
    /// A tenant of JaaS, for what JaaS alone has: keys with ids, and a server whose rules
    /// [`crate::inspect`] knows in more detail than the others'.
    pub fn jaas(&self) -> Option<&jaas::Tenant> {
        match self {
            Self::Jaas(tenant) => Some(tenant),
            Self::Jitsi(_) | Self::VideoSdk(_) | Self::JioMeet(_) => None,
        }
    }

    /// What answers for the tenant. Whoever else would ask which provider it is asks this instead.
    pub fn system(&self) -> &dyn System {
        match self {
            Self::Jaas(tenant) => tenant,
            Self::Jitsi(server) => server,
            Self::VideoSdk(account) => account,
            Self::JioMeet(app) => app,
        }
    }
}

/// What is asked of every system.
pub trait System: Sync {
    /// What the system can do.
    fn abilities(&self) -> Abilities;

    /// What its tokens are signed with on this desk.
    fn signer(&self) -> Signer;

    /// Under which name the public half of the key has to be served, where a file's name says
    /// whose key it is.
    fn key_file(&self) -> Option<String> {
        None
    }

    /// Makes the token for a purpose, good from the one moment until just before the other.
    fn token(
        &self,
        purpose: &Purpose<'_>,
        from: Timestamp,
        until: Timestamp,
        credential: Credential<'_>,
    ) -> Result<Token, TokenFault>;

    /// The server that people see. It dates the tokens, and a meeting's page lets in nothing from
    /// anywhere else.
    fn domain(&self) -> &Domain;

    /// Where Jitsi's IFrame API is to be had; the first address that answers is used. None where
    /// the provider has a page of its own.
    fn scripts(&self) -> Vec<String> {
        Vec::new()
    }

    /// Where a visit gets in.
    fn door(&self, visit: &Visit<'_>) -> Result<Door, TokenFault>;

    /// The calls by which rooms are found and made; none where any name is a room.
    fn room_calls(&self) -> Option<&dyn RoomCalls> {
        None
    }

    /// The calls that bring a token; none where [`System::token`] makes it.
    fn token_calls(&self) -> Option<&dyn TokenCalls> {
        None
    }

    /// What the system's server would ask of a token, in its order where that is known. All
    /// that can be asked is, though a server stops at the first that fails.
    fn checks(&self, token: &str, against: &Against<'_>) -> Vec<Check>;

    /// Every kind of right and wrong token, with what its source says of it. None where
    /// [`crate::matrix`] has them, which knows more than the checks tell.
    fn cases(&self, _: &Scene) -> Vec<Case> {
        Vec::new()
    }
}

/// What a system can do, so that no more is offered than it keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// What people call the system.
    pub name: &'static str,
    /// As what one can join.
    pub roles: &'static [Role],
    /// Whether a token switches single features on and off.
    pub has_features: bool,
    /// Whether its REST is called with a token.
    pub has_commands: bool,
    /// How a room comes to be.
    pub rooms: Rooms,
    /// How one joins.
    pub join: Join,
    /// What tokens are signed with.
    pub signing: Signing,
}

impl Abilities {
    /// Whether a token lets people in.
    pub fn enters_with_token(&self) -> bool {
        match self.join {
            Join::IFrameApi | Join::PageWithToken => true,
            Join::PageByLink => false,
        }
    }

    /// Whether a token says who stays out of recordings, which is a claim of Jitsi's.
    pub fn hides_from_recorder(&self) -> bool {
        self.join == Join::IFrameApi
    }
}

/// How a room comes to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rooms {
    /// By joining: any name is a room.
    Named,
    /// By a call to the provider's REST, which gives the room its id.
    Made,
}

/// How one joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// In a page of ours, through Jitsi's IFrame API, with a token.
    IFrameApi,
    /// On a page of the provider's, with a token.
    PageWithToken,
    /// On a page of the provider's that the room's link opens, without a token.
    PageByLink,
}

/// What a tenant's tokens are signed with on this desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// A private key of at least so many bits, by RS256.
    Key {
        /// How many the system wants.
        fewest_bits: usize,
    },
    /// A shared secret, by HS256.
    Secret,
    /// Nothing here: another makes them, see [`System::token_calls`].
    Elsewhere,
}

/// What tokens may be signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing {
    /// A shared secret, by HS256.
    Secret,
    /// A private key, by RS256.
    Key,
    /// Either, as the tenant has it.
    SecretOrKey,
}
