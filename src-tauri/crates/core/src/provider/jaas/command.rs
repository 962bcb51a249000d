//! JaaS's own commands for meetings: to end one, to remove a person, to ban a user or a token.
//!
//! Here is what a call says and what its answer means; who carries it is the shell's part.
//! A call is good for nothing but itself: its token opens no meeting and ends with the minute.
//! Source: JaaS's documentation, “JaaS endpoints”. It documents the requests; of the answers
//! only the status is read, by RFC 9110.

mod answer;
mod names;

use serde::Serialize;

use super::NAME;
use crate::app_id::AppId;
use crate::domain::Domain;
use crate::key::PrivateKey;
use crate::key_id::KeyId;
use crate::provider::call::{Call, Method};
use crate::room_name::RoomName;
use crate::time::Timestamp;
use crate::token::{SignFault, Token};

pub use self::answer::{AnswerFault, read};
pub use self::names::{NameFault, ParticipantId, UserId};

/// How long a call's token is good, in seconds: longer than a call may take.
const LIFETIME: i64 = 60;
/// How far a token's beginning lies back, in seconds, as in JaaS's own samples: the server
/// allows no leeway.
const BACK_DATED: i64 = 10;
/// The part of a conference's name that stands for JaaS itself.
const JAAS: &str = "8x8.vc";
/// The same for JaaS's staging servers, as 8x8's jitsi-test-lab has it.
const STAGING: &str = "stage.8x8.vc";

/// Something to be done.
#[derive(Clone, Debug)]
pub enum Command {
    /// Ends a meeting for everybody (`DESTROY`).
    EndMeeting {
        /// Where.
        room: RoomName,
    },
    /// Removes somebody from a meeting (`KICK_PARTICIPANT`).
    RemoveParticipant {
        /// From where.
        room: RoomName,
        /// Whom.
        participant: ParticipantId,
    },
    /// Lets nobody in any more whose token names this user.
    BanUser(UserId),
    /// Lets nobody in any more who brings this token.
    BanToken(Token),
}

impl Command {
    /// The call for a tenant whose meetings are at this domain, with a [`token`] for it. It is made
    /// once: JaaS does not promise that a second one does no harm.
    pub fn call(&self, app_id: &AppId, domain: &Domain, token: &Token) -> Call {
        let base = format!("{}/v1/_jaas", commanded_at(domain).origin());
        let meeting = |action, room, participant_id| {
            let address = format!("{base}/conference-commands/v1/meeting");
            let command = MeetingCommand {
                action,
                payload: Payload {
                    conference_full_name: conference(room, app_id, domain),
                    participant_id,
                },
            };
            Call::send(Method::Post, NAME, address, &command)
        };
        let ban = |what: &str| format!("{base}/jaccess/v1/access-management/{app_id}/ban/{what}");
        let call = match self {
            Self::EndMeeting { room } => meeting("DESTROY", room, None),
            Self::RemoveParticipant { room, participant } => {
                meeting("KICK_PARTICIPANT", room, Some(participant.as_str()))
            }
            Self::BanUser(user) => Call::post(NAME, ban(&format!("user/{}", user.in_path()))),
            Self::BanToken(banned) => {
                let jwt = banned.reveal();
                Call::send(Method::Post, NAME, ban("jwt"), &BannedToken { jwt })
            }
        };
        call.authorized(&format!("Bearer {}", token.reveal()))
    }
}

/// Where a tenant whose meetings are at this domain is commanded: JaaS and its regions at `8x8.vc`
/// alone, any other host where it is.
pub fn commanded_at(domain: &Domain) -> Domain {
    if is_jaas(domain) {
        Domain::parse(JAAS).expect("JaaS has a valid domain")
    } else {
        domain.clone()
    }
}

/// Signs the token for one call. It names no room, no person and no context, so that it
/// opens no meeting.
pub fn token(key_id: &KeyId, key: &PrivateKey, now: Timestamp) -> Result<Token, SignFault> {
    Token::sign_for_commands(key_id, key, now.minus(BACK_DATED), now.plus(LIFETIME))
}

#[derive(Serialize)]
struct MeetingCommand<'a> {
    action: &'a str,
    payload: Payload<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Payload<'a> {
    conference_full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    participant_id: Option<&'a str>,
}

#[derive(Serialize)]
struct BannedToken<'a> {
    jwt: &'a str,
}

/// The full name, by the documented rule. A host of one's own stands before JaaS, and does
/// not change what its conferences are called.
fn conference(room: &RoomName, app_id: &AppId, domain: &Domain) -> String {
    let service = if domain.host() == STAGING {
        STAGING
    } else {
        JAAS
    };
    format!("{room}@conference.{app_id}.{service}")
}

/// Whether it is JaaS or one of its regions, such as `frankfurt.8x8.vc`.
fn is_jaas(domain: &Domain) -> bool {
    let region = domain.host().strip_suffix(JAAS);
    let is_part = region.is_some_and(|region| region.is_empty() || region.ends_with('.'));
    is_part && domain.host() != STAGING && domain.port().is_none() && domain.is_encrypted()
}
