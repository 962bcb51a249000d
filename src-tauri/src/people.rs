//! Who sits here.

use roomkey_core::person::Email;
use roomkey_core::person::Person;
use roomkey_core::person::PersonId;
use roomkey_core::person::PersonName;
use roomkey_store::settings::Language;
use tauri::AppHandle;
use uuid::Uuid;

use crate::error::Fault;
use crate::roomkey;
use crate::views::PersonRequest;
use crate::views::PersonView;

/// Checks what was typed and gives it as it would be kept.
pub(crate) fn check(request: &PersonRequest) -> Result<PersonView, Fault> {
    let (name, email) = read(request)?;
    Ok(PersonView {
        name: name.to_string(),
        email: email.map(|email| email.to_string()).unwrap_or_default(),
    })
}

/// Changes name and address; the id stays.
pub(crate) async fn set(app: &AppHandle, request: &PersonRequest) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey
        .book
        .change(|settings| {
            settings.person = Some(person(request, settings.person.as_ref())?);
            Ok(())
        })
        .await?;
    roomkey.tell(app);
    Ok(())
}

/// The person as typed, with the id they have or, the first time, a new one: JaaS counts
/// users by it, so it is made once and kept.
pub(crate) fn person(request: &PersonRequest, known: Option<&Person>) -> Result<Person, Fault> {
    let (name, email) = read(request)?;
    Ok(Person {
        id: known.map_or_else(new_id, |person| person.id.clone()),
        name,
        email,
        avatar: known.and_then(|person| person.avatar.clone()),
    })
}

/// A stable id for somebody new.
pub(crate) fn new_id() -> PersonId {
    PersonId::parse(&Uuid::new_v4().to_string()).expect("a UUID is a person's id")
}

/// Somebody, where nobody has said who sits here.
pub(crate) fn somebody(language: Language) -> Person {
    let name = match language {
        Language::De => "Gast",
        Language::En => "Guest",
    };
    Person {
        id: new_id(),
        name: PersonName::parse(name).expect("a word is a name"),
        email: None,
        avatar: None,
    }
}

fn read(request: &PersonRequest) -> Result<(PersonName, Option<Email>), Fault> {
    let name = PersonName::parse(&request.name)?;
    let email = match request.email.trim() {
        "" => None,
        text => Some(Email::parse(text)?),
    };
    Ok((name, email))
}
