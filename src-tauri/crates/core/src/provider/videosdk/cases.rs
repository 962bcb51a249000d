//! Right and wrong tokens of VideoSDK.

use serde_json::{Value, json};

use crate::matrix::{Group, Writing};
use crate::provider::case::{Case, Scene};
use crate::provider::entry::Role;
use crate::provider::rule::Rule;

const JWS: &str = "RFC 7515, section 7.1";
const TOKENS: &str = "docs.videosdk.live: How to generate Token?";
const PAYLOAD: &str = "docs.videosdk.live: Payload while generating token";
const EXPIRY: &str = "docs.videosdk.live: What happens if token is expired?";

const INVALID_TOKEN: Option<&str> = Some("INVALID_TOKEN");

pub(super) fn of(scene: &Scene) -> Vec<Case> {
    [
        permissions(),
        purposes(),
        rooms(),
        times(scene),
        header(),
        signature(),
        body(),
    ]
    .concat()
}

fn permissions() -> Vec<Case> {
    let case = |name| Case::enters(Group::Roles, name, PAYLOAD);
    let wrong = |name, value: Value| {
        case(name)
            .set("permissions", value)
            .refused(Rule::Permissions, Some("INVALID_PERMISSIONS"))
    };
    vec![
        case("participant: allow_join"),
        case("moderator: allow_join and allow_mod").role(Role::Moderator),
        case("lobby: ask_join").role(Role::Lobby),
        wrong("allow_mod alone", json!(["allow_mod"])),
        wrong("an unknown permission", json!(["allow_join", "allow_all"])),
        wrong("no permission", json!([])),
        wrong("permissions as a text", json!("allow_join")),
        case("no permissions")
            .omit("permissions")
            .refused(Rule::Permissions, Some("INVALID_PERMISSIONS")),
    ]
}

/// What the token may be used for, and the version that says so.
fn purposes() -> Vec<Case> {
    let case = |name| Case::enters(Group::Features, name, PAYLOAD);
    let role = Some("UNAUTHORIZED_ROLE");
    vec![
        case("rtc joins"),
        case("rtc calls no REST")
            .used_for_commands()
            .refused(Rule::Roles, role),
        case("crawler does not join")
            .set("roles", json!(["crawler"]))
            .refused(Rule::Roles, role),
        Case::commands(Group::Features, "crawler calls REST", PAYLOAD),
        case("both join").set("roles", json!(["crawler", "rtc"])),
        case("no roles").omit("roles"),
        case("version 1")
            .set("version", json!(1))
            .refused(Rule::Version, INVALID_TOKEN),
        case("version in quotes")
            .set("version", json!("2"))
            .refused(Rule::Version, INVALID_TOKEN),
        case("no version")
            .omit("version")
            .refused(Rule::Version, INVALID_TOKEN),
        case("version 1, and nothing that it does not know")
            .set("version", json!(1))
            .omit("roles")
            .omit("roomId")
            .omit("participantId"),
    ]
}

fn rooms() -> Vec<Case> {
    let case = |name| Case::enters(Group::Rooms, name, PAYLOAD);
    vec![
        case("the room"),
        case("every room").omit("roomId"),
        case("another room")
            .set("roomId", json!("aaaa-bbbb-cccc"))
            .refused(Rule::Room, Some("UNAUTHORIZED_MEETING_ID")),
        case("a number for a room")
            .set("roomId", json!(7))
            .refused(Rule::Room, Some("UNAUTHORIZED_MEETING_ID")),
    ]
}

fn times(scene: &Scene) -> Vec<Case> {
    let case = |name| Case::enters(Group::Times, name, EXPIRY);
    let at = |seconds| json!(scene.now.plus(seconds).seconds());
    vec![
        case("a second before its end").set("exp", at(1)),
        case("at its end")
            .set("exp", at(0))
            .refused(Rule::NotExpired, Some("Token is invalid or expired")),
    ]
}

fn header() -> Vec<Case> {
    let case = |name| Case::enters(Group::Header, name, TOKENS);
    let alg = |name, alg: &str| {
        case(name)
            .set("header.alg", json!(alg))
            .refused(Rule::Alg, INVALID_TOKEN)
    };
    vec![
        alg("HS512 in the header", "HS512"),
        alg("RS256 in the header", "RS256"),
        alg("\"none\", and signed", "none"),
        Case::enters(Group::Header, "\"none\", not signed", JWS)
            .set("header.alg", json!("none"))
            .written(Writing::Unsigned)
            .refused(Rule::ThreeParts, INVALID_TOKEN),
        Case::enters(Group::Header, "no header", JWS)
            .set("header", Value::Null)
            .refused(Rule::Header, INVALID_TOKEN),
    ]
}

fn signature() -> Vec<Case> {
    let case = |name, source| Case::enters(Group::Signature, name, source);
    vec![
        case("one bit flipped", TOKENS)
            .written(Writing::BitFlipped)
            .refused(Rule::Signature, INVALID_TOKEN),
        case("signed with another secret", TOKENS)
            .written(Writing::SignedByOther)
            .refused(Rule::Signature, INVALID_TOKEN),
        case("made a moderator after it was signed", TOKENS)
            .set("permissions", json!(["allow_join", "allow_mod"]))
            .written(Writing::BodyReplaced)
            .refused(Rule::Signature, INVALID_TOKEN),
        case("cut off", JWS)
            .written(Writing::CutOff)
            .refused(Rule::ThreeParts, INVALID_TOKEN),
        case("no token", JWS)
            .written(Writing::Verbatim(""))
            .refused(Rule::ThreeParts, INVALID_TOKEN),
        case("a word", JWS)
            .written(Writing::Verbatim("token"))
            .refused(Rule::ThreeParts, INVALID_TOKEN),
    ]
}

fn body() -> Vec<Case> {
    let case = |name, source| Case::enters(Group::Body, name, source);
    let api_key = Some("INVALID_API_KEY");
    vec![
        case("another apikey", PAYLOAD)
            .set("apikey", json!("somebody-else"))
            .refused(Rule::ApiKey, api_key),
        case("no apikey", PAYLOAD)
            .omit("apikey")
            .refused(Rule::ApiKey, api_key),
        case("a list for a body", JWS)
            .set_body(json!([]))
            .refused(Rule::Body, INVALID_TOKEN),
    ]
}
