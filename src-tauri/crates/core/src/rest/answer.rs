//! What the answer to a command means.

use serde_json::Value;

/// The most bytes of an answer that are read: the documented commands need to say little.
pub const LARGEST_ANSWER: usize = 64 * 1024;
/// The most characters of the server's own words that are shown.
const LONGEST_WORDS: usize = 300;
/// How a token begins; the server's words are not repeated where they hold one.
const TOKEN: &str = "eyJ";

/// An answer, as far as it was read.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The status code.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The body, whole.
    pub body: &'a [u8],
}

/// What an answer says: nothing where the command was carried out, else why it was not.
///
/// A command is tried once. Whether to try it again is for whoever gave it: JaaS does not
/// promise that a second one does no harm.
pub fn read(answer: Answer<'_>) -> Result<(), AnswerFault> {
    let status = answer.status;
    let is_page = answer.is_page();
    let said = answer.words();
    match status {
        300..=399 => Err(AnswerFault::Redirected),
        500..=599 => Err(AnswerFault::Server { status, said }),
        _ if is_page => Err(AnswerFault::Page { status }),
        200..=299 => Ok(()),
        400 | 422 => Err(AnswerFault::Malformed { said }),
        401 => Err(AnswerFault::Unauthorised { said }),
        403 => Err(AnswerFault::Forbidden { said }),
        404 => Err(AnswerFault::Unknown { said }),
        429 => Err(AnswerFault::TooMany { said }),
        _ => Err(AnswerFault::Other { status, said }),
    }
}

impl Answer<'_> {
    /// Whether a page for people came in place of an answer, as proxies and log-in portals
    /// send one.
    fn is_page(&self) -> bool {
        let says_so = self.content_type.is_some_and(|kind| {
            let kind = kind.to_ascii_lowercase();
            kind.starts_with("text/html") || kind.starts_with("application/xhtml")
        });
        says_so || self.body.trim_ascii_start().starts_with(b"<")
    }

    /// The server's own words, where it answers in JSON.
    fn words(&self) -> Option<String> {
        let answer: Value = serde_json::from_slice(self.body).ok()?;
        let words = ["message", "error", "reason", "detail"]
            .into_iter()
            .find_map(|name| answer.get(name)?.as_str())?;
        let visible = words.split(|c: char| c.is_whitespace() || c.is_control());
        let words: Vec<&str> = visible.filter(|word| !word.is_empty()).collect();
        let words: String = words.join(" ").chars().take(LONGEST_WORDS).collect();
        (!words.is_empty() && !words.contains(TOKEN)).then_some(words)
    }
}

/// Why a command was not carried out, by the answer. Where the server gave a reason in words,
/// they are kept beside.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerFault {
    /// 400 or 422.
    #[error(
        "The server does not understand the command{}. Check the room and the id",
        in_words(.said)
    )]
    Malformed {
        /// The server's words.
        said: Option<String>,
    },
    /// 401.
    #[error(
        "The server does not accept the key{}. Check in the JaaS console that the public key is registered under this key id, and that this computer’s clock is right",
        in_words(.said)
    )]
    Unauthorised {
        /// The server's words.
        said: Option<String>,
    },
    /// 403.
    #[error(
        "The server knows the key and does not allow this{}. Check that the key belongs to this tenant and that its plan includes these commands",
        in_words(.said)
    )]
    Forbidden {
        /// The server's words.
        said: Option<String>,
    },
    /// 404.
    #[error(
        "The server finds no such meeting or person{}. Check the room and the id: both are there only while the meeting lasts",
        in_words(.said)
    )]
    Unknown {
        /// The server's words.
        said: Option<String>,
    },
    /// 429.
    #[error("The server has had too many commands{}. Wait a minute and try again", in_words(.said))]
    TooMany {
        /// The server's words.
        said: Option<String>,
    },
    /// 500 to 599.
    #[error(
        "The server failed ({status}){}. See whether the command was carried out before you try again",
        in_words(.said)
    )]
    Server {
        /// The status code.
        status: u16,
        /// The server's words.
        said: Option<String>,
    },
    /// 300 to 399. The token goes nowhere else.
    #[error(
        "The server sends Roomkey to another address, and Roomkey does not take the token there. Check the tenant’s domain"
    )]
    Redirected,
    /// A page in place of an answer.
    #[error(
        "A web page came in place of an answer ({status}). Check the tenant’s domain, and whether a proxy or a log-in page stands between"
    )]
    Page {
        /// The status code.
        status: u16,
    },
    /// Any other status.
    #[error("The server answered {status}, which Roomkey does not know{}", in_words(.said))]
    Other {
        /// The status code.
        status: u16,
        /// The server's words.
        said: Option<String>,
    },
}

fn in_words(said: &Option<String>) -> String {
    said.as_ref()
        .map_or_else(String::new, |said| format!(" (“{said}”)"))
}
