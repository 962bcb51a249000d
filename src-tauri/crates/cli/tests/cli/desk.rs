//! A person's surroundings for one test: folders of its own, and no bus.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use trycmd::TestCases;

pub(crate) const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";

/// Folders that are gone after the test.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("config")).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the settings file, as somebody left it.
    pub(crate) fn with_settings(self, settings: &str) -> Self {
        fs::write(self.path().join("config/settings.json"), settings).unwrap();
        self
    }

    /// Runs what stands in a file, with no keyring in reach.
    pub(crate) fn run(&self, case: &str) {
        let bus = format!("unix:path={}/no-bus", self.path().display());
        self.cases()
            .env("DBUS_SESSION_BUS_ADDRESS", bus)
            .case(format!("tests/cli/{case}.trycmd"))
            .run();
    }

    /// Runs what stands in a file, on the session's bus.
    pub(crate) fn run_in_session(&self, case: &str) {
        self.cases().case(format!("tests/cli/{case}.trycmd")).run();
    }

    /// `roomkeyctl` in these surroundings, with no keyring in reach.
    pub(crate) fn roomkeyctl(&self) -> Command {
        let mut command = Command::new(program());
        command
            .env("ROOMKEY_CONFIG_DIR", self.path().join("config"))
            .env(
                "DBUS_SESSION_BUS_ADDRESS",
                format!("unix:path={}/no-bus", self.path().display()),
            )
            .env_remove("ROOMKEY_CHROMIUM");
        command
    }

    fn cases(&self) -> TestCases {
        let cases = TestCases::new();
        let path = std::env::var("PATH").unwrap();
        let beside = program().parent().unwrap().display().to_string();
        let folder = self.path().display().to_string();
        cases
            .register_bin("sh", trycmd::schema::Bin::Path(PathBuf::from("/bin/sh")))
            .env("PATH", format!("{beside}:{path}"))
            .env("ROOMKEY_CONFIG_DIR", format!("{folder}/config"))
            .env("ROOMKEY_CHROMIUM", "/bin/sh")
            .env("DESK", folder.as_str())
            .env("KEYS", keys().display().to_string())
            .insert_var("[DESK]", folder)
            .unwrap();
        cases
    }
}

/// The program under test.
pub(crate) fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_roomkeyctl"))
}

/// Throwaway keys.
pub(crate) fn keys() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/keys")
}

/// A person, and one tenant at that domain.
pub(crate) fn settings(domain: &str) -> String {
    format!(
        r#"{{
            "version": 1,
            "person": {{"id": "0f8b7760-c17f-4a12-b134-c6ac37167144", "name": "Ada"}},
            "tenants": [{{
                "id": "acme", "title": "Acme",
                "provider": {{"kind": "jaas", "appId": "{APP_ID}", "keyId": "{APP_ID}/4f4910", "domain": "{domain}"}}
            }}]
        }}"#
    )
}

/// A person, and a tenant of a server of the company's that signs with a secret, one that signs
/// with a key, and one whose tokens come from a server.
pub(crate) fn other_providers() -> String {
    r#"{
        "version": 1,
        "person": {"id": "0f8b7760-c17f-4a12-b134-c6ac37167144", "name": "Ada"},
        "tenants": [
            {"id": "own", "title": "Own", "provider": {
                "kind": "jitsi", "domain": "meet.example.org", "appId": "my_app",
                "signing": {"algorithm": "HS256"}
            }},
            {"id": "keyed", "title": "Keyed", "provider": {
                "kind": "jitsi", "domain": "meet.example.org", "appId": "my_app",
                "signing": {"algorithm": "RS256", "keyId": "roomkey-2026"}
            }},
            {"id": "served", "title": "Served", "provider": {
                "kind": "videoSdk", "tokenServer": "tokens.example.org"
            }}
        ]
    }"#
    .to_owned()
}
