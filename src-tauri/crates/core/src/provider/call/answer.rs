//! What a server answered over HTTP, before it is known what it was asked.

use std::fmt;

use serde_json::{Map, Value};

/// The most characters of the server's own words that are shown.
const LONGEST_WORDS: usize = 300;
/// How a token begins; the server's words are not repeated where they hold one.
const TOKEN: &str = "eyJ";
/// Where servers put a reason, the most telling first: what JioMeet calls `errors` says more than
/// its `message`; the others are those that VideoSDK's own server SDK looks for, and common ones.
const REASONS: [&str; 7] = [
    "errors",
    "message",
    "error",
    "msg",
    "statusMessage",
    "reason",
    "detail",
];

/// An answer, as far as it was read.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The status code.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The body, whole.
    pub body: &'a [u8],
}

/// What becomes of a call by its status alone (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::provider) enum Kind {
    /// 200 to 299.
    Done,
    /// 300 to 399.
    Redirected,
    /// 500 to 599.
    Failed,
    /// A page for people, as proxies and log-in portals send one in an answer's place.
    Page,
    /// Anything else.
    Refused,
}

impl Answer<'_> {
    /// What it is.
    pub(in crate::provider) fn kind(&self) -> Kind {
        match self.status {
            300..=399 => Kind::Redirected,
            500..=599 => Kind::Failed,
            _ if self.is_page() => Kind::Page,
            200..=299 => Kind::Done,
            _ => Kind::Refused,
        }
    }

    /// The server's own words, where it answers in JSON.
    pub(in crate::provider) fn said(&self) -> Option<String> {
        let answer: Value = serde_json::from_slice(self.body).ok()?;
        let words = match answer.as_object() {
            Some(answer) => properties(answer).or_else(|| reason(answer))?,
            None => answer.as_str()?.to_owned(),
        };
        shown(&words)
    }

    fn is_page(&self) -> bool {
        let says_so = self.content_type.is_some_and(|kind| {
            let kind = kind.to_ascii_lowercase();
            kind.starts_with("text/html") || kind.starts_with("application/xhtml")
        });
        says_so || self.body.trim_ascii_start().starts_with(b"<")
    }
}

/// The body may hold a token or a password.
impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The server's words as they stand within a sentence.
pub(in crate::provider) fn in_words(said: &Option<String>) -> String {
    said.as_ref()
        .map_or_else(String::new, |said| format!(" (“{said}”)"))
}

fn reason(answer: &Map<String, Value>) -> Option<String> {
    let words = REASONS
        .into_iter()
        .find_map(|name| answer.get(name)?.as_str())?;
    Some(words.to_owned())
}

/// What is wrong with each field that was sent, as JioMeet has it: `errorsArray`, with a
/// `property` and a `message` each.
fn properties(answer: &Map<String, Value>) -> Option<String> {
    let errors = answer.get("errorsArray")?.as_array()?;
    let text = |error: &Value, name| error.get(name)?.as_str().map(str::to_owned);
    let words: Vec<String> = errors
        .iter()
        .filter_map(
            |error| match (text(error, "property"), text(error, "message")) {
                (Some(property), Some(message)) => Some(format!("{property}: {message}")),
                (property, message) => message.or(property),
            },
        )
        .collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// One line, short, without anything secret.
fn shown(words: &str) -> Option<String> {
    let visible = words.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = visible.filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    if words.contains(TOKEN) {
        return None;
    }
    let words: String = words.chars().take(LONGEST_WORDS).collect();
    (!words.is_empty()).then_some(words)
}
