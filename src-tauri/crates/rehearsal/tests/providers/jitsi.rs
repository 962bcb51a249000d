//! A Jitsi server of a company's own: its addresses, and what it says of tokens.

use roomkey_core::domain::Domain;
use roomkey_core::grant::RoomScope;
use roomkey_core::provider::jitsi::{AppName, Audience, KeyName, Scope, Server, TenantName, Trust};
use roomkey_core::provider::{Credential, Door, Provider, Purpose, Role, Visit};
use roomkey_core::role::Role as Seen;
use roomkey_core::token::Token;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::command::{Command, ParticipantSelector};
use roomkey_rehearsal::happening::What;
use roomkey_rehearsal::provider::Trusted;
use serde_json::{Value, json};

use crate::support::scene::{ADA, Scene, entry, other_secret, secret};
use crate::support::stage::{KEYS, room};

async fn scene(scope: Scope, trust: Trust, trusted: Trusted) -> Scene {
    let server = Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope,
        app: AppName::parse("my_app").unwrap(),
        audience: Audience::parse("jitsi").unwrap(),
        trust,
    };
    Scene::new(Provider::Jitsi(server), trusted).await
}

pub(super) async fn plain() -> Scene {
    scene(Scope::Domain, Trust::Secret, Trusted::Secret(secret())).await
}

fn sales() -> Scope {
    Scope::Tenant(TenantName::parse("sales").unwrap())
}

pub(super) fn token(scene: &Scene, role: Role, room: &str) -> String {
    let entry = entry(role, room);
    scene.token(&Purpose::Enter(&entry), Credential::Secret(&secret()))
}

/// The first answer to somebody who joins at that address.
async fn join(scene: &Scene, path: &str, token: &str) -> Value {
    let word = json!({ "do": "join", "token": token });
    let mut visit = scene.knock(&format!("{path}/socket"), &word).await;
    visit.hear().await
}

#[tokio::test]
async fn the_door_leads_to_scripts_and_rooms_that_are_there() {
    for (scope, path) in [
        (Scope::Domain, "standup"),
        (sales(), "sales/standup"),
        (Scope::Any, "standup"),
    ] {
        let mut scene = scene(scope, Trust::Secret, Trusted::Secret(secret())).await;
        let provider = scene.stand_in.provider();
        assert_eq!(*provider.system().domain(), scene.stand_in.domain());
        let entry = entry(Role::Participant, "standup");
        let visit = Visit {
            entry: &entry,
            token: None,
            room: None,
            microphone_on: true,
            camera_on: true,
            prejoin: false,
        };
        let Door::IFrameApi { room } = provider.system().door(&visit).unwrap() else {
            panic!("Jitsi is joined through the IFrame API");
        };
        assert_eq!(room, path);
        let origin = scene.stand_in.domain().origin();
        for script in provider.system().scripts() {
            let answer = scene.get(script.strip_prefix(&origin).unwrap()).await;
            assert_eq!(answer.status, 200, "{script}");
            assert!(answer.body.contains("window.JitsiMeetExternalAPI ="));
        }
        let page = scene.get(&format!("/{room}?jwt=x")).await;
        assert_eq!(page.status, 200);
        assert!(page.headers["content-security-policy"].contains("default-src 'none'"));
        scene
            .happens("standup", |what| *what == What::PageServed)
            .await;
        let joined = join(
            &scene,
            &format!("/{room}"),
            &token(&scene, Role::Moderator, "standup"),
        )
        .await;
        assert_eq!(joined["is"], json!("accepted"), "{joined}");
    }
}

#[tokio::test]
async fn what_the_server_does_not_have_is_not_there() {
    let scene = plain().await;
    for path in [
        "/no%20room",
        "/sales.berlin/standup",
        "/v1/_jaas/conference-commands/v1/meeting",
    ] {
        assert_eq!(scene.get(path).await.status, 404, "{path}");
    }
    let command = "/v1/_jaas/conference-commands/v1/meeting";
    assert_eq!(scene.ask("POST", command, "", "{}").await.status, 404);
    let evil = scene
        .open("/standup/socket", Some("https://evil.example"))
        .await;
    assert!(evil.is_err());
}

#[tokio::test]
async fn rooms_with_a_tenant_and_without_are_apart() {
    let scene = scene(Scope::Any, Trust::Secret, Trusted::Secret(secret())).await;
    let token = token(&scene, Role::Participant, "standup");
    let word = json!({ "do": "join", "token": token });
    let mut first = scene.knock("/standup/socket", &word).await;
    assert_eq!(first.hear().await["is"], json!("accepted"));
    for (path, others) in [("/sales/standup", 0), ("/standup", 1), ("/StandUp", 1)] {
        let joined = join(&scene, path, &token).await;
        let found = joined["others"].as_array().unwrap().len();
        // Whoever has left without a word stays as a ghost.
        assert!(
            if others == 0 {
                found == 0
            } else {
                found >= others
            },
            "{path}: {found}"
        );
    }
}

#[tokio::test]
async fn the_token_says_who_one_is_and_what_one_may() {
    let mut scene = plain().await;
    for (role, seen) in [
        (Role::Moderator, Seen::Moderator),
        (Role::Participant, Seen::Participant),
    ] {
        let joined = join(&scene, "/standup", &token(&scene, role, "standup")).await;

        assert_eq!(joined["me"]["name"], json!("Ada"));
        assert_eq!(joined["me"]["role"], json!(seen));
        let verdict = &joined["verdict"]["inspection"]["verdict"];
        assert_eq!(verdict["kind"], json!("accepted"));
        assert_eq!(verdict["content"]["role"], json!(seen));
        let what = scene
            .happens("standup", |what| matches!(what, What::Joined { .. }))
            .await;
        let What::Joined { person, role, .. } = what else {
            panic!("nobody joined");
        };
        assert_eq!((person.as_deref(), role), (Some(ADA), seen));
    }
    let text = join(
        &scene,
        "/standup",
        &token(&scene, Role::Moderator, "standup"),
    )
    .await
    .to_string();
    assert!(!text.contains("eyJ"), "no token comes back");
}

/// The claims that pass; the texts are those of `token/util.lib.lua` and
/// `luajwtjitsi.lib.lua`.
fn claims(scene: &Scene) -> Value {
    json!({
        "iss": "my_app",
        "aud": "jitsi",
        "sub": "127.0.0.1",
        "room": "standup",
        "nbf": scene.now().minus(10).seconds(),
        "exp": scene.now().plus(600).seconds(),
        "context": { "user": { "id": "1", "name": "Ada" } },
    })
}

fn forged(claims: &Value) -> String {
    let header = json!({ "alg": "HS256", "typ": "JWT" });
    let secret = secret();
    let token = Token::forge_by_secret(&header, claims, secret.reveal().as_bytes());
    token.unwrap().reveal().to_owned()
}

#[tokio::test]
async fn a_refusal_is_told_as_prosody_tells_it() {
    let mut scene = plain().await;
    let (now, mine) = (scene.now(), entry(Role::Participant, "standup"));
    let other = other_secret();
    let foreign = scene.token(&Purpose::Enter(&mine), Credential::Secret(&other));
    let right = claims(&scene);
    let with = |name: &str, value: Value| {
        let mut claims = right.clone();
        let fields = claims.as_object_mut().unwrap();
        fields.insert(name.to_owned(), value);
        fields.retain(|_, value| !value.is_null());
        forged(&claims)
    };
    let good = join(&scene, "/standup", &forged(&claims(&scene))).await;
    assert_eq!(good["is"], json!("accepted"));
    let cases = [
        (String::new(), "token required"),
        ("rubbish".to_owned(), "Invalid token"),
        (foreign, "Invalid signature"),
        (
            with("exp", json!(now.minus(1).seconds())),
            "Not acceptable by exp",
        ),
        (
            with("nbf", json!(now.plus(60).seconds())),
            "Not acceptable by nbf",
        ),
        (with("iss", json!("another")), "invalid 'iss' claim"),
        (with("aud", Value::Null), "'aud' claim is missing"),
        (with("aud", json!("another")), "invalid 'aud' claim"),
        (
            with("context", Value::Null),
            "jwt missing required context claim",
        ),
        (with("room", Value::Null), "'room' claim is missing"),
    ];
    for (token, text) in cases {
        let refused = join(&scene, "/standup", &token).await;
        assert_eq!(refused["is"], json!("refused"), "{text}");
        assert_eq!(refused["verdict"]["wireText"], json!(text));
        let error = &refused["error"];
        assert_eq!(
            error["name"],
            json!("connection.passwordRequired"),
            "{text}"
        );
        let escaped = text.replace('\'', "&apos;");
        assert_eq!(error["message"], json!(escaped));
        assert_eq!(error["recoverable"] == json!(true), token.is_empty());
        let text = text.to_owned();
        scene
            .happens("standup", |what| {
                *what == What::Refused { text: text.clone() }
            })
            .await;
    }
    let elsewhere = join(&scene, "/den", &forged(&claims(&scene))).await;
    assert_eq!(
        elsewhere["error"],
        json!({
            "name": "conference.connectionError.notAllowed",
            "type": "CONFERENCE",
            "params": ["general", "Room and token mismatched"],
            "isFatal": false,
        })
    );
    let everywhere = with("room", json!("*"));
    assert_eq!(
        join(&scene, "/den", &everywhere).await["is"],
        json!("accepted")
    );
}

#[tokio::test]
async fn affiliation_and_flag_both_make_a_moderator() {
    let scene = plain().await;
    for (user, role) in [
        (json!({ "affiliation": "owner" }), "moderator"),
        (json!({ "affiliation": "teacher" }), "moderator"),
        (json!({ "affiliation": "member" }), "participant"),
        (json!({ "moderator": true }), "moderator"),
        (json!({ "moderator": "false" }), "participant"),
        (json!({}), "participant"),
    ] {
        let mut claims = claims(&scene);
        claims["context"]["user"] = user.clone();
        let joined = join(&scene, "/standup", &forged(&claims)).await;
        assert_eq!(joined["me"]["role"], json!(role), "{user}");
    }
}

#[tokio::test]
async fn a_key_is_known_by_its_name() {
    let [key, other] = &*KEYS;
    let name = KeyName::parse("Roomkey-2026").unwrap();
    let trusted = Trusted::Key(key.public().clone());
    let scene = scene(sales(), Trust::Key(name), trusted).await;
    let mut entry = entry(Role::Moderator, "standup");
    entry.room = RoomScope::Any;
    for (key, is) in [(key, "accepted"), (other, "refused")] {
        let token = scene.token(&Purpose::Enter(&entry), Credential::Key(key));
        let answer = join(&scene, "/sales/standup", &token).await;
        assert_eq!(answer["is"], json!(is));
    }
    let refused = join(&scene, "/sales/standup", &forged(&claims(&scene))).await;
    assert_eq!(
        refused["verdict"]["wireText"],
        json!("'kid' claim is missing")
    );
}

#[tokio::test]
async fn the_rehearsals_cases_and_commands_are_there() {
    let mut scene = plain().await;
    let token = token(&scene, Role::Participant, "standup");
    let rehearsal = scene.stand_in.rehearsal().unwrap();
    rehearsal.set_case(&room("standup"), Case::RoomPassword);
    let asked = join(&scene, "/standup", &token).await;
    assert_eq!(asked["is"], json!("passwordRequired"));
    let name = "Grace".to_owned();
    let role = Seen::Moderator;
    let joins = Command::SomeoneJoins { name, role };
    let rehearsal = scene.stand_in.rehearsal().unwrap();
    assert_eq!(
        rehearsal.command(&room("den"), &ParticipantSelector::All, &joins),
        1
    );
    scene
        .happens("den", |what| matches!(what, What::Joined { .. }))
        .await;
    assert_eq!(scene.stand_in.requests(), []);
}

#[tokio::test]
async fn jaas_stands_behind_the_same_door() {
    use crate::support::stage::{TENANT, key_id};

    let tenant = roomkey_core::provider::jaas::Tenant {
        key_id: key_id(),
        domain: Domain::parse("8x8.vc").unwrap(),
    };
    let [key, other] = &*KEYS;
    let trusted = Trusted::Key(key.public().clone());
    let scene = Scene::new(Provider::Jaas(tenant), trusted).await;
    let entry = entry(Role::Visitor, "standup");
    for (key, is) in [(key, "accepted"), (other, "refused")] {
        let token = scene.token(&Purpose::Enter(&entry), Credential::Key(key));
        let answer = join(&scene, &format!("/{TENANT}/standup"), &token).await;
        assert_eq!(answer["is"], json!(is));
    }
    assert_eq!(scene.get("/standup").await.status, 404);
    assert_eq!(scene.get("/external_api.js").await.status, 404);
}
