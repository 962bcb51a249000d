//! A page in a real browser that embeds meetings through the IFrame API.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, Response};
use axum::routing::get;
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, mpsc};

use crate::support::chromium::Chromium;
use crate::support::stage::{Stage, TENANT};

/// How long a test waits for an event.
const PATIENCE: Duration = Duration::from_secs(15);

/// The page and its browser.
pub(crate) struct Host {
    orders: mpsc::UnboundedSender<Value>,
    heard: broadcast::Sender<Heard>,
    frames: AtomicU64,
    _chromium: Chromium,
}

/// An event of the IFrame API, or the page's own word.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Heard {
    frame: u64,
    pub(crate) name: String,
    pub(crate) data: Value,
    /// By the page's clock, in ms.
    pub(crate) at: f64,
}

/// A meeting's frame in the page.
pub(crate) struct Frame {
    number: u64,
    orders: mpsc::UnboundedSender<Value>,
    heard: broadcast::Receiver<Heard>,
    /// Everything that was heard, in its order.
    pub(crate) log: Vec<Heard>,
}

struct Service {
    orders: tokio::sync::Mutex<mpsc::UnboundedReceiver<Value>>,
    heard: broadcast::Sender<Heard>,
}

impl Host {
    pub(crate) async fn open() -> Self {
        let (orders, to_page) = mpsc::unbounded_channel();
        let (heard, _) = broadcast::channel(4096);
        let service = Arc::new(Service {
            orders: to_page.into(),
            heard: heard.clone(),
        });
        let script = || async {
            let content_type = [(CONTENT_TYPE, "text/javascript")];
            (content_type, include_str!("host.js"))
        };
        let router = Router::new()
            .route("/", get(|| async { Html(include_str!("host.html")) }))
            .route("/host.js", get(script))
            .route("/line", get(line))
            .with_state(service);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self {
            orders,
            heard,
            frames: AtomicU64::new(1),
            _chromium: Chromium::open(&format!("http://{address}/")),
        }
    }

    /// Opens a meeting; `options` are those of the IFrame API's constructor.
    pub(crate) fn join(
        &self,
        stage: &Stage,
        room: &RoomName,
        token: &Token,
        options: Value,
    ) -> Frame {
        let authority = stage.authority();
        let scripts = [
            format!("http://{authority}/{TENANT}/external_api.js"),
            format!("http://{authority}/libs/external_api.min.js"),
        ];
        let mut all = json!({
            "roomName": format!("{TENANT}/{room}"),
            "jwt": token.reveal(),
            "lang": "en",
            "userInfo": { "displayName": "Ada", "email": "a@x" },
        });
        for (name, value) in options.as_object().into_iter().flatten() {
            all[name] = value.clone();
        }
        let frame = self.frame();
        frame.order(json!({
            "do": "open",
            "scripts": scripts,
            "domain": authority,
            "options": all,
        }));
        frame
    }

    fn frame(&self) -> Frame {
        Frame {
            number: self.frames.fetch_add(1, Ordering::Relaxed),
            orders: self.orders.clone(),
            heard: self.heard.subscribe(),
            log: Vec::new(),
        }
    }
}

impl Frame {
    /// The next thing that is heard of this frame; none where it is silent.
    pub(crate) async fn hear(&mut self) -> Option<Heard> {
        tokio::time::timeout(PATIENCE, self.next()).await.ok()
    }

    /// Hears on until an event of this name.
    pub(crate) async fn until(&mut self, name: &str) -> Heard {
        loop {
            let Some(heard) = self.hear().await else {
                panic!("{name} does not come after {:?}", self.names());
            };
            if heard.name == name {
                return heard;
            }
        }
    }

    /// From one event to a later one, each the first of its name, in ms.
    pub(crate) fn between(&self, first: &str, second: &str) -> f64 {
        let at = |name| self.log.iter().find(|heard| heard.name == name).unwrap().at;
        at(second) - at(first)
    }

    /// Hears on for so long.
    pub(crate) async fn during(&mut self, time: Duration) {
        let forever = async {
            loop {
                self.next().await;
            }
        };
        let _: Result<(), _> = tokio::time::timeout(time, forever).await;
    }

    /// What a function of the API resolves to; the text "silence" where it
    /// resolves to nothing within three seconds.
    pub(crate) async fn ask(&mut self, name: &str) -> Value {
        self.order(json!({ "do": "ask", "name": name, "data": [] }));
        self.until(&format!("answer:{name}")).await;
        self.log.pop().unwrap().data["answer"].clone()
    }

    pub(crate) fn command(&self, name: &str, data: Value) {
        self.order(json!({ "do": "command", "name": name, "data": data }));
    }

    /// The frame's element: name, allow, src.
    pub(crate) async fn about(&mut self) -> Value {
        self.order(json!({ "do": "about" }));
        self.until("about").await;
        self.log.pop().unwrap().data
    }

    /// Takes the frame away; gives how many are left.
    pub(crate) async fn dispose(&mut self) -> Value {
        self.order(json!({ "do": "dispose" }));
        self.until("disposed").await;
        self.log.pop().unwrap().data["frames"].clone()
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.log.iter().map(|heard| heard.name.as_str()).collect()
    }

    fn order(&self, mut order: Value) {
        order["frame"] = json!(self.number);
        self.orders.send(order).unwrap();
    }

    async fn next(&mut self) -> Heard {
        loop {
            let heard = self.heard.recv().await.unwrap();
            if heard.frame == self.number {
                self.log.push(heard.clone());
                return heard;
            }
        }
    }
}

async fn line(State(service): State<Arc<Service>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| follow(service, socket))
}

async fn follow(service: Arc<Service>, mut socket: WebSocket) {
    let mut orders = service.orders.lock().await;
    loop {
        tokio::select! {
            order = orders.recv() => {
                let Some(order) = order else { return };
                if socket.send(Message::text(order.to_string())).await.is_err() {
                    return;
                }
            }
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    // Nobody need be listening any more.
                    let _ = service.heard.send(serde_json::from_str(&text).unwrap());
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return,
            },
        }
    }
}
