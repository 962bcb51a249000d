//! What the answer to a command means.

use crate::provider::call::{Answer, Kind, in_words};

/// What an answer says: nothing where the command was carried out, else why it was not.
///
/// A command is tried once. Whether to try it again is for whoever gave it: JaaS does not
/// promise that a second one does no harm.
pub fn read(answer: Answer<'_>) -> Result<(), AnswerFault> {
    let status = answer.status;
    let said = answer.said();
    let fault = match answer.kind() {
        Kind::Done => return Ok(()),
        Kind::Redirected => AnswerFault::Redirected,
        Kind::Failed => AnswerFault::Server { status, said },
        Kind::Page => AnswerFault::Page { status },
        Kind::Refused => match status {
            400 | 422 => AnswerFault::Malformed { said },
            401 => AnswerFault::Unauthorised { said },
            403 => AnswerFault::Forbidden { said },
            404 => AnswerFault::Unknown { said },
            429 => AnswerFault::TooMany { said },
            _ => AnswerFault::Other { status, said },
        },
    };
    Err(fault)
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
