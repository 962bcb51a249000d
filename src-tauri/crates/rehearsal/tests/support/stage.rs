//! A rehearsal with a tenant, two keys, and a clock that tests can set.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use roomkey_core::app_id::AppId;
use roomkey_core::feature::{Feature, Features};
use roomkey_core::grant::{Grant, RoomScope};
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::{Email, Person, PersonId, PersonName};
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::happening::{Happening, What};
use roomkey_rehearsal::{Options, Rehearsal};
use tokio::sync::broadcast;

pub(crate) const TENANT: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";
pub(crate) const PERSON: &str = "0f8b7760-c17f-4a12-b134-c6ac37167144";
/// Some afternoon in November 2026.
pub(crate) const NOON: i64 = 1_795_262_400;

/// The registered key, and one that is not.
pub(crate) static KEYS: LazyLock<[PrivateKey; 2]> = LazyLock::new(|| [new_key(), new_key()]);

/// A rehearsal that runs.
pub(crate) struct Stage {
    pub(crate) rehearsal: Rehearsal,
    clock: Arc<AtomicI64>,
    happenings: broadcast::Receiver<Happening>,
}

impl Stage {
    /// Recorded times are played by `pace`.
    pub(crate) async fn new(pace: f64) -> Self {
        let clock = Arc::new(AtomicI64::new(NOON));
        let read = Arc::clone(&clock);
        let rehearsal = Rehearsal::start(Options {
            keys: vec![(key_id(), KEYS[0].public().clone())],
            clock: Arc::new(move || Timestamp(read.load(Ordering::SeqCst))),
            pace,
            ..Options::default()
        })
        .await
        .unwrap();
        let happenings = rehearsal.happenings();
        Self {
            rehearsal,
            clock,
            happenings,
        }
    }

    /// The same with another rehearsal, which should go by the same clock.
    pub(crate) fn with(self, rehearsal: Rehearsal) -> Self {
        Self {
            happenings: rehearsal.happenings(),
            rehearsal,
            ..self
        }
    }

    pub(crate) fn authority(&self) -> String {
        self.rehearsal.domain().authority()
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp(self.clock.load(Ordering::SeqCst))
    }

    /// Lets the server's clock run ahead.
    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// A token that is good for three hours.
    pub(crate) fn token(&self, room: &RoomName, role: Role) -> Token {
        Token::sign(&self.grant(room, role), &key_id(), &KEYS[0]).unwrap()
    }

    /// The token that a case needs.
    pub(crate) fn token_for(&self, case: Case, room: &RoomName) -> Token {
        let [key, other] = &*KEYS;
        let grant = self.grant(room, Role::Participant);
        case.token(&grant, &key_id(), key, other, self.now())
            .unwrap()
    }

    pub(crate) fn grant(&self, room: &RoomName, role: Role) -> Grant {
        let mut features = Features::default();
        features.set(Feature::Recording, true);
        features.set(Feature::Livestreaming, false);
        Grant {
            app_id: tenant(),
            person: person(),
            role,
            features,
            room: RoomScope::Exact(room.clone()),
            from: self.now().minus(10),
            until: self.now().plus(3 * 3600),
            hidden_from_recorder: false,
        }
    }

    /// Waits for something to happen in a room; what comes before is passed over.
    pub(crate) async fn happens(
        &mut self,
        room: &RoomName,
        is_meant: impl Fn(&What) -> bool,
    ) -> What {
        let found = async {
            loop {
                let happening = self.happenings.recv().await.unwrap();
                if happening.room == *room && is_meant(&happening.what) {
                    return happening.what;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(20), found)
            .await
            .expect("it happens within 20 s")
    }
}

pub(crate) fn person() -> Person {
    Person {
        id: PersonId::parse(PERSON).unwrap(),
        name: PersonName::parse("Ada").unwrap(),
        email: Some(Email::parse("ada@example.org").unwrap()),
        avatar: None,
    }
}

pub(crate) fn tenant() -> AppId {
    AppId::parse(TENANT).unwrap()
}

pub(crate) fn key_id() -> KeyId {
    KeyId::parse_for(&tenant(), "4f4910").unwrap()
}

pub(crate) fn room(name: &str) -> RoomName {
    RoomName::parse(name).unwrap()
}

fn new_key() -> PrivateKey {
    let pair = KeyPair::generate(KeySize::Rsa4096).unwrap();
    let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).unwrap();
    PrivateKey::from_pkcs8_der(der.as_ref()).unwrap()
}
