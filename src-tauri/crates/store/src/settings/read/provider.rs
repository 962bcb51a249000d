//! Providers. What names the provider's side has to be right as a whole: a
//! token must not go to another host, or to another tenant, than was meant.

use serde_json::Value;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::time::Timestamp;

use super::object::Object;
use super::object::Unusable;
use super::value;
use super::value::Needed;
use crate::settings::Jaas;
use crate::settings::Provider;
use crate::settings::provider::ANY_TENANT;

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
    let domain = own_or(object, "domain", "8x8.vc")?;
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

fn jitsi(object: Object<'_>) -> Result<jitsi::Server, Unusable> {
    let scope = |value: &Value| match value::text(value)?.trim() {
        ANY_TENANT => Ok(jitsi::Scope::Any),
        _ => value::parsed(jitsi::TenantName::parse)(value).map(jitsi::Scope::Tenant),
    };
    let usual = || jitsi::Audience::parse("jitsi").expect("a word is an audience");
    Ok(jitsi::Server {
        domain: object.required("domain", domain)?,
        scope: object
            .strict("tenant", scope)?
            .unwrap_or(jitsi::Scope::Domain),
        app: object.required("appId", value::parsed(jitsi::AppName::parse))?,
        audience: object
            .strict("audience", value::parsed(jitsi::Audience::parse))?
            .unwrap_or_else(usual),
        trust: object.required_object("signing", |signing| {
            Ok(match algorithm(signing)? {
                Algorithm::Hs256 => jitsi::Trust::Secret,
                Algorithm::Rs256 => {
                    let name = value::parsed(jitsi::KeyName::parse);
                    jitsi::Trust::Key(signing.required("keyId", name)?)
                }
            })
        })?,
    })
}

fn video_sdk(object: Object<'_>) -> Result<videosdk::Account, Unusable> {
    let version = value::parsed(videosdk::PageVersion::parse);
    Ok(videosdk::Account {
        tokens: match object.strict("tokenServer", domain)? {
            Some(server) => videosdk::Tokens::Server(server),
            None => {
                let key = value::parsed(videosdk::ApiKey::parse);
                videosdk::Tokens::Own(object.required("apiKey", key)?)
            }
        },
        api: own_or(object, "api", "api.videosdk.live")?,
        pages: own_or(object, "pages", "embed.videosdk.live")?,
        page_version: object.strict("pageVersion", version)?.unwrap_or_default(),
    })
}

fn jio_meet(object: Object<'_>) -> Result<jiomeet::App, Unusable> {
    let authorization = value::one_of(&[
        ("bare", jiomeet::Authorization::Bare),
        ("bearer", jiomeet::Authorization::Bearer),
    ]);
    Ok(jiomeet::App {
        id: object.required("appId", value::parsed(jiomeet::AppId::parse))?,
        issuer: object.strict("issuer", value::parsed(jiomeet::Issuer::parse))?,
        domain: own_or(object, "domain", "jiomeetpro.jio.com")?,
        steps: object.required_object("signing", |signing| {
            Ok(match algorithm(signing)? {
                Algorithm::Hs256 => jiomeet::Steps::One,
                Algorithm::Rs256 => jiomeet::Steps::Two,
            })
        })?,
        authorization: object
            .strict("authorization", authorization)?
            .unwrap_or_default(),
    })
}

#[derive(Clone, Copy)]
enum Algorithm {
    Hs256,
    Rs256,
}

fn algorithm(signing: Object<'_>) -> Result<Algorithm, Unusable> {
    let known = [("HS256", Algorithm::Hs256), ("RS256", Algorithm::Rs256)];
    signing.required("algorithm", value::one_of(&known))
}

fn own_or(object: Object<'_>, key: &str, usual: &'static str) -> Result<Domain, Unusable> {
    let own = object.strict(key, domain)?;
    Ok(own.unwrap_or_else(|| known_domain(usual)))
}

fn domain(value: &Value) -> Result<Domain, Needed> {
    value::parsed(Domain::parse)(value)
}

fn known_domain(text: &'static str) -> Domain {
    Domain::parse(text).expect("a provider's own domain is a valid one")
}
