//! What can go wrong in the shell, and the one type in which it leaves the process.

mod code;
mod from_core;
mod from_picture;
mod from_provider;
mod from_service;
mod from_store;

pub(crate) use code::ErrorCode;

use std::collections::BTreeMap;
use std::io;

use roomkey_core::app_id::AppIdFault;
use roomkey_core::change::ChangeFault;
use roomkey_core::domain::DomainFault;
use roomkey_core::key::KeyFault;
use roomkey_core::key::PublicKeyFault;
use roomkey_core::key_id::KeyIdFault;
use roomkey_core::lifetime::LifetimeFault;
use roomkey_core::pasted::PastedFault;
use roomkey_core::person::PersonFault;
use roomkey_core::provider::NameFault;
use roomkey_core::provider::NotSigned;
use roomkey_core::provider::SecretFault;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::CallFault;
use roomkey_core::room_name::RoomNameFault;
use roomkey_core::token::SignFault;
use roomkey_picture::PictureFault;
use roomkey_store::generate::GenerateFault;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::rollout::RolloutFault;
use roomkey_store::settings::AccentFault;
use roomkey_store::settings::LinkFault;
use roomkey_store::settings::SettingsFault;
use serde::Serialize;
use ts_rs::TS;

use crate::service::fault::ServiceFault;

/// A fault of the shell or of a crate below it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error(transparent)]
    Accent(#[from] AccentFault),
    #[error(transparent)]
    AppId(#[from] AppIdFault),
    #[error("This is no whole number of seconds. Type one, such as -10 for ten seconds before")]
    Begins,
    #[error(transparent)]
    Call(#[from] CallFault),
    #[error(transparent)]
    Change(#[from] ChangeFault),
    #[error("There is no text in the clipboard. Copy the private key first")]
    ClipboardEmpty,
    #[error("The system did not take it into the clipboard. Try again")]
    ClipboardRefused,
    #[error("The icon was not written ({0}). Check that the desktop folder can be written to")]
    Desktop(#[source] io::Error),
    #[error("This computer's clock is wrong by {0} s. Let your system set the time by itself")]
    ClockSkew(i64),
    #[error(transparent)]
    Domain(#[from] DomainFault),
    #[error("The token cannot be made of this. Mend the fields that are marked")]
    Fields,
    #[error(transparent)]
    Generate(#[from] GenerateFault),
    #[error(
        "{0} cannot be reached. Let *.8x8.com, *.8x8.vc and *.jitsi.net through your firewall: TCP 443, UDP 10000"
    )]
    HostsBlocked(String),
    #[error("{0} is not found. Check its spelling and your network's DNS")]
    HostUnknown(String),
    #[error(transparent)]
    Key(#[from] KeyFault),
    #[error("The key's file was not read ({0}). Check that you may open it")]
    KeyFile(#[source] io::Error),
    #[error(transparent)]
    KeyId(#[from] KeyIdFault),
    #[error(transparent)]
    KeyStore(#[from] KeyStoreFault),
    #[error(transparent)]
    Link(#[from] LinkFault),
    #[error(
        "Roomkey may not open a port on this machine ({0}). Check your firewall's rules for loopback"
    )]
    Loopback(String),
    #[error(
        "The present key has not passed a check yet, and another replaced key is still kept. Check the set-up, or remove the former key first"
    )]
    KeyNotPassed,
    #[error("The next key has not been tried. Try it in a rehearsal first")]
    KeyUntried,
    #[error(transparent)]
    Lifetime(#[from] LifetimeFault),
    #[error("A meeting is open. Leave it first")]
    MeetingOpen,
    #[error(transparent)]
    Name(#[from] NameFault),
    #[error("No Chromium answered. Install Chromium, or choose another surface in the preferences")]
    NoChromium,
    #[error("No rollout file is open. Choose one first")]
    NoRollout,
    #[error("No room is named. Type the one that is to be joined")]
    NoRoom,
    #[error("There is no key yet. Choose the private key's file, drop it here, or paste it")]
    NoStagedKey,
    #[error("There is no secret yet. Copy it where the provider shows it, and paste it")]
    NoStagedSecret,
    #[error("A tenant stays with its provider. Add another tenant")]
    ProviderFixed,
    #[error("There is no tenant “{0}”. Choose one in the launcher, or set it up")]
    NoTenant(String),
    #[error(
        "Roomkey is not set up yet. Start it and say who you are and which company's rooms you use"
    )]
    NotSetUp,
    #[error("“{0}” is not a tenant of JaaS, which this is for. Choose another tenant")]
    NotYet(String),
    #[error(transparent)]
    Pasted(#[from] PastedFault),
    #[error(transparent)]
    Person(#[from] PersonFault),
    #[error(transparent)]
    Picture(#[from] PictureFault),
    #[error("The picture's file was not read ({0}). Check that you may open it")]
    PictureFile(#[source] io::Error),
    #[error(
        "The picture was not kept ({0}). Make sure that Roomkey's folder can be written and that the disk is not full"
    )]
    PictureKept(#[source] io::Error),
    #[error("Your organisation has fixed this. Ask your administrator")]
    PolicyLocks,
    #[error("The preset has no name. Type one")]
    PresetName,
    #[error("Nothing has been proved yet. Start first")]
    ProofNone,
    #[error("A proof is running. Stop it first")]
    ProofRuns,
    #[error(
        "The meeting window's profile was not removed ({0}). Close the browser that uses it and try again"
    )]
    Profile(#[source] io::Error),
    #[error(transparent)]
    PublicKey(#[from] PublicKeyFault),
    #[error(transparent)]
    Rollout(#[from] RolloutFault),
    #[error("The rollout file was not read ({0}). Check that you may open it")]
    RolloutFile(#[source] io::Error),
    #[error(transparent)]
    Room(#[from] RoomNameFault),
    #[error("There is a room of that name already. Choose another name")]
    RoomExists,
    #[error("The list of rooms was not read ({0}). Save it as CSV in UTF-8")]
    RoomsFile(#[source] io::Error),
    #[error("The first line does not name the columns. Begin with an exported file")]
    RoomsHeader,
    #[error("“{found}” cannot stand in the column {column}. Write it as an exported file has it")]
    RoomsValue { column: &'static str, found: String },
    #[error("The meeting in this room has not begun. Wait until somebody who leads has opened it")]
    RoomNotBegun(&'static str),
    #[error(transparent)]
    Save(#[from] SettingsFault),
    #[error("The file was not written ({0}). Choose another folder")]
    SaveFile(#[source] io::Error),
    #[error("{0} does not hand out the meeting's script. Check the server and the AppID")]
    ScriptMissing(String),
    #[error(
        "{0} does not answer. Check your connection, and let TCP port 443 through your firewall"
    )]
    ServerUnreachable(String),
    #[error(transparent)]
    Secret(#[from] SecretFault),
    #[error(transparent)]
    Service(#[from] ServiceFault),
    #[error(transparent)]
    Sign(#[from] SignFault),
    #[error("The tenant “{0}” has this AppID already. Change that one, or remove it first")]
    TenantExists(String),
    #[error("The company's name is missing. Write it as your staff know it")]
    TenantTitle,
    #[error(
        "The certificate of {0} is not valid here. If a proxy inspects traffic, exempt the server from it"
    )]
    TlsFailed(String),
    #[error(transparent)]
    Token(#[from] TokenFault),
    #[error(transparent)]
    NotSigned(#[from] NotSigned),
    #[error(
        "“{0}” names nobody. Write an address like ada@example.org, or @example.org for everybody there"
    )]
    Who(String),
    #[error("The meeting window did not open ({0}). Start Roomkey again")]
    Window(String),
}

impl Fault {
    /// A port could not be opened.
    pub(crate) fn loopback(fault: impl std::error::Error) -> Self {
        Self::Loopback(fault.to_string())
    }

    /// A window could not be opened.
    pub(crate) fn window(fault: impl std::error::Error) -> Self {
        Self::Window(fault.to_string())
    }
}

/// A fault as the interface reads it. The interface translates the code and fills in the
/// values; the message is the English text, for logs and for codes without a translation.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub(crate) struct ErrorView {
    /// What went wrong.
    pub(crate) code: ErrorCode,
    /// The fault, then the remedy.
    pub(crate) message: String,
    /// What the text names.
    #[ts(type = "Record<string, string>")]
    pub(crate) values: BTreeMap<&'static str, String>,
}

impl From<Fault> for ErrorView {
    fn from(fault: Fault) -> Self {
        let (code, values) = fault.describe();
        Self {
            code,
            message: fault.to_string(),
            values: values.into_iter().collect(),
        }
    }
}

/// A code, and the values its text names.
type Description = (ErrorCode, Vec<(&'static str, String)>);

impl Fault {
    fn describe(&self) -> Description {
        let plain = |code| (code, Vec::new());
        let because = |code, why: String| (code, vec![("why", why)]);
        let at = |code, host: &String| (code, vec![("host", host.clone())]);
        match self {
            Self::Accent(_) => plain(ErrorCode::AccentMalformed),
            Self::AppId(fault) => from_core::app_id(fault),
            Self::Begins => plain(ErrorCode::BeginsMalformed),
            Self::Call(fault) => from_provider::call(fault),
            Self::Change(fault) => from_core::change(*fault),
            Self::ClipboardEmpty => plain(ErrorCode::ClipboardEmpty),
            Self::ClipboardRefused => plain(ErrorCode::ClipboardRefused),
            Self::Desktop(fault) => because(ErrorCode::DesktopFailed, fault.to_string()),
            Self::ClockSkew(seconds) => {
                (ErrorCode::ClockSkew, vec![("seconds", seconds.to_string())])
            }
            Self::Domain(fault) => from_core::domain(fault),
            Self::Fields => plain(ErrorCode::FieldsMarked),
            Self::Generate(fault) => because(ErrorCode::Unexpected, fault.to_string()),
            Self::HostsBlocked(hosts) => (ErrorCode::HostsBlocked, vec![("hosts", hosts.clone())]),
            Self::HostUnknown(host) => at(ErrorCode::HostUnknown, host),
            Self::Key(fault) => from_core::key(fault),
            Self::KeyFile(fault) => because(ErrorCode::KeyFileUnreadable, fault.to_string()),
            Self::KeyId(fault) => from_core::key_id(fault),
            Self::KeyStore(fault) => from_store::key_store(fault),
            Self::KeyNotPassed => plain(ErrorCode::KeyNotPassed),
            Self::KeyUntried => plain(ErrorCode::KeyUntried),
            Self::Lifetime(_) => plain(ErrorCode::LifetimeOutOfRange),
            Self::Link(_) => plain(ErrorCode::LinkMalformed),
            Self::Loopback(why) => because(ErrorCode::LoopbackRefused, why.clone()),
            Self::MeetingOpen => plain(ErrorCode::MeetingOpen),
            Self::Name(fault) => from_provider::name(fault),
            Self::NoChromium => plain(ErrorCode::NoChromium),
            Self::NoRollout => plain(ErrorCode::RolloutNone),
            Self::NoRoom => plain(ErrorCode::RoomEmpty),
            Self::NoStagedKey => plain(ErrorCode::KeyNone),
            Self::NoStagedSecret => plain(ErrorCode::SigningSecretNone),
            Self::NotSigned(fault) => from_provider::not_signed(fault),
            Self::NoTenant(tenant) => (ErrorCode::TenantUnknown, vec![("tenant", tenant.clone())]),
            Self::NotSetUp => plain(ErrorCode::NotSetUp),
            Self::NotYet(tenant) => (ErrorCode::ProviderNotYet, vec![("tenant", tenant.clone())]),
            Self::Pasted(fault) => from_core::pasted(*fault),
            Self::Person(fault) => from_core::person(fault),
            Self::Picture(fault) => from_picture::picture(*fault),
            Self::PictureFile(fault) => because(ErrorCode::PictureUnreadable, fault.to_string()),
            Self::PictureKept(fault) => because(ErrorCode::PictureNotKept, fault.to_string()),
            Self::PolicyLocks => plain(ErrorCode::PolicyLocks),
            Self::PresetName => plain(ErrorCode::PresetNameEmpty),
            Self::ProofNone => plain(ErrorCode::ProofNone),
            Self::ProofRuns => plain(ErrorCode::ProofRuns),
            Self::Profile(fault) => because(ErrorCode::Unexpected, fault.to_string()),
            Self::ProviderFixed => plain(ErrorCode::ProviderFixed),
            Self::PublicKey(fault) => from_core::public_key(fault),
            Self::Rollout(fault) => from_store::rollout(fault),
            Self::RolloutFile(fault) => because(ErrorCode::RolloutUnreadable, fault.to_string()),
            Self::Room(fault) => from_core::room(fault),
            Self::RoomExists => plain(ErrorCode::RoomExists),
            Self::RoomNotBegun(system) => (
                ErrorCode::RoomNotBegun,
                vec![("system", (*system).to_owned())],
            ),
            Self::RoomsFile(fault) => because(ErrorCode::RoomsFileUnreadable, fault.to_string()),
            Self::RoomsHeader => plain(ErrorCode::RoomsHeader),
            Self::RoomsValue { column, found } => (
                ErrorCode::RoomsValue,
                vec![("column", (*column).to_owned()), ("found", found.clone())],
            ),
            Self::Save(fault) => because(ErrorCode::SettingsNotSaved, fault.to_string()),
            Self::SaveFile(fault) => because(ErrorCode::FileNotSaved, fault.to_string()),
            Self::ScriptMissing(host) => at(ErrorCode::ScriptMissing, host),
            Self::ServerUnreachable(host) => at(ErrorCode::ServerUnreachable, host),
            Self::Secret(fault) => from_provider::secret(*fault),
            Self::Service(fault) => from_service::service(fault),
            Self::Sign(fault) => because(ErrorCode::SigningFailed, fault.to_string()),
            Self::TenantExists(tenant) => {
                (ErrorCode::TenantExists, vec![("tenant", tenant.clone())])
            }
            Self::TenantTitle => plain(ErrorCode::TenantTitleEmpty),
            Self::TlsFailed(host) => at(ErrorCode::TlsFailed, host),
            Self::Token(fault) => from_provider::token(fault),
            Self::Who(found) => (
                ErrorCode::ModeratorMalformed,
                vec![("found", found.clone())],
            ),
            Self::Window(why) => because(ErrorCode::SurfaceFailed, why.clone()),
        }
    }
}
