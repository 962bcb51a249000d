//! A tenant's provider between the words and the settings. The one place of the command line that
//! has every provider's own options.

use clap::Args;
use clap::ValueEnum;
use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Provider;

use crate::fault::Fault;

/// A provider, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProviderWord {
    /// 8x8 JaaS
    Jaas,
    /// A Jitsi Meet server of the company's own
    Jitsi,
    /// VideoSDK (videosdk.live)
    #[value(name = "videosdk")]
    VideoSdk,
    /// JioMeet (jiomeet.com)
    #[value(name = "jiomeet")]
    JioMeet,
}

/// What tokens are signed with, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SigningWord {
    /// A shared secret (HS256)
    Secret,
    /// A private key (RS256)
    Key,
}

#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Provider")]
pub(crate) struct ProviderArguments {
    /// Who holds the meetings; JaaS where nothing is said
    #[arg(long, value_name = "WHO")]
    provider: Option<ProviderWord>,

    /// The AppID from the JaaS console, the server's app_id (jitsi), or the app's ID (jiomeet)
    #[arg(long)]
    app_id: Option<String>,

    /// JaaS: the key id from the page API Keys, whole or without the AppID
    #[arg(long)]
    key_id: Option<String>,

    /// Where the meetings are: [jaas: 8x8.vc] [jiomeet: jiomeetpro.jio.com]
    #[arg(long, value_parser = Domain::parse)]
    domain: Option<Domain>,

    /// jitsi: the tenant in the rooms' addresses; '*' is all of them, '' is none
    #[arg(long, value_name = "TENANT")]
    tenant_path: Option<String>,

    /// jitsi: one of asap_accepted_audiences [default: jitsi]
    #[arg(long)]
    audience: Option<String>,

    /// jitsi, jiomeet: what signs the tokens [default: secret]
    #[arg(long, value_name = "WHAT")]
    signing: Option<SigningWord>,

    /// jitsi: the name (kid) under which the key server has the public key
    #[arg(long, value_name = "NAME")]
    key_name: Option<String>,

    /// videosdk: the API key, which is no secret
    #[arg(long)]
    api_key: Option<String>,

    /// videosdk: the company's server that makes the tokens, in place of an API key
    #[arg(long, value_name = "DOMAIN", value_parser = Domain::parse, conflicts_with = "api_key")]
    token_server: Option<Domain>,

    /// videosdk: where its REST is [default: api.videosdk.live]
    #[arg(long, value_name = "DOMAIN", value_parser = Domain::parse)]
    api: Option<Domain>,

    /// videosdk: where its prebuilt page is [default: embed.videosdk.live]
    #[arg(long, value_name = "DOMAIN", value_parser = Domain::parse)]
    pages: Option<Domain>,

    /// videosdk: which prebuilt page is opened, such as 0.3.44
    #[arg(long, value_name = "VERSION")]
    page_version: Option<String>,

    /// jiomeet: the iss of its tokens; the app's ID where nothing is said
    #[arg(long)]
    issuer: Option<String>,

    /// jiomeet: put Bearer before the token
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    bearer: Option<bool>,
}

impl ProviderArguments {
    /// Whether anything was said.
    pub(crate) fn is_given(&self) -> bool {
        self.provider.is_some() || self.given().iter().any(|(_, is_given, _)| *is_given)
    }

    /// What was said, over what is known of a provider of the same kind.
    pub(crate) fn read(&self, known: Option<&Provider>) -> Result<Provider, Fault> {
        let word = self.word(known);
        for (option, is_given, takes) in self.given() {
            if is_given && !takes.contains(&word) {
                return Err(Fault::NotTheirs { option });
            }
        }
        match (word, known) {
            (ProviderWord::Jaas, known) => self.jaas(known.and_then(Provider::jaas)),
            (ProviderWord::Jitsi, Some(Provider::Jitsi(known))) => self.jitsi(Some(known)),
            (ProviderWord::Jitsi, _) => self.jitsi(None),
            (ProviderWord::VideoSdk, Some(Provider::VideoSdk(known))) => self.videosdk(Some(known)),
            (ProviderWord::VideoSdk, _) => self.videosdk(None),
            (ProviderWord::JioMeet, Some(Provider::JioMeet(known))) => self.jiomeet(Some(known)),
            (ProviderWord::JioMeet, _) => self.jiomeet(None),
        }
    }

    fn word(&self, known: Option<&Provider>) -> ProviderWord {
        self.provider.unwrap_or(match known {
            Some(Provider::Jaas(_)) | None => ProviderWord::Jaas,
            Some(Provider::Jitsi(_)) => ProviderWord::Jitsi,
            Some(Provider::VideoSdk(_)) => ProviderWord::VideoSdk,
            Some(Provider::JioMeet(_)) => ProviderWord::JioMeet,
        })
    }

    /// Every option, whether it was given, and whose it is.
    fn given(&self) -> [(&'static str, bool, &'static [ProviderWord]); 14] {
        use ProviderWord::{Jaas, JioMeet, Jitsi, VideoSdk};

        [
            ("--app-id", self.app_id.is_some(), &[Jaas, Jitsi, JioMeet]),
            ("--key-id", self.key_id.is_some(), &[Jaas]),
            ("--domain", self.domain.is_some(), &[Jaas, Jitsi, JioMeet]),
            ("--tenant-path", self.tenant_path.is_some(), &[Jitsi]),
            ("--audience", self.audience.is_some(), &[Jitsi]),
            ("--signing", self.signing.is_some(), &[Jitsi, JioMeet]),
            ("--key-name", self.key_name.is_some(), &[Jitsi]),
            ("--api-key", self.api_key.is_some(), &[VideoSdk]),
            ("--token-server", self.token_server.is_some(), &[VideoSdk]),
            ("--api", self.api.is_some(), &[VideoSdk]),
            ("--pages", self.pages.is_some(), &[VideoSdk]),
            ("--page-version", self.page_version.is_some(), &[VideoSdk]),
            ("--issuer", self.issuer.is_some(), &[JioMeet]),
            ("--bearer", self.bearer.is_some(), &[JioMeet]),
        ]
    }

    fn jaas(&self, known: Option<&Jaas>) -> Result<Provider, Fault> {
        let of = |app_id: &AppId| {
            let key_id = self.key_id.as_deref();
            key_id.map(|id| KeyId::parse_for(app_id, id)).transpose()
        };
        let (app_id, key_id) = match (&self.app_id, &self.key_id, known) {
            (Some(app_id), _, _) => {
                let app_id = AppId::parse(app_id)?;
                let key_id = of(&app_id)?;
                (app_id, key_id)
            }
            (None, _, Some(known)) => (known.app_id.clone(), of(&known.app_id)?),
            (None, Some(whole), None) => {
                let key_id = KeyId::parse(whole)?;
                (key_id.app_id().clone(), Some(key_id))
            }
            (None, None, None) => return Err(missing("--app-id")),
        };
        let domain = or_usual(
            self.domain.as_ref(),
            known.map(|known| &known.domain),
            "8x8.vc",
        );
        let known = known.filter(|known| known.app_id == app_id).cloned();
        let jaas = known.unwrap_or_else(|| Jaas::new(app_id, domain.clone()));
        Ok(Provider::Jaas(Jaas {
            // The console names it once it has the public key.
            key_id: key_id.or_else(|| jaas.key_id.clone()),
            domain,
            ..jaas
        }))
    }

    fn jitsi(&self, known: Option<&jitsi::Server>) -> Result<Provider, Fault> {
        let domain = self.domain.as_ref().or(known.map(|known| &known.domain));
        let app = match &self.app_id {
            Some(app) => Some(jitsi::AppName::parse(app)?),
            None => known.map(|known| known.app.clone()),
        };
        let audience = match (&self.audience, known) {
            (Some(audience), _) => jitsi::Audience::parse(audience)?,
            (None, Some(known)) => known.audience.clone(),
            (None, None) => jitsi::Audience::parse("jitsi")?,
        };
        let scope = match (self.tenant_path.as_deref().map(str::trim), known) {
            (Some(""), _) | (None, None) => jitsi::Scope::Domain,
            (Some("*"), _) => jitsi::Scope::Any,
            (Some(tenant), _) => jitsi::Scope::Tenant(jitsi::TenantName::parse(tenant)?),
            (None, Some(known)) => known.scope.clone(),
        };
        let key_name = match (&self.key_name, known.map(|known| &known.trust)) {
            (Some(name), _) => Some(jitsi::KeyName::parse(name)?),
            (None, Some(jitsi::Trust::Key(name))) => Some(name.clone()),
            (None, Some(jitsi::Trust::Secret) | None) => None,
        };
        let trust = match (self.signing, key_name) {
            (Some(SigningWord::Secret), _) | (None, None) => jitsi::Trust::Secret,
            (Some(SigningWord::Key) | None, Some(name)) => jitsi::Trust::Key(name),
            (Some(SigningWord::Key), None) => return Err(missing("--key-name")),
        };
        Ok(Provider::Jitsi(jitsi::Server {
            domain: domain.ok_or_else(|| missing("--domain"))?.clone(),
            scope,
            app: app.ok_or_else(|| missing("--app-id"))?,
            audience,
            trust,
        }))
    }

    fn videosdk(&self, known: Option<&videosdk::Account>) -> Result<Provider, Fault> {
        let tokens = match (&self.api_key, &self.token_server, known) {
            (Some(key), _, _) => videosdk::Tokens::Own(videosdk::ApiKey::parse(key)?),
            (None, Some(server), _) => videosdk::Tokens::Server(server.clone()),
            (None, None, Some(known)) => known.tokens.clone(),
            (None, None, None) => return Err(missing("--api-key")),
        };
        let page_version = match (&self.page_version, known) {
            (Some(version), _) => videosdk::PageVersion::parse(version)?,
            (None, Some(known)) => known.page_version.clone(),
            (None, None) => videosdk::PageVersion::default(),
        };
        let (api, pages) = known.map(|known| (&known.api, &known.pages)).unzip();
        Ok(Provider::VideoSdk(videosdk::Account {
            tokens,
            api: or_usual(self.api.as_ref(), api, "api.videosdk.live"),
            pages: or_usual(self.pages.as_ref(), pages, "embed.videosdk.live"),
            page_version,
        }))
    }

    fn jiomeet(&self, known: Option<&jiomeet::App>) -> Result<Provider, Fault> {
        let id = match &self.app_id {
            Some(id) => Some(jiomeet::AppId::parse(id)?),
            None => known.map(|known| known.id.clone()),
        };
        let issuer = match self.issuer.as_deref().map(str::trim) {
            Some("") => None,
            Some(issuer) => Some(jiomeet::Issuer::parse(issuer)?),
            None => known.and_then(|known| known.issuer.clone()),
        };
        let steps = match (self.signing, known) {
            (Some(SigningWord::Key), _) => jiomeet::Steps::Two,
            (Some(SigningWord::Secret), _) | (None, None) => jiomeet::Steps::One,
            (None, Some(known)) => known.steps,
        };
        let authorization = match (self.bearer, known) {
            (Some(true), _) => jiomeet::Authorization::Bearer,
            (Some(false), _) | (None, None) => jiomeet::Authorization::Bare,
            (None, Some(known)) => known.authorization,
        };
        let domain = known.map(|known| &known.domain);
        Ok(Provider::JioMeet(jiomeet::App {
            id: id.ok_or_else(|| missing("--app-id"))?,
            issuer,
            steps,
            domain: or_usual(self.domain.as_ref(), domain, "jiomeetpro.jio.com"),
            authorization,
        }))
    }
}

/// What people read of a provider, line by line.
pub(crate) fn described(provider: &Provider) -> Vec<(&'static str, String)> {
    match provider {
        Provider::Jaas(jaas) => vec![
            ("AppID", jaas.app_id.to_string()),
            ("key id", key_name(provider).unwrap_or("none").to_owned()),
            ("domain", jaas.domain.authority()),
        ],
        Provider::Jitsi(server) => {
            let mut lines = vec![
                ("domain", server.domain.authority()),
                ("app ID", server.app.to_string()),
                ("audience", server.audience.to_string()),
                ("subject", server.subject().to_owned()),
                ("signed with", signed_with(provider)),
            ];
            if let jitsi::Trust::Key(name) = &server.trust {
                lines.push(("key name", name.to_string()));
                lines.push(("key file", name.file()));
            }
            lines
        }
        Provider::VideoSdk(account) => vec![
            match &account.tokens {
                videosdk::Tokens::Own(key) => ("API key", key.to_string()),
                videosdk::Tokens::Server(server) => ("token server", server.authority()),
            },
            ("signed with", signed_with(provider)),
            ("API", account.api.authority()),
            ("pages", account.pages.authority()),
            ("page version", account.page_version.to_string()),
        ],
        Provider::JioMeet(app) => vec![
            ("app ID", app.id.to_string()),
            ("issuer", app.issuer().to_owned()),
            ("signed with", signed_with(provider)),
            ("domain", app.domain.authority()),
            (
                "authorization",
                match app.authorization {
                    jiomeet::Authorization::Bare => "the token alone",
                    jiomeet::Authorization::Bearer => "Bearer and the token",
                }
                .to_owned(),
            ),
        ],
    }
}

/// How a server knows the key that signs, where a name says it.
pub(crate) fn key_name(provider: &Provider) -> Option<&str> {
    match provider {
        Provider::Jaas(jaas) => jaas.key_id.as_ref().map(KeyId::short),
        Provider::Jitsi(server) => match &server.trust {
            jitsi::Trust::Key(name) => Some(name.as_str()),
            jitsi::Trust::Secret => None,
        },
        Provider::VideoSdk(_) | Provider::JioMeet(_) => None,
    }
}

fn signed_with(provider: &Provider) -> String {
    let signer = provider.system().map(|known| known.system().signer());
    match signer {
        Some(roomkey_core::provider::Signer::Secret) => "a secret (HS256)",
        Some(roomkey_core::provider::Signer::Elsewhere) => "what the token server has",
        Some(roomkey_core::provider::Signer::Key { .. }) | None => "a key (RS256)",
    }
    .to_owned()
}

fn or_usual(said: Option<&Domain>, known: Option<&Domain>, usual: &str) -> Domain {
    let said = said.or(known).cloned();
    said.unwrap_or_else(|| Domain::parse(usual).expect("the usual domains are domains"))
}

fn missing(option: &'static str) -> Fault {
    Fault::Missing { option }
}
