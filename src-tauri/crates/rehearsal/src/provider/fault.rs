//! What can go wrong with a request, on wish.

/// Which requests a fault reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those to this path, such as `/v2/rooms`; one that ends in `/` stands for
    /// all below it.
    Path(String),
    /// The next so many, wherever they go.
    Next(usize),
}

/// What goes wrong. Except for [`Trouble::Lost`], the request does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Another answer.
    Answer {
        /// The status code; 500 in place of a number that is none.
        status: u16,
        /// The header `Content-Type`.
        content_type: String,
        /// The body.
        body: String,
    },
    /// The way to another address, with status 302.
    Redirect {
        /// The other address.
        to: String,
    },
    /// A web page with status 200, as log-in portals send one.
    Page,
    /// JSON that breaks off in the middle.
    BrokenJson,
    /// Ten million bytes of good JSON.
    Huge,
    /// No answer ever comes.
    Silence,
    /// The connection is cut before an answer.
    Cut,
    /// The request is carried out, then the connection is cut before an answer.
    Lost,
}

impl Trouble {
    /// A JSON answer with this status.
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::Answer {
            status,
            content_type: "application/json".to_owned(),
            body: body.to_string(),
        }
    }
}

/// A fault that waits for its requests.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) reach: Reach,
    pub(super) trouble: Trouble,
}

impl Planned {
    /// Whether the fault reaches a request, which it then counts.
    pub(super) fn reaches(&mut self, path: &str) -> bool {
        match &mut self.reach {
            Reach::Path(meant) if meant.ends_with('/') => path.starts_with(meant.as_str()),
            Reach::Path(meant) => meant == path,
            Reach::Next(left) => {
                let is_meant = *left > 0;
                *left = left.saturating_sub(1);
                is_meant
            }
        }
    }
}
