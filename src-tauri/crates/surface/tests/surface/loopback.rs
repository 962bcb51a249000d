//! The served page: who gets what, once, and that nothing stays open.

use std::time::Duration;

use roomkey_surface::link::SurfaceEvent;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use crate::site::Site;

#[tokio::test]
async fn the_page_is_served_and_carries_nothing() {
    let site = Site::serve().await;

    let page = site.get("/meeting.html").await;

    assert_eq!(page.status, 200);
    assert_eq!(page.body, "<title>The page</title>");
    for header in [
        "content-type: text/html; charset=utf-8",
        "content-security-policy: default-src 'self'",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "x-content-type-options: nosniff",
        "x-frame-options: DENY",
    ] {
        assert!(page.has(header), "{header}: {}", page.head);
    }
    assert!(!page.head.to_lowercase().contains("access-control"));
    assert_eq!(site.get("/none").await.status, 404);
    assert!(
        !site
            .address
            .split('#')
            .next()
            .unwrap()
            .contains(&site.ticket)
    );
}

#[tokio::test]
async fn a_ticket_buys_one_pass_and_the_pass_both_ways() {
    let mut site = Site::serve().await;

    let pass = site.pass().await;
    let mut stream = site.listen(&pass).await;
    site.page.link.sender.send("{\"do\":\"start\"}".to_owned());
    site.page
        .link
        .sender
        .send("{\n\"do\":\r\n\"close\"}".to_owned());

    assert_eq!(stream.line().await, "{\"do\":\"start\"}");
    assert_eq!(stream.line().await, "{ \"do\":  \"close\"}");
    assert_eq!(
        site.post_as(&pass, "{\"name\":\"ready\"}").await.status,
        204
    );
    assert_eq!(
        site.event().await,
        SurfaceEvent::Message("{\"name\":\"ready\"}".to_owned())
    );
}

#[tokio::test]
async fn what_was_sent_before_the_page_listens_waits() {
    let site = Site::serve().await;
    site.page.link.sender.send("first".to_owned());

    let pass = site.pass().await;
    let mut stream = site.listen(&pass).await;

    assert_eq!(stream.line().await, "first");
}

#[tokio::test]
async fn a_used_ticket_is_refused_and_harms_nobody() {
    let site = Site::serve().await;
    let pass = site.pass().await;

    let second = site.post("/ticket", &site.ticket).await;

    assert_eq!(second.status, 403);
    assert!(!second.body.contains("pass"));
    site.listen(&pass).await;
}

#[tokio::test]
async fn a_wrong_ticket_is_refused_and_the_right_one_stays_good() {
    let site = Site::serve().await;
    let mut nearly = site.ticket.clone();
    nearly.pop();

    for wrong in [
        "",
        "x",
        &nearly,
        &format!("{}x", site.ticket),
        &"y".repeat(43),
    ] {
        assert_eq!(site.post("/ticket", wrong).await.status, 403, "{wrong}");
    }
    assert_eq!(site.post("/ticket", &"z".repeat(100_000)).await.status, 413);

    site.pass().await;
}

#[tokio::test]
async fn a_late_ticket_is_refused_and_ends_the_page() {
    let mut site = Site::serve_with(Duration::from_secs(1), Duration::from_secs(10)).await;
    assert_eq!(site.get("/meeting.html").await.status, 200);

    assert_eq!(site.event().await, SurfaceEvent::Closed);

    assert!(TcpStream::connect(&site.authority).await.is_err());
}

#[tokio::test]
async fn without_the_pass_there_is_nothing() {
    let mut site = Site::serve().await;
    let pass = site.pass().await;
    let wrong = [
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        &format!("Basic {pass}"),
        &pass,
    ];

    for credentials in wrong {
        let header = format!("Authorization: {credentials}\r\n");
        let answer = site.request("GET", "/instructions", &header, "").await;
        assert_eq!(answer.status, 403, "{credentials}");
        let header = format!("{header}Origin: http://{}\r\n", site.authority);
        let answer = site.request("POST", "/events", &header, "{}").await;
        assert_eq!(answer.status, 403, "{credentials}");
    }

    let quiet = timeout(Duration::from_millis(100), site.page.link.events.recv()).await;
    assert!(quiet.is_err(), "{quiet:?}");
}

#[tokio::test]
async fn other_names_and_other_sites_are_turned_away() {
    let site = Site::serve().await;
    let port = site.authority.rsplit_once(':').unwrap().1;

    for host in [
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
        format!("rebound.test:{port}"),
        format!("127.0.0.1:{port}, x"),
        String::new(),
    ] {
        let raw =
            format!("GET /meeting.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert!(matches!(site.raw(&raw).await.status, 400 | 403), "{host}");
    }
    for origin in [
        "Origin: https://evil.test\r\n".to_owned(),
        "Origin: null\r\n".to_owned(),
        format!("Origin: http://localhost:{port}\r\n"),
        format!("Origin: https://{}\r\n", site.authority),
        String::new(),
        format!(
            "Origin: http://{0}\r\nOrigin: http://{0}\r\n",
            site.authority
        ),
    ] {
        let answer = site.request("POST", "/ticket", &origin, &site.ticket).await;
        assert_eq!(answer.status, 403, "{origin}");
        assert!(answer.has("cache-control: no-store"));
    }
    let asked = site
        .request(
            "OPTIONS",
            "/instructions",
            "Origin: https://evil.test\r\nAccess-Control-Request-Method: GET\r\n",
            "",
        )
        .await;
    assert_eq!(asked.status, 403);

    site.pass().await;
}

#[tokio::test]
async fn a_page_that_comes_back_is_the_same_page() {
    let mut site = Site::serve_with(Duration::from_secs(10), Duration::from_secs(2)).await;
    let pass = site.pass().await;
    drop(site.listen(&pass).await);
    sleep(Duration::from_millis(300)).await;

    let mut stream = site.listen(&pass).await;
    site.page.link.sender.send("again".to_owned());

    assert_eq!(stream.line().await, "again");
    let quiet = timeout(Duration::from_secs(3), site.page.link.events.recv()).await;
    assert!(quiet.is_err(), "{quiet:?}");
}

#[tokio::test]
async fn the_newest_stream_is_the_one() {
    let site = Site::serve().await;
    let pass = site.pass().await;
    let mut first = site.listen(&pass).await;

    let mut second = site.listen(&pass).await;
    site.page.link.sender.send("to the second".to_owned());

    assert_eq!(second.line().await, "to the second");
    assert_eq!(first.rest().await, "");
}

#[tokio::test]
async fn a_page_that_goes_away_is_closed() {
    let mut site = Site::serve_with(Duration::from_secs(10), Duration::from_secs(1)).await;
    let pass = site.pass().await;
    let stream = site.listen(&pass).await;
    let quiet = timeout(Duration::from_millis(1500), site.page.link.events.recv()).await;
    assert!(quiet.is_err(), "a page that is there stays: {quiet:?}");

    drop(stream);

    assert_eq!(site.event().await, SurfaceEvent::Closed);
    assert!(TcpStream::connect(&site.authority).await.is_err());
}

#[tokio::test]
async fn a_page_that_never_listens_is_closed() {
    let mut site = Site::serve_with(Duration::from_secs(10), Duration::from_millis(500)).await;
    site.pass().await;

    assert_eq!(site.event().await, SurfaceEvent::Closed);
}

/// Many times, and on several threads: whoever ends the connections may overtake whoever
/// writes.
#[tokio::test(flavor = "multi_thread")]
async fn the_last_words_arrive_before_the_end() {
    for _ in 0..100 {
        let mut site = Site::serve().await;
        let pass = site.pass().await;
        let mut stream = site.listen(&pass).await;

        site.page.link.sender.send("goodbye".to_owned());
        site.page.link.sender.close();

        assert_eq!(stream.line().await, "goodbye");
        assert!(stream.ends().await, "the stream broke off");
        assert_eq!(site.event().await, SurfaceEvent::Closed);
    }
}

#[tokio::test]
async fn a_drop_ends_every_connection() {
    let site = Site::serve().await;
    let pass = site.pass().await;
    let mut stream = site.listen(&pass).await;
    let mut idle = TcpStream::connect(&site.authority).await.unwrap();
    idle.write_all(b"GET /meeting.html HTTP/1.1\r\nHo")
        .await
        .unwrap();
    let authority = site.authority.clone();

    drop(site);

    assert_eq!(stream.rest().await, "");
    let mut rest = Vec::new();
    let ended = timeout(Duration::from_secs(3), idle.read_to_end(&mut rest)).await;
    assert!(ended.is_ok(), "half a request keeps nothing open");
    assert!(TcpStream::connect(authority).await.is_err());
}

#[tokio::test]
async fn a_silent_stream_is_kept_alive() {
    let site = Site::serve().await;
    let pass = site.pass().await;
    let mut stream = site.listen(&pass).await;
    let began = Instant::now();

    assert_eq!(stream.line().await, "");

    assert!(began.elapsed() > Duration::from_secs(3));
}
