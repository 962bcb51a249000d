//! What one tenant needs: its key or secret, a token that the rules let pass, a server
//! that answers, and a clock that agrees with the server's.

use roomkey_calls::server;
use roomkey_core::grant::RoomScope;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Join;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Rooms;
use roomkey_core::provider::Signer;
use roomkey_core::time::Timestamp;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;

use super::finding::Finding;
use crate::answer::Ending;
use crate::clock;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::span;
use crate::wait::wait;

/// A skew that is not worth a word: HTTP dates are whole seconds, and an answer takes time.
const UNREMARKABLE_SECONDS: u64 = 5;

pub(super) fn look(
    desk: &Desk,
    tenant: &Tenant,
    is_keyring_open: bool,
    is_offline: bool,
) -> Result<Vec<Finding>, Fault> {
    let about = |what: &str| format!("{}: {what}", tenant.id);
    let mut findings = Vec::new();
    if let Some(jaas) = tenant.provider.jaas() {
        findings.push(key_id(about("key id"), tenant, jaas));
    }
    let provider = tenant.provider.system();
    let mut signs = None;
    if let (Some(provider), true) = (&provider, is_keyring_open) {
        let signer = provider.system().signer();
        match desk.credential(&tenant.id, signer) {
            Ok(credential) => {
                findings.extend(credential.as_ref().map(|own| strength(&about, own)));
                findings.extend(token(
                    about("token"),
                    desk,
                    tenant,
                    provider,
                    credential.as_ref(),
                ));
                signs = Some(credential);
            }
            Err(fault) => {
                let what = match signer {
                    Signer::Key { .. } => "key",
                    Signer::Secret | Signer::Elsewhere => "secret",
                };
                findings.push(Finding::fault(about(what), fault.to_string()));
            }
        }
    }
    if !is_offline {
        findings.extend(server(tenant)?);
        if let (Some(provider), Some(signs)) = (&provider, &signs) {
            findings.extend(rest(about("rooms"), provider, signs.as_ref())?);
        }
    }
    Ok(findings)
}

fn key_id(subject: String, tenant: &Tenant, jaas: &Jaas) -> Finding {
    let Some(id) = &jaas.key_id else {
        return Finding::fault(subject, Fault::NoKeyId(tenant.id.clone()).to_string());
    };
    if *id.app_id() == jaas.app_id {
        return Finding::good(subject, format!("{}, of the tenant", id.short()));
    }
    Finding::fault(
        subject,
        "The key id belongs to another tenant than the AppID. Correct one of them with \
         roomkeyctl tenant add --replace",
    )
}

fn strength(about: &impl Fn(&str) -> String, own: &OwnedCredential) -> Finding {
    match own {
        OwnedCredential::Key(key) => {
            Finding::good(about("key"), format!("RSA, {} bits", key.bits()))
        }
        OwnedCredential::Secret(secret) => match secret.warning() {
            None => Finding::good(about("secret"), format!("{} bytes", secret.reveal().len())),
            Some(warning) => Finding::remark(about("secret"), warning.to_string()),
        },
    }
}

/// A token as a meeting would get it, or one that calls REST where one joins without, judged by
/// this machine's clock; none where another makes them.
fn token(
    subject: String,
    desk: &Desk,
    tenant: &Tenant,
    provider: &Provider,
    own: Option<&OwnedCredential>,
) -> Option<Finding> {
    let now = clock::now();
    let abilities = provider.system().abilities();
    let room = tenant.rooms.first().map(|room| room.name.clone());
    let entry = Entry {
        person: desk.settings.person.clone().unwrap_or_else(somebody),
        role: tenant.role.into(),
        features: tenant.features.of(tenant.role).clone(),
        room: match (abilities.rooms, room) {
            (Rooms::Named, Some(room)) => RoomScope::Exact(room),
            // Only the provider knows the room's own name.
            (Rooms::Named, None) | (Rooms::Made, _) => RoomScope::Any,
        },
    };
    let purpose = match abilities.join {
        Join::IFrameApi | Join::PageWithToken => Purpose::Enter(&entry),
        Join::PageByLink => Purpose::Command,
    };
    let life = tenant.lifetime.window(now);
    Some(match provider.signed(&purpose, life, own?.signs(), now) {
        Ok(_) => Finding::good(subject, "passes the server's checks"),
        Err(fault) => Finding::fault(subject, fault.to_string()),
    })
}

/// Whether the provider's REST answers and lets this account in; none where it has no such calls.
fn rest(
    subject: String,
    provider: &Provider,
    own: Option<&OwnedCredential>,
) -> Result<Option<Finding>, Fault> {
    let Some(calls) = provider.system().room_calls() else {
        return Ok(None);
    };
    let asked = wait(async {
        let token = roomkey_calls::token(provider, own, clock::now()).await?;
        // A server of the company's lists no rooms; the token shows that it answers.
        if let Some(call) = calls.list(&token) {
            let answer = roomkey_calls::carry(&call).await?;
            calls.listed(answer.read())?;
        }
        Ok::<(), Fault>(())
    })?;
    Ok(Some(match asked {
        Ok(()) => Finding::good(subject, "the provider lets this account in"),
        Err(fault) if fault.ending() == Ending::Cannot => {
            Finding::unknown(subject, fault.to_string())
        }
        Err(fault) => Finding::fault(subject, fault.to_string()),
    }))
}

fn server(tenant: &Tenant) -> Result<Vec<Finding>, Fault> {
    let about = |what: &str| format!("{}: {what}", tenant.id);
    let domain = tenant.provider.domain();
    let authority = domain.authority();
    Ok(match wait(server::date(domain))? {
        Err(_) => vec![Finding::unknown(
            about("server"),
            format!(
                "{authority} does not answer. Check the network, the proxy and the domain's \
                 spelling"
            ),
        )],
        Ok(date) => {
            let answers = Finding::good(about("server"), format!("{authority} answers"));
            let clock = match date {
                Some(date) => skew(about("clock"), clock::now(), date),
                None => Finding::remark(about("clock"), "the server does not tell the time"),
            };
            vec![answers, clock]
        }
    })
}

fn skew(subject: String, here: Timestamp, there: Timestamp) -> Finding {
    let skew = here.since(there);
    let words = span::in_words(skew.unsigned_abs());
    if skew.unsigned_abs() <= UNREMARKABLE_SECONDS {
        return Finding::good(subject, "agrees with the server's");
    }
    let direction = if skew > 0 { "ahead of" } else { "behind" };
    Finding::fault(
        subject,
        format!(
            "This machine's clock is {words} {direction} the server's, which allows no leeway. \
             Switch on setting the clock by network"
        ),
    )
}

fn somebody() -> Person {
    Person {
        id: PersonId::parse("roomkeyctl").expect("the id has allowed signs only"),
        name: PersonName::parse("Doctor").expect("the name has allowed signs only"),
        email: None,
        avatar: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::finding::Level;

    #[test]
    fn a_clock_may_differ_by_a_few_seconds() {
        let there = Timestamp(1_000_000);
        for (here, level) in [
            (there.plus(5), Level::Good),
            (there.minus(5), Level::Good),
            (there.plus(6), Level::Fault),
            (there.minus(6), Level::Fault),
        ] {
            assert_eq!(skew("clock".to_owned(), here, there).level, level);
        }
        let text = skew("clock".to_owned(), there.minus(90), there).text;
        assert!(text.contains("1 min 30 s behind the server's"), "{text}");
    }
}
