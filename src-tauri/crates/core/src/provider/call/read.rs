//! What the answers of all providers have in common.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::{Answer, CallFault, Kind, LARGEST_ANSWER};

/// Why the server did not do it; none where it says that it did.
pub(in crate::provider) fn refusal(system: &'static str, answer: Answer<'_>) -> Option<CallFault> {
    let status = answer.status;
    let said = || answer.said();
    let fault = match answer.kind() {
        Kind::Done => return None,
        Kind::Redirected => CallFault::Redirected { system },
        Kind::Failed => CallFault::Server {
            system,
            status,
            said: said(),
        },
        Kind::Page => CallFault::Page { system, status },
        Kind::Refused => CallFault::of_status(system, status, said()),
    };
    Some(fault)
}

/// The answer's JSON. What is not asked for may be there; what is asked for has its type.
pub(in crate::provider) fn parse<T: DeserializeOwned>(
    system: &'static str,
    answer: Answer<'_>,
) -> Result<T, CallFault> {
    if answer.body.len() > LARGEST_ANSWER {
        return Err(CallFault::TooLong { system });
    }
    if answer.body.trim_ascii().is_empty() {
        return Err(CallFault::Empty { system });
    }
    // What serde says of a fault repeats what is there, which may be secret.
    serde_json::from_slice(answer.body).map_err(|fault| match fault.classify() {
        Category::Data => CallFault::Unexpected { system },
        Category::Io | Category::Syntax | Category::Eof => CallFault::NotJson { system },
    })
}

/// What a call carries.
pub(super) fn json(body: &impl Serialize) -> Zeroizing<String> {
    Zeroizing::new(serde_json::to_string(body).expect("texts are written without a fault"))
}
