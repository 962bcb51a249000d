//! Explains a token: what stands in it, what a server checks, and the verdict.

use std::path::PathBuf;

use clap::Args;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::pasted;
use roomkey_core::provider::Aim;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::TenantId;
use zeroize::Zeroizing;

use super::judge::Judge;
use super::report;
use crate::answer::Answer;
use crate::answer::Ending;
use crate::clock;
use crate::desk;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::input;
use crate::paint::Paint;

/// Explain a token and say what a server makes of it.
///
/// Ends with 0 where the token is accepted, and with 1 where it is refused or where no key was
/// given to check its signature with.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The token, a Bearer header, or an address with ?jwt= or #jwt=; - reads standard input,
    /// which keeps the token out of the shell's history and the list of processes
    #[arg(default_value = "-", hide_default_value = true)]
    token: String,

    /// A file with the public key (PEM) that should have signed
    #[arg(long, value_name = "FILE", conflicts_with = "tenant")]
    public_key: Option<PathBuf>,

    /// The key id under which that public key is registered; whatever the token names where
    /// nothing is said
    #[arg(long, requires = "public_key", value_parser = KeyId::parse)]
    key_id: Option<KeyId>,

    /// The tenant whose key or secret in the keyring should have signed; its provider's rules
    /// are the measure
    #[arg(long, value_parser = TenantId::parse)]
    tenant: Option<TenantId>,

    /// The room that is to be joined
    #[arg(long, value_parser = RoomName::normalise)]
    room: Option<RoomName>,

    /// Judge it as one that calls the provider's REST
    #[arg(long, requires = "tenant", conflicts_with = "room")]
    command: bool,

    /// The time to take for now, such as 2026-09-21T14:30:00Z
    #[arg(long, value_name = "RFC3339", value_parser = Timestamp::parse)]
    at: Option<Timestamp>,
}

pub(crate) fn run(arguments: &Arguments, paint: Paint) -> Result<Answer, Fault> {
    let measure = arguments.measure()?;
    let text = arguments.pasted()?;
    let token = Zeroizing::new(pasted::find(&text)?);
    let now = arguments.at.unwrap_or_else(clock::now);
    let (key, key_id) = match measure {
        Measure::Server(judge) => return Ok(arguments.judged(&judge, &token, now, paint)),
        Measure::Key(key, key_id) => (key, key_id),
    };
    let against = Against {
        key: key.as_ref(),
        key_id: key_id.as_ref(),
        room: arguments.room.as_ref(),
        now,
    };
    let inspection = inspect(&token, &against);
    let ending = match inspection.verdict {
        Verdict::Accepted(_) => Ending::Yes,
        Verdict::Unproved(_) | Verdict::Refused(_) => Ending::No,
    };
    let text = report::text(&inspection, now, paint);
    Ok(Answer::ending(ending, text, inspection))
}

/// What a token is held against.
enum Measure {
    /// JaaS's server, whose rules and words are known best.
    Key(Option<PublicKey>, Option<KeyId>),
    /// Another provider's.
    Server(Judge),
}

impl Arguments {
    fn measure(&self) -> Result<Measure, Fault> {
        if let Some(tenant) = &self.tenant {
            let desk = Desk::open()?;
            let tenant = desk.tenant(Some(tenant))?;
            let provider = desk::system(tenant)?;
            let credential = desk.credential(&tenant.id, provider.system().signer())?;
            return Ok(match (provider.jaas(), &credential, self.command) {
                (Some(jaas), Some(OwnedCredential::Key(key)), false) => {
                    Measure::Key(Some(key.public().clone()), Some(jaas.key_id.clone()))
                }
                _ => Measure::Server(Judge {
                    provider,
                    credential,
                }),
            });
        }
        let Some(file) = &self.public_key else {
            return Ok(Measure::Key(None, None));
        };
        if input::is_standard_input(file) && self.token == "-" {
            return Err(Fault::InputTwice);
        }
        Ok(Measure::Key(
            Some(input::public_key(file)?),
            self.key_id.clone(),
        ))
    }

    fn judged(&self, judge: &Judge, token: &str, now: Timestamp, paint: Paint) -> Answer {
        let aim = if self.command {
            Aim::Command
        } else {
            Aim::Enter(self.room.as_ref())
        };
        let judged = judge.judge(token, aim, now);
        let ending = if judged.is_accepted() {
            Ending::Yes
        } else {
            Ending::No
        };
        Answer::ending(ending, judged.text(now, paint), judged.data())
    }

    fn pasted(&self) -> Result<Zeroizing<String>, Fault> {
        match self.token.as_str() {
            "-" => input::pasted("-".as_ref()),
            given => Ok(Zeroizing::new(given.to_owned())),
        }
    }
}
