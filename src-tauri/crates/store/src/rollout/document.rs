//! What is inside a rollout file: one JSON document, version 1. Tenants stand in it as in the
//! settings.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;
use zeroize::Zeroizing;

use roomkey_core::key::PrivateKey;
use roomkey_core::provider::Secret;

use super::Picture;
use super::PictureKind;
use super::Rollout;
use super::RolloutFault;
use super::RolloutTenant;
use crate::keys::OwnedCredential;
use crate::settings;

const KIND: &str = "roomkey rollout";
const VERSION: u64 = 1;

/// The document's bytes, wiped when they are dropped.
pub(super) fn write(rollout: &Rollout) -> Zeroizing<Vec<u8>> {
    let tenants: Vec<Value> = rollout.tenants.iter().map(tenant).collect();
    let document = json!({ "kind": KIND, "version": VERSION, "tenants": tenants });
    Zeroizing::new(document.to_string().into_bytes())
}

fn tenant(rolled: &RolloutTenant) -> Value {
    let (key, secret) = match &rolled.credential {
        Some(OwnedCredential::Key(key)) => (Some(STANDARD.encode(key.pkcs8_der())), None),
        Some(OwnedCredential::Secret(secret)) => (None, Some(secret.reveal())),
        None => (None, None),
    };
    json!({
        "tenant": rolled.tenant.clone().impersonal(),
        "key": key,
        "secret": secret,
        "logo": rolled.logo.as_ref().map(picture),
        "background": rolled.background.as_ref().map(picture),
    })
}

fn picture(picture: &Picture) -> Value {
    json!({ "kind": picture.kind.extension(), "data": STANDARD.encode(&picture.bytes) })
}

/// Reads a document that came out of a rollout file.
pub(super) fn read(document: &[u8]) -> Result<Rollout, RolloutFault> {
    let document: Value = serde_json::from_slice(document).map_err(|_| RolloutFault::NotOne)?;
    if document.get("kind").and_then(Value::as_str) != Some(KIND) {
        return Err(RolloutFault::NotOne);
    }
    match document.get("version").and_then(Value::as_u64) {
        Some(found) if found > VERSION => {
            return Err(RolloutFault::Newer {
                found,
                known: VERSION,
            });
        }
        Some(_) => {}
        None => return Err(RolloutFault::Damaged),
    }
    let tenants = document
        .get("tenants")
        .and_then(Value::as_array)
        .ok_or(RolloutFault::Damaged)?;
    Ok(Rollout {
        tenants: tenants.iter().map(read_tenant).collect::<Result<_, _>>()?,
    })
}

fn read_tenant(value: &Value) -> Result<RolloutTenant, RolloutFault> {
    let value = value.as_object().ok_or(RolloutFault::Damaged)?;
    let tenant = value
        .get("tenant")
        .and_then(Value::as_object)
        .and_then(settings::tenant)
        .ok_or(RolloutFault::Damaged)?;
    let key = member(value, "key", |value| {
        let der = Zeroizing::new(STANDARD.decode(value.as_str()?).ok()?);
        PrivateKey::from_pkcs8_der(&der).ok()
    })?;
    let secret = member(value, "secret", |value| Secret::parse(value.as_str()?).ok())?;
    Ok(RolloutTenant {
        tenant,
        credential: match (key, secret) {
            (None, None) => None,
            (Some(key), None) => Some(OwnedCredential::Key(key)),
            (None, Some(secret)) => Some(OwnedCredential::Secret(secret)),
            (Some(_), Some(_)) => return Err(RolloutFault::Damaged),
        },
        logo: member(value, "logo", read_picture)?,
        background: member(value, "background", read_picture)?,
    })
}

fn read_picture(value: &Value) -> Option<Picture> {
    Some(Picture {
        kind: PictureKind::of_extension(value.get("kind")?.as_str()?)?,
        bytes: STANDARD.decode(value.get("data")?.as_str()?).ok()?,
    })
}

/// A member that may be missing, but not bad.
fn member<T>(
    value: &Map<String, Value>,
    name: &str,
    read: impl Fn(&Value) -> Option<T>,
) -> Result<Option<T>, RolloutFault> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => read(value).map(Some).ok_or(RolloutFault::Damaged),
    }
}
