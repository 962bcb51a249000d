//! A provider as the settings file has it.

use roomkey_core::domain::Domain;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use serde::Serialize;
use serde::Serializer;

use super::Jaas;
use super::Provider;

/// Stands for all tenants of a Jitsi server.
pub(crate) const ANY_TENANT: &str = "*";

impl Serialize for Provider {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Jaas(jaas) => File::Jaas(jaas),
            Self::Jitsi(server) => File::Jitsi(Jitsi::of(server)),
            Self::VideoSdk(account) => File::VideoSdk(VideoSdk::of(account)),
            Self::JioMeet(app) => File::JioMeet(JioMeet::of(app)),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum File<'a> {
    Jaas(&'a Jaas),
    Jitsi(Jitsi<'a>),
    VideoSdk(VideoSdk<'a>),
    JioMeet(JioMeet<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Jitsi<'a> {
    domain: &'a Domain,
    tenant: Option<&'a str>,
    app_id: &'a str,
    audience: &'a str,
    signing: Signing<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VideoSdk<'a> {
    api_key: Option<&'a str>,
    token_server: Option<&'a Domain>,
    api: &'a Domain,
    pages: &'a Domain,
    page_version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct JioMeet<'a> {
    app_id: &'a str,
    issuer: Option<&'a str>,
    domain: &'a Domain,
    signing: Signing<'a>,
    authorization: jiomeet::Authorization,
}

#[derive(Serialize)]
#[serde(tag = "algorithm")]
enum Signing<'a> {
    #[serde(rename = "HS256")]
    Secret,
    #[serde(rename = "RS256", rename_all = "camelCase")]
    Key {
        #[serde(skip_serializing_if = "Option::is_none")]
        key_id: Option<&'a str>,
    },
}

impl<'a> Jitsi<'a> {
    fn of(server: &'a jitsi::Server) -> Self {
        Self {
            domain: &server.domain,
            tenant: match &server.scope {
                jitsi::Scope::Domain => None,
                jitsi::Scope::Tenant(tenant) => Some(tenant.as_str()),
                jitsi::Scope::Any => Some(ANY_TENANT),
            },
            app_id: server.app.as_str(),
            audience: server.audience.as_str(),
            signing: match &server.trust {
                jitsi::Trust::Secret => Signing::Secret,
                jitsi::Trust::Key(name) => Signing::Key {
                    key_id: Some(name.as_str()),
                },
            },
        }
    }
}

impl<'a> VideoSdk<'a> {
    fn of(account: &'a videosdk::Account) -> Self {
        let (api_key, token_server) = match &account.tokens {
            videosdk::Tokens::Own(key) => (Some(key.as_str()), None),
            videosdk::Tokens::Server(domain) => (None, Some(domain)),
        };
        Self {
            api_key,
            token_server,
            api: &account.api,
            pages: &account.pages,
            page_version: account.page_version.as_str(),
        }
    }
}

impl<'a> JioMeet<'a> {
    fn of(app: &'a jiomeet::App) -> Self {
        Self {
            app_id: app.id.as_str(),
            issuer: app.issuer.as_ref().map(jiomeet::Issuer::as_str),
            domain: &app.domain,
            signing: match app.steps {
                jiomeet::Steps::One => Signing::Secret,
                jiomeet::Steps::Two => Signing::Key { key_id: None },
            },
            authorization: app.authorization,
        }
    }
}
