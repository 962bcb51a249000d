//! The codes of the faults of providers: their ids, secrets, tokens and calls.

use roomkey_core::provider::NameFault;
use roomkey_core::provider::NotSigned;
use roomkey_core::provider::SecretFault;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::CallFault;

use super::Description;
use super::ErrorCode;

pub(super) fn name(fault: &NameFault) -> Description {
    let of = |code, what: &str| (code, vec![("what", what.to_owned())]);
    match fault {
        NameFault::Empty { what } => of(ErrorCode::NameEmpty, what),
        NameFault::Space { what } => of(ErrorCode::NameSpaces, what),
        NameFault::TooLong { what } => of(ErrorCode::NameTooLong, what),
        NameFault::Form { what, like } => (
            ErrorCode::NameMalformed,
            vec![("what", (*what).to_owned()), ("like", (*like).to_owned())],
        ),
    }
}

pub(super) fn secret(fault: SecretFault) -> Description {
    let code = match fault {
        SecretFault::Empty => ErrorCode::SigningSecretEmpty,
        SecretFault::IsKey => ErrorCode::SigningSecretIsKey,
        SecretFault::Control => ErrorCode::SigningSecretInvisible,
        SecretFault::TooLong => ErrorCode::SigningSecretTooLong,
    };
    (code, Vec::new())
}

pub(super) fn token(fault: &TokenFault) -> Description {
    let of = |code, system: &str| (code, vec![("system", system.to_owned())]);
    match fault {
        TokenFault::Role { system, role } => (
            ErrorCode::RoleUnknown,
            vec![
                ("system", (*system).to_owned()),
                ("role", role.in_words().to_owned()),
            ],
        ),
        TokenFault::RoomNotMade { system } => of(ErrorCode::RoomNotMade, system),
        TokenFault::NoRoom => (ErrorCode::RoomEmpty, Vec::new()),
        TokenFault::SecretNeeded => (ErrorCode::SigningSecretMissing, Vec::new()),
        TokenFault::KeyNeeded => (ErrorCode::KeyringMissing, Vec::new()),
        TokenFault::NoEntry { .. }
        | TokenFault::NoCommands { .. }
        | TokenFault::NoToken { .. }
        | TokenFault::FromServer
        | TokenFault::Sign(_) => (ErrorCode::SigningFailed, vec![("why", fault.to_string())]),
    }
}

pub(super) fn not_signed(fault: &NotSigned) -> Description {
    match fault {
        NotSigned::Token(fault) => token(fault),
        NotSigned::Refused { system, refusal } => (
            ErrorCode::TokenRefused,
            vec![
                ("system", (*system).to_owned()),
                ("text", refusal.text.to_string()),
                (
                    "says",
                    refusal.says.as_deref().unwrap_or_default().to_owned(),
                ),
            ],
        ),
    }
}

pub(super) fn call(fault: &CallFault) -> Description {
    let of = |code, system: &str| (code, vec![("system", system.to_owned())]);
    let saying = |code, system: &str, said: &Option<String>| {
        let said = said.clone().unwrap_or_default();
        (code, vec![("system", system.to_owned()), ("said", said)])
    };
    let numbered = |code, system: &str, status: u16, said: &Option<String>| {
        let (code, mut values) = saying(code, system, said);
        values.push(("status", status.to_string()));
        (code, values)
    };
    match fault {
        CallFault::RoomNotMade { system } => of(ErrorCode::RoomNotMade, system),
        CallFault::RoomClosed { system } => of(ErrorCode::RoomClosed, system),
        CallFault::NotCancelled { system } => of(ErrorCode::RoomNotCancelled, system),
        CallFault::Coded { reason, said } => (
            ErrorCode::CallCoded,
            vec![
                ("code", reason.code.to_string()),
                ("name", reason.name.to_owned()),
                ("fault", reason.fault.to_owned()),
                ("remedy", reason.remedy.to_owned()),
                ("said", said.clone().unwrap_or_default()),
            ],
        ),
        CallFault::Malformed { system, said } => saying(ErrorCode::CallMalformed, system, said),
        CallFault::Unauthorised { system, said } => {
            saying(ErrorCode::CallUnauthorised, system, said)
        }
        CallFault::Unpaid { system, said } => saying(ErrorCode::CallPaymentNeeded, system, said),
        CallFault::Forbidden { system, said } => saying(ErrorCode::CallForbidden, system, said),
        CallFault::Unknown { system, said } => saying(ErrorCode::CallUnknown, system, said),
        CallFault::Conflict { system, said } => saying(ErrorCode::CallConflict, system, said),
        CallFault::Invalid { system, said } => saying(ErrorCode::CallInvalid, system, said),
        CallFault::TooMany { system, said } => saying(ErrorCode::CallTooMany, system, said),
        CallFault::Refused { system, said } => saying(ErrorCode::CallRefused, system, said),
        CallFault::Server {
            system,
            status,
            said,
        } => numbered(ErrorCode::CallServerFailed, system, *status, said),
        CallFault::Other {
            system,
            status,
            said,
        } => numbered(ErrorCode::CallOther, system, *status, said),
        CallFault::Page { system, status } => numbered(ErrorCode::CallPage, system, *status, &None),
        CallFault::Redirected { system } => of(ErrorCode::CallRedirected, system),
        CallFault::Empty { system } => of(ErrorCode::CallEmpty, system),
        CallFault::NotJson { system } => of(ErrorCode::CallBroken, system),
        CallFault::Unexpected { system } => of(ErrorCode::CallUnexpected, system),
        CallFault::TooLong { system } => of(ErrorCode::CallTooLong, system),
        CallFault::Unreachable { system } => of(ErrorCode::CallUnreachable, system),
        CallFault::Unanswered { system } => of(ErrorCode::CallUnanswered, system),
    }
}
