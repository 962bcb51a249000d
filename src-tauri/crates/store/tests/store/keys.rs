//! Keys, whatever the keyring: what any of them must do, and that none can
//! hold up a caller.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Secret;
use roomkey_core::provider::Signer;
use roomkey_core::provider::jaas::webhook;
use roomkey_core::time::Timestamp;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::EntryName;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::Keyring;
use roomkey_store::keys::KeyringKind;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::Namespace;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::TenantId;
use zeroize::Zeroizing;

/// RSA-4096 keys that other programs made.
pub(crate) fn key() -> PrivateKey {
    let der = include_bytes!("../../../core/tests/keys/rsa4096-pkcs8.der");
    PrivateKey::from_pkcs8_der(der).unwrap()
}

pub(crate) fn other_key() -> PrivateKey {
    let pem = include_bytes!("../../../core/tests/keys/other4096.key");
    PrivateKey::import(pem, None).unwrap()
}

pub(crate) fn tenant(id: &str) -> TenantId {
    TenantId::parse(id).unwrap()
}

/// Secrets beside the keys; acme's is left, to go with everything else.
async fn keeps_webhook_secrets(keys: &KeyStore) {
    let (acme, globex) = (tenant("acme"), tenant("globex"));
    let read = keys.webhook_secret(&acme).await;
    assert!(matches!(read, Err(KeyStoreFault::Missing)), "{read:?}");

    for text in ["whsec_9635df66714a4cf088ee9d0979dd3bf6", "whsec_another"] {
        let secret = webhook::Secret::parse(text).unwrap();
        keys.put_webhook_secret(&acme, &secret).await.unwrap();
        assert_eq!(keys.webhook_secret(&acme).await.unwrap().reveal(), text);
    }
    let read = keys.webhook_secret(&globex).await;
    assert!(matches!(read, Err(KeyStoreFault::Missing)), "{read:?}");

    assert!(keys.remove_webhook_secret(&acme).await.unwrap());
    assert!(!keys.remove_webhook_secret(&acme).await.unwrap());
    let secret = webhook::Secret::parse("whsec_last").unwrap();
    keys.put_webhook_secret(&acme, &secret).await.unwrap();
}

/// What a keyring has to do, each in its turn.
pub(crate) async fn keeps_keys(keys: &KeyStore) {
    let (acme, globex) = (tenant("acme"), tenant("globex"));
    assert!(matches!(keys.get(&acme).await, Err(KeyStoreFault::Missing)));

    keys.put(&acme, &key()).await.unwrap();
    assert_eq!(
        keys.get(&acme).await.unwrap().pkcs8_der(),
        key().pkcs8_der()
    );
    assert!(matches!(
        keys.get(&globex).await,
        Err(KeyStoreFault::Missing)
    ));

    keys.put(&acme, &other_key()).await.unwrap();
    keys.put(&globex, &key()).await.unwrap();
    assert_eq!(
        keys.get(&acme).await.unwrap().pkcs8_der(),
        other_key().pkcs8_der()
    );

    keys.put_next(&acme, &key()).await.unwrap();
    keys.put_former(&acme, &key()).await.unwrap();
    keeps_webhook_secrets(keys).await;
    keeps_signing_secrets(keys).await;
    keeps_hosts(keys).await;
    assert_eq!(
        keys.get(&acme).await.unwrap().pkcs8_der(),
        other_key().pkcs8_der()
    );
    assert!(keys.remove_all(&acme).await.unwrap());
    assert!(!keys.remove_next(&acme).await.unwrap());
    assert!(!keys.remove_former(&acme).await.unwrap());
    assert!(!keys.remove_webhook_secret(&acme).await.unwrap());
    assert!(!keys.remove_secret(&acme).await.unwrap());
    assert!(!keys.remove_hosts(&acme).await.unwrap());
    assert!(!keys.remove_all(&acme).await.unwrap());
    keys.put(&acme, &other_key()).await.unwrap();

    assert!(keys.remove(&acme).await.unwrap());
    assert!(matches!(keys.get(&acme).await, Err(KeyStoreFault::Missing)));
    assert!(!keys.remove(&acme).await.unwrap());
    assert_eq!(
        keys.get(&globex).await.unwrap().pkcs8_der(),
        key().pkcs8_der()
    );
}

async fn keeps_hosts(keys: &KeyStore) {
    let acme = tenant("acme");
    let keep = async |room: &str, host: &str, until| {
        let kept = keys.keep_host(&acme, room, host, Timestamp(until), Timestamp(1000));
        kept.await.unwrap();
    };
    let host = async |room: &str| {
        let kept = keys.host(&acme, room).await.unwrap();
        kept.map(|host| host.to_string())
    };
    assert_eq!(host("0123456789").await, None);
    keep("0123456789", "of the first", 2000).await;
    keep("9876543210", "of one that is over", 900).await;
    keep("1111111111", "of the second", 3000).await;
    assert_eq!(host("0123456789").await.unwrap(), "of the first");
    assert_eq!(host("9876543210").await, None);
    // The keyring of one system takes 2560 bytes: those that end first make room.
    for number in 0..8 {
        keep(
            &format!("222222222{number}"),
            &"x".repeat(400),
            4000 + number,
        )
        .await;
    }
    assert_eq!(host("0123456789").await, None);
    assert_eq!(host("2222222227").await.unwrap().len(), 400);
}

async fn keeps_signing_secrets(keys: &KeyStore) {
    let acme = tenant("acme");
    let missing = keys.credential(&acme, Signer::Secret).await;
    assert!(matches!(missing, Err(KeyStoreFault::Missing)));
    for text in ["the first secret", "größe & more, which is kept as it is"] {
        keys.put_secret(&acme, &Secret::parse(text).unwrap())
            .await
            .unwrap();
        let Some(OwnedCredential::Secret(kept)) =
            keys.credential(&acme, Signer::Secret).await.unwrap()
        else {
            panic!("a secret is one")
        };
        assert_eq!(kept.reveal(), text);
    }
    let key = Signer::Key { fewest_bits: 4096 };
    let key = keys.credential(&acme, key).await.unwrap();
    assert!(matches!(key, Some(OwnedCredential::Key(_))));
    let elsewhere = keys.credential(&acme, Signer::Elsewhere).await;
    assert!(elsewhere.unwrap().is_none());
    assert!(keys.remove_secret(&acme).await.unwrap());
    keys.put_secret(&acme, &Secret::parse("left for the end").unwrap())
        .await
        .unwrap();
}

#[tokio::test]
async fn memory_keeps_keys() {
    let keys = KeyStore::memory();
    keeps_keys(&keys).await;
    let status = keys.status().await;
    assert!(
        matches!(status, KeyringStatus::Ready(KeyringKind::Memory)),
        "{status:?}"
    );
}

#[tokio::test]
async fn two_stores_in_memory_share_nothing() {
    let keys = KeyStore::memory();
    keys.put(&tenant("acme"), &key()).await.unwrap();
    let missing = KeyStore::memory().get(&tenant("acme")).await;
    assert!(matches!(missing, Err(KeyStoreFault::Missing)));
    assert!(keys.clone().get(&tenant("acme")).await.is_ok());
}

#[test]
fn a_generated_key_can_be_stored() {
    let generated = generate_key().unwrap();
    assert_eq!(generated.bits(), 4096);
    let der = generated.pkcs8_der();
    assert_eq!(
        PrivateKey::from_pkcs8_der(der).unwrap().public(),
        generated.public()
    );
    // What Windows' Credential Manager holds.
    assert!(der.len() <= 2560, "{} bytes", der.len());
    assert_ne!(der, generate_key().unwrap().pkcs8_der());
}

#[tokio::test(flavor = "current_thread")]
async fn a_keyring_that_waits_for_the_person_holds_nobody_up() {
    let (person, question) = mpsc::channel();
    let keys = KeyStore::new(
        Namespace::of_this_build("org.roomkey.test"),
        AskingKeyring { question },
    );
    let acme = tenant("acme");
    let reading = keys.get(&acme);
    tokio::pin!(reading);

    // The runtime has one thread: were it blocked, the clock would not tick.
    for _ in 0..20 {
        tokio::select! {
            biased;
            answer = &mut reading => panic!("the person was not asked: {answer:?}"),
            () = tokio::time::sleep(Duration::from_millis(1)) => {}
        }
    }
    person.send(()).unwrap();
    let answer = reading.await;
    assert!(matches!(answer, Err(KeyStoreFault::Missing)), "{answer:?}");
}

#[tokio::test]
async fn calls_are_made_one_by_one() {
    let most = Arc::new(AtomicUsize::new(0));
    let keys = KeyStore::new(
        Namespace::of_this_build("org.roomkey.test"),
        SlowKeyring {
            open: Arc::default(),
            most: Arc::clone(&most),
        },
    );
    let calls = ["a", "b", "c", "d"].map(|id| {
        let keys = keys.clone();
        tokio::spawn(async move { keys.get(&tenant(id)).await.is_err() })
    });
    for call in calls {
        assert!(call.await.unwrap());
    }
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_keyring_that_loses_what_it_is_given_shows_at_once() {
    let keys = KeyStore::new(Namespace::of_this_build("org.roomkey.test"), LossyKeyring);
    let stored = keys.put(&tenant("acme"), &key()).await;
    assert!(matches!(stored, Err(KeyStoreFault::Damaged)), "{stored:?}");
}

#[tokio::test]
async fn a_broken_worker_is_a_fault_and_no_hang() {
    let keys = KeyStore::new(Namespace::of_this_build("org.roomkey.test"), BrokenKeyring);
    for _ in 0..2 {
        let answer = keys.get(&tenant("acme")).await;
        assert!(matches!(answer, Err(KeyStoreFault::Stopped)), "{answer:?}");
    }
    let status = keys.status().await;
    assert!(
        matches!(status, KeyringStatus::Unusable(KeyStoreFault::Stopped)),
        "{status:?}"
    );
}

#[test]
fn nothing_printed_holds_a_key() {
    let fault = KeyStoreFault::Damaged;
    assert_eq!(
        fault.to_string(),
        "This tenant's entry in the keyring is damaged. Import the key again"
    );
    let keys = KeyStore::memory();
    assert_eq!(format!("{keys:?}").matches("Worker").count(), 1);
}

/// Answers when the person does, or after a long while.
struct AskingKeyring {
    question: mpsc::Receiver<()>,
}

impl Keyring for AskingKeyring {
    fn read(&mut self, _name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        match self.question.recv_timeout(Duration::from_secs(20)) {
            Ok(()) => Err(KeyStoreFault::Missing),
            Err(_) => Err(KeyStoreFault::Locked),
        }
    }

    fn write(&mut self, _name: &EntryName, _secret: &[u8]) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn remove(&mut self, _name: &EntryName) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn status(&mut self) -> KeyringStatus {
        KeyringStatus::Locked(KeyringKind::Memory)
    }
}

/// Counts how many calls it has at once.
struct SlowKeyring {
    open: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Keyring for SlowKeyring {
    fn read(&mut self, _name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        let open = self.open.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(open, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(50));
        self.open.fetch_sub(1, Ordering::SeqCst);
        Err(KeyStoreFault::Missing)
    }

    fn write(&mut self, _name: &EntryName, _secret: &[u8]) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn remove(&mut self, _name: &EntryName) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn status(&mut self) -> KeyringStatus {
        KeyringStatus::Locked(KeyringKind::Memory)
    }
}

/// Keeps only the beginning of a secret.
struct LossyKeyring;

impl Keyring for LossyKeyring {
    fn read(&mut self, _name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        Ok(Zeroizing::new(
            key().pkcs8_der().iter().copied().take(1280).collect(),
        ))
    }

    fn write(&mut self, _name: &EntryName, _secret: &[u8]) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn remove(&mut self, _name: &EntryName) -> Result<(), KeyStoreFault> {
        Ok(())
    }

    fn status(&mut self) -> KeyringStatus {
        KeyringStatus::Ready(KeyringKind::Memory)
    }
}

/// Panics, as a library might.
struct BrokenKeyring;

impl Keyring for BrokenKeyring {
    fn read(&mut self, _name: &EntryName) -> Result<Zeroizing<Vec<u8>>, KeyStoreFault> {
        panic!("a keyring's library is broken")
    }

    fn write(&mut self, _name: &EntryName, _secret: &[u8]) -> Result<(), KeyStoreFault> {
        panic!("a keyring's library is broken")
    }

    fn remove(&mut self, _name: &EntryName) -> Result<(), KeyStoreFault> {
        panic!("a keyring's library is broken")
    }

    fn status(&mut self) -> KeyringStatus {
        panic!("a keyring's library is broken")
    }
}
