//! Where a visit gets in.

use roomkey_core::person::PersonName;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::{Door, Leaving, Page, Visit};
use zeroize::Zeroizing;

use super::calls::*;
use super::*;

const PLAIN: &str = "Ada";
/// What an address and a decoder may trip over: `%`, `&`, `+`, `=`, `#`, an emoji.
const AWKWARD: &str = "50% & more+=#🎉";

fn page(door: Result<Door, TokenFault>) -> (String, Leaving) {
    match door.unwrap() {
        Door::Page(Page { address, leaves }) => (address.to_string(), leaves),
        Door::IFrameApi { .. } => panic!("no page"),
    }
}

fn named(role: Role, called: &str) -> Entry {
    let mut entry = entry(role, "standup");
    entry.person.name = PersonName::parse(called).unwrap();
    entry
}

fn visit<'a>(entry: &'a Entry, token: Option<&'a Token>, room: Option<&'a MadeRoom>) -> Visit<'a> {
    Visit {
        entry,
        token,
        room,
        microphone_on: true,
        camera_on: false,
        prejoin: false,
    }
}

/// A guests' link as JioMeet's rooms have it, and a host's token.
fn jio_room() -> MadeRoom {
    let link = "https://jiomeetpro.jio.com/guest?meetingId=0123456789&pwd=hushhush";
    MadeRoom {
        link: Some(Zeroizing::new(link.to_owned())),
        host: Some(Zeroizing::new("h+h/=".to_owned())),
        ..bare("0123456789")
    }
}

#[test]
fn videosdks_page_is_told_everything() {
    let account = videosdk::account();
    let (token, room) = (token(), bare("abc-xyzw-lmno"));
    let address = |role, called, prejoin| {
        let entry = named(role, called);
        let mut visit = visit(&entry, Some(&token), Some(&room));
        visit.prejoin = prejoin;
        page(account.system().door(&visit))
    };
    // Values that a person can choose are encoded twice: the page decodes them twice.
    let whole = |name: &str, prejoin: bool, asks, leads| {
        let at_once = !prejoin;
        format!(
            "https://embed.videosdk.live/rtc-js-prebuilt/0.3.44/\
             ?token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln\
             &meetingId=abc-xyzw-lmno\
             &participantId=0f8b7760-c17f-4a12-b134-c6ac37167144\
             &name={name}\
             &redirectOnLeave=https%253A%252F%252Fembed.videosdk.live%252Frobots.txt\
             &micEnabled=true&webcamEnabled=false\
             &joinScreenEnabled={prejoin}&joinWithoutUserInteraction={at_once}&askJoin={asks}\
             &chatEnabled=true&screenShareEnabled=true&raiseHandEnabled=true\
             &participantCanToggleSelfWebcam=true&participantCanToggleSelfMic=true\
             &participantCanLeave=true\
             &participantCanToggleOtherWebcam={leads}&participantCanToggleOtherMic={leads}\
             &canRemoveOtherParticipant={leads}&participantCanEndMeeting={leads}"
        )
    };
    let table = [
        (
            Role::Participant,
            PLAIN,
            false,
            whole("Ada", false, false, false),
        ),
        (
            Role::Moderator,
            PLAIN,
            true,
            whole("Ada", true, false, true),
        ),
        (Role::Lobby, PLAIN, false, whole("Ada", false, true, false)),
        (
            Role::Participant,
            AWKWARD,
            false,
            whole(
                "50%2525%2520%2526%2520more%252B%253D%2523%25F0%259F%258E%2589",
                false,
                false,
                false,
            ),
        ),
    ];
    for (role, called, prejoin, whole) in table {
        assert_eq!(
            address(role, called, prejoin),
            (whole, Leaving::Loads),
            "{role:?} {called}"
        );
    }
}

#[test]
fn jiomeets_page_is_the_rooms_link() {
    let app = jiomeet::one_step();
    let room = jio_room();
    let address = |role, called, prejoin| {
        let entry = named(role, called);
        let mut visit = visit(&entry, None, Some(&room));
        visit.prejoin = prejoin;
        page(app.system().door(&visit))
    };
    let table = [
        (
            Role::Participant,
            PLAIN,
            false,
            "&name=Ada&autojoin=true&autoJoin=true",
        ),
        (Role::Participant, PLAIN, true, "&name=Ada"),
        (
            Role::Moderator,
            PLAIN,
            true,
            "&name=Ada&hostToken=h%2Bh%2F%3D",
        ),
        (
            Role::Participant,
            AWKWARD,
            true,
            "&name=50%25%20%26%20more%2B%3D%23%F0%9F%8E%89",
        ),
    ];
    for (role, called, prejoin, end) in table {
        let link = room.link.as_ref().unwrap();
        let whole = format!("{}{end}", link.as_str());
        assert_eq!(address(role, called, prejoin), (whole, Leaving::Says));
    }
}

#[test]
fn a_page_needs_what_its_system_needs() {
    let entry = named(Role::Participant, PLAIN);
    let (token, room) = (token(), bare("abc-xyzw-lmno"));
    let at = |provider: &Provider, token, room| provider.system().door(&visit(&entry, token, room));
    let (video, jio) = (videosdk::account(), jiomeet::one_step());
    let system = "VideoSDK";
    let no_token = Err(TokenFault::NoToken { system });
    assert_eq!(at(&video, None, Some(&room)), no_token);
    let unmade = Err(TokenFault::RoomNotMade { system });
    assert_eq!(at(&video, Some(&token), None), unmade);
    let unmade = Err(TokenFault::RoomNotMade { system: "JioMeet" });
    assert_eq!(at(&jio, None, None), unmade);
    // A room of JioMeet's without a link lets nobody in.
    assert_eq!(at(&jio, None, Some(&room)), unmade);
}

#[test]
fn a_door_prints_nothing_secret() {
    let entry = named(Role::Moderator, PLAIN);
    let (token, made) = (token(), bare("abc-xyzw-lmno"));
    let jio = jio_room();
    let visits = [
        (
            videosdk::account(),
            visit(&entry, Some(&token), Some(&made)),
        ),
        (jiomeet::one_step(), visit(&entry, None, Some(&jio))),
    ];
    for (provider, visit) in visits {
        let door = provider.system().door(&visit).unwrap();
        let printed = format!("{door:?} {visit:?}");
        for secret in [TOKEN, "hush", "h+h", "h%2B", "videosdk.live", "jio.com"] {
            assert!(!printed.contains(secret), "{printed}");
        }
    }
}

/// A call's answer is a room, and the room a page, without a hand between.
#[test]
fn a_room_that_was_made_has_a_page() {
    let app = jiomeet::one_step();
    let made = rooms(&app).made(answer(200, r#"{"jiomeetId":"0123456789","roomPIN":"a&b"}"#));
    let made = made.unwrap();
    let entry = named(Role::Participant, PLAIN);
    let mut visit = visit(&entry, None, Some(&made));
    visit.prejoin = true;
    let (address, _) = page(app.system().door(&visit));
    assert_eq!(
        address,
        "https://jiomeetpro.jio.com/guest?meetingId=0123456789&pwd=a%26b&name=Ada"
    );
}
