//! JioMeet's guests' page, and its line, without a browser.

use roomkey_core::role::Role;
use roomkey_rehearsal::happening::{Leaving, What};
use serde_json::{Value, json};

use super::jiomeet::{PLANS, make, scene};
use crate::support::scene::Scene;

fn word(room: &Value, host: Option<&str>) -> Value {
    let link = room["guestMeetingLink"].as_str().unwrap();
    let query = link.split_once("meetingId=").unwrap().1;
    let (number, pin) = query.split_once("&pwd=").unwrap();
    json!({ "do": "join", "meetingId": number, "pwd": pin, "name": "Ada", "hostToken": host })
}

async fn knock(scene: &Scene, word: &Value) -> Value {
    scene.knock("/guest/line", word).await.hear().await
}

#[tokio::test]
async fn the_link_opens_the_page() {
    let mut scene = scene().await;
    let room = make(&scene, &json!({})).await;
    let link = room["guestMeetingLink"].as_str().unwrap();
    let path = link
        .strip_prefix(&scene.stand_in.domain().origin())
        .unwrap();

    let page = scene.get(path).await;

    assert_eq!(page.status, 200);
    assert!(page.body.contains("/rehearsal/guest.js"));
    let policy = &page.headers["content-security-policy"];
    assert!(policy.contains("frame-ancestors 'self' https://meeting.roomkey.invalid"));
    let number = word(&room, None)["meetingId"].as_str().unwrap().to_owned();
    scene
        .happens(&number, |what| *what == What::PageServed)
        .await;
}

#[tokio::test]
async fn the_hosts_token_makes_one_the_host() {
    let mut scene = scene().await;
    let room = make(&scene, &json!({ "hostToken": true })).await;
    let host = room["hostToken"].as_str().unwrap();
    for (brought, role) in [
        (Some(host), Role::Moderator),
        (Some("another"), Role::Participant),
        (None, Role::Participant),
    ] {
        let word = word(&room, brought);
        let mut visit = scene.knock("/guest/line", &word).await;
        let joined = visit.hear().await;
        assert_eq!(
            (&joined["is"], &joined["role"]),
            (&json!("joined"), &json!(role))
        );
        let number = word["meetingId"].as_str().unwrap();
        let what = scene
            .happens(number, |what| matches!(what, What::Joined { .. }))
            .await;
        let What::Joined {
            name, role: seen, ..
        } = what
        else {
            panic!("nobody joined");
        };
        assert_eq!((name.as_str(), seen), ("Ada", role));
        visit.say(&json!({ "do": "leave" })).await;
        let how = Leaving::HungUp;
        scene
            .happens(number, |what| *what == What::Left { how })
            .await;
    }
    // Where nobody asked for a host's token, none makes one the host.
    let open = make(&scene, &json!({})).await;
    assert_eq!(
        knock(&scene, &word(&open, None)).await["role"],
        json!("participant")
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_old_room_are_refused() {
    let scene = scene().await;
    let room = make(&scene, &json!({})).await;
    let good = word(&room, None);
    // As in the link that the documentation shows with a stray quotation mark.
    let mut stray = good.clone();
    stray["pwd"] = json!(format!("{}\"", good["pwd"].as_str().unwrap()));
    let mut unknown = good.clone();
    unknown["meetingId"] = json!("0000000000");
    for (word, says) in [
        (&stray, "Invalid meeting password"),
        (&unknown, "Meeting not found"),
        (&json!({ "do": "join" }), "Meeting not found"),
    ] {
        let refused = knock(&scene, word).await;
        assert_eq!(
            (&refused["is"], &refused["says"]),
            (&json!("refused"), &json!(says))
        );
    }
    scene.stand_in.refuse_next(500);
    assert_eq!(knock(&scene, &good).await["code"], json!(500));
    assert_eq!(knock(&scene, &good).await["is"], json!("joined"));
    scene.pass(24 * 60 * 60);
    assert_eq!(
        knock(&scene, &good).await["says"],
        json!("Meeting has expired")
    );
}

#[tokio::test]
async fn a_planned_meeting_opens_too_until_it_is_called_off() {
    let scene = scene().await;
    let plan = json!({
        "topic": "Standup",
        "startTime": "2026-11-22T09:00:00Z",
        "endTime": "2026-11-22T09:30:00Z",
    });
    let planned = scene
        .ask("POST", PLANS, &scene.command(), &plan.to_string())
        .await
        .json();
    let word = json!({
        "do": "join",
        "meetingId": planned["jiomeetId"],
        "pwd": planned["roomPIN"],
        "name": "Ada",
        "hostToken": planned["hostToken"],
    });
    assert_eq!(knock(&scene, &word).await["role"], json!("moderator"));
    let cancel = json!({ "meetingId": planned["meetingId"], "type": "current" });
    scene
        .ask("DELETE", PLANS, &scene.command(), &cancel.to_string())
        .await;
    assert_eq!(
        knock(&scene, &word).await["says"],
        json!("Meeting not found")
    );
}
