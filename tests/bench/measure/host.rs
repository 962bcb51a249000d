//! The tenant's host: notes when it is first asked for something, and serves the least that a
//! meeting page needs to end by itself.

use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// An IFrame API whose meetings are hung up as soon as they are there.
const SCRIPT: &str = include_str!("external_api.js");

/// A document for a browser that shows nothing else.
const DOCUMENT: &str = "<!doctype html><title>Bare</title><p>One line of text.";

pub(crate) struct Host {
    port: u16,
    requests: Mutex<mpsc::Receiver<Request>>,
}

struct Request {
    line: String,
    at: Instant,
}

impl Host {
    pub(crate) fn listen() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (sender, requests) = mpsc::channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sender = sender.clone();
                // A browser opens connections that it does not use at once, if ever.
                thread::spawn(move || serve(&stream, &sender));
            }
        });
        Self {
            port,
            requests: Mutex::new(requests),
        }
    }

    /// The host and its port.
    pub(crate) fn authority(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Waits for the next request with a method; gives its moment.
    pub(crate) fn request(&self, method: &str) -> Instant {
        let requests = self.requests.lock().unwrap();
        loop {
            let request = requests
                .recv_timeout(Duration::from_secs(60))
                .unwrap_or_else(|_| panic!("no {method} request came within a minute"));
            if request.line.starts_with(method) {
                return request.at;
            }
        }
    }

    /// Forgets the requests there have been.
    pub(crate) fn forget(&self) {
        while self.requests.lock().unwrap().try_recv().is_ok() {}
    }
}

/// Answers one request. Who does not finish its request gets no answer.
fn serve(stream: &TcpStream, requests: &mpsc::Sender<Request>) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    if !matches!(reader.read_line(&mut line), Ok(length) if length > 0) {
        return;
    }
    let at = Instant::now();
    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    // The measurement may be over.
    let _ = requests.send(Request { line, at });
    let mut header = String::new();
    while matches!(reader.read_line(&mut header), Ok(length) if length > 2) {
        header.clear();
    }
    let (kind, body) = if path.ends_with("/external_api.js") {
        ("text/javascript", SCRIPT)
    } else {
        ("text/html", DOCUMENT)
    };
    let mut writer = stream;
    let _ = write!(
        writer,
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
}
