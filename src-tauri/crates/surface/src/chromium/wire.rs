//! The DevTools protocol as far as a window needs it: numbered calls, their replies, events.
//!
//! Nothing here is ever printed: what the messages carry may be secret.

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::mpsc;

/// What the browser says.
pub(super) enum Incoming {
    /// The answer to a call.
    Reply {
        id: u64,
        outcome: Result<Value, String>,
    },
    /// Something happened.
    Event {
        method: String,
        session: Option<String>,
        params: Value,
    },
}

impl Incoming {
    /// Reads a message; `None` for one that is neither reply nor event.
    pub(super) fn parse(message: &[u8]) -> Option<Self> {
        let raw: Raw = serde_json::from_slice(message).ok()?;
        if let Some(id) = raw.id {
            let outcome = match raw.error {
                Some(error) => Err(error.message),
                None => Ok(raw.result),
            };
            return Some(Self::Reply { id, outcome });
        }
        Some(Self::Event {
            method: raw.method?,
            session: raw.session_id,
            params: raw.params,
        })
    }
}

/// The way to the browser. Calls are numbered and queued, so that writing never holds up reading.
pub(super) struct Wire {
    queue: mpsc::UnboundedSender<Vec<u8>>,
    last: u64,
}

impl Wire {
    /// Makes the way, and the queue's other end for whoever writes to the pipe.
    pub(super) fn new() -> (Self, mpsc::UnboundedReceiver<Vec<u8>>) {
        let (queue, waiting) = mpsc::unbounded_channel();
        (Self { queue, last: 0 }, waiting)
    }

    /// Calls a method of the browser, or of a page where a session is given; gives the number
    /// that the reply will have.
    pub(super) fn call(&mut self, session: Option<&str>, method: &str, params: Value) -> u64 {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let (Some(session), Some(fields)) = (session, message.as_object_mut()) {
            fields.insert("sessionId".to_owned(), Value::from(session));
        }
        // A closed queue is a pipe that is closed, which reading finds out.
        let _ = self.queue.send(message.to_string().into_bytes());
        self.last
    }
}

#[derive(Deserialize)]
struct Raw {
    id: Option<u64>,
    method: Option<String>,
    #[serde(default)]
    params: Value,
    #[serde(default)]
    result: Value,
    error: Option<RawError>,
    #[serde(rename = "sessionId")]
    session_id: Option<String>,
}

#[derive(Deserialize)]
struct RawError {
    #[serde(default)]
    message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_and_events_are_told_apart() {
        let reply = Incoming::parse(br#"{"id":7,"result":{"x":1},"sessionId":"S"}"#);
        assert!(
            matches!(reply, Some(Incoming::Reply { id: 7, outcome: Ok(value) }) if value["x"] == 1)
        );

        let refusal = Incoming::parse(br#"{"id":8,"error":{"code":-32000,"message":"no"}}"#);
        assert!(
            matches!(refusal, Some(Incoming::Reply { id: 8, outcome: Err(text) }) if text == "no")
        );

        let event = Incoming::parse(br#"{"method":"A.b","params":{"y":2},"sessionId":"S"}"#);
        assert!(matches!(
            event,
            Some(Incoming::Event { method, session: Some(session), params })
                if method == "A.b" && session == "S" && params["y"] == 2
        ));
    }

    #[test]
    fn anything_else_is_nothing() {
        for message in [&b"[]"[..], b"null", b"{}", b"not json", b"\xff"] {
            assert!(Incoming::parse(message).is_none());
        }
    }

    #[test]
    fn calls_are_numbered_and_name_their_session() {
        let (mut wire, mut waiting) = Wire::new();

        let first = wire.call(None, "Browser.close", json!({}));
        let second = wire.call(Some("S"), "Page.enable", json!({"a": 1}));

        assert_eq!((first, second), (1, 2));
        let first: Value = serde_json::from_slice(&waiting.try_recv().unwrap()).unwrap();
        assert_eq!(
            first,
            json!({"id": 1, "method": "Browser.close", "params": {}})
        );
        let second: Value = serde_json::from_slice(&waiting.try_recv().unwrap()).unwrap();
        assert_eq!(second["sessionId"], "S");
        assert_eq!(second["params"]["a"], 1);
    }
}
