//! The settings file, from the folder that it is in.

mod damage;
mod keeping;
mod rubbish;
mod saving;

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use roomkey_core::app_id::AppId;
use roomkey_core::change::Change;
use roomkey_core::domain::Domain;
use roomkey_core::feature::Feature;
use roomkey_core::key_id::KeyId;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::provider;
use roomkey_core::provider::jiomeet;
use roomkey_core::provider::jitsi;
use roomkey_core::provider::videosdk;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::toolbar::ToolbarButton;
use roomkey_core::who::Who;
use roomkey_store::settings::Accent;
use roomkey_store::settings::Brand;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Language;
use roomkey_store::settings::Link;
use roomkey_store::settings::Preset;
use roomkey_store::settings::Provider;
use roomkey_store::settings::RoleFeatures;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::SettingsFile;
use roomkey_store::settings::SurfaceChoice;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use roomkey_store::settings::Warning;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a settings file, or without one.
struct Folder {
    folder: TempDir,
}

impl Folder {
    fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let folder = Self::new();
        fs::write(folder.file(), text).unwrap();
        folder
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn file(&self) -> PathBuf {
        self.path().join("settings.json")
    }

    fn open(&self) -> (SettingsFile, Settings, Vec<Warning>) {
        SettingsFile::open(self.path())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.text("settings.json")).unwrap()
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The names of all files in the folder, in order.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// What each warning is about, in short.
fn about(warnings: &[Warning]) -> Vec<String> {
    let about = |warning: &Warning| match warning {
        Warning::Damaged { path, .. } => {
            format!("damaged: {}", path.file_name().unwrap().display())
        }
        Warning::Unreadable { .. } => "unreadable".to_owned(),
        Warning::Newer { found, known } => format!("newer: {found} after {known}"),
        Warning::Defaulted { path, .. } => format!("default: {path}"),
        Warning::SetAside { part, path, .. } => format!("aside: {part} for {path}"),
    };
    warnings.iter().map(about).collect()
}

/// Settings that say something everywhere.
pub(crate) fn full() -> Settings {
    let id = |id| TenantId::parse(id).unwrap();
    let app_id = AppId::parse("vpaas-magic-cookie-0123456789abcdef0123456789abcdef").unwrap();
    let jaas = Provider::Jaas(Jaas {
        key_id: Some(KeyId::parse_for(&app_id, "4f8910").unwrap()),
        key_added: Some(Timestamp(1_780_000_000)),
        next_key_id: Some(KeyId::parse_for(&app_id, "77aa01").unwrap()),
        next_key_added: Some(Timestamp(1_790_000_000)),
        key_passed: Some(Timestamp(1_780_000_100)),
        next_key_passed: Some(Timestamp(1_790_000_100)),
        former_key_id: Some(KeyId::parse_for(&app_id, "11cc00").unwrap()),
        former_key_added: Some(Timestamp(1_700_000_000)),
        app_id,
        domain: Domain::parse("stage.8x8.vc").unwrap(),
    });
    let jitsi = Provider::Jitsi(jitsi::Server {
        domain: Domain::parse("meet.example.org").unwrap(),
        scope: jitsi::Scope::Tenant(jitsi::TenantName::parse("staff").unwrap()),
        app: jitsi::AppName::parse("roomkey").unwrap(),
        audience: jitsi::Audience::parse("jitsi").unwrap(),
        trust: jitsi::Trust::Key(jitsi::KeyName::parse("main").unwrap()),
    });
    let video_sdk = Provider::VideoSdk(videosdk::Account {
        tokens: videosdk::Tokens::Own(videosdk::ApiKey::parse("9f0c").unwrap()),
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: videosdk::PageVersion::default(),
    });
    let jio_meet = Provider::JioMeet(jiomeet::App {
        id: jiomeet::AppId::parse("jio-app").unwrap(),
        issuer: None,
        steps: jiomeet::Steps::One,
        domain: Domain::parse("jiomeetpro.jio.com").unwrap(),
        authorization: jiomeet::Authorization::Bearer,
    });
    let acme = Tenant {
        role: Role::Moderator,
        lifetime: Lifetime::minutes(90).unwrap(),
        moderators: vec![Who::parse("@example.org").unwrap()],
        features: RoleFeatures {
            moderator: [(Feature::Recording, true), (Feature::FileUpload, false)]
                .into_iter()
                .collect(),
            visitor: [(Feature::ListVisitors, false)].into_iter().collect(),
            ..RoleFeatures::default()
        },
        rooms: vec![
            Room {
                name: RoomName::parse("standup").unwrap(),
                title: "Stand-up".to_owned(),
                subject: Some("What is next".to_owned()),
                microphone_on: Some(false),
                camera_on: Some(true),
                prejoin: true,
                lobby: true,
                lifetime: Some(Lifetime::minutes(30).unwrap()),
                moderators: vec![Who::parse("ada@example.org").unwrap()],
                last_joined: Some(Timestamp(1_790_000_000)),
            },
            Room::new(
                RoomName::parse("all-hands").unwrap(),
                "All hands".to_owned(),
            ),
        ],
        brand: Brand {
            name: "Acme".to_owned(),
            accent: Some(Accent::parse("#0a7").unwrap()),
            logo: Some("/srv/acme/logo.svg".into()),
            background: Some("/srv/acme/hall.png".into()),
            link: Some(Link::parse("https://acme.example/").unwrap()),
            hidden_buttons: [ToolbarButton::Chat, ToolbarButton::Invite].into(),
        },
        ..Tenant::new(id("acme"), "Acme GmbH".to_owned(), jaas)
    };
    let ada = Person {
        id: PersonId::parse("7d1f").unwrap(),
        name: PersonName::parse("Ada Lovelace").unwrap(),
        email: Some(Email::parse("ada@example.org").unwrap()),
        avatar: None,
    };
    Settings {
        person: Some(ada.clone()),
        tenants: vec![
            acme,
            Tenant::new(id("own"), "Our own".to_owned(), jitsi),
            Tenant::new(id("video"), "Video".to_owned(), video_sdk),
            Tenant::new(id("jio"), "Jio".to_owned(), jio_meet),
        ],
        current: Some(id("own")),
        surface: SurfaceChoice::Chromium,
        language: Some(Language::De),
        microphone_on: false,
        camera_on: false,
        presets: vec![Preset {
            name: "Expired, in the lobby".to_owned(),
            person: ada,
            role: provider::Role::Lobby,
            features: [(Feature::Recording, true)].into_iter().collect(),
            lifetime: Lifetime::minutes(5).unwrap(),
            begins: -3600,
            every_room: true,
            hidden_from_recorder: true,
            changes: vec![
                Change::set("exp", "7").unwrap(),
                Change::omit("header.typ").unwrap(),
            ],
        }],
    }
}

/// A folder whose path is so long that `settings.json` in it has the longest
/// path that Linux takes.
#[cfg(target_os = "linux")]
fn longest_folder(root: &Folder) -> PathBuf {
    let mut long = root.path().to_owned();
    while long.as_os_str().len() < 3800 {
        long.push("x".repeat(200));
    }
    long.push("x".repeat(4095 - "/settings.json".len() - 1 - long.as_os_str().len()));
    fs::create_dir_all(&long).unwrap();
    long
}

/// The file of [`full`], as a document to be spoilt.
fn full_document() -> Value {
    let folder = Folder::new();
    folder.open().0.save(&full()).unwrap();
    folder.json()
}
