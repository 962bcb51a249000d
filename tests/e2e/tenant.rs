//! A tenant whose server is a rehearsal in the test's own process.

use std::path::PathBuf;
use std::process::Command;

use roomkey_core::key::PrivateKey;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::Options;
use roomkey_rehearsal::Rehearsal;
use roomkey_rehearsal::command::Command as Hand;
use roomkey_rehearsal::command::ParticipantSelector;
use roomkey_rehearsal::happening::Happening;
use roomkey_rehearsal::happening::KnownBy;
use roomkey_rehearsal::happening::Leaving;
use roomkey_rehearsal::happening::What;
use tokio::sync::broadcast;

use crate::process::until;

/// The tenant's AppID.
pub(crate) const APP_ID: &str = "vpaas-magic-cookie-0123456789abcdef0123456789abcdef";

/// The short part of the key's id.
pub(crate) const SHORT_KEY_ID: &str = "4f4910";

/// A tenant with its key's file and its server.
pub(crate) struct Tenant {
    pub(crate) key_file: PathBuf,
    pub(crate) server: Rehearsal,
    happenings: broadcast::Receiver<Happening>,
}

/// Somebody in a room, as the server knows them.
pub(crate) struct Guest {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) known_by: KnownBy,
}

impl Tenant {
    /// Makes a key as the JaaS documentation says (PKCS#1, 4096 bits) and a server that
    /// knows its public half.
    pub(crate) async fn new(folder: PathBuf) -> Self {
        let key_file = folder.join("jaasauth.key");
        let made = Command::new("openssl")
            .args(["genrsa", "-traditional", "-out"])
            .arg(&key_file)
            .arg("4096")
            .output()
            .expect("openssl is there: apt install openssl");
        assert!(made.status.success());
        let key = PrivateKey::import(&std::fs::read(&key_file).unwrap(), None).unwrap();
        Self {
            key_file,
            ..Self::of(key.public().clone()).await
        }
    }

    /// A server that was given a public key, as the console is. There is no key's file.
    pub(crate) async fn of(key: PublicKey) -> Self {
        let key_id = KeyId::parse(&format!("{APP_ID}/{SHORT_KEY_ID}")).unwrap();
        let server = Rehearsal::start(Options {
            keys: vec![(key_id, key)],
            pace: 0.1,
            ..Options::default()
        })
        .await
        .unwrap();
        let happenings = server.happenings();
        Self {
            key_file: PathBuf::new(),
            server,
            happenings,
        }
    }

    /// The address under which the application finds the server.
    pub(crate) fn domain(&self) -> String {
        self.server.domain().to_string()
    }

    /// Waits until somebody is in a room.
    pub(crate) async fn lets_in(&mut self, name: &str) -> Guest {
        let joined = self
            .sees("the person in the room", |what| {
                matches!(what, What::Joined { .. })
            })
            .await;
        assert_eq!(joined.room, room(name));
        let What::Joined {
            name,
            role,
            known_by,
            ..
        } = joined.what
        else {
            unreachable!()
        };
        Guest {
            name,
            role,
            known_by,
        }
    }

    /// Hangs up for who came last into a room, and waits until they are out of it.
    pub(crate) async fn hang_up(&mut self, name: &str) {
        let newest = ParticipantSelector::Newest;
        self.server.command(&room(name), &newest, &Hand::HangUp);
        self.sees("the person leaving", |what| {
            let how = Leaving::HungUp;
            *what == What::Left { how }
        })
        .await;
    }

    /// Waits for something to happen in a room.
    pub(crate) async fn sees(&mut self, what: &str, is_it: impl Fn(&What) -> bool) -> Happening {
        let happenings = &mut self.happenings;
        until(what, async || match happenings.try_recv() {
            Ok(happening) => is_it(&happening.what).then_some(happening),
            Err(_) => None,
        })
        .await
    }

    /// Whether something has happened since [`Self::forget`], or since it was asked last.
    pub(crate) fn saw(&mut self, is_it: impl Fn(&Happening) -> bool) -> bool {
        std::iter::from_fn(|| self.happenings.try_recv().ok()).any(|happening| is_it(&happening))
    }

    /// Forgets what has happened so far.
    pub(crate) fn forget(&mut self) {
        self.happenings = self.server.happenings();
    }
}

/// A room's name.
pub(crate) fn room(name: &str) -> RoomName {
    RoomName::parse(name).unwrap()
}
