//! A tenant's provider between the form and the settings. The one place of the shell that has
//! every provider's own fields.

use std::collections::BTreeMap;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::provider;
use roomkey_core::provider::Abilities;
use roomkey_core::provider::NameFault;
use roomkey_core::provider::Rooms;
use roomkey_core::provider::Signer;
use roomkey_core::provider::jaas;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::role::Role;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;

use crate::error::ErrorView;
use crate::error::Fault;
use crate::views::provider::ProviderChecked;
use crate::views::provider::ProviderFields;
use crate::views::provider::ProviderView;
use crate::views::provider::SigningKind;
use crate::views::provider::SigningSecretView;

/// Reads what was typed.
pub(crate) fn read(fields: &ProviderFields) -> Result<Provider, Fault> {
    let mut faults = Faults::default();
    let provider = faults.read(fields);
    provider.ok_or_else(|| faults.first())
}

/// What is wrong with each field, and what the provider can do.
pub(crate) fn check(typed: &ProviderFields) -> ProviderChecked {
    let mut faults = Faults::default();
    let provider = faults.read(typed);
    let system = provider.as_ref().and_then(Provider::system);
    let abilities = match typed {
        ProviderFields::Jaas { .. } => jaas::ABILITIES,
        ProviderFields::Jitsi { .. } => jitsi::ABILITIES,
        ProviderFields::VideoSdk { .. } => videosdk::ABILITIES,
        ProviderFields::JioMeet { .. } => jiomeet::ABILITIES,
    };
    ProviderChecked {
        name: abilities.name.to_owned(),
        roles: roles(abilities),
        makes_rooms: abilities.rooms == Rooms::Made,
        faults: faults.views(),
        fields: provider.as_ref().map(fields),
        key_file: system.and_then(|it| it.system().key_file()),
    }
}

/// What is wrong, by the name that the interface has for the field.
#[derive(Default)]
struct Faults(Vec<(&'static str, Fault)>);

impl Faults {
    /// Reads every field; none where one of them has a fault.
    fn read(&mut self, fields: &ProviderFields) -> Option<Provider> {
        Some(match fields {
            ProviderFields::Jaas { app_id, domain } => {
                let app_id = self.at("appId", AppId::parse(app_id));
                let domain = self.at("domain", own_or(domain, "8x8.vc"));
                Provider::Jaas(Jaas::new(app_id?, domain?))
            }
            ProviderFields::Jitsi {
                domain,
                tenant,
                app_id,
                audience,
                signing,
                key_name,
            } => {
                let domain = self.at("domain", Domain::parse(domain));
                let scope = self.at("tenant", scope(tenant));
                let app = self.at("appId", jitsi::AppName::parse(app_id));
                let audience = jitsi::Audience::parse(usual(audience, "jitsi"));
                let audience = self.at("audience", audience);
                let trust = match signing {
                    SigningKind::Key => {
                        let name = self.at("keyName", jitsi::KeyName::parse(key_name));
                        name.map(jitsi::Trust::Key)
                    }
                    SigningKind::Secret | SigningKind::Server => Some(jitsi::Trust::Secret),
                };
                Provider::Jitsi(jitsi::Server {
                    domain: domain?,
                    scope: scope?,
                    app: app?,
                    audience: audience?,
                    trust: trust?,
                })
            }
            ProviderFields::VideoSdk {
                api_key,
                token_server,
                signing,
                api,
                pages,
                page_version,
            } => {
                let tokens = match signing {
                    SigningKind::Server => {
                        let server = self.at("tokenServer", Domain::parse(token_server));
                        server.map(videosdk::Tokens::Server)
                    }
                    SigningKind::Secret | SigningKind::Key => {
                        let key = self.at("apiKey", videosdk::ApiKey::parse(api_key));
                        key.map(videosdk::Tokens::Own)
                    }
                };
                let api = self.at("api", own_or(api, "api.videosdk.live"));
                let pages = self.at("pages", own_or(pages, "embed.videosdk.live"));
                let page_version = self.at("pageVersion", version(page_version));
                Provider::VideoSdk(videosdk::Account {
                    tokens: tokens?,
                    api: api?,
                    pages: pages?,
                    page_version: page_version?,
                })
            }
            ProviderFields::JioMeet {
                app_id,
                issuer,
                domain,
                signing,
                bearer,
            } => {
                let id = self.at("appId", jiomeet::AppId::parse(app_id));
                let issuer = match issuer.trim() {
                    "" => Some(None),
                    issuer => self.at("issuer", jiomeet::Issuer::parse(issuer)).map(Some),
                };
                let domain = self.at("domain", own_or(domain, "jiomeetpro.jio.com"));
                Provider::JioMeet(jiomeet::App {
                    id: id?,
                    issuer: issuer?,
                    steps: match signing {
                        SigningKind::Key => jiomeet::Steps::Two,
                        SigningKind::Secret | SigningKind::Server => jiomeet::Steps::One,
                    },
                    domain: domain?,
                    authorization: if *bearer {
                        jiomeet::Authorization::Bearer
                    } else {
                        jiomeet::Authorization::Bare
                    },
                })
            }
        })
    }

    fn at<T>(&mut self, field: &'static str, read: Result<T, impl Into<Fault>>) -> Option<T> {
        let refused = |fault: _| self.0.push((field, Into::into(fault)));
        read.map_err(refused).ok()
    }

    fn first(self) -> Fault {
        let first = self.0.into_iter().next();
        let (_, fault) = first.expect("a provider that is not read has a fault");
        fault
    }

    fn views(self) -> BTreeMap<String, ErrorView> {
        let faults = self.0.into_iter();
        faults
            .map(|(field, fault)| (field.to_owned(), ErrorView::from(fault)))
            .collect()
    }
}

/// What was typed in place of what is there: with JaaS's keys, which belong to its AppID.
pub(crate) fn changed(known: &Provider, typed: Provider) -> Result<Provider, Fault> {
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
        roles: roles(abilities),
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
pub(crate) fn signing(provider: &Provider) -> SigningKind {
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

/// As what one can join.
fn roles(abilities: Abilities) -> Vec<Role> {
    let roles = abilities.roles.iter();
    roles.filter_map(|role| role.settled()).collect()
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
            let (api_key, token_server, signing) = match &account.tokens {
                videosdk::Tokens::Own(key) => (key.to_string(), String::new(), SigningKind::Secret),
                videosdk::Tokens::Server(server) => {
                    (String::new(), server.to_string(), SigningKind::Server)
                }
            };
            ProviderFields::VideoSdk {
                api_key,
                token_server,
                signing,
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

fn scope(typed: &str) -> Result<jitsi::Scope, NameFault> {
    Ok(match typed.trim() {
        "" => jitsi::Scope::Domain,
        "*" => jitsi::Scope::Any,
        tenant => jitsi::Scope::Tenant(jitsi::TenantName::parse(tenant)?),
    })
}

fn version(typed: &str) -> Result<videosdk::PageVersion, NameFault> {
    match typed.trim() {
        "" => Ok(videosdk::PageVersion::default()),
        version => videosdk::PageVersion::parse(version),
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
