//! What one tenant needs: its key, a token that the rules let pass, a server
//! that answers, and a clock that agrees with the server's.

use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;

use super::finding::Finding;
use super::server;
use crate::clock;
use crate::desk;
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
    let jaas = match desk::jaas(tenant) {
        Ok(jaas) => jaas,
        Err(fault) => return Ok(vec![Finding::remark(about("provider"), fault.to_string())]),
    };
    let mut findings = Vec::new();
    match desk::key_id(tenant) {
        Ok(id) => {
            findings.push(key_id(about("key id"), jaas, id));
            if is_keyring_open {
                findings.extend(key(desk, tenant, jaas, id));
            }
        }
        Err(fault) => findings.push(Finding::fault(about("key id"), fault.to_string())),
    }
    if !is_offline {
        findings.extend(server(tenant, jaas)?);
    }
    Ok(findings)
}

fn key(desk: &Desk, tenant: &Tenant, jaas: &Jaas, id: &KeyId) -> Vec<Finding> {
    let about = |what: &str| format!("{}: {what}", tenant.id);
    match desk.key(&tenant.id) {
        Ok(key) => {
            let strength = format!("RSA, {} bits", key.bits());
            vec![
                Finding::good(about("key"), strength),
                token(about("token"), desk, tenant, jaas, id, &key),
            ]
        }
        Err(fault) => vec![Finding::fault(about("key"), fault.to_string())],
    }
}

fn key_id(subject: String, jaas: &Jaas, id: &KeyId) -> Finding {
    if *id.app_id() == jaas.app_id {
        return Finding::good(subject, format!("{}, of the tenant", id.short()));
    }
    Finding::fault(
        subject,
        "The key id belongs to another tenant than the AppID. Correct one of them with \
         roomkeyctl tenant add --replace",
    )
}

/// A token as a meeting would get it, judged by this machine's clock.
fn token(
    subject: String,
    desk: &Desk,
    tenant: &Tenant,
    jaas: &Jaas,
    id: &KeyId,
    key: &PrivateKey,
) -> Finding {
    let now = clock::now();
    let room = tenant.rooms.first().map(|room| room.name.clone());
    let room =
        room.unwrap_or_else(|| RoomName::parse("doctor").expect("the name has allowed signs only"));
    let (from, until) = tenant.lifetime.window(now);
    let grant = Grant {
        app_id: jaas.app_id.clone(),
        person: desk.settings.person.clone().unwrap_or_else(somebody),
        role: tenant.role,
        features: tenant.features.of(tenant.role).clone(),
        room: RoomScope::Exact(room.clone()),
        from,
        until,
        hidden_from_recorder: false,
    };
    let token = match Token::sign(&grant, id, key) {
        Ok(token) => token,
        Err(fault) => return Finding::fault(subject, fault.to_string()),
    };
    let against = Against {
        key: Some(key.public()),
        key_id: Some(id),
        room: Some(&room),
        now,
    };
    match inspect(token.reveal(), &against).verdict {
        Verdict::Accepted(_) | Verdict::Unproved(_) => {
            Finding::good(subject, "passes the server's checks")
        }
        Verdict::Refused(refusal) => Finding::fault(subject, refusal.to_string()),
    }
}

fn server(tenant: &Tenant, jaas: &Jaas) -> Result<Vec<Finding>, Fault> {
    let about = |what: &str| format!("{}: {what}", tenant.id);
    let domain = jaas.domain.authority();
    let asked = wait(server::date(&jaas.domain))?;
    Ok(match asked {
        Err(_) => vec![Finding::unknown(
            about("server"),
            format!(
                "{domain} does not answer. Check the network, the proxy and the domain's spelling"
            ),
        )],
        Ok(date) => {
            let answers = Finding::good(about("server"), format!("{domain} answers"));
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
