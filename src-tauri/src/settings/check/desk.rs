//! What is on this desk: the keyring, the key, its token, and what shows a meeting.

use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PrivateKey;
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;
use roomkey_surface::browser;

use super::Report;
use super::fail;
use super::not_checked;
use super::pass;
use crate::error::Fault;
use crate::people;
use crate::roomkey::Roomkey;
use crate::views::check::CheckId;

/// Keyring, key, key id and token; each needs the one before.
pub(super) async fn check(
    roomkey: &Roomkey,
    tenant: &Tenant,
    jaas: &Jaas,
    report: &mut Report<'_>,
) {
    match roomkey.keys.status().await {
        KeyringStatus::Ready(kind) => {
            let values = [("kind", kind.to_string())];
            report.tell(pass(CheckId::Keyring, &format!("{kind} is open"), values));
        }
        KeyringStatus::Locked(_) => {
            report.tell(fail(CheckId::Keyring, KeyStoreFault::Locked.into()));
        }
        KeyringStatus::Unusable(fault) => report.tell(fail(CheckId::Keyring, fault.into())),
    }
    let key = match roomkey.keys.get(&tenant.id).await {
        Ok(key) => key,
        Err(fault) => {
            report.tell(fail(CheckId::Key, fault.into()));
            for id in [CheckId::KeyId, CheckId::Token] {
                report.tell(not_checked(id, "there is no key"));
            }
            return;
        }
    };
    let bits = key.bits().to_string();
    let strength = format!("RSA, {bits} bits");
    report.tell(pass(CheckId::Key, &strength, [("bits", bits)]));
    let Some(key_id) = &jaas.key_id else {
        report.tell(fail(
            CheckId::KeyId,
            roomkey_core::key_id::KeyIdFault::Empty.into(),
        ));
        report.tell(not_checked(CheckId::Token, "there is no key id"));
        return;
    };
    // An id of another tenant is never kept: reading the settings leaves such a tenant out.
    report.tell(pass(CheckId::KeyId, key_id.as_str(), []));
    report.tell(match token(roomkey, tenant, jaas, &key) {
        Ok(()) => pass(CheckId::Token, "it passes every rule of JaaS", []),
        Err(fault) => fail(CheckId::Token, fault),
    });
}

/// Makes the token that this person would get in the first room, and judges it.
fn token(roomkey: &Roomkey, tenant: &Tenant, jaas: &Jaas, key: &PrivateKey) -> Result<(), Fault> {
    let Some(key_id) = &jaas.key_id else {
        return Err(KeyStoreFault::Missing.into());
    };
    let now = roomkey.clock.now();
    let first = tenant.rooms.first().map(|room| room.name.clone());
    let room = match first {
        Some(room) => room,
        None => RoomName::parse("check")?,
    };
    let known = roomkey.book.read(|settings| settings.person.clone());
    let person = known.unwrap_or_else(|| people::somebody(roomkey.language()));
    let role = tenant.role_of(&person, tenant.room(&room));
    let (from, until) = tenant.lifetime_in(&room).window(now);
    let grant = Grant {
        app_id: jaas.app_id.clone(),
        person,
        role,
        features: tenant.features.of(role).clone(),
        room: RoomScope::Exact(room.clone()),
        from,
        until,
        hidden_from_recorder: false,
    };
    let token = Token::sign(&grant, key_id, key)?;
    let against = Against {
        key: Some(key.public()),
        key_id: Some(key_id),
        room: Some(&room),
        now,
    };
    match inspect(token.reveal(), &against).verdict {
        Verdict::Accepted(_) | Verdict::Unproved(_) => Ok(()),
        Verdict::Refused(refusal) => Err(Fault::TokenRefused(refusal)),
    }
}

/// What would show a meeting here.
pub(super) fn check_surface(roomkey: &Roomkey, report: &mut Report<'_>) {
    let kind = if roomkey.has_webrtc() {
        "embedded"
    } else if roomkey.environment.chromium.is_some() || !browser::find().is_empty() {
        "chromium"
    } else {
        "browser"
    };
    report.tell(pass(CheckId::Surface, kind, [("kind", kind.to_owned())]));
}
