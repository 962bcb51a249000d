//! A stand-in for one provider's tenant, with a clock that tests can set.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use roomkey_core::grant::RoomScope;
use roomkey_core::provider::{Credential, Entry, Provider, Purpose, Role, Secret};
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_rehearsal::happening::{Happening, What};
use roomkey_rehearsal::provider::{Options, StandIn, Trusted};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::broadcast;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::stage::{NOON, PERSON, person};

/// A stand-in that runs.
pub(crate) struct Scene {
    pub(crate) stand_in: StandIn,
    clock: Arc<AtomicI64>,
    happenings: broadcast::Receiver<Happening>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }
}

pub(crate) fn secret() -> Secret {
    Secret::parse("0123456789abcdef0123456789abcdef").unwrap()
}

pub(crate) fn other_secret() -> Secret {
    Secret::parse("fedcba9876543210fedcba9876543210").unwrap()
}

impl Scene {
    /// Recorded times pass in a hundredth.
    pub(crate) async fn new(provider: Provider, trusted: Trusted) -> Self {
        let clock = Arc::new(AtomicI64::new(NOON));
        let read = Arc::clone(&clock);
        let options = Options {
            clock: Arc::new(move || Timestamp(read.load(Ordering::SeqCst))),
            pace: 0.01,
            ..Options::default()
        };
        let stand_in = StandIn::start(provider, trusted, options).await.unwrap();
        Self {
            happenings: stand_in.happenings(),
            stand_in,
            clock,
        }
    }

    pub(crate) fn authority(&self) -> String {
        self.stand_in.domain().authority()
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp(self.clock.load(Ordering::SeqCst))
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// A token that is good for ten minutes.
    pub(crate) fn token(&self, purpose: &Purpose<'_>, credential: Credential<'_>) -> String {
        let until = self.now().plus(600);
        let provider = self.stand_in.provider();
        let system = provider.system();
        let token = system.token(purpose, self.now(), until, credential);
        token.unwrap().reveal().to_owned()
    }

    /// A token for REST.
    pub(crate) fn command(&self) -> String {
        self.token(&Purpose::Command, Credential::Secret(&secret()))
    }

    /// Asks with the token bare in its header.
    pub(crate) async fn ask(&self, method: &str, path: &str, token: &str, body: &str) -> Answer {
        let answer = self.try_ask(method, path, token, body).await;
        answer.expect("an answer comes")
    }

    /// The same; none where the connection was cut before an answer.
    pub(crate) async fn try_ask(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: &str,
    ) -> Option<Answer> {
        let authority = self.authority();
        let mut connection = TcpStream::connect(&authority).await.unwrap();
        let authorization = match token {
            "" => String::new(),
            token => format!("Authorization: {token}\r\n"),
        };
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n{authorization}\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        connection.write_all(request.as_bytes()).await.unwrap();
        let mut text = String::new();
        // Where the connection is cut, the system may call it reset.
        let _ = connection.read_to_string(&mut text).await;
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        Some(Answer {
            status: status.parse().unwrap(),
            headers: headers
                .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                .collect(),
            body: body.to_owned(),
        })
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "", "").await
    }

    /// Waits for something to happen in a room; what comes before is passed over.
    pub(crate) async fn happens(&mut self, room: &str, is_meant: impl Fn(&What) -> bool) -> What {
        let found = async {
            loop {
                let happening = self.happenings.recv().await.unwrap();
                if happening.room.as_str() == room && is_meant(&happening.what) {
                    return happening.what;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(20), found)
            .await
            .expect("it happens within 20 s")
    }

    /// Opens a page's line and says its first word.
    pub(crate) async fn knock(&self, path: &str, word: &Value) -> Visit {
        let mut visit = self.open(path, None).await.unwrap();
        visit.say(word).await;
        visit
    }

    /// Opens a page's line as that page, or as one from elsewhere.
    pub(crate) async fn open(&self, path: &str, origin: Option<&str>) -> Result<Visit, Error> {
        let address = format!("ws://{}{path}", self.authority());
        let mut request = address.into_client_request()?;
        let own = format!("http://{}", self.authority());
        let origin = origin.unwrap_or(&own).parse().unwrap();
        request.headers_mut().insert("origin", origin);
        let (socket, _) = connect_async(request).await?;
        Ok(Visit(socket))
    }
}

/// A page's line, without the page.
pub(crate) struct Visit(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Visit {
    pub(crate) async fn say(&mut self, word: &Value) {
        let message = Message::text(word.to_string());
        self.0.send(message).await.unwrap();
    }

    /// The next word; null where the line has ended.
    pub(crate) async fn hear(&mut self) -> Value {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return serde_json::from_str(&text).unwrap(),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Value::Null,
                Some(Ok(_)) => {}
            }
        }
    }
}

/// Ada, on her way into a room.
pub(crate) fn entry(role: Role, room: &str) -> Entry {
    Entry {
        person: person(),
        role,
        features: roomkey_core::feature::Features::default(),
        room: RoomScope::Exact(RoomName::parse(room).unwrap()),
    }
}

/// Ada's id.
pub(crate) const ADA: &str = PERSON;
