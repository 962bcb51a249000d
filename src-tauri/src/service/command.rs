//! Commands to JaaS: read as they were typed, shown before they are given, given once.

#[cfg(test)]
mod tests;

use std::time::Duration;

use roomkey_calls::NoAnswer;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::inspect;
use roomkey_core::pasted;
use roomkey_core::pasted::PastedFault;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::jaas::command;
use roomkey_core::provider::jaas::command::Command;
use roomkey_core::provider::jaas::command::ParticipantId;
use roomkey_core::provider::jaas::command::UserId;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use serde_json::Value;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::Tenant;
use super::fault::ServiceFault;
use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::service::BannedTokenView;
use crate::views::service::CommandRequest;
use crate::views::service::CommandView;
use crate::views::service::PreparedView;
use crate::views::service::TypedCommand;

/// A command's server asks others, and has to be done before the token ends.
const ANSWERS_WITHIN: Duration = Duration::from_secs(20);

/// Reads what was typed, and tells what would be done. Nothing is sent.
pub(crate) fn prepare(roomkey: &Roomkey, request: CommandRequest) -> Result<PreparedView, Fault> {
    let tenant = Tenant::of(roomkey, &request.tenant)?;
    let command = read(&tenant, request.command)?;
    Ok(PreparedView {
        command: view(&command, roomkey.clock.now()),
        host: host(&tenant),
        tenant: tenant.title,
    })
}

/// Gives a command, once.
pub(crate) async fn give(app: &AppHandle, request: CommandRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let tenant = Tenant::of(&roomkey, &request.tenant)?;
    let given = read(&tenant, request.command)?;
    let key_id = tenant.jaas.key_id.as_ref().ok_or(KeyStoreFault::Missing)?;
    let key = roomkey.keys.get(&tenant.id).await?;
    let token = command::token(key_id, &key, roomkey.clock.now())?;
    let call = given.call(tenant.app_id(), &tenant.jaas.domain, &token);
    send(&call, &host(&tenant), ANSWERS_WITHIN).await
}

async fn send(call: &Call, host: &str, within: Duration) -> Result<(), Fault> {
    let said = roomkey_calls::once(call, within).await;
    let said = said.map_err(|no_answer| match no_answer {
        NoAnswer::Unreachable => Fault::ServerUnreachable(host.to_owned()),
        NoAnswer::Unanswered => ServiceFault::Unanswered(host.to_owned()).into(),
        NoAnswer::TooLong => ServiceFault::AnswerTooLong.into(),
    })?;
    command::read(said.read()).map_err(ServiceFault::from)?;
    Ok(())
}

fn read(tenant: &Tenant, typed: TypedCommand) -> Result<Command, Fault> {
    let room = |text: &str| RoomName::normalise(text);
    Ok(match typed {
        TypedCommand::EndMeeting { room: typed } => Command::EndMeeting {
            room: room(&typed)?,
        },
        TypedCommand::RemoveParticipant {
            room: typed,
            participant,
        } => Command::RemoveParticipant {
            room: room(&typed)?,
            participant: ParticipantId::parse(&participant).map_err(ServiceFault::from)?,
        },
        TypedCommand::BanUser { user } => {
            Command::BanUser(UserId::parse(&user).map_err(ServiceFault::from)?)
        }
        TypedCommand::BanToken { token } => Command::BanToken(banned(tenant, token)?),
    })
}

/// The token in what was pasted: one of the tenant's, whether or not it is still good.
fn banned(tenant: &Tenant, pasted: String) -> Result<Token, Fault> {
    let pasted = Zeroizing::new(pasted);
    let token = Token::verbatim(pasted::find(&pasted)?);
    let claims = claims(&token).ok_or(PastedFault::None)?;
    let sub = claims.get("sub").and_then(Value::as_str);
    if sub != Some(tenant.app_id().as_str()) {
        return Err(ServiceFault::ForeignToken.into());
    }
    Ok(token)
}

/// What a token says, unproved: whether it is good is no question for a ban.
fn claims(token: &Token) -> Option<Value> {
    let against = Against {
        key: None,
        key_id: None,
        room: None,
        now: Timestamp(0),
    };
    inspect(token.reveal(), &against).claims
}

fn view(command: &Command, now: Timestamp) -> CommandView {
    match command {
        Command::EndMeeting { room } => CommandView::EndMeeting {
            room: room.to_string(),
        },
        Command::RemoveParticipant { room, participant } => CommandView::RemoveParticipant {
            room: room.to_string(),
            participant: participant.to_string(),
        },
        Command::BanUser(user) => CommandView::BanUser {
            user: user.to_string(),
        },
        Command::BanToken(token) => CommandView::BanToken {
            token: token_view(token, now),
        },
    }
}

fn token_view(token: &Token, now: Timestamp) -> BannedTokenView {
    let claims = claims(token).unwrap_or_default();
    let text = |pointer: &str| {
        claims
            .pointer(pointer)
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let until = claims.get("exp").and_then(Value::as_f64);
    // A float beyond the range becomes the range's end, which is far enough.
    let until = until.map(|seconds| Timestamp(seconds.ceil() as i64));
    BannedTokenView {
        name: text("/context/user/name"),
        user: text("/context/user/id"),
        room: text("/room"),
        is_over: until.is_some_and(|until| until <= now),
        until,
    }
}

/// The host that a command goes to, as it is shown.
fn host(tenant: &Tenant) -> String {
    command::commanded_at(&tenant.jaas.domain).host().to_owned()
}
