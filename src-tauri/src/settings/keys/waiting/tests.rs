use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_store::folders::Folders;
use roomkey_store::keys::KeyStore;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tempfile::TempDir;

use crate::book::Book;
use crate::environment::Environment;
use crate::error::ErrorCode;
use crate::error::ErrorView;

use super::*;

const KEY: &str = include_str!("../../../../crates/core/tests/keys/rsa4096.key");
const LOCKED_KEY: &str = include_str!("../../../../crates/core/tests/keys/rsa4096-locked.key");

/// A desk with the tenants `acme` and `globex`, none of which has a key.
async fn desk(home: &TempDir) -> Roomkey {
    let (book, _) = Book::open(home.path(), Policy::None);
    let folders = Folders::at(home.path());
    let roomkey = Roomkey::new(Environment::read(), folders, KeyStore::memory(), book);
    let tenants = [("acme", '1'), ("globex", '2')].map(|(id, digit)| {
        let app_id = format!("vpaas-magic-cookie-{digit}fc542a3e4414a44b2611668195e2bfe");
        let app_id = AppId::parse(&app_id).unwrap();
        let provider = Provider::Jaas(Jaas::new(app_id, Domain::parse("8x8.vc").unwrap()));
        Tenant::new(TenantId::parse(id).unwrap(), id.to_owned(), provider)
    });
    let kept = roomkey.book.change(|settings| {
        settings.tenants.extend(tenants);
        Ok(())
    });
    kept.await.unwrap();
    roomkey
}

fn read(roomkey: &Roomkey, tenant: &str, pem: &str) -> Result<KeyView, Fault> {
    let bytes = Zeroizing::new(pem.as_bytes().to_vec());
    place(roomkey, tenant)?.key().read(bytes)
}

fn code(fault: Fault) -> ErrorCode {
    ErrorView::from(fault).code
}

#[tokio::test]
async fn a_key_waits_for_its_tenant_alone_until_it_is_forgotten() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home).await;
    let key = read(&roomkey, "acme", KEY).unwrap();

    let waits = seen(&roomkey, "acme").await.unwrap().unwrap();
    assert_eq!(waits.fingerprint, key.fingerprint);
    assert!(seen(&roomkey, "globex").await.unwrap().is_none());

    forget(&roomkey, "globex").unwrap();
    assert!(seen(&roomkey, "acme").await.unwrap().is_some());
    forget(&roomkey, "acme").unwrap();
    assert!(seen(&roomkey, "acme").await.unwrap().is_none());
}

#[tokio::test]
async fn the_set_up_has_a_key_of_its_own() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home).await;
    read(&roomkey, "acme", KEY).unwrap();
    roomkey.staged.forget();
    assert!(roomkey.staged.key().is_err());
    assert!(seen(&roomkey, "acme").await.unwrap().is_some());
}

#[tokio::test]
async fn a_locked_key_still_asks_for_its_passphrase() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home).await;
    assert!(read(&roomkey, "acme", LOCKED_KEY).is_err());
    let fault = seen(&roomkey, "acme").await.err().unwrap();
    assert_eq!(code(fault), ErrorCode::KeyPassphraseNeeded);
}

#[tokio::test]
async fn whoever_looks_while_a_key_is_made_gets_that_key() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home).await;
    let (made, looked) = tokio::join!(generate(&roomkey, "acme"), seen(&roomkey, "acme"));
    assert_eq!(
        looked.unwrap().unwrap().fingerprint,
        made.unwrap().fingerprint
    );
}

#[tokio::test]
async fn a_tenant_that_is_not_known_has_no_place() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home).await;
    let fault = seen(&roomkey, "initech").await.err().unwrap();
    assert_eq!(code(fault), ErrorCode::TenantUnknown);
}
