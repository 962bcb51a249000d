//! The way to the tenant's server: each step needs the one before.

use std::pin::Pin;
use std::time::Duration;

use roomkey_calls::server;
use roomkey_core::domain::Domain;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Rooms;
use roomkey_core::token::Token;
use roomkey_store::settings::Tenant;
use tokio::net::TcpStream;
use tokio::net::lookup_host;
use tokio::time::timeout;

use super::Report;
use super::fail;
use super::not_checked;
use super::pass;
use crate::calls;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::check::CheckId;
use crate::views::check::CheckOutcome;
use crate::views::check::CheckResult;
use crate::views::check::CheckSkipped;

const ANSWERS_WITHIN: Duration = Duration::from_secs(5);

/// Hosts beside the tenant's own that a meeting at 8x8.vc loads from. What JaaS asks for is
/// `*.8x8.com`, `*.8x8.vc` and `*.jitsi.net` on TCP 443; UDP 10000 shows in a meeting alone.
const HOSTS: [&str; 3] = ["8x8.vc", "www.8x8.com", "web-cdn.jitsi.net"];

/// Name, connection, encryption, clock and script or REST; then the other hosts.
pub(super) async fn check(
    roomkey: &Roomkey,
    tenant: &Tenant,
    token: Option<Token>,
    report: &mut Report<'_>,
) {
    let domain = tenant.provider.domain();
    let known = tenant.provider.system();
    let last: (CheckId, Look<'_>) = match tenant.provider.abilities().rooms {
        Rooms::Made => (
            CheckId::Rest,
            Box::pin(rest(known.as_ref(), token.as_ref())),
        ),
        Rooms::Named => (CheckId::Script, Box::pin(script(known.as_ref(), domain))),
    };
    let steps: [(CheckId, Look<'_>); 5] = [
        (CheckId::Dns, Box::pin(dns(domain))),
        (CheckId::Tcp, Box::pin(tcp(domain))),
        (CheckId::Tls, Box::pin(tls(domain))),
        (CheckId::Clock, Box::pin(clock(roomkey, domain))),
        last,
    ];
    let mut is_reached = true;
    for (id, look) in steps {
        if !is_reached {
            report.tell(not_checked(id, CheckSkipped::ServerNotReached));
            continue;
        }
        report.tell(look.await.unwrap_or_else(|fault| {
            is_reached = false;
            fail(id, fault)
        }));
    }
    report.tell(hosts(domain).await);
}

/// What was found, or the fault that keeps the later steps from being looked at.
type Step = Result<CheckResult, Fault>;

/// A step, which begins when it is waited for.
type Look<'a> = Pin<Box<dyn Future<Output = Step> + Send + 'a>>;

async fn dns(domain: &Domain) -> Step {
    let host = domain.host().to_owned();
    if is_found(&host, port(domain)).await {
        let found = format!("{host} is found");
        Ok(pass(CheckId::Dns, &found, [("host", host)]))
    } else {
        Err(Fault::HostUnknown(host))
    }
}

async fn is_found(host: &str, port: u16) -> bool {
    match timeout(ANSWERS_WITHIN, lookup_host((host, port))).await {
        Ok(Ok(mut addresses)) => addresses.next().is_some(),
        Ok(Err(_)) | Err(_) => false,
    }
}

async fn tcp(domain: &Domain) -> Step {
    let (host, port) = (domain.host().to_owned(), port(domain));
    if reaches(&host, port).await {
        let answers = format!("{host} answers on port {port}");
        let values = [("host", host), ("port", port.to_string())];
        Ok(pass(CheckId::Tcp, &answers, values))
    } else {
        Err(Fault::ServerUnreachable(host))
    }
}

fn port(domain: &Domain) -> u16 {
    domain.port().unwrap_or(443)
}

async fn reaches(host: &str, port: u16) -> bool {
    let connected = timeout(ANSWERS_WITHIN, TcpStream::connect((host, port))).await;
    matches!(connected, Ok(Ok(_)))
}

async fn tls(domain: &Domain) -> Step {
    if !domain.is_encrypted() {
        Ok(not_checked(CheckId::Tls, CheckSkipped::NotEncrypted))
    } else if server::answers(domain).await {
        let valid = "the server's certificate is valid";
        Ok(pass(CheckId::Tls, valid, []))
    } else {
        Err(Fault::TlsFailed(domain.host().to_owned()))
    }
}

/// Roomkey allows for a clock that is off; other programs on this desk do not.
async fn clock(roomkey: &Roomkey, domain: &Domain) -> Step {
    roomkey.clock.correct_by(domain).await;
    Ok(match roomkey.clock.skew() {
        Some(seconds) => CheckResult {
            outcome: CheckOutcome::Warn,
            ..fail(CheckId::Clock, Fault::ClockSkew(seconds))
        },
        None => pass(CheckId::Clock, "it agrees with the server", []),
    })
}

async fn script(known: Option<&Provider>, domain: &Domain) -> Step {
    let Some(provider) = known else {
        return Ok(not_checked(CheckId::Script, CheckSkipped::NoKeyId));
    };
    if server::serves_api(&provider.system().scripts()).await {
        Ok(pass(CheckId::Script, "the IFrame API is there", []))
    } else {
        Err(Fault::ScriptMissing(domain.host().to_owned()))
    }
}

/// The provider answers, and lets this account in.
async fn rest(known: Option<&Provider>, token: Option<&Token>) -> Step {
    let calls = known.and_then(|provider| provider.system().room_calls());
    let (Some(calls), Some(token)) = (calls, token) else {
        return Ok(not_checked(CheckId::Rest, CheckSkipped::NoToken));
    };
    if let Some(call) = calls.list(token) {
        let answer = calls::carry(&call).await?;
        calls.listed(answer.read())?;
    }
    // A server of the company's lists no rooms; the token shows that it answers.
    Ok(pass(CheckId::Rest, "it lets this account in", []))
}

async fn hosts(domain: &Domain) -> CheckResult {
    if !domain.host().ends_with("8x8.vc") {
        return not_checked(CheckId::Hosts, CheckSkipped::NotOfJaas);
    }
    let mut blocked = Vec::new();
    for host in HOSTS {
        if !reaches(host, 443).await {
            blocked.push(host);
        }
    }
    if blocked.is_empty() {
        pass(CheckId::Hosts, "all answer on TCP 443", [])
    } else {
        fail(CheckId::Hosts, Fault::HostsBlocked(blocked.join(", ")))
    }
}
