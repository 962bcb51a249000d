//! Makes one token. Only `--claim` and `--omit` make one that is wrong on
//! purpose.

use clap::Args;
use roomkey_core::change;
use roomkey_core::change::Change;
use roomkey_core::change::PlaceFault;
use roomkey_core::feature::Feature;
use roomkey_core::grant::RoomScope;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::AvatarUrl;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::recipe::Recipe;
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use serde_json::json;

use crate::answer::Answer;
use crate::clock;
use crate::fault::Fault;
use crate::signer::Signer;
use crate::signer::SignerArguments;
use crate::span;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The room; '*' is every room of the tenant
    #[arg(long, value_parser = RoomScope::parse)]
    room: RoomScope,

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
    /// Switch a feature on or off, such as recording=on; may be said again
    #[arg(long = "feature", value_name = "NAME=on|off", value_parser = feature, help_heading = "Rights")]
    features: Vec<(Feature, bool)>,

    /// How long the token is good, 5 minutes to 24 hours [default: the tenant's, or 3h]
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
    let recipe = arguments.recipe(&signer);
    let now = arguments.at.unwrap_or_else(clock::now);
    let token = recipe.token(&signer.key_id, &signer.key, now)?;
    let grant = recipe.grant(signer.key_id.app_id(), now);
    let data = json!({
        "token": token.reveal(),
        "keyId": signer.key_id,
        "room": grant.room.as_str(),
        "role": grant.role,
        "from": grant.from.to_string(),
        "until": grant.until.to_string(),
    });
    Ok(Answer::yes(token.reveal(), data))
}

impl Arguments {
    fn recipe(&self, signer: &Signer) -> Recipe {
        let tenant = signer.tenant.as_ref();
        let lifetime = tenant.map_or_else(Lifetime::default, |tenant| tenant.lifetime);
        let role = self
            .role()
            .or(tenant.map(|tenant| tenant.role))
            .unwrap_or_default();
        let mut features = tenant
            .map(|tenant| tenant.features.of(role).clone())
            .unwrap_or_default();
        for (feature, allowed) in &self.features {
            features.set(*feature, *allowed);
        }
        Recipe {
            person: self.person(signer.person.as_ref()),
            role,
            features,
            room: self.room.clone(),
            lifetime: self.lifetime.unwrap_or(lifetime),
            begins: self.not_before,
            hidden_from_recorder: self.hidden_from_recorder,
            changes: self.claims.iter().chain(&self.omitted).cloned().collect(),
        }
    }

    fn role(&self) -> Option<Role> {
        match (self.moderator, self.participant, self.visitor) {
            (true, _, _) => Some(Role::Moderator),
            (_, true, _) => Some(Role::Participant),
            (_, _, true) => Some(Role::Visitor),
            (false, false, false) => None,
        }
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
