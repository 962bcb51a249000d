//! What is on this desk: the keyring, the key, its token, and what shows a meeting.

use roomkey_core::grant::RoomScope;
use roomkey_core::key_id::KeyIdFault;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Join;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Rooms;
use roomkey_core::provider::Secret;
use roomkey_core::provider::SecretWarning;
use roomkey_core::provider::Signer;
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Tenant;
use roomkey_surface::browser;

use super::Report;
use super::fail;
use super::not_checked;
use super::pass;
use crate::calls;
use crate::error::Fault;
use crate::people;
use crate::roomkey::Roomkey;
use crate::views::check::CheckId;
use crate::views::check::CheckOutcome;
use crate::views::check::CheckResult;
use crate::views::check::CheckSkipped;

/// Keyring, key or secret, key id and token; each needs the one before. Gives the token for the
/// provider's calls, where it has such calls.
pub(super) async fn check(
    roomkey: &Roomkey,
    tenant: &Tenant,
    report: &mut Report<'_>,
) -> Option<Token> {
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
    let known = tenant.provider.system();
    let signer = tenant.provider.signer();
    let credential = match calls::credential(roomkey, &tenant.id, signer).await {
        Ok(credential) => credential,
        Err(fault) => {
            missing(tenant, signer, fault, report);
            return None;
        }
    };
    match &credential {
        Some(OwnedCredential::Key(key)) => {
            let bits = key.bits().to_string();
            let strength = format!("RSA, {bits} bits");
            report.tell(pass(CheckId::Key, &strength, [("bits", bits)]));
        }
        Some(OwnedCredential::Secret(secret)) => report.tell(strength(secret)),
        None => {}
    }
    if let Some(jaas) = tenant.provider.jaas() {
        let Some(key_id) = &jaas.key_id else {
            report.tell(fail(CheckId::KeyId, KeyIdFault::Empty.into()));
            report.tell(not_checked(CheckId::Token, CheckSkipped::NoKeyId));
            return None;
        };
        // An id of another tenant is never kept: reading the settings leaves such a tenant out.
        report.tell(pass(CheckId::KeyId, key_id.as_str(), []));
    }
    let provider = known?;
    match token(roomkey, tenant, &provider, credential.as_ref()).await {
        Ok(token) => {
            let name = provider.system().abilities().name;
            let passes = format!("it passes every rule of {name}");
            let values = [("system", name.to_owned())];
            report.tell(pass(CheckId::Token, &passes, values));
            token
        }
        Err(fault) => {
            report.tell(fail(CheckId::Token, fault));
            None
        }
    }
}

/// What signs is not there.
fn missing(tenant: &Tenant, signer: Signer, fault: Fault, report: &mut Report<'_>) {
    let (what, why) = match signer {
        Signer::Key { .. } => (CheckId::Key, CheckSkipped::NoKey),
        Signer::Secret | Signer::Elsewhere => (CheckId::Secret, CheckSkipped::NoSecret),
    };
    report.tell(fail(what, fault));
    if tenant.provider.jaas().is_some() {
        report.tell(not_checked(CheckId::KeyId, why));
    }
    report.tell(not_checked(CheckId::Token, why));
}

fn strength(secret: &Secret) -> CheckResult {
    match secret.warning() {
        None => pass(CheckId::Secret, "it is long enough", []),
        Some(warning @ SecretWarning::Short { found }) => CheckResult {
            outcome: CheckOutcome::Warn,
            ..pass(
                CheckId::Secret,
                &warning.to_string(),
                [("short", found.to_string())],
            )
        },
    }
}

/// Makes the token that this person would get in the first room, and the one for the provider's
/// calls, and judges them. Gives the latter, where there is one.
async fn token(
    roomkey: &Roomkey,
    tenant: &Tenant,
    provider: &Provider,
    credential: Option<&OwnedCredential>,
) -> Result<Option<Token>, Fault> {
    let system = provider.system();
    let abilities = system.abilities();
    if let (Some(credential), true) = (credential, abilities.join != Join::PageByLink) {
        let now = roomkey.clock.now();
        let first = tenant.rooms.first().map(|room| room.name.clone());
        let room = match first {
            Some(room) => room,
            None => RoomName::parse("check")?,
        };
        let known = roomkey.book.read(|settings| settings.person.clone());
        let person = known.unwrap_or_else(|| people::somebody(roomkey.language()));
        let role = tenant.role_of(&person, tenant.room(&room));
        let entry = Entry {
            person,
            role: role.into(),
            features: tenant.features.of(role).clone(),
            room: match abilities.rooms {
                Rooms::Named => RoomScope::Exact(room.clone()),
                // Only the provider knows the room's own name.
                Rooms::Made => RoomScope::Any,
            },
        };
        let life = tenant.lifetime_in(&room).window(now);
        provider.signed(&Purpose::Enter(&entry), life, credential.signs(), now)?;
    }
    match system.room_calls() {
        Some(_) => {
            let token = calls::token(provider, credential, roomkey.clock.now()).await?;
            Ok(Some(token))
        }
        None => Ok(None),
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
