//! What a command has to say: once for people, once for programs, and as an
//! exit code. Nothing is printed here.

use serde::Serialize;
use serde_json::Value;

/// How a command ended: its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ending {
    /// Done, valid, as expected.
    Yes = 0,
    /// Invalid, refused, different, not there.
    No = 1,
    /// The words make no sense.
    WrongUse = 2,
    /// The keyring, a file or the network stands in the way.
    Cannot = 3,
}

/// A command's answer.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) ending: Ending,
    /// For standard output; ends with a line's end or is empty.
    pub(crate) text: String,
    /// The same for `--json`.
    pub(crate) data: Value,
    /// For standard error, besides the text; left out with `--json`.
    pub(crate) notes: Vec<String>,
}

impl Answer {
    /// An answer that is a yes.
    pub(crate) fn yes(text: impl Into<String>, data: impl Serialize) -> Self {
        Self::ending(Ending::Yes, text, data)
    }

    /// An answer that ends in that way.
    pub(crate) fn ending(ending: Ending, text: impl Into<String>, data: impl Serialize) -> Self {
        let mut text = text.into();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        Self {
            ending,
            text,
            data: serde_json::to_value(data).expect("answers have texts as keys"),
            notes: Vec::new(),
        }
    }

    /// With a word beside the answer.
    pub(crate) fn noting(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}
