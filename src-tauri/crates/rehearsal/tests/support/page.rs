//! The room's page without a browser: its two WebSockets.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::support::stage::{Stage, TENANT};

/// One line to the server.
pub(crate) struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Line {
    /// Opens the meeting's own line.
    pub(crate) async fn open(stage: &Stage, room: &RoomName) -> Self {
        Self::try_open(stage, room.as_str(), "socket", None)
            .await
            .unwrap()
    }

    /// Opens the director's line.
    pub(crate) async fn open_directors(stage: &Stage, room: &RoomName) -> Self {
        Self::try_open(stage, room.as_str(), "director", None)
            .await
            .unwrap()
    }

    /// Tries to open a line, as a page of this origin would.
    pub(crate) async fn try_open(
        stage: &Stage,
        room: &str,
        which: &str,
        origin: Option<&str>,
    ) -> Result<Self, Error> {
        let address = format!("ws://{}/{TENANT}/{room}/{which}", stage.authority());
        let mut request = address.into_client_request()?;
        if let Some(origin) = origin {
            let origin = origin.parse().unwrap();
            request.headers_mut().insert("origin", origin);
        }
        let (socket, _) = tokio_tungstenite::connect_async(request).await?;
        Ok(Self(socket))
    }

    /// Opens a line and asks to be let in with a token.
    pub(crate) async fn join(stage: &Stage, room: &RoomName, token: &Token) -> Self {
        let mut line = Self::open(stage, room).await;
        line.ask(token, None).await;
        line
    }

    /// Asks to be let in.
    pub(crate) async fn ask(&mut self, token: &Token, password: Option<&str>) {
        let join = json!({ "do": "join", "token": token.reveal(), "password": password });
        self.say(join).await;
    }

    /// Opens a line in place of a broken one.
    pub(crate) async fn resume(stage: &Stage, room: &RoomName, id: &Value, token: &Token) -> Self {
        let mut line = Self::open(stage, room).await;
        let resume = json!({ "do": "resume", "id": id, "token": token.reveal() });
        line.say(resume).await;
        line
    }

    pub(crate) async fn say(&mut self, word: Value) {
        self.0.send(Message::text(word.to_string())).await.unwrap();
    }

    /// The server's next word; none when the line ends.
    pub(crate) async fn hear(&mut self) -> Option<Value> {
        let next = async {
            loop {
                match self.0.next().await {
                    Some(Ok(Message::Text(text))) => {
                        return Some(serde_json::from_str(&text).unwrap());
                    }
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                    Some(Ok(_)) => {}
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(10), next)
            .await
            .expect("the server says something within 10 s")
    }

    /// The next word, which must be of this kind.
    pub(crate) async fn hear_of(&mut self, kind: &str) -> Value {
        let word = self.hear().await.expect("the line stands");
        assert_eq!(word["is"], kind, "{word:#}");
        word
    }

    /// Whether nothing is said for so long.
    pub(crate) async fn is_quiet(&mut self, during: Duration) -> bool {
        tokio::time::timeout(during, self.0.next()).await.is_err()
    }

    /// Breaks the line off, as a killed window does.
    pub(crate) fn kill(self) {
        drop(self);
    }
}
