//! Providers. What names the provider's side has to be right as a whole: a
//! token must not go to another host, or to another tenant, than was meant.

use serde_json::Value;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;

use super::object::Object;
use super::object::Unusable;
use super::value;
use super::value::Needed;
use crate::settings::Jaas;
use crate::settings::JioMeet;
use crate::settings::Jitsi;
use crate::settings::Provider;
use crate::settings::Signing;
use crate::settings::VideoSdk;

#[derive(Clone, Copy)]
enum Kind {
    Jaas,
    Jitsi,
    VideoSdk,
    JioMeet,
}

const KINDS: [(&str, Kind); 4] = [
    ("jaas", Kind::Jaas),
    ("jitsi", Kind::Jitsi),
    ("videoSdk", Kind::VideoSdk),
    ("jioMeet", Kind::JioMeet),
];

pub(super) fn provider(object: Object<'_>) -> Result<Provider, Unusable> {
    let kind = object.required("kind", value::one_of(&KINDS))?;
    Ok(match kind {
        Kind::Jaas => Provider::Jaas(jaas(object)?),
        Kind::Jitsi => Provider::Jitsi(jitsi(object)?),
        Kind::VideoSdk => Provider::VideoSdk(video_sdk(object)?),
        Kind::JioMeet => Provider::JioMeet(jio_meet(object)?),
    })
}

fn jaas(object: Object<'_>) -> Result<Jaas, Unusable> {
    let app_id = object.required("appId", value::parsed(AppId::parse))?;
    let key_id = |key: &str| {
        let read = value::parsed(|text| KeyId::parse_for(&app_id, text));
        object.strict(key, read)
    };
    let at = |key: &str| object.lenient(key, value::whole_number).map(Timestamp);
    let domain = object
        .strict("domain", domain)?
        .unwrap_or_else(|| known_domain("8x8.vc"));
    Ok(Jaas {
        key_id: key_id("keyId")?,
        key_added: at("keyAdded"),
        next_key_id: key_id("nextKeyId")?,
        key_passed: at("keyPassed"),
        next_key_added: at("nextKeyAdded"),
        next_key_passed: at("nextKeyPassed"),
        former_key_id: key_id("formerKeyId")?,
        former_key_added: at("formerKeyAdded"),
        domain,
        app_id: app_id.clone(),
    })
}

fn jitsi(object: Object<'_>) -> Result<Jitsi, Unusable> {
    Ok(Jitsi {
        domain: object.required("domain", domain)?,
        tenant: object.strict("tenant", value::line)?,
        app_id: object.required("appId", value::line)?,
        audience: object
            .strict("audience", value::line)?
            .unwrap_or_else(|| "jitsi".to_owned()),
        signing: object.required_object("signing", signing)?,
    })
}

fn video_sdk(object: Object<'_>) -> Result<VideoSdk, Unusable> {
    Ok(VideoSdk {
        api_key: object.required("apiKey", value::line)?,
        token_server: object.strict("tokenServer", domain)?,
    })
}

fn jio_meet(object: Object<'_>) -> Result<JioMeet, Unusable> {
    let domain = object.strict("domain", domain)?;
    Ok(JioMeet {
        app_id: object.required("appId", value::line)?,
        domain: domain.unwrap_or_else(|| known_domain("jiomeetpro.jio.com")),
        signing: object.required_object("signing", signing)?,
    })
}

fn signing(object: Object<'_>) -> Result<Signing, Unusable> {
    if object.required(
        "algorithm",
        value::one_of(&[("HS256", true), ("RS256", false)]),
    )? {
        return Ok(Signing::SharedSecret);
    }
    Ok(Signing::KeyPair {
        key_id: object.strict("keyId", value::line)?,
    })
}

fn domain(value: &Value) -> Result<Domain, Needed> {
    value::parsed(Domain::parse)(value)
}

fn known_domain(text: &'static str) -> Domain {
    Domain::parse(text).expect("a provider's own domain is a valid one")
}
