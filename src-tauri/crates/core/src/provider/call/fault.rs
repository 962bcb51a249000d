//! Why a call did not do what it was for, in words.

use super::in_words;

/// Something that a provider refuses under a code of its own.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code.
    pub code: u16,
    /// The code's name, as the provider has it.
    pub name: &'static str,
    /// What is wrong.
    pub fault: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

/// Why a call did not do what it was for. `system` is who was asked, as people call it; where
/// the server gave a reason in words, they are kept beside as `said`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CallFault {
    /// The room is not one of the provider's making, and this call cannot make one.
    #[error(
        "{system} did not make this room. Make it in the settings, under Rooms, and use its id"
    )]
    RoomNotMade {
        /// The system's name.
        system: &'static str,
    },
    /// The room was closed, and is never opened again.
    #[error("{system} has closed this room for good. Use another room, or another name for it")]
    RoomClosed {
        /// Who was asked.
        system: &'static str,
    },
    /// The server answers that it did not call the room off.
    #[error(
        "{system} did not call the room off. See in its list of rooms whether it is still there"
    )]
    NotCancelled {
        /// Who was asked.
        system: &'static str,
    },
    /// Refused under a code of the provider's own.
    #[error("{}{} [{} {}]. {}", .reason.fault, in_words(.said), .reason.code, .reason.name, .reason.remedy)]
    Coded {
        /// The code and what it means.
        reason: &'static Reason,
        /// The server's words.
        said: Option<String>,
    },
    /// 400 or 422.
    #[error(
        "{system} does not understand the call{}. Check the room’s name and its times",
        in_words(.said)
    )]
    Malformed {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 401.
    #[error(
        "{system} does not let Roomkey in{}. Check the tenant’s ids and its key or secret, and that this computer’s clock is right",
        in_words(.said)
    )]
    Unauthorised {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 402, by which VideoSDK also says that it finds nothing.
    #[error(
        "{system} has no such room in this account, or the account is not paid for{}. Check both where the account is managed",
        in_words(.said)
    )]
    Unpaid {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 403.
    #[error(
        "{system} knows the account and does not allow this{}. Check what the account may do where it is managed",
        in_words(.said)
    )]
    Forbidden {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 404.
    #[error(
        "{system} finds no such room{}. Check the room’s id and the tenant’s domain",
        in_words(.said)
    )]
    Unknown {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 409.
    #[error(
        "{system} has something else under this name{}. Look through its list of rooms, or use another name",
        in_words(.said)
    )]
    Conflict {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 412, by which JioMeet says what is wrong with which field.
    #[error(
        "{system} does not take the room as it was described{}. Change what it names and try again",
        in_words(.said)
    )]
    Invalid {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 429.
    #[error("{system} has had too many calls{}. Wait a minute and try again", in_words(.said))]
    TooMany {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// 500 to 599.
    #[error(
        "{system} failed ({status}){}. Where a room was to be made, see whether it is there before you try again",
        in_words(.said)
    )]
    Server {
        /// Who was asked.
        system: &'static str,
        /// The status code.
        status: u16,
        /// The server's words.
        said: Option<String>,
    },
    /// 300 to 399. Nothing secret goes anywhere else.
    #[error(
        "{system} sends Roomkey to another address, and Roomkey takes no token there. Check the tenant’s domain"
    )]
    Redirected {
        /// Who was asked.
        system: &'static str,
    },
    /// Any other status.
    #[error(
        "{system} answered {status}, which Roomkey does not know{}. Check the tenant’s domain",
        in_words(.said)
    )]
    Other {
        /// Who was asked.
        system: &'static str,
        /// The status code.
        status: u16,
        /// The server's words.
        said: Option<String>,
    },
    /// The server says that all is well, and then why it is not.
    #[error(
        "{system} refused{}. Check the room’s id and the account that the server uses",
        in_words(.said)
    )]
    Refused {
        /// Who was asked.
        system: &'static str,
        /// The server's words.
        said: Option<String>,
    },
    /// A page in place of an answer.
    #[error(
        "{system} answered with a web page ({status}). Check the tenant’s domain, and whether a proxy or a log-in page stands between"
    )]
    Page {
        /// Who was asked.
        system: &'static str,
        /// The status code.
        status: u16,
    },
    /// Nothing in place of an answer.
    #[error(
        "{system} answered with nothing. Check the tenant’s domain; where a room was to be made, see whether it is there"
    )]
    Empty {
        /// Who was asked.
        system: &'static str,
    },
    /// The answer is broken off, or no JSON at all.
    #[error(
        "{system} gave an answer that is broken. Check the tenant’s domain; where a room was to be made, see whether it is there"
    )]
    NotJson {
        /// Who was asked.
        system: &'static str,
    },
    /// JSON, and in it something else than what is documented.
    #[error(
        "{system} gave an answer without what was asked for. Check the tenant’s domain, and whether there is a newer Roomkey"
    )]
    Unexpected {
        /// Who was asked.
        system: &'static str,
    },
    /// More than [`LARGEST_ANSWER`](super::LARGEST_ANSWER) bytes.
    #[error(
        "{system} answered with more than 1 MB, and Roomkey did not read it. Check the tenant’s domain"
    )]
    TooLong {
        /// Who was asked.
        system: &'static str,
    },
    /// The server was not reached.
    #[error("{system} cannot be reached. Check the network and the tenant’s domain")]
    Unreachable {
        /// Who was asked.
        system: &'static str,
    },
    /// The server was reached, and no whole answer came in time.
    #[error(
        "{system} gave no answer in time. Where a room was to be made, see whether it is there before you try again"
    )]
    Unanswered {
        /// Who was asked.
        system: &'static str,
    },
}

impl CallFault {
    /// What a status means that is neither a success nor the server's own failure.
    pub(super) fn of_status(system: &'static str, status: u16, said: Option<String>) -> Self {
        match status {
            400 | 422 => Self::Malformed { system, said },
            401 => Self::Unauthorised { system, said },
            402 => Self::Unpaid { system, said },
            403 => Self::Forbidden { system, said },
            404 => Self::Unknown { system, said },
            409 => Self::Conflict { system, said },
            412 => Self::Invalid { system, said },
            429 => Self::TooMany { system, said },
            _ => Self::Other {
                system,
                status,
                said,
            },
        }
    }
}
