//! What usually happens to a body on its way into a text field.

use serde::Serialize;
use ts_rs::TS;

/// An accident of copying, by which a body is no longer the one that was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, rename = "WebhookAccident")]
pub enum Accident {
    /// A line end was added at the end.
    LineEndAdded,
    /// The line end at the end was lost.
    LineEndLost,
    /// Space was added before or behind.
    SpaceAround,
    /// Line ends became those of Windows.
    CarriageReturnsAdded,
    /// Line ends of Windows became plain ones, as text fields make them.
    CarriageReturnsLost,
    /// An editor put a byte order mark in front.
    ByteOrderMark,
    /// A tool laid the JSON out for reading.
    LaidOut,
}

impl Accident {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 7] = [
        Self::LineEndAdded,
        Self::SpaceAround,
        Self::LaidOut,
        Self::CarriageReturnsLost,
        Self::CarriageReturnsAdded,
        Self::LineEndLost,
        Self::ByteOrderMark,
    ];

    /// The body before it happened; none where it cannot have happened.
    pub(super) fn undone(self, body: &str) -> Option<String> {
        let before = match self {
            Self::LineEndAdded => {
                let shorter = body.strip_suffix('\n')?;
                shorter.strip_suffix('\r').unwrap_or(shorter).to_owned()
            }
            Self::LineEndLost => format!("{body}\n"),
            Self::SpaceAround => body.trim().to_owned(),
            Self::CarriageReturnsAdded => body.replace("\r\n", "\n"),
            Self::CarriageReturnsLost => body.replace("\r\n", "\n").replace('\n', "\r\n"),
            Self::ByteOrderMark => body.strip_prefix('\u{feff}')?.to_owned(),
            Self::LaidOut => packed(body),
        };
        (before != body).then_some(before)
    }
}

/// JSON without the space between its tokens (RFC 8259, section 2). What stands in quotes
/// stays as it is, and so does the order of names, which a parser would change.
fn packed(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut is_quoted = false;
    let mut is_escaped = false;
    for c in json.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
        if is_quoted || !is_space {
            text.push(c);
        }
        if c == '"' && !is_escaped {
            is_quoted = !is_quoted;
        }
        is_escaped = is_quoted && c == '\\' && !is_escaped;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_quotes_is_not_packed() {
        let laid_out = "{\n  \"a\": \"x : \\\" y\\\\\",\r\n\t\"b\": [ 1, 2 ]\n}\n";
        assert_eq!(packed(laid_out), r#"{"a":"x : \" y\\","b":[1,2]}"#);
    }

    #[test]
    fn what_cannot_have_happened_is_not_tried() {
        let plain = r#"{"a":1}"#;
        for accident in Accident::ALL {
            let tried = accident.undone(plain).is_some();
            assert_eq!(tried, accident == Accident::LineEndLost, "{accident:?}");
        }
    }
}
