use super::*;
use crate::views::inspector::TokenChoices;

fn request() -> MakeRequest {
    MakeRequest {
        tenant: "acme".to_owned(),
        room: "Daily stand-up".to_owned(),
        command: false,
        choices: TokenChoices {
            every_room: false,
            person: PersonFields {
                id: "ada".to_owned(),
                name: "Ada Lovelace".to_owned(),
                email: String::new(),
                avatar: String::new(),
            },
            role: roomkey_core::provider::Role::Moderator,
            features: roomkey_core::feature::Features::default(),
            lifetime: "180".to_owned(),
            begins: "-10".to_owned(),
            hidden_from_recorder: false,
            changes: Vec::new(),
        },
    }
}

fn fields(request: &MakeRequest) -> Vec<(TokenField, usize)> {
    let faults = chosen(request).unwrap_err();
    faults
        .iter()
        .map(|fault| (fault.field, fault.index))
        .collect()
}

#[test]
fn what_was_typed_is_read_as_the_command_line_reads_it() {
    let Chosen { recipe, room } = chosen(&request()).unwrap();
    assert_eq!(room, Some(RoomName::parse("daily-stand-up").unwrap()));
    assert_eq!(recipe.room.as_str(), "daily-stand-up");
    assert_eq!(recipe.lifetime.in_minutes(), 180);
    assert_eq!((recipe.begins, recipe.changes.len()), (-10, 0));
    assert_eq!((recipe.person.email, recipe.person.avatar), (None, None));
}

#[test]
fn a_token_for_every_room_needs_none_and_may_name_the_one_to_join() {
    let mut request = request();
    request.choices.every_room = true;
    let named = chosen(&request).unwrap();
    assert_eq!(named.recipe.room, RoomScope::Any);
    assert!(named.room.is_some());
    request.room.clear();
    assert_eq!(chosen(&request).unwrap().room, None);
}

#[test]
fn every_fault_is_said_at_its_field() {
    let mut request = request();
    request.room = "a/b".to_owned();
    request.choices.person = PersonFields {
        id: "a b".to_owned(),
        name: " ".to_owned(),
        email: "ada".to_owned(),
        avatar: "http://example.org/a.png".to_owned(),
    };
    request.choices.lifetime = "4".to_owned();
    request.choices.begins = "soon".to_owned();
    request.choices.changes = vec![
        ChangeFields {
            place: "exp".to_owned(),
            value: Some("7".to_owned()),
        },
        ChangeFields {
            place: "exp".to_owned(),
            value: Some("soon".to_owned()),
        },
        ChangeFields {
            place: "a..b".to_owned(),
            value: None,
        },
    ];
    assert_eq!(
        fields(&request),
        [
            (TokenField::Room, 0),
            (TokenField::PersonId, 0),
            (TokenField::PersonName, 0),
            (TokenField::Email, 0),
            (TokenField::Avatar, 0),
            (TokenField::Lifetime, 0),
            (TokenField::Begins, 0),
            (TokenField::Change, 1),
            (TokenField::Change, 2),
        ]
    );
}

#[test]
fn without_a_room_there_is_no_token_for_one() {
    let mut request = request();
    request.room = "  ".to_owned();
    assert_eq!(fields(&request), [(TokenField::Room, 0)]);
}

/// It is for no room, so that what stands there does not count.
#[test]
fn a_token_that_calls_rest_needs_no_room() {
    let mut request = request();
    request.command = true;
    request.room = "a/b".to_owned();
    let Chosen { recipe, room } = chosen(&request).unwrap();
    assert!(recipe.is_command);
    assert_eq!(room, None);
}

#[test]
fn changes_and_persons_are_shown_as_they_are_typed() {
    let changes = [
        Change::set("context.user.moderator", "\"TRUE\"").unwrap(),
        Change::omit("header.kid").unwrap(),
    ];
    let shown: Vec<_> = changes.iter().map(change_fields).collect();
    assert_eq!(shown[0].value.as_deref(), Some("\"TRUE\""));
    assert_eq!(
        (shown[1].place.as_str(), &shown[1].value),
        ("header.kid", &None)
    );
    for (fields, change) in shown.iter().zip(changes) {
        assert_eq!(super::change(fields), Ok(change));
    }
    assert_eq!(person_fields(&tester()).email, "");
}
