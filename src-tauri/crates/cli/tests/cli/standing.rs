//! Stand-ins for the providers that make rooms, on this machine.

use roomkey_core::domain::Domain;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Secret;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::videosdk;
use roomkey_rehearsal::provider::Options;
use roomkey_rehearsal::provider::StandIn;
use roomkey_rehearsal::provider::Trusted;
use tokio::runtime::Runtime;

/// What the tenants share with their providers.
pub(crate) const SECRET: &str = "0123456789abcdef0123456789abcdef";

/// Two that run, and what they run on.
pub(crate) struct Standing {
    video: StandIn,
    served: StandIn,
    jio: StandIn,
    _runtime: Runtime,
}

impl Standing {
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().unwrap();
        let start = |provider| {
            let trusted = Trusted::Secret(Secret::parse(SECRET).unwrap());
            let standing = StandIn::start(provider, trusted, Options::default());
            runtime.block_on(standing).unwrap()
        };
        let own = videosdk::Tokens::Own(videosdk::ApiKey::parse("3b2c1a").unwrap());
        let server = videosdk::Tokens::Server(Domain::parse("tokens.example.org").unwrap());
        Self {
            video: start(account(own)),
            served: start(account(server)),
            jio: start(Provider::JioMeet(jiomeet::App {
                id: jiomeet::AppId::parse("0042").unwrap(),
                issuer: None,
                steps: jiomeet::Steps::One,
                domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
                authorization: jiomeet::Authorization::Bare,
            })),
            _runtime: runtime,
        }
    }

    /// A tenant of each, and one of a server where any name is a room.
    pub(crate) fn settings(&self) -> String {
        let (video, served, jio) = (self.video.domain(), self.served.domain(), self.jio.domain());
        format!(
            r#"{{
                "version": 1,
                "person": {{"id": "0f8b7760-c17f-4a12-b134-c6ac37167144", "name": "Ada"}},
                "tenants": [
                    {{"id": "video", "title": "Video", "provider": {{
                        "kind": "videoSdk", "apiKey": "3b2c1a", "api": "{video}", "pages": "{video}"
                    }}}},
                    {{"id": "served", "title": "Served", "provider": {{
                        "kind": "videoSdk", "tokenServer": "{served}", "api": "{served}",
                        "pages": "{served}"
                    }}}},
                    {{"id": "jio", "title": "Jio", "provider": {{
                        "kind": "jioMeet", "appId": "0042", "domain": "{jio}",
                        "signing": {{"algorithm": "HS256"}}
                    }}}},
                    {{"id": "own", "title": "Own", "provider": {{
                        "kind": "jitsi", "domain": "{video}", "appId": "my_app",
                        "signing": {{"algorithm": "HS256"}}
                    }}}}
                ]
            }}"#
        )
    }
}

fn account(tokens: videosdk::Tokens) -> Provider {
    Provider::VideoSdk(videosdk::Account {
        tokens,
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: videosdk::PageVersion::default(),
    })
}
