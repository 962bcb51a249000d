//! From what was typed in Make to what a token is made of, and back.

use roomkey_core::change::Change;
use roomkey_core::change::ChangeFault;
use roomkey_core::grant::RoomScope;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::AvatarUrl;
use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_core::recipe::Recipe;
use roomkey_core::room_name::RoomName;

use crate::error::Fault;
use crate::views::inspector::ChangeFields;
use crate::views::inspector::FieldFault;
use crate::views::inspector::MakeRequest;
use crate::views::inspector::PersonFields;
use crate::views::inspector::TokenChoices;
use crate::views::inspector::TokenField;

/// What was typed, in a valid form.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) recipe: Recipe,
    /// The room to be joined; none where the token is for every room and none was named.
    pub(super) room: Option<RoomName>,
}

/// Reads all fields, and says every fault.
pub(super) fn chosen(request: &MakeRequest) -> Result<Chosen, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let every_room = request.choices.every_room;
    let room = match request.room.trim() {
        _ if request.command => None,
        "" if every_room => None,
        typed => faults.keep(TokenField::Room, RoomName::normalise(typed)),
    };
    let scope = if every_room || request.command {
        Some(RoomScope::Any)
    } else {
        room.clone().map(RoomScope::Exact)
    };
    // Without a valid room there is a fault, and what is made of it is not used.
    let recipe = recipe(
        &request.choices,
        scope.unwrap_or(RoomScope::Any),
        &mut faults,
    );
    match recipe {
        Some(recipe) if faults.0.is_empty() => Ok(Chosen {
            recipe: Recipe {
                is_command: request.command,
                ..recipe
            },
            room,
        }),
        Some(_) | None => Err(faults.0),
    }
}

/// The same where the room does not matter, as in a preset.
pub(super) fn without_room(choices: &TokenChoices) -> Result<Recipe, Vec<FieldFault>> {
    let mut faults = Faults::default();
    let recipe = recipe(choices, RoomScope::Any, &mut faults);
    match recipe {
        Some(recipe) if faults.0.is_empty() => Ok(recipe),
        Some(_) | None => Err(faults.0),
    }
}

/// A person as fields.
pub(super) fn person_fields(person: &Person) -> PersonFields {
    let text = |value: Option<String>| value.unwrap_or_default();
    PersonFields {
        id: person.id.to_string(),
        name: person.name.to_string(),
        email: text(person.email.as_ref().map(ToString::to_string)),
        avatar: text(person.avatar.as_ref().map(ToString::to_string)),
    }
}

/// A change as fields.
pub(super) fn change_fields(change: &Change) -> ChangeFields {
    ChangeFields {
        place: change.place().to_string(),
        value: match change {
            Change::Set { value, .. } => Some(value.to_string()),
            Change::Omit { .. } => None,
        },
    }
}

/// Who a token is for before the set-up has asked who sits here.
pub(super) fn tester() -> Person {
    Person {
        id: PersonId::parse("tester").expect("the id has allowed signs only"),
        name: PersonName::parse("Tester").expect("the name has allowed signs only"),
        email: None,
        avatar: None,
    }
}

fn recipe(choices: &TokenChoices, room: RoomScope, faults: &mut Faults) -> Option<Recipe> {
    let person = person(&choices.person, faults);
    let lifetime = faults.keep(TokenField::Lifetime, lifetime(&choices.lifetime));
    let begins = faults.keep(TokenField::Begins, begins(&choices.begins));
    let mut changes = Vec::new();
    for (index, fields) in choices.changes.iter().enumerate() {
        changes.extend(faults.keep_at(TokenField::Change, index, change(fields)));
    }
    Some(Recipe {
        is_command: false,
        person: person?,
        role: choices.role,
        features: choices.features.clone(),
        room,
        lifetime: lifetime?,
        begins: begins?,
        hidden_from_recorder: choices.hidden_from_recorder,
        changes,
    })
}

fn person(fields: &PersonFields, faults: &mut Faults) -> Option<Person> {
    let id = faults.keep(TokenField::PersonId, PersonId::parse(&fields.id));
    let name = faults.keep(TokenField::PersonName, PersonName::parse(&fields.name));
    let email = faults.keep(TokenField::Email, optional(&fields.email, Email::parse));
    let avatar = faults.keep(
        TokenField::Avatar,
        optional(&fields.avatar, AvatarUrl::parse),
    );
    Some(Person {
        id: id?,
        name: name?,
        email: email?,
        avatar: avatar?,
    })
}

fn optional<T, F>(typed: &str, parse: impl FnOnce(&str) -> Result<T, F>) -> Result<Option<T>, F> {
    match typed.trim() {
        "" => Ok(None),
        text => parse(text).map(Some),
    }
}

fn lifetime(typed: &str) -> Result<Lifetime, Fault> {
    // What is no number of minutes is none that a token may have.
    let minutes = typed.trim().parse().unwrap_or(0);
    Ok(Lifetime::minutes(minutes)?)
}

/// A year either way is more than any token lasts.
fn begins(typed: &str) -> Result<i64, Fault> {
    const FARTHEST: i64 = 366 * 24 * 60 * 60;
    let seconds = typed.trim().parse().ok();
    seconds
        .filter(|seconds: &i64| seconds.abs() <= FARTHEST)
        .ok_or(Fault::Begins)
}

fn change(fields: &ChangeFields) -> Result<Change, ChangeFault> {
    let place = fields.place.trim();
    Ok(match &fields.value {
        Some(json) => Change::set(place, json)?,
        None => Change::omit(place)?,
    })
}

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<FieldFault>);

impl Faults {
    fn keep<T, F: Into<Fault>>(&mut self, field: TokenField, read: Result<T, F>) -> Option<T> {
        self.keep_at(field, 0, read)
    }

    fn keep_at<T, F: Into<Fault>>(
        &mut self,
        field: TokenField,
        index: usize,
        read: Result<T, F>,
    ) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(fault) => {
                self.0.push(FieldFault {
                    field,
                    index,
                    error: fault.into().into(),
                });
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
