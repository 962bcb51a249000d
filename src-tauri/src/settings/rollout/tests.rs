use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_store::folders::Folders;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use tempfile::TempDir;

use crate::book::Book;
use crate::environment::Environment;

use super::*;

const HOSTILE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>alert(1)</script><rect width="1" height="1"/></svg>"#;

fn desk(home: &TempDir) -> Roomkey {
    let (book, _) = Book::open(home.path(), Policy::None);
    let folders = Folders::at(home.path());
    Roomkey::new(Environment::read(), folders, KeyStore::memory(), book)
}

fn acme() -> Tenant {
    let app_id = AppId::parse("vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe").unwrap();
    let provider = Provider::Jaas(Jaas::new(app_id, Domain::parse("8x8.vc").unwrap()));
    Tenant::new(
        TenantId::parse("acme").unwrap(),
        "Acme".to_owned(),
        provider,
    )
}

fn with_logo(bytes: &[u8]) -> Rollout {
    let logo = Picture {
        kind: PictureKind::Svg,
        bytes: bytes.to_vec(),
    };
    Rollout {
        tenants: vec![RolloutTenant {
            tenant: acme(),
            credential: None,
            logo: Some(logo),
            background: None,
        }],
    }
}

async fn taken(roomkey: &Roomkey, rollout: &Rollout) -> Result<(), Fault> {
    take_in(roomkey, rollout, &mut Vec::new()).await
}

fn logo_of(roomkey: &Roomkey) -> Option<PathBuf> {
    roomkey
        .book
        .read(|settings| settings.tenants.first()?.brand.logo.clone())
}

#[tokio::test]
async fn pictures_travel_from_desk_to_desk() {
    let (ours, theirs) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let (admins, staffs) = (desk(&ours), desk(&theirs));
    taken(&admins, &with_logo(HOSTILE.as_bytes()))
        .await
        .unwrap();
    let tenant = admins.book.read(|settings| settings.tenants[0].clone());

    let logo = picture(&admins, &tenant, Purpose::Logo).await.unwrap();
    let sent = logo.clone().unwrap();
    let rollout = Rollout {
        tenants: vec![RolloutTenant {
            tenant,
            credential: None,
            logo,
            background: None,
        }],
    };
    taken(&staffs, &rollout).await.unwrap();

    let arrived = std::fs::read(logo_of(&staffs).unwrap()).unwrap();
    assert!(arrived == sent.bytes && arrived.starts_with(b"\x89PNG"));
}

/// A logo that the settings name by hand is made anew, so that other desks take it.
#[tokio::test]
async fn a_picture_named_by_hand_is_sent_as_pixels() {
    let home = TempDir::new().unwrap();
    let mut tenant = acme();
    let drawn = home.path().join("drawn.svg");
    std::fs::write(&drawn, HOSTILE).unwrap();
    tenant.brand.logo = Some(drawn);
    let sent = picture(&desk(&home), &tenant, Purpose::Logo).await.unwrap();
    let sent = sent.unwrap();
    assert_eq!(sent.kind, PictureKind::Png);
    assert!(sent.bytes.starts_with(b"\x89PNG"));
}

#[tokio::test]
async fn a_bad_picture_changes_nothing() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    taken(&roomkey, &with_logo(HOSTILE.as_bytes()))
        .await
        .unwrap();
    let before = logo_of(&roomkey);
    for bad in [
        &b"<script>"[..],
        b"\x89PNG\r\n\x1a\n",
        &vec![b' '; 11 << 20],
    ] {
        let fault = taken(&roomkey, &with_logo(bad)).await.unwrap_err();
        assert!(
            matches!(fault, Fault::Rollout(RolloutFault::Damaged)),
            "{fault}"
        );
    }
    assert_eq!(logo_of(&roomkey), before);
    let kept = std::fs::read_dir(home.path().join("brands/acme")).unwrap();
    assert_eq!(kept.count(), 1);
}

#[tokio::test]
async fn what_a_rollout_replaces_goes() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    taken(&roomkey, &with_logo(HOSTILE.as_bytes()))
        .await
        .unwrap();
    let mut without = with_logo(b"");
    without.tenants[0].logo = None;
    taken(&roomkey, &without).await.unwrap();
    assert_eq!(logo_of(&roomkey), None);
    let kept = std::fs::read_dir(home.path().join("brands/acme")).unwrap();
    assert_eq!(kept.count(), 0);
}

fn with_key(key_id: &str) -> (Rollout, PublicKey) {
    let key = generate_key().unwrap();
    let public = key.public().clone();
    let mut tenant = acme();
    if let Some(jaas) = tenant.provider.jaas_mut() {
        jaas.key_id = Some(KeyId::parse_for(&jaas.app_id, key_id).unwrap());
    }
    let one = RolloutTenant {
        tenant,
        credential: Some(OwnedCredential::Key(key)),
        logo: None,
        background: None,
    };
    (Rollout { tenants: vec![one] }, public)
}

#[tokio::test]
async fn the_key_that_a_rollout_replaces_can_be_brought_back() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    let ((first, first_key), (second, second_key)) = (with_key("first"), with_key("second"));
    for rollout in [&first, &second, &second] {
        taken(&roomkey, rollout).await.unwrap();
    }
    let id = TenantId::parse("acme").unwrap();
    assert_eq!(*roomkey.keys.get(&id).await.unwrap().public(), second_key);
    let former = roomkey.keys.get_former(&id).await.unwrap();
    assert_eq!(*former.public(), first_key);
    let jaas = |tenant: &Tenant| tenant.provider.jaas().cloned();
    let jaas = roomkey.book.tenant("acme", jaas).unwrap().unwrap();
    let kept = [jaas.key_id, jaas.former_key_id].map(|id| id.unwrap().short().to_owned());
    assert_eq!(kept, ["second", "first"]);
}

#[tokio::test]
async fn a_rollout_that_is_taken_back_leaves_the_keys() {
    let home = TempDir::new().unwrap();
    let roomkey = desk(&home);
    let ((first, first_key), (second, _)) = (with_key("first"), with_key("second"));
    taken(&roomkey, &first).await.unwrap();
    let mut turns = Vec::new();
    take_in(&roomkey, &second, &mut turns).await.unwrap();
    rotation::take_back(&roomkey, turns).await;
    let id = TenantId::parse("acme").unwrap();
    assert_eq!(*roomkey.keys.get(&id).await.unwrap().public(), first_key);
    assert!(roomkey.keys.get_former(&id).await.is_err());
}
