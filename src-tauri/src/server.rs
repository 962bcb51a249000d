//! What the tenant's server says outside of a meeting: the time, whether it is there, and what
//! it answers to a command.

use std::time::Duration;
use std::time::UNIX_EPOCH;

use reqwest::Client;
use reqwest::RequestBuilder;
use reqwest::header::ACCEPT;
use reqwest::header::CONTENT_TYPE;
use reqwest::header::DATE;
use reqwest::redirect::Policy;
use roomkey_core::domain::Domain;
use roomkey_core::rest::Request;
use roomkey_core::token::Token;

/// A server that has not answered by then is taken for unreachable.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// The `Date` of an answer of the domain, in Unix seconds; none where it sends none.
pub(crate) async fn date(domain: &Domain) -> Result<Option<i64>, reqwest::Error> {
    let answer = client(ANSWERS_WITHIN)?.head(domain.origin()).send().await?;
    let date = answer.headers().get(DATE);
    Ok(date
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .and_then(|date| date.duration_since(UNIX_EPOCH).ok())
        .map(|since| since.as_secs() as i64))
}

/// An answer, whole.
pub(crate) struct Said {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum PostFault {
    /// The server was not reached, so that it knows of nothing.
    Unreachable,
    /// It was reached, and what it did is not known.
    Unanswered,
    /// It says more than it may.
    TooLong,
}

/// Posts a request with its token, once. The answer has to be there in time, whole, and have at
/// most so many bytes. The token goes to this address and, as nothing is redirected, to no other.
pub(crate) async fn post(
    request: &Request,
    token: &Token,
    within: Duration,
    most: usize,
) -> Result<Said, PostFault> {
    let client = client(within).map_err(no_answer)?;
    let mut post = client
        .post(&request.address)
        .bearer_auth(token.reveal())
        .header(ACCEPT, "application/json");
    if let Some(body) = &request.body {
        post = post
            .header(CONTENT_TYPE, "application/json")
            .body(body.as_bytes().to_vec());
    }
    exchange(post, most).await
}

/// Sends a request and reads the whole answer.
async fn exchange(request: RequestBuilder, most: usize) -> Result<Said, PostFault> {
    let mut answer = request.send().await.map_err(no_answer)?;
    let content_type = answer.headers().get(CONTENT_TYPE);
    let content_type = content_type.and_then(|kind| kind.to_str().ok().map(str::to_owned));
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(no_answer)? {
        if body.len() + chunk.len() > most {
            return Err(PostFault::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Said {
        status: answer.status().as_u16(),
        content_type,
        body,
    })
}

fn no_answer(fault: reqwest::Error) -> PostFault {
    let kind = if fault.is_connect() || fault.is_builder() {
        PostFault::Unreachable
    } else {
        PostFault::Unanswered
    };
    tracing::info!(fault = %fault.without_url(), "a call was not answered");
    kind
}

/// Whether the domain answers at all. A page cannot tell a host that has no such script
/// from one that is not there.
pub(crate) async fn answers(domain: &Domain) -> bool {
    match client(ANSWERS_WITHIN) {
        Ok(client) => client.head(domain.origin()).send().await.is_ok(),
        Err(_) => false,
    }
}

/// Whether the IFrame API is handed out at one of the addresses where it may be.
pub(crate) async fn serves_api(scripts: &[String]) -> bool {
    let Ok(client) = client(ANSWERS_WITHIN) else {
        return false;
    };
    for address in scripts {
        let Ok(answer) = client.get(address).send().await else {
            continue;
        };
        // Some hosts answer every address with a page.
        if answer.status().is_success()
            && answer
                .text()
                .await
                .is_ok_and(|text| text.contains("JitsiMeetExternalAPI"))
        {
            return true;
        }
    }
    false
}

fn client(within: Duration) -> Result<Client, reqwest::Error> {
    Client::builder()
        .redirect(Policy::none())
        .timeout(within)
        .build()
}
