//! Tokens of the providers beside JaaS, made and read by their own rules.

use roomkey_core::matrix::Group;
use roomkey_core::provider;
use roomkey_core::provider::Credential;
use roomkey_core::provider::Secret;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::token::Token;
use roomkey_rehearsal::provider::Options;
use roomkey_rehearsal::provider::StandIn;
use roomkey_rehearsal::provider::Trusted;
use serde_json::Value;
use serde_json::json;

use super::*;
use crate::proof::table;
use crate::views::inspector::InspectorTenant;
use crate::views::inspector::JudgedView;
use crate::views::inspector::TokenField;
use crate::views::proof::JudgeTableRequest;
use crate::views::provider::SigningKind;

const ROOM: &str = "2kyv-gzay-64pg";

/// The desk with a tenant `own` beside JaaS's, whose secret may be in the keyring.
async fn desk_with(folder: &TempDir, provider: Provider, secret: Option<&Secret>) -> Roomkey {
    let roomkey = desk(folder, false).await;
    let id = TenantId::parse("own").unwrap();
    let tenant = Tenant::new(id.clone(), "Own".to_owned(), provider);
    let saved = roomkey.book.change(|settings| {
        settings.put_tenant(tenant);
        Ok(())
    });
    saved.await.unwrap();
    if let Some(secret) = secret {
        roomkey.keys.put_secret(&id, secret).await.unwrap();
    }
    roomkey
}

fn secret() -> Secret {
    Secret::parse("0123456789abcdef0123456789abcdef").unwrap()
}

fn jitsi() -> Provider {
    Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Tenant(jitsi::TenantName::parse("sales").unwrap()),
        app: jitsi::AppName::parse("my_app").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust: jitsi::Trust::Secret,
    })
}

fn account(tokens: videosdk::Tokens) -> videosdk::Account {
    videosdk::Account {
        tokens,
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: videosdk::PageVersion::default(),
    }
}

fn videosdk() -> Provider {
    let api_key = videosdk::ApiKey::parse("6f2c8b1e-0d5a").unwrap();
    Provider::VideoSdk(account(videosdk::Tokens::Own(api_key)))
}

fn jiomeet() -> Provider {
    Provider::JioMeet(jiomeet::App {
        id: jiomeet::AppId::parse("0123456789").unwrap(),
        issuer: None,
        steps: jiomeet::Steps::One,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: jiomeet::Authorization::Bare,
    })
}

fn of_own(role: Role, room: &str) -> MakeRequest {
    let mut request = request(role);
    request.tenant = "own".to_owned();
    request.room = room.to_owned();
    request
}

async fn made(roomkey: &Roomkey, request: &MakeRequest) -> ExplainedView {
    let view = make::judge(roomkey, request).await.unwrap();
    let faults: Vec<_> = view.faults.iter().map(|fault| fault.field).collect();
    assert_eq!(faults, []);
    view.made.unwrap()
}

async fn judged(roomkey: &Roomkey, request: &MakeRequest) -> JudgedView {
    made(roomkey, request).await.judged.unwrap()
}

async fn claims(roomkey: &Roomkey, request: &MakeRequest) -> Value {
    made(roomkey, request).await.inspection.claims.unwrap()
}

fn shown(roomkey: &Roomkey) -> InspectorTenant {
    roomkey.inspector_view().tenants.swap_remove(1)
}

#[tokio::test]
async fn each_tenant_is_offered_what_its_providers_tokens_can_be() {
    use Role::{Lobby, Moderator, Participant};

    let folder = tempfile::tempdir().unwrap();
    let acme = desk(&folder, false)
        .await
        .inspector_view()
        .tenants
        .remove(0);
    assert!(acme.jaas.is_some() && acme.provider.has_commands && acme.provider.has_address);
    for (provider, roles, features, commands, opens, address) in [
        (
            jitsi(),
            &[Moderator, Participant][..],
            true,
            false,
            true,
            true,
        ),
        (
            videosdk(),
            &[Moderator, Participant, Lobby],
            false,
            true,
            true,
            false,
        ),
        (jiomeet(), &[], false, true, false, false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let own = shown(&desk_with(&folder, provider, None).await);
        let can = &own.provider;
        assert!(own.jaas.is_none() && can.signing == SigningKind::Secret);
        assert_eq!(can.roles, roles, "{}", can.name);
        let abilities = (can.has_features, can.has_commands);
        assert_eq!(abilities, (features, commands), "{}", can.name);
        assert_eq!((can.can_open, can.has_address), (opens, address));
    }
}

#[tokio::test]
async fn tokens_are_made_by_the_providers_claims_and_judged_by_its_checks() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, videosdk(), Some(&secret())).await;
    let lobby = of_own(Role::Lobby, ROOM);
    let view = judged(&roomkey, &lobby).await;
    assert_eq!(view.system, "VideoSDK");
    assert!(view.is_proved && view.refusal.is_none());
    let said = claims(&roomkey, &lobby).await;
    assert_eq!(said["permissions"], json!(["ask_join"]));
    assert_eq!(said["roomId"], ROOM);

    let mut command = of_own(Role::Moderator, "");
    command.command = true;
    let view = judged(&roomkey, &command).await;
    assert!(view.is_proved && view.refusal.is_none());
    assert_eq!(
        claims(&roomkey, &command).await["roles"],
        json!(["crawler"])
    );

    // Which names are rooms, VideoSDK alone knows: that is said at the field.
    let view = make::judge(&roomkey, &of_own(Role::Moderator, "board"))
        .await
        .unwrap();
    let [fault] = &view.faults[..] else { panic!() };
    assert_eq!(fault.field, TokenField::Room);
    assert_eq!(fault.error.code, ErrorCode::RoomNotMade);
}

#[tokio::test]
async fn a_change_spoils_any_providers_token() {
    for (provider, rule_of, room) in [
        (jitsi(), "aud", "board"),
        (videosdk(), "apikey", ROOM),
        (jiomeet(), "app", ""),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let roomkey = desk_with(&folder, provider, Some(&secret())).await;
        let mut request = of_own(Role::Participant, room);
        request.command = room.is_empty();
        let good = judged(&roomkey, &request).await;
        assert!(good.is_proved && good.refusal.is_none(), "{rule_of}");
        request.choices.changes.push(ChangeFields {
            place: rule_of.to_owned(),
            value: Some("\"another\"".to_owned()),
        });
        assert!(
            judged(&roomkey, &request).await.refusal.is_some(),
            "{rule_of}"
        );
        request.choices.changes[0].value = None;
        let said = claims(&roomkey, &request).await;
        assert_eq!(said.get(rule_of), None);
    }
}

/// It is judged as a call, for which no room and no person count.
#[tokio::test]
async fn jaas_has_tokens_for_rest_too() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk(&folder, true).await;
    let mut request = request(Role::Moderator);
    request.command = true;
    let view = judged(&roomkey, &request).await;
    assert_eq!(view.system, "JaaS");
    assert!(view.is_proved, "{:?}", view.checks);
    assert!(view.refusal.is_none(), "{:?}", view.refusal);
    assert_eq!(claims(&roomkey, &request).await["admin"], json!(true));
}

/// No server shares the window's secret, so nothing is said of the signature.
#[tokio::test]
async fn without_the_tenants_secret_the_windows_own_signs_and_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, jitsi(), None).await;
    let view = made(&roomkey, &of_own(Role::Moderator, "board")).await;
    let KeyUsed::Window { why } = view.key else {
        panic!("{:?}", view.key)
    };
    assert_eq!(why.code, ErrorCode::SigningSecretMissing);
    let judged = view.judged.unwrap();
    assert!(!judged.is_proved && judged.refusal.is_none());
}

#[tokio::test]
async fn the_meetings_address_is_the_providers() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, jitsi(), Some(&secret())).await;
    let request = of_own(Role::Moderator, "board");
    let (address, _) = hand_out::address_of(&roomkey, &request).await.unwrap();
    let start = "https://meet.example.org/sales/board?jwt=eyJ";
    assert!(address.starts_with(start));
}

#[tokio::test]
async fn a_role_that_the_provider_does_not_know_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, jitsi(), Some(&secret())).await;
    let fault = make::judge(&roomkey, &of_own(Role::Lobby, "board")).await;
    assert_eq!(code(fault.err().unwrap()), ErrorCode::RoleUnknown);
}

/// Its token is explained, and nobody here can spoil it.
#[tokio::test]
async fn a_token_server_is_asked() {
    let anywhere = Domain::parse("127.0.0.1:1").unwrap();
    let served = provider::Provider::VideoSdk(account(videosdk::Tokens::Server(anywhere)));
    let trusted = Trusted::Secret(secret());
    let stand_in = StandIn::start(served, trusted, Options::default())
        .await
        .unwrap();
    let provider::Provider::VideoSdk(account) = stand_in.provider() else {
        panic!()
    };
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, Provider::VideoSdk(account), None).await;
    assert_eq!(shown(&roomkey).provider.signing, SigningKind::Server);

    let mut request = of_own(Role::Moderator, ROOM);
    let view = made(&roomkey, &request).await;
    assert!(matches!(view.key, KeyUsed::Unchecked));
    assert!(!view.judged.unwrap().is_proved, "the secret is not here");
    request.choices.changes.push(ChangeFields {
        place: "exp".to_owned(),
        value: None,
    });
    assert!(make::judge(&roomkey, &request).await.is_err());
}

#[tokio::test]
async fn a_pasted_token_is_read_by_its_providers_rules() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, jitsi(), Some(&secret())).await;
    let now = roomkey.clock.now().seconds();
    let claims = json!({
        "aud": "jitsi", "iss": "my_app", "sub": "sales", "room": "board",
        "exp": now + 600, "context": {"user": {"name": "Ada"}},
    });
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let token = Token::forge_by(&header, &claims, Credential::Secret(&secret())).unwrap();
    let request = |room: &str| ReadRequest {
        key: ReadKey::Tenant {
            tenant: "own".to_owned(),
        },
        room: room.to_owned(),
        ..pasted(token.reveal())
    };

    let read = read::explained(&roomkey, request("board")).await.unwrap();
    let judged = read.judged.unwrap();
    assert_eq!(judged.system, "Jitsi Meet");
    assert!(judged.is_proved && judged.refusal.is_none());
    assert!(matches!(read.key, KeyUsed::Tenant { title } if title == "Own"));

    let read = read::explained(&roomkey, request("other")).await.unwrap();
    assert!(read.judged.unwrap().refusal.is_some());
    assert_eq!(read.wire_text.as_deref(), Some("Room and token mismatched"));
}

#[tokio::test]
async fn every_providers_cases_are_judged_here_and_come_out_as_expected() {
    for (provider, room) in [(jitsi(), "board"), (videosdk(), ROOM), (jiomeet(), "board")] {
        let folder = tempfile::tempdir().unwrap();
        let roomkey = desk_with(&folder, provider, Some(&secret())).await;
        let cases = table::cases(&roomkey, "own").unwrap();
        let view = table::judge(&roomkey, &judging(room, &Group::ALL))
            .await
            .unwrap();
        assert!(cases.len() > 10);
        assert_eq!(view.lines.len(), cases.len(), "{}", view.system);
        for line in &view.lines {
            assert!(line.passed, "{}: {}", view.system, line.case.name);
        }
        assert!(matches!(view.key, KeyUsed::Tenant { title } if title == "Own"));
        let kept = roomkey.proof.table("own").unwrap();
        assert_eq!(kept.passed(), view.lines.len());
    }
}

#[tokio::test]
async fn cases_are_chosen_by_group_and_judged_with_the_windows_secret_too() {
    let folder = tempfile::tempdir().unwrap();
    let roomkey = desk_with(&folder, videosdk(), None).await;
    let view = table::judge(&roomkey, &judging(ROOM, &[Group::Signature]))
        .await
        .unwrap();
    assert!(matches!(view.key, KeyUsed::Window { .. }));
    assert!(!view.lines.is_empty());
    for line in &view.lines {
        assert!(line.passed && line.case.group == Group::Signature);
    }
    let fault = table::judge(&roomkey, &judging("board", &Group::ALL)).await;
    assert_eq!(code(fault.err().unwrap()), ErrorCode::RoomNotMade);
    // A proof of JaaS opens meetings.
    assert!(table::cases(&roomkey, "acme").unwrap().is_empty());
}

fn judging(room: &str, groups: &[Group]) -> JudgeTableRequest {
    JudgeTableRequest {
        tenant: "own".to_owned(),
        room: room.to_owned(),
        groups: groups.to_vec(),
    }
}
