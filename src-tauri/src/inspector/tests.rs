//! Making and reading, with a keyring in memory and settings in a folder of their own.

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::inspect::Verdict;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::Role;
use roomkey_core::role;
use roomkey_store::folders::Folders;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStore;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tempfile::TempDir;

use super::choices;
use super::hand_out;
use super::make;
use super::read;
use crate::book::Book;
use crate::environment::Environment;
use crate::error::ErrorCode;
use crate::error::ErrorView;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::ChangeFields;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::KeyUsed;
use crate::views::inspector::MakeRequest;
use crate::views::inspector::ReadKey;
use crate::views::inspector::ReadRequest;
use crate::views::inspector::TokenChoices;

const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";

/// A desk with the tenant Acme, whose key may be in the keyring.
async fn desk(folder: &TempDir, has_key: bool) -> Roomkey {
    let folders = Folders::at(folder.path());
    let (book, _) = Book::open(&folders.settings(), Policy::None);
    let app_id = AppId::parse(APP_ID).unwrap();
    let id = TenantId::parse("acme").unwrap();
    let jaas = Jaas {
        key_id: Some(KeyId::parse_for(&app_id, "4f4910").unwrap()),
        ..Jaas::new(app_id, Domain::parse("8x8.vc").unwrap())
    };
    let tenant = Tenant::new(id.clone(), "Acme".to_owned(), Provider::Jaas(jaas));
    let saved = book.change(|settings| {
        settings.put_tenant(tenant);
        Ok(())
    });
    saved.await.unwrap();
    let keys = KeyStore::memory();
    if has_key {
        keys.put(&id, &generate_key().unwrap()).await.unwrap();
    }
    Roomkey::new(Environment::read(), folders, keys, book)
}

fn request(role: Role) -> MakeRequest {
    MakeRequest {
        tenant: "acme".to_owned(),
        room: "board".to_owned(),
        command: false,
        choices: TokenChoices {
            every_room: false,
            person: choices::person_fields(&choices::tester()),
            role,
            features: roomkey_core::feature::Features::default(),
            lifetime: "60".to_owned(),
            begins: "-10".to_owned(),
            hidden_from_recorder: false,
            changes: Vec::new(),
        },
    }
}

fn pasted(text: &str) -> ReadRequest {
    ReadRequest {
        text: text.to_owned(),
        key: ReadKey::Found,
        room: String::new(),
        at: None,
    }
}

fn role(view: &ExplainedView) -> Option<role::Role> {
    match &view.inspection.verdict {
        Verdict::Accepted(granted) => Some(granted.role),
        Verdict::Unproved(_) | Verdict::Refused(_) => None,
    }
}

fn code(fault: Fault) -> ErrorCode {
    ErrorView::from(fault).code
}

#[tokio::test]
async fn what_is_made_is_judged_and_read_again_with_the_tenants_key() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, true).await;

    let made = make::judge(&roomkey, &request(Role::Moderator))
        .await
        .unwrap();
    let made = made.made.unwrap();
    assert_eq!(role(&made), Some(role::Role::Moderator));
    assert!(matches!(&made.key, KeyUsed::Tenant { title } if title == "Acme"));
    assert_eq!(made.parts.len(), 2, "the signature stays here");

    let shown = hand_out::shown(&roomkey, &request(Role::Visitor))
        .await
        .unwrap();
    let text = format!("GET /a/board?jwt={} HTTP/1.1", shown.token);
    let read = read::explained(&roomkey, pasted(&text)).await.unwrap();
    assert_eq!(role(&read), Some(role::Role::Visitor));
    let shown_page = serde_json::to_string(&read).unwrap();
    let (_, signature) = shown.token.rsplit_once('.').unwrap();
    assert!(!shown_page.contains(signature));
}

#[tokio::test]
async fn a_change_spoils_it_and_the_servers_words_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, true).await;
    let mut request = request(Role::Moderator);
    request.choices.changes.push(ChangeFields {
        place: "aud".to_owned(),
        value: Some("[\"jitsi\"]".to_owned()),
    });
    let made = make::judge(&roomkey, &request).await.unwrap().made.unwrap();
    assert!(matches!(made.inspection.verdict, Verdict::Refused(_)));
    assert_eq!(made.wire_text.as_deref(), Some("invalid 'aud' claim"));
}

/// No server knows the window's key, so nothing is said of the signature.
#[tokio::test]
async fn without_the_tenants_key_the_signature_is_left_out_and_why_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, false).await;
    let made = make::judge(&roomkey, &request(Role::Moderator))
        .await
        .unwrap();
    let made = made.made.unwrap();
    assert!(matches!(made.inspection.verdict, Verdict::Unproved(_)));
    let KeyUsed::Window { why } = made.key else {
        panic!("{:?}", made.key)
    };
    assert_eq!(why.code, ErrorCode::KeyringMissing);
}

#[tokio::test]
async fn the_meetings_address_carries_the_token_and_needs_a_room() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, true).await;
    let mut request = request(Role::Moderator);
    request.choices.every_room = true;
    let address = hand_out::address_of(&roomkey, &request).await.unwrap();
    let start = format!("https://8x8.vc/{APP_ID}/board?jwt=eyJ");
    assert!(address.0.starts_with(&start));
    request.room.clear();
    let fault = hand_out::address_of(&roomkey, &request)
        .await
        .err()
        .unwrap();
    assert_eq!(code(fault), ErrorCode::RoomEmpty);
}

#[tokio::test]
async fn what_is_no_token_is_said_to_be_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, false).await;
    for (text, expected) in [
        ("nothing of the kind", ErrorCode::PastedNone),
        ("-----BEGIN PRIVATE KEY-----", ErrorCode::PastedPrivateKey),
        ("-----BEGIN PUBLIC KEY-----", ErrorCode::PastedPublicKey),
        ("eyJh.eyJi.c and eyJh.eyJj.d", ErrorCode::PastedSeveral),
    ] {
        let fault = read::explained(&roomkey, pasted(text)).await.err().unwrap();
        assert_eq!(code(fault), expected, "{text}");
    }
    let mut foreign = pasted("eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
    let read = read::explained(&roomkey, foreign).await.unwrap();
    assert!(matches!(read.key, KeyUsed::Unknown));
    foreign = pasted("eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
    foreign.key = ReadKey::Public {
        pem: "-----BEGIN RSA PRIVATE KEY-----".to_owned(),
    };
    let fault = read::explained(&roomkey, foreign).await.err().unwrap();
    assert_eq!(code(fault), ErrorCode::PastedPrivateKey);
}

mod providers;
