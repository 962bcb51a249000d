//! A window, its page, and what it must not do.

use serde_json::json;

use crate::desk::{Desk, ORIGIN};

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

    talk.link.close().await;
}
