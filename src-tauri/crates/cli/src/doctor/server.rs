//! Whether a tenant's server answers, and what time it has.

use std::time::Duration;
use std::time::UNIX_EPOCH;

use reqwest::Client;
use reqwest::header::DATE;
use reqwest::redirect::Policy;
use roomkey_core::domain::Domain;
use roomkey_core::time::Timestamp;

/// A server that has not answered by then is taken for unreachable.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// The `Date` of the domain's answer; none where it sends none.
pub(super) async fn date(domain: &Domain) -> Result<Option<Timestamp>, reqwest::Error> {
    let client = Client::builder()
        .redirect(Policy::none())
        .timeout(ANSWERS_WITHIN)
        .build()?;
    let answer = client.head(domain.origin()).send().await?;
    let date = answer.headers().get(DATE);
    Ok(date
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .and_then(|date| date.duration_since(UNIX_EPOCH).ok())
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .map(Timestamp))
}
