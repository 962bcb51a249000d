//! VideoSDK's prebuilt page, and its line, without a browser.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use roomkey_core::provider::{Credential, Purpose, Role};
use roomkey_core::role::Role as Seen;
use roomkey_core::token::Token;
use roomkey_rehearsal::happening::{Leaving, What};
use serde_json::{Value, json};

use super::videosdk::{room, scene};
use crate::support::scene::{ADA, Answer, Scene, entry, other_secret, secret};

fn token(scene: &Scene, role: Role, room: &str) -> String {
    let entry = entry(role, room);
    scene.token(&Purpose::Enter(&entry), Credential::Secret(&secret()))
}

fn word(token: &str) -> Value {
    json!({ "do": "join", "token": token, "name": "Ada", "participantId": ADA })
}

async fn knock(scene: &Scene, room: &str, token: &str) -> Value {
    let mut visit = scene
        .knock(&format!("/meetings/{room}/line"), &word(token))
        .await;
    visit.hear().await
}

async fn meeting(scene: &Scene, id: &str, token: &str) -> Answer {
    let path = format!("/v1/prebuilt/meetings/{id}");
    scene
        .ask("POST", &path, token, r#"{"region":"sg001"}"#)
        .await
}

#[tokio::test]
async fn the_page_is_strict_and_all_its_files_are_there() {
    let mut scene = scene().await;
    // The page decodes what its address says a second time.
    let once = utf8_percent_encode("2kyv-gzay-64pg", NON_ALPHANUMERIC).to_string();
    let twice = utf8_percent_encode(&once, NON_ALPHANUMERIC);

    let page = scene
        .get(&format!(
            "/rtc-js-prebuilt/0.3.44/?meetingId={twice}&token=x"
        ))
        .await;

    assert_eq!(page.status, 200);
    scene
        .happens("2kyv-gzay-64pg", |what| *what == What::PageServed)
        .await;
    let policy = &page.headers["content-security-policy"];
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        &format!("connect-src 'self' ws://{}", scene.authority()),
        "frame-ancestors 'self' https://meeting.roomkey.invalid tauri://localhost",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    assert!(!policy.contains("unsafe"));
    assert!(!page.body.contains("<style") && !page.body.contains(" style="));
    assert!(page.body.contains("/rehearsal/prebuilt.js"));
    assert!(!page.body.contains('{'), "every place is filled");
    assert_eq!(page.headers["cache-control"], "no-store");
    let mut names = vec!["prebuilt.js".to_owned(), "guest.js".to_owned()];
    let mut seen = 0;
    while let Some(name) = names.get(seen).cloned() {
        let file = scene.get(&format!("/rehearsal/{name}")).await;
        assert_eq!(file.status, 200, "{name}");
        for rest in file.body.split("from \"./").skip(1) {
            let more = rest.split('"').next().unwrap().to_owned();
            if !names.contains(&more) {
                names.push(more);
            }
        }
        seen += 1;
    }
    assert!(names.contains(&"visit_words_de.js".to_owned()), "{names:?}");
    assert_eq!(scene.get("/rtc-js-prebuilt/newest/").await.status, 404);
    assert_eq!(scene.get("/robots.txt").await.status, 200);
}

#[tokio::test]
async fn the_page_asks_for_the_meetings_own_id() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    let token = token(&scene, Role::Participant, &id);

    for known in [id.as_str(), "standup"] {
        let answer = meeting(&scene, known, &token).await;
        assert_eq!(
            (answer.status, answer.json()),
            (200, json!({ "meetingId": id }))
        );
    }
    let made = meeting(&scene, "never-seen", &token).await.json();
    let path = "/v2/rooms/validate/never-seen";
    let found = scene.ask("GET", path, &scene.command(), "").await.json();
    assert_eq!(made["meetingId"], found["roomId"]);
}

#[tokio::test]
async fn a_bad_token_has_its_code_before_the_meeting() {
    let scene = scene().await;
    let id = room(&scene, "standup").await;
    let good = token(&scene, Role::Participant, &id);
    let mine = entry(Role::Participant, &id);
    let other = other_secret();
    let foreign = scene.token(&Purpose::Enter(&mine), Credential::Secret(&other));
    let forged = |claims: &Value| {
        let header = json!({ "alg": "HS256", "typ": "JWT" });
        let secret = secret();
        let token = Token::forge_by_secret(&header, claims, secret.reveal().as_bytes());
        token.unwrap().reveal().to_owned()
    };
    let exp = scene.now().plus(600).seconds();
    let cases = [
        ("".to_owned(), 4002, "INVALID_TOKEN"),
        (foreign, 4002, "INVALID_TOKEN"),
        (scene.command(), 4024, "UNAUTHORIZED_ROLE"),
        (
            forged(&json!({ "apikey": "another", "permissions": ["allow_join"], "exp": exp })),
            4001,
            "INVALID_API_KEY",
        ),
        (
            forged(&json!({ "apikey": "4f1c2b7a", "permissions": [], "exp": exp })),
            4008,
            "INVALID_PERMISSIONS",
        ),
    ];
    for (token, code, name) in cases {
        let answer = meeting(&scene, &id, &token).await;
        let expected = json!({ "error": name, "statusCode": code });
        assert_eq!((answer.status, answer.json()), (401, expected));
    }
    scene.pass(600);
    let expired = meeting(&scene, &id, &good).await;
    assert_eq!(expired.json()["statusCode"], json!(4002));
}

#[tokio::test]
async fn the_token_decides_what_one_is_in_the_meeting() {
    let mut scene = scene().await;
    let id = room(&scene, "standup").await;
    for (role, seen, permissions) in [
        (
            Role::Moderator,
            Seen::Moderator,
            json!(["allow_join", "allow_mod"]),
        ),
        (Role::Participant, Seen::Participant, json!(["allow_join"])),
    ] {
        let token = token(&scene, role, &id);
        let mut visit = scene
            .knock(&format!("/meetings/{id}/line"), &word(&token))
            .await;

        let until = scene.now().plus(600).seconds();
        let grants = json!({ "permissions": permissions, "until": until });
        let expected = json!({ "is": "joined", "role": seen, "grants": grants });
        assert_eq!(visit.hear().await, expected);
        let what = scene
            .happens(&id, |what| matches!(what, What::Joined { .. }))
            .await;
        let What::Joined {
            name, person, role, ..
        } = what
        else {
            panic!("nobody joined");
        };
        assert_eq!(
            (name.as_str(), person.as_deref(), role),
            ("Ada", Some(ADA), seen)
        );
        visit.say(&json!({ "do": "leave" })).await;
        let how = Leaving::HungUp;
        scene.happens(&id, |what| *what == What::Left { how }).await;
        assert_eq!(visit.hear().await, Value::Null);
    }
    let token = token(&scene, Role::Participant, &id);
    drop(
        scene
            .knock(&format!("/meetings/{id}/line"), &word(&token))
            .await,
    );
    let how = Leaving::Lost;
    scene.happens(&id, |what| *what == What::Left { how }).await;
}

#[tokio::test]
async fn whoever_has_to_ask_waits() {
    let mut scene = scene().await;
    let id = room(&scene, "standup").await;
    let token = token(&scene, Role::Lobby, &id);
    let path = format!("/meetings/{id}/line");

    let mut visit = scene.knock(&path, &word(&token)).await;
    assert_eq!(visit.hear().await, json!({ "is": "waiting" }));
    assert_eq!(visit.hear().await["is"], json!("joined"));
    scene.happens(&id, |what| *what == What::Knocked).await;

    scene.stand_in.set_lobby(false);
    let mut visit = scene.knock(&path, &word(&token)).await;
    assert_eq!(visit.hear().await, json!({ "is": "waiting" }));
    assert_eq!(visit.hear().await, json!({ "is": "turnedAway" }));
    assert_eq!(visit.hear().await, Value::Null);
    scene.happens(&id, |what| *what == What::TurnedAway).await;
}

#[tokio::test]
async fn the_meeting_refuses_with_the_codes_of_the_sdk() {
    let mut scene = scene().await;
    let id = room(&scene, "standup").await;
    let den = room(&scene, "den").await;
    let good = token(&scene, Role::Participant, &id);

    let refused = knock(&scene, &den, &good).await;
    assert_eq!(refused["code"], json!(4022));
    assert_eq!(refused["says"], json!("UNAUTHORIZED_MEETING_ID"));
    assert!(refused["text"].is_string());
    let what = scene
        .happens(&den, |what| matches!(what, What::Refused { .. }))
        .await;
    let text = "UNAUTHORIZED_MEETING_ID".to_owned();
    assert_eq!(what, What::Refused { text });
    assert_eq!(
        knock(&scene, "abcd-efgh-ijkl", &good).await["code"],
        json!(4003)
    );
    assert_eq!(knock(&scene, &id, "").await["code"], json!(4002));
    assert_eq!(
        knock(&scene, &id, &scene.command()).await["code"],
        json!(4024)
    );
    let somebody = json!({ "do": "join", "token": good, "participantId": "somebody" });
    let mut visit = scene
        .knock(&format!("/meetings/{id}/line"), &somebody)
        .await;
    assert_eq!(visit.hear().await["code"], json!(4023));

    for code in [4001, 4005, 4006, 4007, 4009, 4010, 4025] {
        scene.stand_in.refuse_next(code);
        assert_eq!(knock(&scene, &id, &good).await["code"], json!(code));
    }
    assert_eq!(knock(&scene, &id, &good).await["is"], json!("joined"));
    let body = json!({ "roomId": id }).to_string();
    scene
        .ask("POST", "/v2/rooms/deactivate", &scene.command(), &body)
        .await;
    assert_eq!(knock(&scene, &id, &good).await["code"], json!(4003));
}

#[tokio::test]
async fn only_the_page_itself_opens_a_line() {
    let scene = scene().await;
    for path in ["/meetings/2kyv-gzay-64pg/line", "/guest/line"] {
        let open = scene.open(path, Some("https://evil.example")).await;
        assert!(open.is_err(), "{path}");
    }
}
