//! Why a command could not do what it was asked: the fault, then the remedy,
//! and the exit code. No text carries a key, a passphrase or a token.

use std::io;
use std::path::PathBuf;

use roomkey_calls::NoToken;
use roomkey_core::app_id::AppIdFault;
use roomkey_core::key::KeyFault;
use roomkey_core::key::PublicKeyFault;
use roomkey_core::key_id::KeyIdFault;
use roomkey_core::pasted::PastedFault;
use roomkey_core::provider::NameFault;
use roomkey_core::provider::NotSigned;
use roomkey_core::provider::SecretFault;
use roomkey_core::provider::TokenFault;
use roomkey_core::provider::call::CallFault;
use roomkey_core::room_name::RoomNameFault;
use roomkey_core::token::SignFault;
use roomkey_picture::PictureFault;
use roomkey_store::folders::NoFolder;
use roomkey_store::generate::GenerateFault;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::rollout::RolloutFault;
use roomkey_store::settings::SettingsFault;
use roomkey_store::settings::TenantId;

use crate::answer::Ending;

/// Everything that can go wrong.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error(transparent)]
    AppId(#[from] AppIdFault),
    #[error(transparent)]
    KeyId(#[from] KeyIdFault),
    #[error(transparent)]
    RoomName(#[from] RoomNameFault),
    #[error(transparent)]
    Key(#[from] KeyFault),
    #[error(
        "This key is locked with a passphrase. Give the passphrase in a file, or on standard \
         input, with --passphrase-file"
    )]
    Passphrase,
    #[error(
        "This RSA key has {bits} bits, and the provider takes {fewest_bits} or more. Make one with: \
         ssh-keygen -t rsa -b 4096 -m PEM -f roomkey.key"
    )]
    KeyTooShort { bits: usize, fewest_bits: usize },
    #[error(transparent)]
    PublicKey(#[from] PublicKeyFault),
    #[error(transparent)]
    KeyStore(#[from] KeyStoreFault),
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    #[error(transparent)]
    Sign(#[from] SignFault),
    #[error(transparent)]
    Generate(#[from] GenerateFault),
    #[error(transparent)]
    NoFolder(#[from] NoFolder),
    #[error(transparent)]
    Rollout(#[from] RolloutFault),
    #[error(transparent)]
    Picture(#[from] PictureFault),
    #[error("No tenant is set up. Add one with roomkeyctl tenant add, or name one")]
    NoTenants,
    #[error("There is no tenant {0}. See roomkeyctl tenant list for those that are set up")]
    NoTenant(TenantId),
    #[error("There is a tenant {0} already. Choose another name, or say --replace to change it")]
    TenantExists(TenantId),
    #[error("Tenant {0} is set up here already. Say --replace to change it to what the file has")]
    TenantKnown(TenantId),
    #[error(
        "Tenant {0} is this account already. Change it with roomkeyctl tenant add {0} --replace, or \
         remove it first"
    )]
    ProviderTaken(TenantId),
    #[error("{option} is missing. Say it, and see --help for what it is")]
    Missing { option: &'static str },
    #[error(
        "{option} has no meaning at this provider. Leave it out, and see --help for whose it is"
    )]
    NotTheirs { option: &'static str },
    #[error(transparent)]
    Name(#[from] NameFault),
    #[error(transparent)]
    Secret(#[from] SecretFault),
    #[error(
        "The secret's file cannot be read ({source}). Name a file that you may read, or give the \
         secret on standard input"
    )]
    SecretUnreadable { source: io::Error },
    #[error(
        "Tenant {0} has no key in the keyring. Make one with roomkeyctl key generate, or import it"
    )]
    NoKey(TenantId),
    #[error("Tenant {0} has no secret in the keyring. Set it with roomkeyctl secret set")]
    NoSecret(TenantId),
    #[error(
        "Tenant {0} has another secret already. Keep it, or say --replace to put this one in its \
         place; the secret that is there is then gone"
    )]
    OtherSecret(TenantId),
    #[error(transparent)]
    Token(#[from] TokenFault),
    #[error(transparent)]
    NotSigned(#[from] NotSigned),
    #[error(transparent)]
    Call(#[from] CallFault),
    #[error("Tenant {0} has no key id yet. Say it with roomkeyctl tenant add --replace --key-id")]
    NoKeyId(TenantId),
    #[error(
        "Tenant {0} has another key already. Keep it, or say --replace to put this one in its \
         place; the key that is there is then gone"
    )]
    OtherKey(TenantId),
    #[error("Tenant {0} has no room {1}. See roomkeyctl room list for those it has")]
    NoRoom(TenantId, String),
    #[error("Tenant {0} has a room {1} already. Choose another title")]
    RoomExists(TenantId, String),
    #[error("The token server lists no rooms. Ask for one by its id: roomkeyctl room made find")]
    NotListed,
    #[error("The provider has no room {0}. See roomkeyctl room made list for those it has")]
    NotMade(String),
    #[error("The room's title is empty. Type one, such as Stand-up")]
    RoomTitle,
    #[error(transparent)]
    Pasted(#[from] PastedFault),
    #[error("Standard input can be read once only. Give one of the two in a file")]
    InputTwice,
    #[error("{} cannot be read ({source}). Name a file that you may read", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} is far larger than what is expected there. Name another file", path.display())]
    TooLarge { path: PathBuf },
    #[error("{} is no text. Name another file", path.display())]
    NoText { path: PathBuf },
    #[error("{} cannot be written ({source}). Name a file that you may write", path.display())]
    Unwritable { path: PathBuf, source: io::Error },
    #[error("Nobody is named in the settings. Start Roomkey and set it up, then join again")]
    NoPerson,
    #[error(
        "The application roomkey is neither beside roomkeyctl nor in PATH. Install it, or add its \
         folder to PATH"
    )]
    NoApplication,
    #[error("{} did not start ({source}). Start it by hand to see why", path.display())]
    Application { path: PathBuf, source: io::Error },
    #[error("The system gave no thread to wait with ({0}). Close other programs and try again")]
    Runtime(io::Error),
    #[error("The answer cannot be written ({0}). See that the disk is not full")]
    Output(io::Error),
}

impl Fault {
    /// The exit code.
    pub(crate) fn ending(&self) -> Ending {
        match self {
            Self::AppId(_)
            | Self::KeyId(_)
            | Self::RoomName(_)
            | Self::Missing { .. }
            | Self::NotTheirs { .. }
            | Self::Name(_)
            | Self::Sign(SignFault::OtherTenant { .. } | SignFault::NoTime { .. })
            | Self::Passphrase
            | Self::NotListed
            | Self::RoomTitle
            | Self::InputTwice => Ending::WrongUse,
            Self::Key(_)
            | Self::KeyTooShort { .. }
            | Self::PublicKey(_)
            | Self::KeyStore(KeyStoreFault::Missing)
            | Self::NoTenants
            | Self::NoTenant(_)
            | Self::NoKey(_)
            | Self::ProviderTaken(_)
            | Self::TenantExists(_)
            | Self::TenantKnown(_)
            | Self::OtherKey(_)
            | Self::OtherSecret(_)
            | Self::NoSecret(_)
            | Self::Secret(_)
            | Self::NotSigned(NotSigned::Refused { .. })
            | Self::Rollout(
                RolloutFault::NotOne
                | RolloutFault::Passphrase
                | RolloutFault::Damaged
                | RolloutFault::Newer { .. },
            )
            | Self::Picture(_)
            | Self::NoRoom(..)
            | Self::NotMade(_)
            | Self::RoomExists(..)
            | Self::Pasted(_) => Ending::No,
            Self::KeyStore(
                KeyStoreFault::NoKeyring
                | KeyStoreFault::NoCollection
                | KeyStoreFault::Locked
                | KeyStoreFault::Damaged
                | KeyStoreFault::Ambiguous
                | KeyStoreFault::TooLarge
                | KeyStoreFault::Failed { .. }
                | KeyStoreFault::Stopped,
            )
            | Self::Rollout(RolloutFault::Lock | RolloutFault::Randomness)
            | Self::Sign(SignFault::Refused)
            | Self::Settings(_)
            | Self::Generate(_)
            | Self::NoFolder(_)
            | Self::SecretUnreadable { .. }
            | Self::NoKeyId(_)
            | Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::NoText { .. }
            | Self::Unwritable { .. }
            | Self::NoPerson
            | Self::NoApplication
            | Self::Application { .. }
            | Self::Runtime(_)
            | Self::Output(_) => Ending::Cannot,
            Self::Token(fault) | Self::NotSigned(NotSigned::Token(fault)) => of_token(fault),
            Self::Call(fault) => of_call(fault),
        }
    }
}

fn of_token(fault: &TokenFault) -> Ending {
    match fault {
        TokenFault::Sign(SignFault::Refused) | TokenFault::NoToken { .. } => Ending::Cannot,
        TokenFault::Role { .. }
        | TokenFault::NoEntry { .. }
        | TokenFault::NoCommands { .. }
        | TokenFault::SecretNeeded
        | TokenFault::KeyNeeded
        | TokenFault::NoRoom
        | TokenFault::FromServer
        | TokenFault::RoomNotMade { .. }
        | TokenFault::Sign(SignFault::OtherTenant { .. } | SignFault::NoTime { .. }) => {
            Ending::WrongUse
        }
    }
}

/// The provider's no is a no; no answer, or one that makes no sense, is none.
fn of_call(fault: &CallFault) -> Ending {
    match fault {
        CallFault::RoomNotMade { .. }
        | CallFault::RoomClosed { .. }
        | CallFault::NotCancelled { .. }
        | CallFault::Coded { .. }
        | CallFault::Malformed { .. }
        | CallFault::Unauthorised { .. }
        | CallFault::Unpaid { .. }
        | CallFault::Forbidden { .. }
        | CallFault::Unknown { .. }
        | CallFault::Conflict { .. }
        | CallFault::Invalid { .. }
        | CallFault::Refused { .. } => Ending::No,
        CallFault::TooMany { .. }
        | CallFault::Server { .. }
        | CallFault::Redirected { .. }
        | CallFault::Other { .. }
        | CallFault::Page { .. }
        | CallFault::Empty { .. }
        | CallFault::NotJson { .. }
        | CallFault::Unexpected { .. }
        | CallFault::TooLong { .. }
        | CallFault::Unreachable { .. }
        | CallFault::Unanswered { .. } => Ending::Cannot,
    }
}

impl From<NoToken> for Fault {
    fn from(fault: NoToken) -> Self {
        match fault {
            NoToken::NotSigned(fault) => fault.into(),
            NoToken::NotGiven(fault) => fault.into(),
        }
    }
}
