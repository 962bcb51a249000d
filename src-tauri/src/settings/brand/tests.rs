use std::fs;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_store::keys::KeyStore;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Tenant;
use tempfile::TempDir;

use crate::book::Book;
use crate::environment::Environment;

use super::*;

/// A Roomkey with the tenant `acme`, in a folder of its own.
async fn roomkey(home: &TempDir) -> Roomkey {
    roomkey_under(Policy::None, home).await
}

async fn roomkey_under(policy: Policy, home: &TempDir) -> Roomkey {
    let folders = roomkey_store::folders::Folders::at(home.path());
    let (book, _) = Book::open(home.path(), policy);
    let roomkey = Roomkey::new(Environment::read(), folders, KeyStore::memory(), book);
    let app_id = AppId::parse("vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe").unwrap();
    let provider = Provider::Jaas(Jaas::new(app_id, Domain::parse("8x8.vc").unwrap()));
    let tenant = Tenant::new(acme(), "Acme".to_owned(), provider);
    let added = roomkey.book.change(|settings| {
        settings.tenants.push(tenant);
        Ok(())
    });
    added.await.unwrap();
    roomkey
}

fn acme() -> TenantId {
    TenantId::parse("acme").unwrap()
}

/// A drawing of one colour, in a file beside the settings.
fn drawing(home: &TempDir, colour: &str) -> std::path::PathBuf {
    let path = home.path().join(format!("{colour}.svg"));
    let text = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1" fill="{colour}"/></svg>"##
    );
    fs::write(&path, text).unwrap();
    path
}

/// The files in the tenant's folder.
fn files(home: &TempDir) -> usize {
    fs::read_dir(home.path().join("brands/acme")).map_or(0, Iterator::count)
}

fn logo(roomkey: &Roomkey) -> Option<std::path::PathBuf> {
    let logo = roomkey
        .book
        .tenant("acme", |tenant| tenant.brand.logo.clone());
    logo.unwrap()
}

#[tokio::test]
async fn a_picture_takes_anothers_place_and_the_other_goes() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    let mut seen = Vec::new();
    for colour in ["red", "blue", "blue"] {
        let chosen = drawing(&home, colour);
        take(&roomkey, &acme(), Purpose::Logo, &chosen)
            .await
            .unwrap();
        let logo = logo(&roomkey).unwrap();
        assert!(fs::read(&logo).unwrap().starts_with(b"\x89PNG"));
        assert_eq!(files(&home), 1);
        let view = roomkey.launcher_view().tenant.unwrap();
        seen.push(view.brand.logo.unwrap());
    }
    assert!(seen[0] != seen[1] && seen[1] == seen[2]);
    assert!(seen[0].starts_with("data:image/png;base64,"));

    put(&roomkey, &acme(), Purpose::Logo, None).await.unwrap();
    assert_eq!((logo(&roomkey), files(&home)), (None, 0));
    assert_eq!(roomkey.launcher_view().tenant.unwrap().brand.logo, None);
}

#[tokio::test]
async fn a_picture_is_read_once() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    let chosen = drawing(&home, "red");
    take(&roomkey, &acme(), Purpose::Background, &chosen)
        .await
        .unwrap();
    let first = roomkey.launcher_view().tenant.unwrap().background.unwrap();
    assert!(first.starts_with("data:image/jpeg;base64,"));
    fs::remove_dir_all(home.path().join("brands")).unwrap();
    let again = roomkey.launcher_view().tenant.unwrap().background.unwrap();
    assert_eq!(again, first);
}

#[tokio::test]
async fn what_is_no_picture_changes_nothing() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    take(&roomkey, &acme(), Purpose::Logo, &drawing(&home, "red"))
        .await
        .unwrap();
    let before = logo(&roomkey);
    let text = home.path().join("notes.png");
    fs::write(&text, "no picture").unwrap();
    let missing = home.path().join("missing.png");

    let fault = take(&roomkey, &acme(), Purpose::Logo, &text)
        .await
        .unwrap_err();
    assert!(
        matches!(fault, Fault::Picture(PictureFault::NotAPicture)),
        "{fault}"
    );
    let fault = take(&roomkey, &acme(), Purpose::Logo, &missing)
        .await
        .unwrap_err();
    assert!(matches!(fault, Fault::PictureFile(_)), "{fault}");

    assert_eq!((logo(&roomkey), files(&home)), (before, 1));
}

#[tokio::test]
async fn a_picture_that_could_not_be_named_is_not_left() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    let settings = home.path().join("settings.json");
    fs::remove_file(&settings).unwrap();
    fs::create_dir(&settings).unwrap();

    let fault = take(&roomkey, &acme(), Purpose::Logo, &drawing(&home, "red")).await;

    assert!(matches!(fault, Err(Fault::Save(_))), "{fault:?}");
    assert_eq!((logo(&roomkey), files(&home)), (None, 0));
}

#[tokio::test]
async fn a_picture_that_the_settings_name_by_hand_is_never_removed() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    let theirs = drawing(&home, "red");
    let named = roomkey.book.change_tenant("acme", |tenant| {
        tenant.brand.logo = Some(theirs.clone());
        Ok(())
    });
    named.await.unwrap();
    put(&roomkey, &acme(), Purpose::Logo, None).await.unwrap();
    assert!(theirs.exists());
}

#[tokio::test]
async fn what_the_policy_fixes_stays() {
    let home = TempDir::new().unwrap();
    let policy = Policy::Valid {
        reason: String::new(),
        locked: vec![Locked::Brand],
        fixed: Box::default(),
    };
    let roomkey = roomkey_under(policy, &home).await;
    let chosen = drawing(&home, "red");
    let fault = take(&roomkey, &acme(), Purpose::Logo, &chosen).await;
    assert!(matches!(fault, Err(Fault::PolicyLocks)), "{fault:?}");
    assert_eq!((logo(&roomkey), files(&home)), (None, 0));
}

#[tokio::test]
async fn the_admin_is_told_how_well_an_accent_can_be_read() {
    let home = TempDir::new().unwrap();
    let roomkey = roomkey(&home).await;
    let chosen = roomkey.book.change_tenant("acme", |tenant| {
        tenant.brand.accent = Some(Accent::parse("#ffcc00").unwrap());
        Ok(())
    });
    chosen.await.unwrap();
    let brand = &roomkey.settings_view().tenants[0].brand;
    let shades = brand.shades.as_ref().unwrap();
    assert!(shades.light.chosen < 4.5 && shades.light.contrast >= 4.5);
    assert_ne!(shades.light.colour, "#ffcc00");
    assert_eq!(shades.dark.colour, "#ffcc00");
    assert_eq!(shades.dark.chosen, shades.dark.contrast);
}

#[test]
fn a_name_is_one_line() {
    assert_eq!(one_line(" Acme\n \u{7}Meetings "), "Acme Meetings");
    assert_eq!(one_line(" \t"), "");
}
