//! What a tenant's server says without being asked for more: that it is there, the time, and
//! whether it hands out the IFrame API.

use std::time::Duration;
use std::time::UNIX_EPOCH;

use reqwest::Response;
use reqwest::header::DATE;
use roomkey_core::domain::Domain;
use roomkey_core::time::Timestamp;

use crate::post::NoAnswer;
use crate::post::client;
use crate::post::no_answer;

/// A server that has not answered by then is taken for unreachable.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// The `Date` of the domain's answer; none where it sends none.
pub async fn date(domain: &Domain) -> Result<Option<Timestamp>, NoAnswer> {
    let answer = head(domain).await?;
    let date = answer.headers().get(DATE);
    Ok(date
        .and_then(|date| date.to_str().ok())
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .and_then(|date| date.duration_since(UNIX_EPOCH).ok())
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .map(Timestamp))
}

/// Whether the domain answers at all. A page cannot tell a host that has no such script
/// from one that is not there.
pub async fn answers(domain: &Domain) -> bool {
    head(domain).await.is_ok()
}

/// Whether the IFrame API is handed out at one of the addresses where it may be.
pub async fn serves_api(scripts: &[String]) -> bool {
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

async fn head(domain: &Domain) -> Result<Response, NoAnswer> {
    let asked = client(ANSWERS_WITHIN)?.head(domain.origin()).send();
    asked.await.map_err(no_answer)
}
