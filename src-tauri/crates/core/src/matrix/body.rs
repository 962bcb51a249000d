//! Issuer, audience, tenant and context.

use serde_json::{Value, json};

use super::row::Row;
use super::{Group, Setting};
use crate::inspect::{ClientCode, Refusal};

/// `M.verify` with `asap_accepted_issuers` and `asap_accepted_audiences`.
const ACCEPTED: &str =
    "jitsi-meet: luajwtjitsi.lib.lua with 8x8 infra-configuration: prosody.cfg.lua.j2";
/// `validate_vpaas_token`: `sub` is the tenant before the `kid`'s last `/`.
const TENANT: &str = "8x8 infra-configuration: mod_muc_auth_vpaas.lua";
/// `session.contextRequired`, which `mod_muc_auth_vpaas.lua` sets.
const CONTEXT: &str = "jitsi-meet: resources/prosody-plugins/token/util.lib.lua";
/// `M.verify`, `parse_token`.
const PARSE: &str = "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    [who(setting), tenant_and_context(setting)].concat()
}

fn who(setting: &Setting) -> Vec<Row> {
    let row = |name: &str| Row::good(setting, Group::Body, name, ACCEPTED);
    vec![
        row("no iss")
            .omit("iss")
            .refused(Refusal::IssuerMissing)
            .reported(&[ClientCode::IssInvalid]),
        row("iss of somebody else")
            .set("iss", json!("acme"))
            .refused(Refusal::Issuer)
            .reported(&[ClientCode::IssInvalid]),
        row("iss \"jitsi\", which the server takes too")
            .set("iss", json!("jitsi"))
            .reported(&[ClientCode::IssInvalid]),
        row("no aud")
            .omit("aud")
            .refused(Refusal::AudienceMissing)
            .reported(&[ClientCode::AudInvalid]),
        row("aud of somebody else")
            .set("aud", json!("acme"))
            .refused(Refusal::Audience)
            .reported(&[ClientCode::AudInvalid]),
        row("aud as a list")
            .set("aud", json!(["jitsi"]))
            .refused(Refusal::Audience)
            .reported(&[ClientCode::AudInvalid]),
        row("aud \"spot\", which the server takes too")
            .set("aud", json!("spot"))
            .reported(&[ClientCode::AudInvalid]),
    ]
}

fn tenant_and_context(setting: &Setting) -> Vec<Row> {
    let row = |name: &str, source| Row::good(setting, Group::Body, name, source);
    let in_capitals = setting.key_id.app_id().as_str().to_ascii_uppercase();
    let without_context = [ClientCode::FeaturesNotFound, ClientCode::ContextNotFound];
    vec![
        row("no sub", TENANT)
            .omit("sub")
            .refused(Refusal::TenantMissing),
        row("sub of another tenant", TENANT)
            .set("sub", json!(setting.other_tenant()))
            .refused(Refusal::TenantMismatch)
            .reported(&[ClientCode::KidMismatch]),
        row("sub in capitals", TENANT)
            .set("sub", json!(in_capitals))
            .refused(Refusal::TenantMismatch),
        row("no context", CONTEXT)
            .omit("context")
            .refused(Refusal::ContextMissing)
            .reported(&without_context),
        row("context null", CONTEXT)
            .set("context", Value::Null)
            .refused(Refusal::ContextMissing)
            .reported(&without_context),
        row("no body", PARSE)
            .set_body(Value::Null)
            .refused(Refusal::BodyUnreadable)
            .reported(&[ClientCode::PayloadNotFound]),
    ]
}
