//! Right and wrong tokens of a self-hosted server.

use serde_json::{Value, json};

use super::{Server, Trust};
use crate::matrix::{Group, Writing};
use crate::provider::case::{Case, Scene};
use crate::provider::entry::Role;
use crate::provider::rule::Rule;

const TOKENS: &str = "lib-jitsi-meet: doc/tokens.md";
const AFFILIATION: &str = "jitsi-meet: resources/prosody-plugins/mod_token_affiliation.lua";
const PROCESS: &str = "jitsi-meet: resources/prosody-plugins/token/util.lib.lua";
const VERIFY: &str = "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua";

pub(super) fn of(server: &Server, scene: &Scene) -> Vec<Case> {
    let own = match &server.trust {
        Trust::Secret => of_secret(),
        Trust::Key(name) => of_key(name.as_str()),
    };
    [
        roles(),
        rooms(scene),
        times(scene),
        header(),
        own,
        signature(),
        body(),
    ]
    .concat()
}

fn roles() -> Vec<Case> {
    let case = |name, source| Case::enters(Group::Roles, name, source);
    let flag = "context.user.moderator";
    vec![
        case("participant", TOKENS),
        case("moderator", AFFILIATION).role(Role::Moderator),
        case("moderator true", AFFILIATION).set(flag, json!(true)),
        case("affiliation alone", AFFILIATION)
            .role(Role::Moderator)
            .omit(flag),
        case("no user", PROCESS).omit("context.user"),
        Case::enters(Group::Features, "recording on", TOKENS)
            .set("context.features.recording", json!("true")),
    ]
}

fn rooms(scene: &Scene) -> Vec<Case> {
    let case = |name| Case::enters(Group::Rooms, name, PROCESS);
    let capitals = scene.room.as_str().to_ascii_uppercase();
    let other = format!("{}-other", scene.room);
    let mismatched = Some("Room and token mismatched");
    vec![
        case("the room"),
        case("every room").set("room", json!("*")),
        case("the room in capitals").set("room", json!(capitals)),
        case("another room")
            .set("room", json!(other))
            .refused(Rule::Room, mismatched),
        case("a number for a room")
            .set("room", json!(7))
            .refused(Rule::Room, mismatched),
        case("no room")
            .omit("room")
            .refused(Rule::Room, Some("'room' claim is missing")),
    ]
}

fn times(scene: &Scene) -> Vec<Case> {
    let case = |name| Case::enters(Group::Times, name, VERIFY);
    let at = |seconds| json!(scene.now.plus(seconds).seconds());
    vec![
        case("a second before its end").set("exp", at(1)),
        case("at its end")
            .set("exp", at(0))
            .refused(Rule::NotExpired, Some("Not acceptable by exp")),
        case("no exp").omit("exp"),
        case("exp in quotes")
            .set("exp", json!("soon"))
            .refused(Rule::ExpNumber, Some("exp must be number")),
        case("at its beginning").set("nbf", at(0)),
        case("a second before its beginning")
            .set("nbf", at(1))
            .refused(Rule::Begun, Some("Not acceptable by nbf")),
        case("no nbf").omit("nbf"),
        case("nbf in quotes")
            .set("nbf", json!("now"))
            .refused(Rule::NbfNumber, Some("nbf must be number")),
    ]
}

const ALG: (Rule, Option<&str>) = (Rule::Alg, Some("Invalid or incorrect alg"));
const PARTS: (Rule, Option<&str>) = (Rule::ThreeParts, Some("Invalid token"));
const SIGNATURE: (Rule, Option<&str>) = (Rule::Signature, Some("Invalid signature"));

fn header() -> Vec<Case> {
    let case = |name| Case::enters(Group::Header, name, VERIFY);
    let typ = Some("Invalid typ");
    vec![
        case("no typ").omit("header.typ").refused(Rule::Typ, typ),
        case("typ \"jwt\"")
            .set("header.typ", json!("jwt"))
            .refused(Rule::Typ, typ),
        case("HS384 in the header")
            .set("header.alg", json!("HS384"))
            .refused(ALG.0, ALG.1),
        case("\"none\", and signed")
            .set("header.alg", json!("none"))
            .refused(ALG.0, ALG.1),
        case("\"none\", not signed")
            .set("header.alg", json!("none"))
            .written(Writing::Unsigned)
            .refused(PARTS.0, PARTS.1),
    ]
}

fn of_secret() -> Vec<Case> {
    let case = |name, source| Case::enters(Group::Header, name, source);
    vec![
        case("RS256 in the header", VERIFY)
            .set("header.alg", json!("RS256"))
            .refused(ALG.0, ALG.1),
        case("a kid that is not asked for", PROCESS).set("header.kid", json!("any")),
        case("no header", VERIFY)
            .set("header", Value::Null)
            .refused(Rule::Header, Some("Invalid header")),
    ]
}

fn of_key(name: &str) -> Vec<Case> {
    let case = |name| Case::enters(Group::Header, name, PROCESS);
    let other = format!("{name}-other");
    vec![
        case("another kid, whose file is not there")
            .set("header.kid", json!(other))
            .refused(Rule::KeyName, Some("could not obtain public key")),
        case("no kid")
            .omit("header.kid")
            .refused(Rule::KeyName, Some("'kid' claim is missing")),
        case("no header")
            .set("header", Value::Null)
            .refused(Rule::Header, Some("bad token format")),
        Case::enters(Group::Header, "HS256 with the public key", VERIFY)
            .set("header.alg", json!("HS256"))
            .written(Writing::PublicKeyAsSecret)
            .refused(ALG.0, ALG.1),
    ]
}

fn signature() -> Vec<Case> {
    let case = |name| Case::enters(Group::Signature, name, VERIFY);
    vec![
        case("one bit flipped")
            .written(Writing::BitFlipped)
            .refused(SIGNATURE.0, SIGNATURE.1),
        case("signed with another secret or key")
            .written(Writing::SignedByOther)
            .refused(SIGNATURE.0, SIGNATURE.1),
        case("made a moderator after it was signed")
            .set("context.user.affiliation", json!("owner"))
            .written(Writing::BodyReplaced)
            .refused(SIGNATURE.0, SIGNATURE.1),
        case("not signed")
            .written(Writing::Unsigned)
            .refused(PARTS.0, PARTS.1),
        case("cut off")
            .written(Writing::CutOff)
            .refused(PARTS.0, PARTS.1),
    ]
}

fn body() -> Vec<Case> {
    let case = |name, source| Case::enters(Group::Body, name, source);
    vec![
        case("no iss", VERIFY)
            .omit("iss")
            .refused(Rule::Issuer, Some("'iss' claim is missing")),
        case("another iss", VERIFY)
            .set("iss", json!("somebody else"))
            .refused(Rule::Issuer, Some("invalid 'iss' claim")),
        case("no aud", VERIFY)
            .omit("aud")
            .refused(Rule::Audience, Some("'aud' claim is missing")),
        case("another aud", VERIFY)
            .set("aud", json!("somebody else"))
            .refused(Rule::Audience, Some("invalid 'aud' claim")),
        case("sub of every tenant", PROCESS).set("sub", json!("*")),
        case("no context", PROCESS)
            .omit("context")
            .refused(Rule::Context, Some("jwt missing required context claim")),
        case("a name that is null", TOKENS)
            .set("context.user.name", Value::Null)
            .refused(Rule::NoNull, None),
        case("an email that is null", TOKENS)
            .set("context.user.email", Value::Null)
            .refused(Rule::NoNull, None),
        case("a list for a body", VERIFY)
            .set_body(json!([]))
            .refused(Rule::Body, Some("Invalid body")),
    ]
}
