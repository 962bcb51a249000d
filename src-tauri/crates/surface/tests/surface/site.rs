//! A served page, and clients that write their requests by hand.

use std::sync::Arc;
use std::time::Duration;

use roomkey_surface::link::SurfaceEvent;
use roomkey_surface::loopback::{Page, PageOptions};
use roomkey_surface::page::Asset;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A page that is served, and the clients of a test.
pub(crate) struct Site {
    pub(crate) page: Page,
    pub(crate) address: String,
    pub(crate) authority: String,
    pub(crate) ticket: String,
}

impl Site {
    pub(crate) async fn serve() -> Self {
        Self::serve_with(Duration::from_secs(10), Duration::from_secs(10)).await
    }

    pub(crate) async fn serve_with(ticket_lives: Duration, absence: Duration) -> Self {
        let options = PageOptions {
            assets: Arc::new(|path| (path == "/meeting.html").then(the_page)),
            path: "/meeting.html".to_owned(),
            ticket_lives,
            absence,
        };
        let (page, address) = Page::serve(options).await.unwrap();
        let (before, ticket) = address.split_once('#').unwrap();
        let authority = before
            .strip_prefix("http://")
            .and_then(|rest| rest.strip_suffix("/meeting.html"))
            .unwrap()
            .to_owned();
        Self {
            page,
            ticket: ticket.to_owned(),
            address,
            authority,
        }
    }

    pub(crate) async fn event(&mut self) -> SurfaceEvent {
        timeout(Duration::from_secs(5), self.page.link.events.recv())
            .await
            .expect("an event in time")
            .expect("an event before the end")
    }

    pub(crate) async fn pass(&self) -> String {
        let answer = self.post("/ticket", &self.ticket).await;
        assert_eq!(answer.status, 200);
        let value: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        value["pass"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "", "").await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Answer {
        let origin = format!("Origin: http://{}\r\n", self.authority);
        self.request("POST", path, &origin, body).await
    }

    pub(crate) async fn post_as(&self, pass: &str, body: &str) -> Answer {
        let headers = format!(
            "Origin: http://{}\r\nAuthorization: Bearer {pass}\r\n",
            self.authority
        );
        self.request("POST", "/events", &headers, body).await
    }

    pub(crate) async fn request(
        &self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> Answer {
        self.raw(&format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}Content-Length: {}\r\n\r\n{body}",
            self.authority,
            body.len()
        ))
        .await
    }

    pub(crate) async fn raw(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.authority).await.unwrap();
        // A server that has heard enough may close before it has read everything.
        let _ = stream.write_all(request.as_bytes()).await;
        let mut text = Vec::new();
        let _ = timeout(Duration::from_secs(5), stream.read_to_end(&mut text)).await;
        let text = String::from_utf8(text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    pub(crate) async fn listen(&self, pass: &str) -> Stream {
        let mut stream = TcpStream::connect(&self.authority).await.unwrap();
        let request = format!(
            "GET /instructions HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {pass}\r\n\r\n",
            self.authority
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut stream = Stream(BufReader::new(stream));
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            assert_ne!(stream.0.read_line(&mut head).await.unwrap(), 0);
        }
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        assert!(head.contains("application/x-ndjson"), "{head}");
        stream
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn has(&self, header: &str) -> bool {
        self.head.lines().any(|line| line == header)
    }
}

/// A stream of instructions, in HTTP's chunks: a length, and then a line.
pub(crate) struct Stream(BufReader<TcpStream>);

impl Stream {
    pub(crate) async fn line(&mut self) -> String {
        let mut length = String::new();
        let mut line = String::new();
        timeout(Duration::from_secs(8), async {
            self.0.read_line(&mut length).await.unwrap();
            self.0.read_line(&mut line).await.unwrap();
            let mut end = String::new();
            self.0.read_line(&mut end).await.unwrap();
        })
        .await
        .expect("a line in time");
        assert_eq!(
            usize::from_str_radix(length.trim(), 16).unwrap(),
            line.len()
        );
        line.trim_end_matches('\n').to_owned()
    }

    /// Whether the mark of the stream's end comes next. A browser forgets what it has not
    /// handed out yet of a stream that breaks off.
    pub(crate) async fn ends(&mut self) -> bool {
        let mut mark = String::new();
        let read = timeout(Duration::from_secs(5), self.0.read_line(&mut mark)).await;
        read.expect("an end in time").is_ok() && mark == "0\r\n"
    }

    /// What comes until the connection or the stream ends, without the mark of the end.
    pub(crate) async fn rest(&mut self) -> String {
        let mut rest = String::new();
        loop {
            let read = timeout(Duration::from_secs(5), self.0.read_line(&mut rest)).await;
            match read.expect("an end in time") {
                Ok(0) | Err(_) => return rest,
                Ok(_) if rest == "0\r\n" => return String::new(),
                Ok(_) => {}
            }
        }
    }
}

fn the_page() -> Asset {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Asset {
        headers: vec![
            header("Content-Security-Policy", "default-src 'self'"),
            header("Cache-Control", "max-age=1"),
        ],
        ..Asset::new("text/html; charset=utf-8", "<title>The page</title>")
    }
}
