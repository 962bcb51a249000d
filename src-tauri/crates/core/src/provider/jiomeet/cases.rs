//! Right and wrong tokens of JioMeet, which call REST alone. What its server answers is not
//! documented.

use serde_json::{Value, json};

use super::{App, Steps};
use crate::matrix::{Group, Writing};
use crate::provider::case::{Case, Scene};
use crate::provider::rule::Rule;

const JWS: &str = "RFC 7515, section 7.1";
const SIGNING: &str = "dev.jiomeet.com: Authentication, Sign the Token";
const PAYLOAD: &str = "dev.jiomeet.com: Authentication, Prepare Your Payload";
const EXPIRY: &str = "dev.jiomeet.com: Use Short-Lived Tokens";

pub(super) fn of(app: &App, scene: &Scene) -> Vec<Case> {
    [times(scene), header(app.steps), signature(), body(app)].concat()
}

fn times(scene: &Scene) -> Vec<Case> {
    let case = |name| Case::commands(Group::Times, name, EXPIRY);
    let at = |seconds| json!(scene.now.plus(seconds).seconds());
    vec![
        case("a second before its end").set("exp", at(1)),
        case("at its end")
            .set("exp", at(0))
            .refused(Rule::NotExpired, None),
    ]
}

fn header(steps: Steps) -> Vec<Case> {
    let case = |name, source| Case::commands(Group::Header, name, source);
    let alg = |name, alg: &str| {
        case(name, SIGNING)
            .set("header.alg", json!(alg))
            .refused(Rule::Alg, None)
    };
    let other = match steps {
        Steps::One => alg("RS256 in the header", "RS256"),
        Steps::Two => alg("HS256 with the public key", "HS256").written(Writing::PublicKeyAsSecret),
    };
    vec![
        other,
        alg("HS512 in the header", "HS512"),
        alg("\"none\", and signed", "none"),
        case("\"none\", not signed", JWS)
            .set("header.alg", json!("none"))
            .written(Writing::Unsigned)
            .refused(Rule::ThreeParts, None),
        case("no header", JWS)
            .set("header", Value::Null)
            .refused(Rule::Header, None),
    ]
}

fn signature() -> Vec<Case> {
    let case = |name, source| Case::commands(Group::Signature, name, source);
    vec![
        case("as it should be", SIGNING),
        case("one bit flipped", SIGNING)
            .written(Writing::BitFlipped)
            .refused(Rule::Signature, None),
        case("signed with another secret or key", SIGNING)
            .written(Writing::SignedByOther)
            .refused(Rule::Signature, None),
        case("dated anew after it was signed", SIGNING)
            .set("exp", json!(i64::from(u32::MAX)))
            .written(Writing::BodyReplaced)
            .refused(Rule::Signature, None),
        case("cut off", JWS)
            .written(Writing::CutOff)
            .refused(Rule::ThreeParts, None),
        case("no token", JWS)
            .written(Writing::Verbatim(""))
            .refused(Rule::ThreeParts, None),
    ]
}

fn body(app: &App) -> Vec<Case> {
    let case = |name, source| Case::commands(Group::Body, name, source);
    vec![
        case("no iss", PAYLOAD).omit("iss"),
        case("another app", PAYLOAD)
            .set("app", json!(format!("{}-other", app.id)))
            .refused(Rule::App, None),
        case("a number for the app", PAYLOAD)
            .set("app", json!(7))
            .refused(Rule::App, None),
        case("no app", PAYLOAD).omit("app").refused(Rule::App, None),
        case("a list for a body", JWS)
            .set_body(json!([]))
            .refused(Rule::Body, None),
    ]
}
