//! What a body tells.

use roomkey_core::app_id::AppId;
use roomkey_core::provider::jaas::webhook::{Event, EventFault, EventType, Field, Meaning, Whose};
use roomkey_core::time::Timestamp;
use serde_json::json;

use super::BODY;
use crate::core::fixtures::{APP_ID, app_id};

#[test]
fn the_documented_example_is_explained() {
    let tenant = AppId::parse("vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f").unwrap();

    let event = Event::read(BODY, &tenant).unwrap();

    assert_eq!(event.name.as_deref(), Some("PARTICIPANT_JOINED"));
    assert_eq!(event.kind, Some(EventType::ParticipantJoined));
    assert_eq!(event.whose, Whose::Ours);
    assert_eq!(
        event.room.as_deref(),
        Some("sampleappromanticshiftsstripas")
    );
    assert_eq!(event.at, Some(Timestamp(1_632_490_058)));
    assert_eq!((event.fields.len(), event.left_out), (13, 0));
    for (path, value, meaning) in [
        (
            "data.id",
            "auth0|5f903d7a77f3b4006eb8e67d",
            Some(Meaning::UserId),
        ),
        ("data.moderator", "true", Some(Meaning::Moderator)),
        ("data.name", "Test User", None),
        ("timestamp", "1632490058278", Some(Meaning::Timestamp)),
        ("data.avatar", "", None),
    ] {
        let field = Field {
            path: path.to_owned(),
            value: value.to_owned(),
            meaning,
        };
        assert!(event.fields.contains(&field), "{path}: {:?}", event.fields);
    }
}

#[test]
fn every_documented_name_is_known_and_others_are_shown() {
    for (name, known) in [
        ("ROOM_CREATED", true),
        ("PARTICIPANT_LEFT_LOBBY", true),
        ("RTCSTATS_UPLOADED", true),
        ("DIAL_OUT_ENDED", true),
        ("SIP_CALL_IN_STARTED", true),
        ("room_created", false),
        ("ROOM_PAINTED", false),
    ] {
        let event = Event::read(&json!({ "eventType": name }).to_string(), &app_id()).unwrap();
        assert_eq!(event.kind.is_some(), known, "{name}");
        assert_eq!(event.name.as_deref(), Some(name));
    }
}

#[test]
fn whose_event_it_is_is_read_from_the_app_id_or_the_room() {
    let another = Whose::Another {
        app_id: "vpaas-magic-cookie-x".to_owned(),
    };
    for (body, whose, room) in [
        (json!({ "appId": APP_ID }), Whose::Ours, None),
        (
            json!({ "fqn": format!("{APP_ID}/standup") }),
            Whose::Ours,
            Some("standup"),
        ),
        (
            json!({ "appId": "vpaas-magic-cookie-x", "fqn": format!("{APP_ID}/standup") }),
            another,
            Some("standup"),
        ),
        (json!({ "fqn": "standup", "appId": 7 }), Whose::Unsaid, None),
    ] {
        let event = Event::read(&body.to_string(), &app_id()).unwrap();
        assert_eq!(event.whose, whose, "{body}");
        assert_eq!(event.room.as_deref(), room, "{body}");
    }
}

#[test]
fn rubbish_is_named_and_much_is_cut_off() {
    let read = |body: &str| Event::read(body, &app_id());
    assert_eq!(read(" \n").unwrap_err(), EventFault::Empty);
    assert_eq!(
        read("X-Jaas-Signature: t=1").unwrap_err(),
        EventFault::NotJson
    );
    assert_eq!(read("{\"a\":1").unwrap_err(), EventFault::NotJson);
    assert_eq!(read("[1]").unwrap_err(), EventFault::NotAnObject);
    assert_eq!(
        read(&"[".repeat(100_000)).unwrap_err(),
        EventFault::NotJson,
        "too deep"
    );

    let many: Vec<i32> = (0..1000).collect();
    let event = read(&json!({ "data": many }).to_string()).unwrap();
    assert_eq!((event.fields.len(), event.left_out), (300, 700));
    let long = read(&json!({ "data": "é".repeat(5000) }).to_string()).unwrap();
    assert_eq!(long.fields[0].value.chars().count(), 2001);
    let empty = read("{\"data\":{},\"list\":[],\"none\":null}").unwrap();
    let values: Vec<&str> = empty.fields.iter().map(|field| &*field.value).collect();
    assert_eq!(values, ["{}", "[]", "null"]);
}
