//! The codes of the faults of JaaS's services.

use roomkey_core::provider::jaas::command::AnswerFault;
use roomkey_core::provider::jaas::command::NameFault;
use roomkey_core::provider::jaas::webhook::EventFault;
use roomkey_core::provider::jaas::webhook::HeaderFault;
use roomkey_core::provider::jaas::webhook::SecretFault;

use super::Description;
use super::ErrorCode;
use crate::service::fault::ServiceFault;

fn plain(code: ErrorCode) -> Description {
    (code, Vec::new())
}

pub(super) fn service(fault: &ServiceFault) -> Description {
    match fault {
        ServiceFault::Answer(fault) => answer(fault),
        ServiceFault::AnswerTooLong => plain(ErrorCode::CommandTooLong),
        ServiceFault::BodyTooLarge => plain(ErrorCode::WebhookBodyTooLarge),
        ServiceFault::Event(fault) => plain(match fault {
            EventFault::Empty => ErrorCode::WebhookBodyEmpty,
            EventFault::NotJson => ErrorCode::WebhookBodyNotJson,
            EventFault::NotAnObject => ErrorCode::WebhookBodyNoEvent,
        }),
        ServiceFault::ForeignToken => plain(ErrorCode::TokenOfAnotherTenant),
        ServiceFault::Header(fault) => plain(match fault {
            HeaderFault::Empty => ErrorCode::SignatureEmpty,
            HeaderFault::NoTime => ErrorCode::SignatureNoTime,
            HeaderFault::SeveralTimes => ErrorCode::SignatureSeveralTimes,
            HeaderFault::TimeMalformed => ErrorCode::SignatureTimeMalformed,
            HeaderFault::NoSignature => ErrorCode::SignatureNoScheme,
            HeaderFault::SignatureMalformed => ErrorCode::SignatureMalformed,
        }),
        ServiceFault::Name(fault) => plain(match fault {
            NameFault::Empty => ErrorCode::IdEmpty,
            NameFault::Malformed => ErrorCode::IdMalformed,
        }),
        ServiceFault::NoSecret => plain(ErrorCode::SecretNone),
        ServiceFault::Secret(fault) => plain(match fault {
            SecretFault::Empty => ErrorCode::SecretEmpty,
            SecretFault::NoPrefix => ErrorCode::SecretNoPrefix,
            SecretFault::Malformed => ErrorCode::SecretMalformed,
        }),
        ServiceFault::Unanswered(host) => {
            (ErrorCode::CommandUnanswered, vec![("host", host.clone())])
        }
    }
}

fn answer(fault: &AnswerFault) -> Description {
    let with = |code, said: &Option<String>| {
        let said = said.iter().map(|said| ("said", said.clone()));
        (code, said.collect::<Vec<_>>())
    };
    let status = |code, status: u16| (code, vec![("status", status.to_string())]);
    match fault {
        AnswerFault::Malformed { said } => with(ErrorCode::CommandMalformed, said),
        AnswerFault::Unauthorised { said } => with(ErrorCode::CommandUnauthorised, said),
        AnswerFault::Forbidden { said } => with(ErrorCode::CommandForbidden, said),
        AnswerFault::Unknown { said } => with(ErrorCode::CommandNotFound, said),
        AnswerFault::TooMany { said } => with(ErrorCode::CommandTooMany, said),
        AnswerFault::Server { status: code, said } => {
            let (kind, mut values) = with(ErrorCode::CommandServerFailed, said);
            values.push(("status", code.to_string()));
            (kind, values)
        }
        AnswerFault::Redirected => plain(ErrorCode::CommandRedirected),
        AnswerFault::Page { status: code } => status(ErrorCode::CommandPage, *code),
        AnswerFault::Other { status: code, said } => {
            let (kind, mut values) = with(ErrorCode::CommandOther, said);
            values.push(("status", code.to_string()));
            (kind, values)
        }
    }
}
