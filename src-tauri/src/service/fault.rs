//! What can go wrong with JaaS's services.

use roomkey_core::provider::jaas::command::AnswerFault;
use roomkey_core::provider::jaas::command::NameFault;
use roomkey_core::provider::jaas::webhook::EventFault;
use roomkey_core::provider::jaas::webhook::HeaderFault;
use roomkey_core::provider::jaas::webhook::SecretFault;

/// A fault of a command or of a webhook. None repeats a token or a secret.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServiceFault {
    #[error(transparent)]
    Answer(#[from] AnswerFault),
    #[error(
        "The server answered with more than a command needs, and Roomkey did not read it. Check the tenant’s domain"
    )]
    AnswerTooLong,
    #[error("The body is larger than 1 MB. Paste one delivery alone")]
    BodyTooLarge,
    #[error(transparent)]
    Event(#[from] EventFault),
    #[error("This token is another tenant’s. Choose that tenant, or paste one of this tenant")]
    ForeignToken,
    #[error(transparent)]
    Header(#[from] HeaderFault),
    #[error(transparent)]
    Name(#[from] NameFault),
    #[error(
        "This tenant’s webhook secret is not in the keyring. Copy it in the JaaS console and paste it here"
    )]
    NoSecret,
    #[error(transparent)]
    Secret(#[from] SecretFault),
    #[error(
        "{0} gave no answer in time. See whether the command was carried out before you try again"
    )]
    Unanswered(String),
}
