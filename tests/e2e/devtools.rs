//! A browser's own protocol for tools, over its WebSocket. Chromium's (DevTools) and
//! Firefox's (WebDriver BiDi) frame their calls alike.

use std::time::Duration;

use futures_util::SinkExt;
use futures_util::StreamExt;
use serde_json::Value;
use serde_json::json;
use tokio::net::TcpStream;
use tokio_tungstenite::MaybeTlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

/// A browser that does not answer a call for so long has gone, or hangs.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

/// A line to a browser.
pub(crate) struct DevTools {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last: u64,
}

impl DevTools {
    /// Opens the line; none where nobody listens, or not yet.
    pub(crate) async fn connect(address: &str) -> Option<Self> {
        let (socket, _) = connect_async(address).await.ok()?;
        Some(Self { socket, last: 0 })
    }

    /// Calls a method, in a session with one page or of the browser, and gives the result.
    pub(crate) async fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> Result<Value, String> {
        self.last += 1;
        let mut call = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = session {
            call["sessionId"] = session.into();
        }
        let text = Message::text(call.to_string());
        self.socket.send(text).await.map_err(|f| f.to_string())?;
        let answer = tokio::time::timeout(ANSWERS_WITHIN, self.answer(session));
        let mut answer = answer
            .await
            .map_err(|_| format!("no answer to {method}"))??;
        match answer.get_mut("result") {
            Some(result) => Ok(result.take()),
            None => Err(format!("{method}: {answer}")),
        }
    }

    /// The answer to the last call. None comes from a page that has gone meanwhile; what else
    /// the browser says is passed over.
    async fn answer(&mut self, session: Option<&str>) -> Result<Value, String> {
        while let Some(message) = self.socket.next().await {
            let message = message.map_err(|fault| fault.to_string())?;
            let Message::Text(text) = message else {
                continue;
            };
            let word: Value = serde_json::from_str(&text).map_err(|f| f.to_string())?;
            if word["id"].as_u64() == Some(self.last) {
                return Ok(word);
            }
            let gone = word["params"]["sessionId"].as_str();
            if word["method"] == "Target.detachedFromTarget" && gone == session {
                return Err("the page has gone".to_owned());
            }
        }
        Err("the browser has closed the line".to_owned())
    }
}
