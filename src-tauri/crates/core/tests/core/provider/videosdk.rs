//! VideoSDK, by its page "Authentication and Tokens" and its server SDK.

mod codes;
mod rooms;
pub(in crate::core::provider) mod server;

use roomkey_core::provider::videosdk::{Account, ApiKey, PageVersion, Tokens};

use super::*;

const ROOM: &str = "2kyv-gzay-64pg";

pub(super) fn account() -> Provider {
    Provider::VideoSdk(Account {
        tokens: Tokens::Own(ApiKey::parse("6f2c8b1e-0d5a-4c57-9a55-2f60a1e7d3b4").unwrap()),
        api: Domain::parse("api.videosdk.live").unwrap(),
        pages: Domain::parse("embed.videosdk.live").unwrap(),
        page_version: PageVersion::default(),
    })
}

fn enter(role: Role) -> Value {
    let entry = entry(role, ROOM);
    by_secret(&account(), &Purpose::Enter(&entry)).unwrap().1
}

fn command() -> Value {
    by_secret(&account(), &Purpose::Command).unwrap().1
}

#[test]
fn one_token_enters_one_room_as_one_person() {
    assert_eq!(
        enter(Role::Participant),
        json!({
            "apikey": "6f2c8b1e-0d5a-4c57-9a55-2f60a1e7d3b4",
            "permissions": ["allow_join"],
            "version": 2,
            "roles": ["rtc"],
            "roomId": ROOM,
            "participantId": "0f8b7760-c17f-4a12-b134-c6ac37167144",
            "iat": NOW.seconds(),
            "exp": UNTIL.seconds(),
        })
    );
}

#[test]
fn another_calls_rest_and_names_neither() {
    assert_eq!(
        command(),
        json!({
            "apikey": "6f2c8b1e-0d5a-4c57-9a55-2f60a1e7d3b4",
            "permissions": ["allow_join", "allow_mod"],
            "version": 2,
            "roles": ["crawler"],
            "iat": NOW.seconds(),
            "exp": UNTIL.seconds(),
        })
    );
}

#[test]
fn permissions_are_the_roles() {
    for (role, permissions) in [
        (Role::Moderator, json!(["allow_join", "allow_mod"])),
        (Role::Participant, json!(["allow_join"])),
        (Role::Lobby, json!(["ask_join"])),
    ] {
        assert_eq!(enter(role)["permissions"], permissions, "{role:?}");
    }
}

#[test]
fn a_room_that_was_not_made_gets_no_token() {
    let entry = entry(Role::Participant, "standup");
    let made = by_secret(&account(), &Purpose::Enter(&entry));
    let system = "VideoSDK";
    assert_eq!(made, Err(TokenFault::RoomNotMade { system }));
}

#[test]
fn every_room_is_no_room_id() {
    let mut entry = entry(Role::Participant, ROOM);
    entry.room = RoomScope::Any;
    let (_, claims) = by_secret(&account(), &Purpose::Enter(&entry)).unwrap();
    assert_eq!(claims.get("roomId"), None);
}

#[test]
fn our_own_tokens_pass_for_their_aim_alone() {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let room = RoomName::parse(ROOM).unwrap();
    let to_enter = Aim::Enter(Some(&room));
    let role = [failure(Rule::Roles, Some("UNAUTHORIZED_ROLE"))];
    for role in [Role::Moderator, Role::Participant, Role::Lobby] {
        assert_eq!(failures(&account(), &header, &enter(role), to_enter), []);
    }
    assert_eq!(failures(&account(), &header, &command(), Aim::Command), []);
    assert_eq!(failures(&account(), &header, &command(), to_enter), role);
    let enter = enter(Role::Moderator);
    assert_eq!(failures(&account(), &header, &enter, Aim::Command), role);
}

/// The payload of the page's sample for agents has no more than these two.
#[test]
fn the_least_that_is_documented_passes() {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let claims = json!({
        "apikey": "6f2c8b1e-0d5a-4c57-9a55-2f60a1e7d3b4",
        "permissions": ["allow_join"],
    });
    let room = RoomName::parse(ROOM).unwrap();
    for aim in [Aim::Enter(Some(&room)), Aim::Command] {
        assert_eq!(failures(&account(), &header, &claims, aim), []);
    }
}

#[test]
fn every_refusal_is_provoked_by_one_change() {
    type Change = fn(&mut Value, &mut Value);
    let permissions = Some("INVALID_PERMISSIONS");
    let cases: [(Change, Rule, Option<&'static str>); 14] = [
        (
            |header, _| header["alg"] = json!("HS384"),
            Rule::Alg,
            Some("INVALID_TOKEN"),
        ),
        (
            |header, _| *header = json!([]),
            Rule::Header,
            Some("INVALID_TOKEN"),
        ),
        (
            |_, claims| *claims = json!("x"),
            Rule::Body,
            Some("INVALID_TOKEN"),
        ),
        (
            |_, claims| claims["exp"] = json!(NOW.seconds()),
            Rule::NotExpired,
            Some("Token is invalid or expired"),
        ),
        (
            |_, claims| claims["apikey"] = json!(null),
            Rule::ApiKey,
            Some("INVALID_API_KEY"),
        ),
        (
            |_, claims| claims["apikey"] = json!("other"),
            Rule::ApiKey,
            Some("INVALID_API_KEY"),
        ),
        (
            |_, claims| claims["permissions"] = json!([]),
            Rule::Permissions,
            permissions,
        ),
        (
            |_, claims| claims["permissions"] = json!("allow_join"),
            Rule::Permissions,
            permissions,
        ),
        (
            |_, claims| claims["permissions"] = json!(["allow_mod"]),
            Rule::Permissions,
            permissions,
        ),
        (
            |_, claims| claims["permissions"] = json!(["allow_join", "allow_all"]),
            Rule::Permissions,
            permissions,
        ),
        (
            |_, claims| claims["version"] = json!("2"),
            Rule::Version,
            Some("INVALID_TOKEN"),
        ),
        (
            |_, claims| claims["version"] = json!(1),
            Rule::Version,
            Some("INVALID_TOKEN"),
        ),
        (
            |_, claims| claims["roles"] = json!("rtc"),
            Rule::Roles,
            Some("UNAUTHORIZED_ROLE"),
        ),
        (
            |_, claims| claims["roomId"] = json!("87i6-bvw8-dtn1"),
            Rule::Room,
            Some("UNAUTHORIZED_MEETING_ID"),
        ),
    ];
    let room = RoomName::parse(ROOM).unwrap();
    for (change, rule, says) in cases {
        let mut header = json!({"alg": "HS256", "typ": "JWT"});
        let mut claims = enter(Role::Participant);
        change(&mut header, &mut claims);
        let found = failures(&account(), &header, &claims, Aim::Enter(Some(&room)));
        assert_eq!(found, [failure(rule, says)], "{header} {claims}");
    }
}

#[test]
fn a_foreign_secret_is_noticed() {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let token = Token::forge_by_secret(&header, &command(), b"another").unwrap();
    let checks = checks(&account(), token.reveal(), Aim::Command, NOW);
    assert_eq!(
        failed(&checks),
        [failure(Rule::Signature, Some("INVALID_TOKEN"))]
    );
}

#[test]
fn rubbish_is_refused() {
    is_refused_as_a_whole(&account(), Aim::Enter(None));
}
