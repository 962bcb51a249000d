//! JioMeet's rooms, by "JioMeet Platform APIs".

use roomkey_core::provider::call::{CallFault, MadeRoom, Repeats};

use super::super::calls::*;
use super::*;

const AT_ONCE: &str = include_str!("../answers/jiomeet/at_once.json");
const SCHEDULED: &str = include_str!("../answers/jiomeet/scheduled.json");
const SCHEDULE: &str = include_str!("../answers/jiomeet/schedule.json");
const DELETED: &str = include_str!("../answers/jiomeet/deleted.json");

const SYSTEM: &str = "JioMeet";

fn bearer() -> Provider {
    Provider::JioMeet(App {
        id: AppId::parse("0123456789").unwrap(),
        issuer: None,
        steps: Steps::One,
        domain: Domain::parse("127.0.0.1:8080").unwrap(),
        authorization: Authorization::Bearer,
    })
}

#[test]
fn every_call_is_the_documented_request() {
    let app = one_step();
    let rooms = rooms(&app);
    let name = name("standup");
    let wanted = wanted(&name, "Daily & more");
    let meeting = "https://jiomeetpro.jio.com/api/platform/v1/schedule/meeting\n\
        Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n";
    let planned = MadeRoom {
        plan_id: Some("sm-1".to_owned()),
        ..bare("0123456789")
    };
    let table = [
        (
            rooms.find(&wanted, &token()).unwrap(),
            format!("GET {meeting}"),
            Repeats::Safely,
        ),
        (
            rooms.list(&token()).unwrap(),
            format!("GET {meeting}"),
            Repeats::Safely,
        ),
        (
            rooms.make(&wanted, &token()),
            format!(
                "POST {meeting}{}",
                r#"{"topic":"standup","startTime":"2023-09-11T12:50:00Z","endTime":"2023-09-11T13:20:00Z","isAutoRecordingEnabled":false}"#
            ),
            Repeats::Never,
        ),
        (
            rooms.make_at_once(&wanted, &token()).unwrap(),
            format!(
                "POST https://jiomeetpro.jio.com/api/platform/v1/room\n\
                 Authorization: eyJhbGciOiJIUzI1NiJ9.e30.c2ln\n{}",
                r#"{"name":"standup","title":"Daily & more","description":"Daily & more","hostToken":true,"isAutoRecordingEnabled":false}"#
            ),
            Repeats::Never,
        ),
        (
            rooms.cancel(&planned, &token()).unwrap(),
            format!(r#"DELETE {meeting}{{"meetingId":"sm-1","type":"current"}}"#),
            Repeats::WhereTurnedAway,
        ),
    ];
    for (call, request, repeats) in table {
        assert_eq!(written(&call), request);
        assert_eq!((call.system, call.repeats), (SYSTEM, repeats));
    }
    // A room for at once is not on the plan.
    assert!(rooms.cancel(&bare("0123456789"), &token()).is_none());
    assert!(app.system().token_calls().is_none());
}

/// By its topic the room is found again, so that it is the title only where that says the name.
#[test]
fn the_topic_says_the_name() {
    let app = one_step();
    let name = name("all-hands");
    for (title, topic) in [
        ("All  Hands", "All  Hands"),
        ("all-hands", "all-hands"),
        ("All Hands!", "all-hands"),
        ("Everybody", "all-hands"),
        ("", "all-hands"),
    ] {
        let call = rooms(&app).make(&wanted(&name, title), &token());
        let body: Value = serde_json::from_str(call.body.as_ref().unwrap()).unwrap();
        assert_eq!(body["topic"], topic, "{title}");
    }
}

#[test]
fn bearer_stands_before_the_token_where_it_is_wanted() {
    let app = bearer();
    let name = name("standup");
    let calls = rooms(&app);
    let wanted = wanted(&name, "");
    for call in [
        calls.find(&wanted, &token()).unwrap(),
        calls.make(&wanted, &token()),
        calls.make_at_once(&wanted, &token()).unwrap(),
    ] {
        let request = written(&call);
        let lines: Vec<&str> = request.lines().collect();
        assert!(lines[0].contains(" http://127.0.0.1:8080/api/platform/v1/"));
        assert_eq!(
            lines[1],
            "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln"
        );
    }
}

/// What a room is, in one line.
fn told(room: &MadeRoom) -> String {
    let host = room.host.as_ref().map(|host| host.as_str());
    let planned = room.planned.map(|(from, until)| format!("{from} {until}"));
    format!(
        "{} {:?} {} {host:?} {planned:?} {:?}",
        room.id,
        room.title,
        room.link.as_ref().unwrap().as_str(),
        room.plan_id
    )
}

#[test]
fn the_documented_answers_are_rooms() {
    let app = one_step();
    let rooms = rooms(&app);
    assert_eq!(
        told(&rooms.made(answer(200, AT_ONCE)).unwrap()),
        r#"1234567890 None https://jiomeetpro.jio.com/guest?meetingId=1234567890&pwd=abcdef Some("xEEREASDASAD343a") None None"#
    );
    assert_eq!(
        told(&rooms.made(answer(200, SCHEDULED)).unwrap()),
        r#"5319535369 Some("Standup") https://jiomeetpro.jio.com/guest?meetingId=5319535369&pwd=n5CaU Some("Z5gdmTRSb11A") Some("2023-09-11T12:50:00Z 2023-09-11T13:20:00Z") Some("sm-77189593-f31a-4b62-941a-74f9147e465")"#
    );
    let listed = rooms.listed(answer(200, SCHEDULE)).unwrap();
    assert_eq!(
        listed.iter().map(told).collect::<Vec<_>>(),
        [
            r#"7212310665 Some("Weekly  Review") https://jiomeetpro.jio.com/guest?meetingId=7212310665&pwd=7mVhq None Some("2023-09-08T02:39:27Z 2023-09-08T03:09:27Z") Some("sm-aed12dea-60d2-4757-9705-6c93dce0e3f0")"#
        ]
    );
    assert_eq!(rooms.cancelled(answer(200, DELETED)), Ok(()));
    assert_eq!(
        rooms.cancelled(answer(200, r#"{"status":"NOT_DELETED"}"#)),
        Err(CallFault::NotCancelled { system: SYSTEM })
    );
}

/// Number, PIN and host's token, where the fields have them and where the links have.
#[test]
fn what_the_fields_lack_the_links_have() {
    let app = one_step();
    let table = [
        (
            json!({"jiomeetId": "0123456789", "roomPIN": "a&b %"}),
            "meetingId=0123456789&pwd=a%26b%20%25",
            None,
        ),
        (
            json!({"jiomeetId": 123_456_789, "roomPIN": "p"}),
            "meetingId=0123456789&pwd=p",
            None,
        ),
        (
            json!({"guestMeetingLink": "https://x.example/guest?meetingId=0123456789&pwd=p\""}),
            "meetingId=0123456789&pwd=p",
            None,
        ),
        (
            json!({"meetingUrl": "https://x.example/guest?pwd=a%26b&meetingId=0123456789"}),
            "meetingId=0123456789&pwd=a%26b",
            None,
        ),
        (
            json!({
                "jiomeetId": "1", "roomPIN": " ", "guestMeetingLink": null,
                "meetingLink": "https://x.example/guest?meetingId=2&pwd=p",
                "hostUrl": "httpss://x.example/guest?meetingId=2&pwd=p&hostToken=h%2Bh",
            }),
            "meetingId=1&pwd=p",
            Some("h+h"),
        ),
    ];
    for (body, query, host) in table {
        let room = rooms(&app).made(answer(200, &body.to_string())).unwrap();
        let link = format!("https://jiomeetpro.jio.com/guest?{query}");
        assert_eq!(room.link.unwrap().as_str(), link, "{body}");
        let found = room.host.as_ref().map(|host| host.as_str());
        assert_eq!(found, host, "{body}");
    }
}

fn meeting(number: u64, topic: &str, from: &str, until: &str) -> Value {
    json!({
        "jiomeetId": number.to_string(),
        "roomPIN": "p",
        "topic": topic,
        "startTime": format!("2023-09-11T{from}:00.000Z"),
        "endTime": format!("2023-09-11T{until}:00.000Z"),
    })
}

#[test]
fn of_several_meetings_all_desks_find_the_same() {
    let app = one_step();
    let find = |room: &str, meetings: &[Value]| {
        let name = name(room);
        // It is 12:50.
        let wanted = wanted(&name, "");
        let body = json!({"meetingsCount": meetings.len(), "meetingDetails": meetings});
        let found = rooms(&app).found(&wanted, answer(200, &body.to_string()));
        found.unwrap().map(|room| room.id)
    };
    let over = meeting(1_000_000_001, "All Hands", "11:00", "12:50");
    let later = meeting(1_000_000_002, "all hands", "14:00", "15:00");
    let on = meeting(1_000_000_004, " ALL  hands ", "12:00", "12:51");
    let as_well = meeting(1_000_000_003, "all-hands", "12:00", "13:00");
    let other = meeting(1_000_000_005, "all-hands-2", "12:00", "13:00");
    let strange = meeting(1_000_000_006, "Büro / 会議", "12:00", "13:00");
    let all = [over.clone(), later.clone(), on.clone(), other, strange];
    let id = |id: &str| Some(id.to_owned());
    assert_eq!(find("all-hands", &[]), None);
    assert_eq!(find("all-hands", std::slice::from_ref(&over)), None);
    assert_eq!(find("all-hands", &[over, later.clone()]), id("1000000002"));
    assert_eq!(find("all-hands", &all), id("1000000004"));
    assert_eq!(find("all-hands", &[later, on, as_well]), id("1000000003"));
    assert_eq!(find("1000000005", &all), id("1000000005"));
    assert_eq!(find("1000000001", &all), None);
    assert_eq!(find("standup", &all), None);
}

#[test]
fn what_is_documented_otherwise_is_a_fault() {
    let app = one_step();
    let rooms = rooms(&app);
    let unexpected = CallFault::Unexpected { system: SYSTEM };
    for change in [
        json!({"jiomeetId": null, "meetingUrl": null}),
        json!({"jiomeetId": 1.5}),
        json!({"jiomeetId": ""}),
        json!({"jiomeetId": "sm-1"}),
        json!({"roomPIN": 7}),
        json!({"roomPIN": "", "meetingUrl": "https://x.example/guest"}),
        json!({"topic": []}),
        json!({"startTime": 1_694_436_600}),
        json!({"endTime": "soon"}),
        json!({"hostToken": {}}),
        json!({"meetingId": 7}),
    ] {
        let mut body: Value = serde_json::from_str(SCHEDULED).unwrap();
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        let made = rooms.made(answer(200, &body.to_string()));
        assert_eq!(made, Err(unexpected.clone()), "{change}");
    }
    let name = name("standup");
    for body in [
        "{}",
        "[]",
        r#"{"meetingDetails":{}}"#,
        r#"{"meetingDetails":[7]}"#,
    ] {
        let found = rooms.found(&wanted(&name, ""), answer(200, body));
        assert_eq!(found, Err(unexpected.clone()), "{body}");
    }
    for body in ["{}", r#"{"status":true}"#] {
        let cancelled = rooms.cancelled(answer(200, body));
        assert_eq!(cancelled, Err(unexpected.clone()), "{body}");
    }
}
