//! Makes one token. Only `--claim` and `--omit` make one that is wrong on
//! purpose.

use clap::Args;
use roomkey_core::change;
use roomkey_core::change::Change;
use roomkey_core::change::PlaceFault;
use roomkey_core::feature::Feature;
use roomkey_core::feature::Features;
use roomkey_core::grant::RoomScope;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::inspect;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::AvatarUrl;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Role;
use roomkey_core::provider::TokenFault;
use roomkey_core::time::Timestamp;
use roomkey_store::settings::Tenant;
use serde_json::Value;
use serde_json::json;

use crate::answer::Answer;
use crate::clock;
use crate::fault::Fault;
use crate::role;
use crate::signer::Signer;
use crate::signer::SignerArguments;
use crate::span;
use crate::wait::wait;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The room; '*' is every room of the tenant
    #[arg(long, value_parser = RoomScope::parse, required_unless_present = "command", conflicts_with = "command")]
    room: Option<RoomScope>,

    /// Make a token that calls the provider's REST in place of one that joins
    #[arg(long, conflicts_with_all = ["user_id", "name", "email", "avatar", "hidden_from_recorder", "role", "features"])]
    command: bool,

    #[command(flatten)]
    signer: SignerArguments,

    /// The person's id; the one in the settings where nothing is said
    #[arg(long, value_name = "ID", value_parser = PersonId::parse, help_heading = "Person")]
    user_id: Option<PersonId>,
    /// The name that others read
    #[arg(long, value_parser = PersonName::parse, help_heading = "Person")]
    name: Option<PersonName>,
    /// The person's email address
    #[arg(long, value_parser = Email::parse, help_heading = "Person")]
    email: Option<Email>,
    /// The https address of the person's picture
    #[arg(long, value_name = "URL", value_parser = AvatarUrl::parse, help_heading = "Person")]
    avatar: Option<AvatarUrl>,
    /// Keep the person out of recordings
    #[arg(long, help_heading = "Person")]
    hidden_from_recorder: bool,

    /// As one who leads the meeting
    #[arg(long, group = "role", help_heading = "Rights")]
    moderator: bool,
    /// As one who takes part
    #[arg(long, group = "role", help_heading = "Rights")]
    participant: bool,
    /// As one who watches
    #[arg(long, group = "role", help_heading = "Rights")]
    visitor: bool,
    /// As one who waits until somebody lets them in
    #[arg(long, group = "role", help_heading = "Rights")]
    lobby: bool,
    /// Switch a feature on or off, such as recording=on; may be said again
    #[arg(long = "feature", value_name = "NAME=on|off", value_parser = feature, help_heading = "Rights")]
    features: Vec<(Feature, bool)>,

    /// How long the token is good, 5 minutes to 24 hours [default: the tenant's, or 3h; with --command, 5m]
    #[arg(long, value_name = "SPAN", value_parser = span::lifetime, help_heading = "Time")]
    lifetime: Option<Lifetime>,
    /// From when it is good, counted from now
    #[arg(long, value_name = "SPAN", default_value = "-10s", value_parser = span::seconds,
          allow_hyphen_values = true, help_heading = "Time")]
    not_before: i64,
    /// The time to take for now, such as 2026-09-21T14:30:00Z
    #[arg(long, value_name = "RFC3339", value_parser = Timestamp::parse, help_heading = "Time")]
    at: Option<Timestamp>,

    /// Put a value there, right or wrong, such as exp='"soon"' or header.kid=7; may be said again
    #[arg(long = "claim", value_name = "PATH=JSON", value_parser = set, help_heading = "Wrong on purpose")]
    claims: Vec<Change>,
    /// Leave out what stands there, such as context.features; may be said again
    #[arg(long = "omit", value_name = "PATH", value_parser = Change::omit, help_heading = "Wrong on purpose")]
    omitted: Vec<Change>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Fault> {
    let signer = arguments.signer.signer()?;
    let system = signer.provider.system();
    let entry = arguments.entry(&signer)?;
    let purpose = match &entry {
        Some(entry) => Purpose::Enter(entry),
        None => Purpose::Command,
    };
    let changes = arguments.changes();
    let now = arguments.at.unwrap_or_else(clock::now);
    let (from, until) = arguments.life(&signer, now);
    let token = match &signer.credential {
        None if changes.is_empty() => {
            wait(roomkey_calls::given_token(&signer.provider, &purpose))??
        }
        None => return Err(TokenFault::FromServer.into()),
        Some(own) if changes.is_empty() => {
            // Judged when it is good, where that is still to come.
            let (life, then) = ((from, until), now.max(from));
            signer.provider.signed(&purpose, life, own.signs(), then)?
        }
        Some(own) => {
            let good = system.token(&purpose, from, until, own.signs())?;
            good.changed(&changes, own.signs())?
        }
    };
    let is_ours = signer.credential.is_some();
    let data = json!({
        "token": token.reveal(),
        "system": system.abilities().name,
        "keyId": key_id(token.reveal(), now),
        "room": entry.as_ref().map(|entry| entry.room.as_str()),
        "role": entry.as_ref().map(|entry| role::word(entry.role)),
        "from": is_ours.then(|| from.to_string()),
        "until": is_ours.then(|| until.to_string()),
    });
    Ok(Answer::yes(token.reveal(), data))
}

/// What the token's header names.
fn key_id(token: &str, now: Timestamp) -> Option<Value> {
    let against = Against {
        key: None,
        key_id: None,
        room: None,
        now,
    };
    inspect(token, &against).header?.get("kid").cloned()
}

impl Arguments {
    /// Who is let in; none for a token that calls REST.
    fn entry(&self, signer: &Signer) -> Result<Option<Entry>, Fault> {
        let Some(room) = &self.room else {
            return Ok(None);
        };
        let abilities = signer.provider.system().abilities();
        if !(self.features.is_empty() || abilities.has_features) {
            let option = "--feature";
            return Err(Fault::NotTheirs { option });
        }
        if self.hidden_from_recorder && !abilities.hides_from_recorder() {
            let option = "--hidden-from-recorder";
            return Err(Fault::NotTheirs { option });
        }
        let tenant = signer.tenant.as_ref();
        let usual = tenant.map(|tenant| tenant.role).unwrap_or_default();
        let role = self.role().unwrap_or(usual.into());
        let of_tenant = tenant.map(|tenant| of_role(tenant, role));
        let mut features = of_tenant.unwrap_or_default();
        for (feature, allowed) in &self.features {
            features.set(*feature, *allowed);
        }
        Ok(Some(Entry {
            person: self.person(signer.person.as_ref()),
            role,
            features,
            room: room.clone(),
        }))
    }

    fn life(&self, signer: &Signer, now: Timestamp) -> (Timestamp, Timestamp) {
        let of_tenant = signer.tenant.as_ref().map(|tenant| tenant.lifetime);
        let usual = if self.command {
            COMMAND_LIFE
        } else {
            of_tenant.unwrap_or_default().in_seconds()
        };
        let lasts = self.lifetime.map_or(usual, Lifetime::in_seconds);
        (now.plus(self.not_before), now.plus(lasts))
    }

    fn changes(&self) -> Vec<Change> {
        let hidden = self.hidden_from_recorder.then(Change::hide_from_recorder);
        let named = self.claims.iter().chain(&self.omitted).cloned();
        hidden.into_iter().chain(named).collect()
    }

    fn role(&self) -> Option<Role> {
        let said = [
            (self.moderator, Role::Moderator),
            (self.participant, Role::Participant),
            (self.visitor, Role::Visitor),
            (self.lobby, Role::Lobby),
        ];
        let mut said = said.into_iter();
        said.find_map(|(is_said, role)| is_said.then_some(role))
    }

    /// The person in the settings, with what was said instead. Somebody with another id is
    /// somebody else, of whom the settings know nothing.
    fn person(&self, known: Option<&Person>) -> Person {
        let known = known.filter(|known| self.user_id.as_ref().is_none_or(|id| *id == known.id));
        let base = known.cloned().unwrap_or_else(|| Person {
            id: PersonId::parse("roomkeyctl").expect("the id has allowed signs only"),
            name: PersonName::parse("Tester").expect("the name has allowed signs only"),
            email: None,
            avatar: None,
        });
        Person {
            id: self.user_id.clone().unwrap_or(base.id),
            name: self.name.clone().unwrap_or(base.name),
            email: self.email.clone().or(base.email),
            avatar: self.avatar.clone().or(base.avatar),
        }
    }
}

/// For how many seconds a token that calls REST is good where nothing is said.
const COMMAND_LIFE: i64 = 300;

/// What the tenant names for a role; nothing for those who wait, of whom the settings know nothing.
fn of_role(tenant: &Tenant, role: Role) -> Features {
    match role {
        Role::Moderator => tenant.features.moderator.clone(),
        Role::Participant => tenant.features.participant.clone(),
        Role::Visitor => tenant.features.visitor.clone(),
        Role::Lobby => Features::default(),
    }
}

fn feature(text: &str) -> Result<(Feature, bool), FeatureFault> {
    let (name, value) = text.split_once('=').ok_or(FeatureFault::Form)?;
    let feature = Feature::parse(name).ok_or_else(FeatureFault::unknown)?;
    match value {
        "on" => Ok((feature, true)),
        "off" => Ok((feature, false)),
        _ => Err(FeatureFault::Form),
    }
}

fn set(text: &str) -> Result<Change, ChangeFault> {
    let (place, value) = text.split_once('=').ok_or(ChangeFault::Form)?;
    Change::set(place, value).map_err(|fault| match fault {
        change::ChangeFault::Json => ChangeFault::Json,
        change::ChangeFault::Place(fault) => ChangeFault::Place(fault),
    })
}

#[derive(Debug, thiserror::Error)]
enum FeatureFault {
    #[error("Write the feature's name, = and on or off, such as recording=on")]
    Form,
    #[error("There is no such feature. These are known: {names}; use --claim for others")]
    Unknown { names: String },
}

impl FeatureFault {
    fn unknown() -> Self {
        Self::Unknown {
            names: Feature::ALL.map(Feature::as_str).join(", "),
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum ChangeFault {
    #[error("Write the place, = and a value in JSON, such as exp=0")]
    Form,
    #[error("The value is no JSON. Put texts in double quotes within single ones: '\"chat\"'")]
    Json,
    #[error(transparent)]
    Place(#[from] PlaceFault),
}
