//! What the room page and the server say to each other, as JSON texts over
//! two WebSockets: the meeting's own line, and the director's.
//!
//! This is not the IFrame API's wire; that one is between two pages.

use roomkey_core::token::Token;
use serde::{Deserialize, Deserializer, Serialize};

use crate::command::Command;
use crate::happening::KnownBy;
use crate::participant::{Participant, ParticipantId};
use crate::verdict::VerdictView;

/// What the page says on the meeting's line. No `Debug`: it carries a token.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum FromPage {
    /// Asks to be let in.
    Join(Join),
    /// Takes up a broken connection.
    Resume {
        id: ParticipantId,
        #[serde(deserialize_with = "token")]
        token: Token,
    },
    /// Hangs up.
    Leave,
    /// Has another name from here on.
    Rename { name: String },
    /// A moderator's own order, from the host page's commands.
    Moderate { order: Order },
}

/// Who asks to be let in, with what.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Join {
    #[serde(deserialize_with = "token")]
    pub(crate) token: Token,
    /// The page's number on the director's line.
    pub(crate) visit: Option<u64>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) password: Option<String>,
    #[serde(default)]
    pub(crate) known_by: KnownBy,
}

/// What a moderator may do to others.
#[derive(Deserialize)]
#[serde(tag = "make", rename_all = "camelCase")]
pub(crate) enum Order {
    Kick {
        id: ParticipantId,
    },
    GrantModerator {
        id: ParticipantId,
    },
    EndForAll,
    /// Keeps those who come waiting, or no longer.
    Lobby {
        on: bool,
    },
}

/// What the server says on the meeting's line.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum ToPage {
    /// The person is in.
    Accepted {
        me: Participant,
        others: Vec<Participant>,
        verdict: Box<VerdictView>,
    },
    /// The token is not good enough.
    Refused {
        error: ErrorView,
        verdict: Box<VerdictView>,
    },
    /// The person waits in the lobby.
    Lobby {
        verdict: Box<VerdictView>,
    },
    /// The lobby turned the person away.
    TurnedAway,
    /// The room wants its password.
    PasswordRequired {
        was_wrong: bool,
        verdict: Box<VerdictView>,
    },
    Joined {
        who: Participant,
    },
    Left {
        id: ParticipantId,
    },
    RoleChanged {
        id: ParticipantId,
        role: roomkey_core::role::Role,
    },
    Renamed {
        id: ParticipantId,
        name: String,
    },
    /// Somebody was removed; where it is the reader, the line ends.
    Kicked {
        id: ParticipantId,
        by: Kicker,
    },
    /// The meeting is over; the line ends.
    Ended,
    /// The broken connection stands again.
    Resumed {
        others: Vec<Participant>,
    },
    /// It does not, and nobody will say so: the token has expired.
    Dead,
    /// It does not: the server has forgotten the participant.
    Forgotten,
}

/// Who removed somebody.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Kicker {
    pub(crate) id: ParticipantId,
    pub(crate) name: String,
}

/// The object inside an `errorOccurred`, in the client's own words.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErrorView {
    pub(crate) name: &'static str,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) params: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) recoverable: Option<bool>,
    pub(crate) is_fatal: bool,
}

/// What the page says on the director's line.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub(crate) enum FromVisit {
    /// The person chose something from the menu.
    Ask { command: Command },
}

/// What the server says on the director's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "camelCase")]
pub(crate) enum ToVisit {
    /// The first word: which visit this is.
    Visit { number: u64 },
    /// Press one of your own buttons.
    Press { button: Button },
}

/// The buttons of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Button {
    Join,
    Leave,
    Microphone,
    Camera,
    Confirm,
}

fn token<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Token, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(Token::verbatim(text.unwrap_or_default()))
}
