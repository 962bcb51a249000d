//! What is served, to whom, and with which headers.

use std::collections::HashMap;

use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::{Options, Rehearsal, StartFault};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::page::Line;
use crate::support::stage::{Stage, TENANT, room};

#[tokio::test]
async fn both_addresses_give_the_script() {
    let stage = Stage::new(0.01).await;

    for path in [
        format!("/{TENANT}/external_api.js"),
        "/libs/external_api.min.js".to_owned(),
    ] {
        let answer = get(&stage, &path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(
            answer.headers["content-type"],
            "text/javascript; charset=utf-8"
        );
        assert!(answer.body.contains("window.JitsiMeetExternalAPI ="));
    }
    let nobodys = get(&stage, "/nobody/external_api.js").await;
    assert_eq!(nobodys.status, 404);
}

#[tokio::test]
async fn the_cases_of_the_script() {
    let stage = Stage::new(0.01).await;
    let standup = room("standup");
    let tenants = format!("/{TENANT}/external_api.js");
    let old = "/libs/external_api.min.js";
    for (case, expected) in [
        (Case::NoScript, [404, 404]),
        (Case::OldScriptOnly, [404, 200]),
        (Case::Joins, [200, 200]),
    ] {
        stage.rehearsal.set_case(&standup, case);
        let found = [
            get(&stage, &tenants).await.status,
            get(&stage, old).await.status,
        ];
        assert_eq!(found, expected, "{case:?}");
    }

    stage.rehearsal.set_case(&standup, Case::ScriptSilent);
    let patience = std::time::Duration::from_millis(500);
    let answer = tokio::time::timeout(patience, get(&stage, &tenants)).await;
    assert!(answer.is_err());
}

#[tokio::test]
async fn the_room_has_its_briefing_and_a_strict_policy() {
    let stage = Stage::new(0.25).await;
    stage
        .rehearsal
        .set_case(&room("standup"), Case::CameraRefused);

    let answer = get(&stage, &format!("/{TENANT}/StandUp?jwt=x")).await;

    assert_eq!(answer.status, 200);
    assert!(
        answer
            .body
            .contains("&quot;refusedMedia&quot;:[&quot;video&quot;]")
    );
    assert!(answer.body.contains("&quot;pace&quot;:0.25"));
    let policy = &answer.headers["content-security-policy"];
    let authority = stage.authority();
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        &format!("connect-src 'self' ws://{authority}"),
        "frame-ancestors 'self' https://meeting.roomkey.invalid tauri://localhost",
    ] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    assert!(!policy.contains("unsafe"));
    assert!(!answer.body.contains("<style") && !answer.body.contains(" style="));
    assert!(!answer.body.contains("<script>"));
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.headers["referrer-policy"], "no-referrer");
    for path in ["/nobody/standup", &format!("/{TENANT}/no%20room")] {
        assert_eq!(get(&stage, path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn every_file_of_the_page_is_there() {
    let stage = Stage::new(0.01).await;
    let page = get(&stage, &format!("/{TENANT}/standup")).await.body;
    let mut names = references(&page, "/rehearsal/");
    let mut seen = 0;
    while let Some(name) = names.get(seen).cloned() {
        let answer = get(&stage, &format!("/rehearsal/{name}")).await;
        assert_eq!(answer.status, 200, "{name}");
        for more in references(&answer.body, "from \"./") {
            if !names.contains(&more) {
                names.push(more);
            }
        }
        seen += 1;
    }
    assert!(seen > 15, "{names:?}");
    assert_eq!(get(&stage, "/rehearsal/nothing.js").await.status, 404);
}

#[tokio::test]
async fn a_silent_client_is_an_error_page() {
    let stage = Stage::new(0.01).await;
    stage
        .rehearsal
        .set_case(&room("standup"), Case::ClientSilent);

    let answer = get(&stage, &format!("/{TENANT}/standup")).await;

    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn every_answer_is_dated_by_the_servers_clock() {
    let stage = Stage::new(0.01).await;
    let noon = get(&stage, "/rehearsal/room.js").await;
    assert_eq!(noon.headers["date"], "Sat, 21 Nov 2026 12:00:00 GMT");

    stage.pass(90);

    let later = get(&stage, "/nothing").await;
    assert_eq!(later.headers["date"], "Sat, 21 Nov 2026 12:01:30 GMT");
}

#[tokio::test]
async fn a_name_that_was_made_to_point_here_is_not_answered() {
    let stage = Stage::new(0.01).await;
    let path = format!("/{TENANT}/standup");

    let answer = get_as(&stage, &path, "evil.example").await;

    assert_eq!(answer.status, 421);
    assert!(!answer.body.contains("Rehearsal"));
}

#[tokio::test]
async fn only_the_rooms_own_page_opens_a_line() {
    let stage = Stage::new(0.01).await;
    let own = format!("http://{}", stage.authority());
    for which in ["socket", "director"] {
        let evil = Some("https://evil.example");
        let open = Line::try_open(&stage, "standup", which, evil).await;
        assert!(open.is_err(), "{which}");
        let open = Line::try_open(&stage, "standup", which, Some(&own)).await;
        assert!(open.is_ok(), "{which}");
    }
    let nowhere = Line::try_open(&stage, "no%20room", "socket", None).await;
    assert!(nowhere.is_err());
}

#[tokio::test]
async fn a_taken_port_is_said() {
    let stage = Stage::new(0.01).await;
    let port = stage.rehearsal.domain().port().unwrap();

    let second = Rehearsal::start(Options {
        port: Some(port),
        ..Options::default()
    })
    .await;

    let fault = second.unwrap_err();
    assert!(matches!(fault, StartFault::Bind { .. }));
    assert!(fault.to_string().contains(&port.to_string()));
}

/// The names that stand after each occurrence of a text, up to the next quote.
fn references(text: &str, before: &str) -> Vec<String> {
    let after = text.split(before).skip(1);
    after
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

struct Answer {
    status: u16,
    headers: HashMap<String, String>,
    body: String,
}

async fn get(stage: &Stage, path: &str) -> Answer {
    get_as(stage, path, &stage.authority()).await
}

async fn get_as(stage: &Stage, path: &str, host: &str) -> Answer {
    let mut connection = TcpStream::connect(stage.authority()).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut text = String::new();
    connection.read_to_string(&mut text).await.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    Answer {
        status: status.parse().unwrap(),
        headers: headers
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect(),
        body: body.to_owned(),
    }
}
