//! One call over HTTP, once.

use std::time::Duration;

use reqwest::Client;
use reqwest::header::ACCEPT;
use reqwest::header::AUTHORIZATION;
use reqwest::header::CONTENT_TYPE;
use reqwest::header::HeaderValue;
use reqwest::redirect::Policy;
use roomkey_core::provider::call::Answer;
use roomkey_core::provider::call::Call;
use roomkey_core::provider::call::LARGEST_ANSWER;
use roomkey_core::provider::call::Method;

/// An answer, whole.
pub struct Said {
    pub(crate) status: u16,
    content_type: Option<String>,
    body: Vec<u8>,
}

impl Said {
    /// For whoever knows what it means.
    pub fn read(&self) -> Answer<'_> {
        Answer {
            status: self.status,
            content_type: self.content_type.as_deref(),
            body: &self.body,
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The server was not reached, so that it knows of nothing.
    Unreachable,
    /// It was reached, and what it did is not known.
    Unanswered,
    /// It says more than it may.
    TooLong,
}

/// Sends a call and reads the whole answer, which has to be there in time. What is secret goes to
/// the call's address and, as nothing is redirected, to no other.
pub async fn once(call: &Call, within: Duration) -> Result<Said, NoAnswer> {
    let client = client(within)?;
    let method = match call.method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Delete => reqwest::Method::DELETE,
    };
    let mut request = client
        .request(method, &call.address)
        .header(ACCEPT, "application/json");
    if let Some(authorization) = &call.authorization {
        // Marked as secret, so that nothing on the way prints it.
        let mut header = HeaderValue::from_str(authorization).map_err(|_| NoAnswer::Unreachable)?;
        header.set_sensitive(true);
        request = request.header(AUTHORIZATION, header);
    }
    if let Some(body) = &call.body {
        request = request
            .header(CONTENT_TYPE, "application/json")
            .body(body.as_bytes().to_vec());
    }
    let mut answer = request.send().await.map_err(no_answer)?;
    let content_type = answer.headers().get(CONTENT_TYPE);
    let content_type = content_type.and_then(|kind| kind.to_str().ok().map(str::to_owned));
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(no_answer)? {
        if body.len() + chunk.len() > LARGEST_ANSWER {
            return Err(NoAnswer::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Said {
        status: answer.status().as_u16(),
        content_type,
        body,
    })
}

/// What all is sent with: no redirection is followed.
pub(crate) fn client(within: Duration) -> Result<Client, NoAnswer> {
    let client = Client::builder().redirect(Policy::none()).timeout(within);
    client.build().map_err(no_answer)
}

pub(crate) fn no_answer(fault: reqwest::Error) -> NoAnswer {
    let kind = if fault.is_connect() || fault.is_builder() {
        NoAnswer::Unreachable
    } else {
        NoAnswer::Unanswered
    };
    tracing::info!(fault = %fault.without_url(), "a call was not answered");
    kind
}
