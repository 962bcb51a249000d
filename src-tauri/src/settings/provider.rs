//! A tenant's provider between the form and the settings. The one place of the shell that has
//! every provider's own fields.

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::provider;
use roomkey_core::provider::Rooms;
use roomkey_core::provider::Signer;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::role::Role;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;

use crate::error::Fault;
use crate::views::provider::ProviderFields;
use crate::views::provider::ProviderView;
use crate::views::provider::SigningKind;
use crate::views::provider::SigningSecretView;

/// Reads what was typed.
pub(super) fn read(fields: &ProviderFields) -> Result<Provider, Fault> {
    Ok(match fields {
        ProviderFields::Jaas { app_id, domain } => {
            let domain = own_or(domain, "8x8.vc")?;
            Provider::Jaas(Jaas::new(AppId::parse(app_id)?, domain))
        }
        ProviderFields::Jitsi {
            domain,
            tenant,
            app_id,
            audience,
            signing,
            key_name,
        } => Provider::Jitsi(jitsi::Server {
            domain: Domain::parse(domain)?,
            scope: match tenant.trim() {
                "" => jitsi::Scope::Domain,
                "*" => jitsi::Scope::Any,
                tenant => jitsi::Scope::Tenant(jitsi::TenantName::parse(tenant)?),
            },
            app: jitsi::AppName::parse(app_id)?,
            audience: jitsi::Audience::parse(usual(audience, "jitsi"))?,
            trust: match signing {
                SigningKind::Key => jitsi::Trust::Key(jitsi::KeyName::parse(key_name)?),
                SigningKind::Secret | SigningKind::Server => jitsi::Trust::Secret,
            },
        }),
        ProviderFields::VideoSdk {
            api_key,
            token_server,
            api,
            pages,
            page_version,
        } => Provider::VideoSdk(videosdk::Account {
            tokens: match token_server.trim() {
                "" => videosdk::Tokens::Own(videosdk::ApiKey::parse(api_key)?),
                server => videosdk::Tokens::Server(Domain::parse(server)?),
            },
            api: own_or(api, "api.videosdk.live")?,
            pages: own_or(pages, "embed.videosdk.live")?,
            page_version: match page_version.trim() {
                "" => videosdk::PageVersion::default(),
                version => videosdk::PageVersion::parse(version)?,
            },
        }),
        ProviderFields::JioMeet {
            app_id,
            issuer,
            domain,
            signing,
            bearer,
        } => Provider::JioMeet(jiomeet::App {
            id: jiomeet::AppId::parse(app_id)?,
            issuer: match issuer.trim() {
                "" => None,
                issuer => Some(jiomeet::Issuer::parse(issuer)?),
            },
            steps: match signing {
                SigningKind::Key => jiomeet::Steps::Two,
                SigningKind::Secret | SigningKind::Server => jiomeet::Steps::One,
            },
            domain: own_or(domain, "jiomeetpro.jio.com")?,
            authorization: if *bearer {
                jiomeet::Authorization::Bearer
            } else {
                jiomeet::Authorization::Bare
            },
        }),
    })
}

/// What was typed in place of what is there: with JaaS's keys, which belong to its AppID.
pub(super) fn changed(known: &Provider, typed: Provider) -> Result<Provider, Fault> {
    match (known, typed) {
        (Provider::Jaas(known), Provider::Jaas(typed)) if known.app_id == typed.app_id => {
            let domain = typed.domain;
            Ok(Provider::Jaas(Jaas {
                domain,
                ..known.clone()
            }))
        }
        (Provider::Jitsi(_), typed @ Provider::Jitsi(_))
        | (Provider::VideoSdk(_), typed @ Provider::VideoSdk(_))
        | (Provider::JioMeet(_), typed @ Provider::JioMeet(_)) => Ok(typed),
        (
            Provider::Jaas(_) | Provider::Jitsi(_) | Provider::VideoSdk(_) | Provider::JioMeet(_),
            _,
        ) => Err(Fault::ProviderFixed),
    }
}

/// What the interface shows.
pub(super) fn view(provider: &Provider, secret: Option<&SigningSecretView>) -> ProviderView {
    let known = provider.system();
    let system = known.as_ref().map(provider::Provider::system);
    let abilities = provider.abilities();
    let signing = signing(provider);
    ProviderView {
        name: abilities.name.to_owned(),
        fields: fields(provider),
        roles: abilities
            .roles
            .iter()
            .filter_map(|role| own(*role))
            .collect(),
        has_features: abilities.has_features,
        has_toolbar: abilities.join == provider::Join::IFrameApi,
        makes_rooms: abilities.rooms == Rooms::Made,
        rotates_keys: provider.jaas().is_some(),
        has_media_hosts: provider.jaas().is_some(),
        signing,
        key_file: system.and_then(provider::System::key_file),
        secret: match signing {
            SigningKind::Secret => Some(secret.cloned().unwrap_or_default()),
            SigningKind::Key | SigningKind::Server => None,
        },
    }
}

/// What signs.
pub(super) fn signing(provider: &Provider) -> SigningKind {
    match provider.signer() {
        Signer::Key { .. } => SigningKind::Key,
        Signer::Secret => SigningKind::Secret,
        Signer::Elsewhere => SigningKind::Server,
    }
}

/// By what the server knows the one key; empty where it is by nothing.
pub(super) fn key_name(provider: &Provider) -> String {
    match fields(provider) {
        ProviderFields::Jitsi { key_name, .. } => key_name,
        ProviderFields::Jaas { .. }
        | ProviderFields::VideoSdk { .. }
        | ProviderFields::JioMeet { .. } => String::new(),
    }
}

/// A role that the settings know. To wait in a lobby is a room's way there.
fn own(role: provider::Role) -> Option<Role> {
    match role {
        provider::Role::Moderator => Some(Role::Moderator),
        provider::Role::Participant => Some(Role::Participant),
        provider::Role::Visitor => Some(Role::Visitor),
        provider::Role::Lobby => None,
    }
}

fn fields(provider: &Provider) -> ProviderFields {
    match provider {
        Provider::Jaas(jaas) => ProviderFields::Jaas {
            app_id: jaas.app_id.to_string(),
            domain: jaas.domain.to_string(),
        },
        Provider::Jitsi(server) => {
            let (signing, key_name) = match &server.trust {
                jitsi::Trust::Secret => (SigningKind::Secret, String::new()),
                jitsi::Trust::Key(name) => (SigningKind::Key, name.to_string()),
            };
            ProviderFields::Jitsi {
                domain: server.domain.to_string(),
                tenant: match &server.scope {
                    jitsi::Scope::Domain => String::new(),
                    jitsi::Scope::Tenant(tenant) => tenant.to_string(),
                    jitsi::Scope::Any => "*".to_owned(),
                },
                app_id: server.app.to_string(),
                audience: server.audience.to_string(),
                signing,
                key_name,
            }
        }
        Provider::VideoSdk(account) => {
            let (api_key, token_server) = match &account.tokens {
                videosdk::Tokens::Own(key) => (key.to_string(), String::new()),
                videosdk::Tokens::Server(server) => (String::new(), server.to_string()),
            };
            ProviderFields::VideoSdk {
                api_key,
                token_server,
                api: account.api.to_string(),
                pages: account.pages.to_string(),
                page_version: account.page_version.to_string(),
            }
        }
        Provider::JioMeet(app) => ProviderFields::JioMeet {
            app_id: app.id.to_string(),
            issuer: app
                .issuer
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            domain: app.domain.to_string(),
            signing: match app.steps {
                jiomeet::Steps::One => SigningKind::Secret,
                jiomeet::Steps::Two => SigningKind::Key,
            },
            bearer: app.authorization == jiomeet::Authorization::Bearer,
        },
    }
}

fn own_or(typed: &str, usual_domain: &str) -> Result<Domain, Fault> {
    Ok(Domain::parse(usual(typed, usual_domain))?)
}

fn usual<'a>(typed: &'a str, usual: &'a str) -> &'a str {
    match typed.trim() {
        "" => usual,
        typed => typed,
    }
}

#[cfg(test)]
mod tests;
