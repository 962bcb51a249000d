//! A window and its page: what it may do, and what it must not.

use std::time::Duration;

use roomkey_surface::link::SurfaceEvent;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::desk::{Desk, ORIGIN, Talk};
use crate::processes;
use crate::tenant::Tenant;

#[tokio::test]
async fn the_page_comes_from_memory_and_speaks_both_ways() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;

    assert_eq!(
        talk.ask("location.href").await,
        format!("{ORIGIN}/meeting.html")
    );
    assert_eq!(talk.ask("isSecureContext").await, true);
    assert_eq!(talk.ask("typeof RTCPeerConnection").await, "function");
    assert_eq!(
        talk.ask("fetch('/data.json').then(r => r.json())").await,
        json!({"from": "memory"})
    );
    assert_eq!(talk.ask("fetch('/none').then(r => r.status)").await, 404);
    let odd = Value::from("'\u{2028}`\"\\\u{0}${x}</script>\u{1f511}");
    assert_eq!(talk.ask(&odd.to_string()).await, odd);
    let large = talk
        .ask(&format!("'{}'.length", "x".repeat(3_000_000)))
        .await;
    assert_eq!(large, 3_000_000);
    assert_eq!(
        talk.ask("'y'.repeat(2000000)").await.as_str().map(str::len),
        Some(2_000_000)
    );
    talk.link.sender.focus();
    assert_eq!(
        talk.ask("1 + 1").await,
        2,
        "the window goes on after being raised"
    );

    // A page learns a moment later that nothing lies behind it.
    let until = Instant::now() + Duration::from_secs(10);
    while talk.ask("history.length").await != 1 {
        assert!(Instant::now() < until);
        sleep(Duration::from_millis(50)).await;
    }
    talk.ask("history.back()").await;
    sleep(Duration::from_millis(300)).await;
    assert_eq!(talk.ask("location.pathname").await, "/meeting.html");

    talk.link.sender.send("location.reload()".to_owned());
    let mut heard = talk.hear().await;
    if heard == "null" {
        heard = talk.hear().await;
    }
    assert_eq!(
        heard, "first script",
        "a page that is loaded again is bound again"
    );
    talk.link.close().await;
}

#[tokio::test]
async fn devices_are_given_to_the_granted_frame_alone_and_without_a_question() {
    let (friend, other) = (Tenant::start().await, Tenant::start().await);
    let desk = Desk::new();
    let mut options = desk.options_for(&[friend.origin()]);
    options.allowed_origins.push(other.origin().to_owned());
    let mut talk = desk.open(options).await;

    talk.frame(&friend.room()).await;
    assert_eq!(talk.ask_frame(DEVICES).await, "audio,video");
    assert_eq!(talk.ask_frame(SHARING).await, "granted");

    talk.frame(&other.room()).await;
    assert_eq!(talk.ask_frame(DEVICES).await, "NotAllowedError");
    talk.link.close().await;
}

#[tokio::test]
async fn without_a_grant_there_are_no_devices() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut options = desk.options_for(&[tenant.origin()]);
    options.grants.clear();
    let mut talk = desk.open(options).await;

    assert_eq!(talk.ask(DEVICES).await, "NotAllowedError");
    assert_eq!(
        talk.ask(PLACE).await,
        "User denied Geolocation",
        "with no question"
    );
    talk.frame(&tenant.room()).await;
    assert_eq!(talk.ask_frame(DEVICES).await, "NotAllowedError");
    talk.link.close().await;
}

#[tokio::test]
async fn the_local_network_is_closed_unless_it_is_opened() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut options = desk.options_for(&[tenant.origin()]);
    options.local_network = false;
    let mut talk = desk.open(options).await;

    talk.frame_in_vain(&tenant.room()).await;

    assert!(!talk.frame_answers().await);
    talk.link.close().await;
}

#[tokio::test]
async fn the_window_and_its_frames_stay_where_they_belong() {
    let (friend, other) = (Tenant::start().await, Tenant::start().await);
    let desk = Desk::new();
    let mut talk = desk.open(desk.options_for(&[friend.origin()])).await;
    talk.frame(&friend.room()).await;

    assert_eq!(
        talk.ask(&format!("location.href = '{}'", other.room()))
            .await,
        other.room()
    );
    talk.ask_frame(&format!("top.location.href = '{}'", other.room()))
        .await;
    talk.ask_frame(&format!("location.href = '{}', null", other.room()))
        .await;
    talk.ask("new Promise(done => setTimeout(done, 500))").await;
    assert_eq!(
        talk.ask("location.href").await,
        format!("{ORIGIN}/meeting.html")
    );
    assert_eq!(
        talk.ask_frame("loaded()").await,
        "loaded",
        "the frame is still the friend's"
    );

    talk.frame_in_vain(&other.room()).await;
    assert!(!talk.frame_answers().await);
    talk.frame_in_vain(&format!("{ORIGIN}/meeting.html")).await;
    assert_eq!(
        talk.ask("window.last.contentDocument.title").await,
        "",
        "the page is not framed in itself"
    );
    talk.link.close().await;
}

#[tokio::test]
async fn only_the_page_itself_is_heard() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;

    let from_frame = "(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const send = frame.contentWindow.roomkeySend;
        if (send) send('from a frame');
        return typeof send;
    })()";
    assert_eq!(talk.ask(from_frame).await, "function");
    talk.link.close().await;
}

#[tokio::test]
async fn other_windows_are_closed_and_their_addresses_handed_out() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut talk = desk.open(desk.options_for(&[tenant.origin()])).await;

    let opened = "window.other = window.open('https://docs.example/a?b=c'), undefined";
    assert_eq!(
        link_from(&mut talk, opened).await,
        "https://docs.example/a?b=c"
    );

    let clicked = "(() => {
        const link = document.createElement('a');
        link.href = 'https://docs.example/blank';
        link.target = '_blank';
        document.body.append(link);
        link.click();
    })()";
    assert_eq!(
        link_from(&mut talk, clicked).await,
        "https://docs.example/blank"
    );

    talk.frame(&tenant.room()).await;
    talk.ask("window.empty = window.open(''), undefined").await;
    let script = "window.open('data:text/html,x'); \
        window.open('https://docs.example/frame'); null";
    let framed = format!(
        "window.last.contentWindow.postMessage({}, '*'), undefined",
        Value::from(script)
    );
    assert_eq!(
        link_from(&mut talk, &framed).await,
        "https://docs.example/frame"
    );

    let left = "new Promise(done => setTimeout(done, 1500))";
    assert_eq!(
        talk.ask(left).await,
        Value::Null,
        "no other address is handed out"
    );
    talk.link.close().await;
}

#[tokio::test]
async fn nothing_listens_and_nothing_secret_is_in_the_arguments() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut talk = desk.open(desk.options_for(&[tenant.origin()])).await;
    let secret = "SECRETeyJhbGciOiJSUzI1NiJ9";
    talk.frame(&format!("{}?jwt={secret}", tenant.room())).await;

    let all = processes::of_profile(&desk.profile());

    assert!(all.len() > 3, "a browser and its helpers: {all:?}");
    assert_eq!(processes::listening(&all).len(), 0);
    for process in all {
        for argument in processes::arguments(process) {
            assert!(!argument.contains(secret), "{argument}");
        }
        let environment = std::fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
        assert!(!String::from_utf8_lossy(&environment).contains(secret));
    }
    talk.link.close().await;
}

/// The one address that is handed out while the page does as it is told.
async fn link_from(talk: &mut Talk, script: &str) -> String {
    talk.link.sender.send(script.to_owned());
    let (mut link, mut answer) = (None, None);
    while link.is_none() || answer.is_none() {
        match talk.event().await {
            SurfaceEvent::OpenLink(address) => {
                assert_eq!(link.replace(address), None);
            }
            SurfaceEvent::Message(text) => answer = Some(text),
            SurfaceEvent::Closed => panic!("the window ended"),
        }
    }
    link.unwrap()
}

const DEVICES: &str = "navigator.mediaDevices.getUserMedia({ audio: true, video: true })
    .then(stream => stream.getTracks().map(track => track.kind).sort().join())";
const PLACE: &str = "new Promise(done => navigator.geolocation.getCurrentPosition(
    () => done('found'), fault => done(fault.message)))";
const SHARING: &str =
    "navigator.permissions.query({ name: 'display-capture' }).then(found => found.state)";
