//! Explains a token that somebody pasted.

use roomkey_core::inspect::Against;
use roomkey_core::inspect::Inspection;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::pasted;
use roomkey_core::pasted::PastedFault;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use zeroize::Zeroizing;

use super::jaas;
use super::judged;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::KeyUsed;
use crate::views::inspector::ReadKey;
use crate::views::inspector::ReadRequest;

/// Explains the one token in what was pasted.
pub(crate) async fn explained(
    roomkey: &Roomkey,
    request: ReadRequest,
) -> Result<ExplainedView, Fault> {
    let text = Zeroizing::new(request.text);
    let token = Zeroizing::new(pasted::find(&text)?);
    let room = match request.room.trim() {
        "" => None,
        typed => Some(RoomName::normalise(typed)?),
    };
    let now = request.at.map_or_else(|| roomkey.clock.now(), Timestamp);
    if let ReadKey::Tenant { tenant } = &request.key {
        let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
        if jaas(&tenant).is_none() {
            return judged::explained(roomkey, &tenant, &token, room.as_ref(), now).await;
        }
    }
    let registered = registered(roomkey, &token, &request.key).await?;
    Ok(view(&token, &registered, room.as_ref(), now))
}

/// The key that should have signed.
pub(super) struct Registered {
    pub(super) key: Option<PublicKey>,
    pub(super) key_id: Option<KeyId>,
    pub(super) whose: KeyUsed,
}

/// What is shown of a token.
pub(super) fn view(
    token: &str,
    registered: &Registered,
    room: Option<&RoomName>,
    now: Timestamp,
) -> ExplainedView {
    let against = Against {
        key: registered.key.as_ref(),
        key_id: registered.key_id.as_ref(),
        room,
        now,
    };
    let inspection = inspect(token, &against);
    ExplainedView {
        wire_text: match &inspection.verdict {
            Verdict::Refused(refusal) => Some(refusal.wire_text()),
            Verdict::Accepted(_) | Verdict::Unproved(_) => None,
        },
        inspection,
        parts: parts(token),
        key: registered.whose.clone(),
        at: now.seconds(),
        judged: None,
    }
}

/// The first two parts as they are written. The third, and whatever a broken token has after
/// it, stays away from the page.
fn parts(token: &str) -> Vec<String> {
    token.split('.').take(2).map(str::to_owned).collect()
}

async fn registered(roomkey: &Roomkey, token: &str, asked: &ReadKey) -> Result<Registered, Fault> {
    let none = |whose| Registered {
        key: None,
        key_id: None,
        whose,
    };
    match asked {
        ReadKey::Unchecked => Ok(none(KeyUsed::Unchecked)),
        ReadKey::Public { pem } => {
            if pem.contains("PRIVATE KEY") {
                return Err(PastedFault::PrivateKey.into());
            }
            let key = PublicKey::from_pem(pem)?;
            Ok(Registered {
                whose: KeyUsed::Public {
                    fingerprint: key.fingerprint(),
                },
                key: Some(key),
                key_id: None,
            })
        }
        ReadKey::Tenant { tenant } => of_tenant(roomkey, tenant, None).await,
        ReadKey::Found => {
            let named = named(token);
            let found = named.as_ref().and_then(|key_id| owner(roomkey, key_id));
            match found {
                Some(tenant) => of_tenant(roomkey, tenant.as_str(), named.as_ref()).await,
                None => Ok(none(KeyUsed::Unknown)),
            }
        }
    }
}

/// The key id that the token itself names.
fn named(token: &str) -> Option<KeyId> {
    let Inspection { header, .. } = inspect(
        token,
        &Against {
            key: None,
            key_id: None,
            room: None,
            now: Timestamp(0),
        },
    );
    KeyId::parse(header?.get("kid")?.as_str()?).ok()
}

/// The tenant of this desk to which a key id belongs.
fn owner(roomkey: &Roomkey, key_id: &KeyId) -> Option<TenantId> {
    roomkey.book.read(|settings| {
        let owns = |tenant: &&_| jaas(tenant).is_some_and(|jaas| jaas.app_id == *key_id.app_id());
        settings
            .tenants
            .iter()
            .find(owns)
            .map(|tenant| tenant.id.clone())
    })
}

/// The public half of a tenant's key: of its next or former one where the token names that.
async fn of_tenant(
    roomkey: &Roomkey,
    tenant: &str,
    named: Option<&KeyId>,
) -> Result<Registered, Fault> {
    let (id, title, jaas) = roomkey.book.tenant(tenant, |tenant| {
        (
            tenant.id.clone(),
            tenant.title.clone(),
            jaas(tenant).cloned(),
        )
    })?;
    let Some(jaas) = jaas else {
        return Err(Fault::NotYet(title));
    };
    let (key_id, key) = if named.is_some() && named == jaas.next_key_id.as_ref() {
        (jaas.next_key_id, roomkey.keys.get_next(&id).await?)
    } else if named.is_some() && named == jaas.former_key_id.as_ref() {
        (jaas.former_key_id, roomkey.keys.get_former(&id).await?)
    } else {
        (jaas.key_id, roomkey.keys.get(&id).await?)
    };
    Ok(Registered {
        key: Some(key.public().clone()),
        key_id: Some(key_id.ok_or(KeyStoreFault::Missing)?),
        whose: KeyUsed::Tenant { title },
    })
}
