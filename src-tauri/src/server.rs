//! What the tenant's server says outside of a meeting: the time, and whether it is there.

use std::time::Duration;
use std::time::UNIX_EPOCH;

use reqwest::Client;
use reqwest::header::DATE;
use reqwest::redirect::Policy;
use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;

/// A server that has not answered by then is taken for unreachable.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// The `Date` of an answer of the domain, in Unix seconds; none where it sends none.
pub(crate) async fn date(domain: &Domain) -> Result<Option<i64>, reqwest::Error> {
    let answer = client()?.head(domain.origin()).send().await?;
    let date = answer.headers().get(DATE);
    Ok(date
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .and_then(|date| date.duration_since(UNIX_EPOCH).ok())
        .map(|since| since.as_secs() as i64))
}

/// Whether the domain answers at all. A page cannot tell a host that has no such script
/// from one that is not there.
pub(crate) async fn answers(domain: &Domain) -> bool {
    match client() {
        Ok(client) => client.head(domain.origin()).send().await.is_ok(),
        Err(_) => false,
    }
}

/// Whether the domain hands out the IFrame API for the tenant, at one of the two places
/// where it may be.
pub(crate) async fn serves_api(domain: &Domain, app_id: &AppId) -> bool {
    let Ok(client) = client() else { return false };
    let origin = domain.origin();
    for address in [
        format!("{origin}/{app_id}/external_api.js"),
        format!("{origin}/libs/external_api.min.js"),
    ] {
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

fn client() -> Result<Client, reqwest::Error> {
    Client::builder()
        .redirect(Policy::none())
        .timeout(ANSWERS_WITHIN)
        .build()
}
