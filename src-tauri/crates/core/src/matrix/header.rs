//! Which key the token names, and by what it says it is signed.

use serde_json::{Value, json};

use super::row::Row;
use super::{Group, Setting, Writing};
use crate::inspect::{ClientCode, Refusal};

/// `process_vpaas_token`: the key is fetched by the header's `kid`.
const FETCH: &str = "8x8 infra-configuration: mod_muc_auth_vpaas.lua";
/// `M.verify`: `typ` and `alg` are compared exactly.
const VERIFY: &str = "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua";
/// `validateJwt`.
const CLIENT: &str = "jitsi-meet: react/features/base/jwt/functions.ts";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    [of_kid(setting), of_the_rest(setting)].concat()
}

fn of_kid(setting: &Setting) -> Vec<Row> {
    let row = |name: &str| Row::good(setting, Group::Header, name, FETCH);
    let app_id = setting.key_id.app_id().as_str();
    let other_kid = format!("{}-other", setting.key_id);
    let foreign_kid = format!("{}/{}", setting.other_tenant(), setting.key_id.short());
    vec![
        row("another kid of the tenant")
            .set("header.kid", json!(other_kid))
            .refused(Refusal::KeyUnknown),
        row("a kid of another tenant")
            .set("header.kid", json!(foreign_kid))
            .refused(Refusal::KeyUnknown)
            .reported(&[ClientCode::KidMismatch]),
        row("kid without the AppID")
            .set("header.kid", json!(setting.key_id.short()))
            .refused(Refusal::KeyUnknown)
            .reported(&[ClientCode::KidMismatch]),
        row("kid is the AppID alone")
            .set("header.kid", json!(app_id))
            .refused(Refusal::KeyIdIncomplete)
            .reported(&[ClientCode::KidMismatch]),
        row("kid is a number")
            .set("header.kid", json!(7))
            .refused(Refusal::KeyIdNotText),
        row("no kid")
            .omit("header.kid")
            .refused(Refusal::KeyIdMissing)
            .reported(&[ClientCode::KidNotFound]),
    ]
}

fn of_the_rest(setting: &Setting) -> Vec<Row> {
    let row = |name: &str| Row::good(setting, Group::Header, name, VERIFY);
    vec![
        row("no typ").omit("header.typ").refused(Refusal::Typ),
        row("typ \"jwt\"")
            .set("header.typ", json!("jwt"))
            .refused(Refusal::Typ),
        row("RS384 in the header")
            .set("header.alg", json!("RS384"))
            .refused(Refusal::Alg),
        row("HS256 with the public key")
            .set("header.alg", json!("HS256"))
            .written(Writing::PublicKeyAsSecret)
            .refused(Refusal::Alg),
        row("\"none\", not signed")
            .set("header.alg", json!("none"))
            .written(Writing::Unsigned)
            .refused(Refusal::NotThreeParts),
        row("\"none\", and signed")
            .set("header.alg", json!("none"))
            .refused(Refusal::Alg),
        Row::good(setting, Group::Header, "no header", CLIENT)
            .set("header", Value::Null)
            .refused(Refusal::HeaderUnreadable)
            .reported(&[ClientCode::HeaderNotFound]),
    ]
}
