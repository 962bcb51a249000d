use roomkey_core::key::PrivateKey;
use roomkey_core::role::Role;
use roomkey_store::folders::Folders;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::policy::Policy;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::book::Book;
use crate::environment::Environment;
use crate::error::ErrorCode;
use crate::error::ErrorView;

use super::*;

const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";
const KEY: &str = include_str!("../../crates/core/tests/keys/rsa4096.key");
const SHORT_KEY: &str = include_str!("../../crates/core/tests/keys/rsa2048.key");
const SECRET: &str = "a secret that the provider has as well, 42";

fn desk(home: &TempDir) -> Roomkey {
    let (book, _) = Book::open(home.path(), Policy::None);
    let folders = Folders::at(home.path());
    Roomkey::new(Environment::read(), folders, KeyStore::memory(), book)
}

/// As the interface sends it.
fn request(title: &str, key_id: &str, provider: &Value, rooms: &[&str]) -> SetupRequest {
    let person = json!({ "name": "Ada Lovelace", "email": "ada@example.org" });
    let tenant = json!({ "title": title, "provider": provider, "keyId": key_id,
        "role": "moderator" });
    let request = json!({ "person": person, "tenant": tenant, "rooms": rooms });
    serde_json::from_value(request).unwrap()
}

fn jaas() -> Value {
    json!({ "kind": "jaas", "appId": APP_ID, "domain": "8x8.vc" })
}

fn jitsi(signing: &str) -> Value {
    json!({ "kind": "jitsi", "domain": "meet.example.org", "tenant": "", "appId": "my_app",
        "audience": "", "signing": signing, "keyName": "roomkey-2026" })
}

fn video_sdk(signing: &str) -> Value {
    json!({ "kind": "videoSdk", "apiKey": "9f0c", "tokenServer": "tokens.example.org",
        "signing": signing, "api": "", "pages": "", "pageVersion": "" })
}

fn jio_meet() -> Value {
    json!({ "kind": "jioMeet", "appId": "0042", "issuer": "", "domain": "",
        "signing": "secret", "bearer": false })
}

fn key(pem: &str) -> PrivateKey {
    PrivateKey::import_of(pem.as_bytes(), None, 2048).unwrap()
}

fn paste(roomkey: &Roomkey, provider: &Value, secret: &str) {
    let provider = serde_json::from_value(provider.clone()).unwrap();
    roomkey.staged_secrets.read(&provider, secret).unwrap();
}

fn tenants(roomkey: &Roomkey) -> Vec<Tenant> {
    roomkey.book.read(|settings| settings.tenants.clone())
}

async fn refused(roomkey: &Roomkey, request: &SetupRequest) -> ErrorCode {
    ErrorView::from(take_in(roomkey, request).await.unwrap_err()).code
}

/// What signs at the end, by the tenant's own way.
async fn kept(roomkey: &Roomkey, tenant: &Tenant) -> Result<String, KeyStoreFault> {
    let keys = &roomkey.keys;
    let kept = keys
        .credential(&tenant.id, tenant.provider.signer())
        .await?;
    Ok(match kept {
        Some(OwnedCredential::Key(key)) => key.public().fingerprint(),
        Some(OwnedCredential::Secret(secret)) => secret.reveal().to_owned(),
        None => String::new(),
    })
}

#[tokio::test]
async fn each_provider_is_set_up_with_what_signs_for_it() {
    let print = key(KEY).public().fingerprint();
    for (provider, key_id, signs) in [
        (jaas(), "4f4910", print.as_str()),
        (jitsi("secret"), "", SECRET),
        (jitsi("key"), "", &print),
        (video_sdk("secret"), "", SECRET),
        (video_sdk("server"), "", ""),
        (jio_meet(), "", SECRET),
    ] {
        let home = TempDir::new().unwrap();
        let roomkey = desk(&home);
        roomkey.staged.accept(key(KEY));
        paste(&roomkey, &provider, SECRET);
        let rooms = ["Daily stand-up", "Customer calls"];

        take_in(&roomkey, &request(" Acme ", key_id, &provider, &rooms))
            .await
            .unwrap();

        let tenants = tenants(&roomkey);
        let [tenant] = tenants.as_slice() else {
            panic!("{tenants:?}");
        };
        assert_eq!(
            (tenant.title.as_str(), tenant.role),
            ("Acme", Role::Moderator)
        );
        let titles = tenant.rooms.iter().map(|room| room.title.as_str());
        assert!(titles.eq(rooms), "{provider}");
        assert_eq!(kept(&roomkey, tenant).await.unwrap(), signs, "{provider}");
        let key_id = tenant.provider.jaas().and_then(|it| it.key_id.as_ref());
        let whole = key_id.map(ToString::to_string);
        let is_jaas = provider == jaas();
        assert_eq!(whole, is_jaas.then(|| format!("{APP_ID}/4f4910")));
        let (person, current) = roomkey
            .book
            .read(|settings| (settings.person.clone(), settings.current.clone()));
        assert_eq!(person.unwrap().name.to_string(), "Ada Lovelace");
        assert_eq!(current.as_ref(), Some(&tenant.id));
        let waits = serde_json::from_value(provider).unwrap();
        assert!(roomkey.staged.key().is_err() && roomkey.staged_secrets.secret(&waits).is_err());
    }
}

/// The settings file, as it lies on the disk.
#[tokio::test]
async fn the_secret_is_in_the_keyring_alone() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    paste(&roomkey, &video_sdk("secret"), SECRET);

    take_in(&roomkey, &request("Acme", "", &video_sdk("secret"), &[]))
        .await
        .unwrap();

    let files = std::fs::read_dir(home.path()).unwrap();
    let texts: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(texts.iter().any(|text| text.contains("9f0c")));
    assert!(!texts.iter().any(|text| text.contains(SECRET)), "{texts:?}");
}

#[tokio::test]
async fn a_tenant_that_is_there_is_set_up_anew() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    paste(
        &roomkey,
        &jitsi("secret"),
        "an earlier secret, since replaced",
    );
    take_in(&roomkey, &request("Acme", "", &jitsi("secret"), &["Board"]))
        .await
        .unwrap();
    paste(&roomkey, &jitsi("secret"), SECRET);

    let again = request("Acme Intern", "", &jitsi("secret"), &["Board", "Sales"]);
    take_in(&roomkey, &again).await.unwrap();

    let tenants = tenants(&roomkey);
    let [tenant] = tenants.as_slice() else {
        panic!("{tenants:?}");
    };
    assert_eq!(tenant.brand.name, "Acme Intern");
    let names = tenant.rooms.iter().map(|room| room.name.as_str());
    assert!(names.eq(["board", "sales"]));
    assert_eq!(kept(&roomkey, tenant).await.unwrap(), SECRET);
}

#[tokio::test]
async fn a_secret_is_taken_for_no_other_provider() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    paste(&roomkey, &video_sdk("secret"), SECRET);

    let wanted = request("Acme", "", &jio_meet(), &[]);
    assert_eq!(
        refused(&roomkey, &wanted).await,
        ErrorCode::SigningSecretNone
    );

    assert!(tenants(&roomkey).is_empty());
    let own = request("Acme", "", &video_sdk("secret"), &[]);
    take_in(&roomkey, &own).await.unwrap();
}

#[tokio::test]
async fn a_fault_stores_nothing_and_forgets_nothing() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    roomkey.staged.accept(key(SHORT_KEY));
    paste(&roomkey, &jitsi("secret"), SECRET);
    let no_app = json!({ "kind": "jitsi", "domain": "meet.example.org", "tenant": "",
        "appId": " ", "audience": "", "signing": "secret", "keyName": "" });
    for (wanted, expected) in [
        (
            request("Acme", "4f4910", &jaas(), &[]),
            ErrorCode::KeyTooShort,
        ),
        (request("Acme", "", &jaas(), &[]), ErrorCode::KeyIdEmpty),
        (
            request(" ", "", &jitsi("secret"), &[]),
            ErrorCode::TenantTitleEmpty,
        ),
        (request("Acme", "", &no_app, &[]), ErrorCode::NameEmpty),
        (
            request("Acme", "", &jitsi("secret"), &["Board", "board"]),
            ErrorCode::RoomExists,
        ),
    ] {
        assert_eq!(refused(&roomkey, &wanted).await, expected);
        assert!(tenants(&roomkey).is_empty());
    }
    // The key that is too small for JaaS is right for a Jitsi.
    let own = request("Acme", "", &jitsi("key"), &["Board"]);
    take_in(&roomkey, &own).await.unwrap();
}

/// What the keyring or the disk refuses leaves the desk as it was.
#[tokio::test]
async fn settings_that_cannot_be_saved_take_the_secret_back() {
    let home = TempDir::new().unwrap();
    let folder = home.path().join("gone");
    let (book, _) = Book::open(&folder, Policy::None);
    let folders = Folders::at(&folder);
    let roomkey = Roomkey::new(Environment::read(), folders, KeyStore::memory(), book);
    std::fs::write(&folder, "a file where the folder should be").unwrap();
    paste(&roomkey, &jio_meet(), SECRET);

    let wanted = request("Acme", "", &jio_meet(), &[]);
    assert_eq!(
        refused(&roomkey, &wanted).await,
        ErrorCode::SettingsNotSaved
    );

    let id = roomkey_store::settings::TenantId::parse("acme").unwrap();
    let secret = roomkey.keys.secret(&id).await;
    assert!(matches!(secret, Err(KeyStoreFault::Missing)));
    let typed = serde_json::from_value(jio_meet()).unwrap();
    assert!(roomkey.staged_secrets.secret(&typed).is_ok());
}
