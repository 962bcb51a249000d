//! Who signed, what was signed, and texts that are no tokens.

use serde_json::json;

use super::row::Row;
use super::{Group, Setting, Writing};
use crate::inspect::Refusal;

/// `M.verify`.
const VERIFY: &str = "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua";
/// `Util:process_and_verify_token`.
const PROCESS: &str = "jitsi-meet: resources/prosody-plugins/token/util.lib.lua";
/// `process_vpaas_token`.
const FETCH: &str = "8x8 infra-configuration: mod_muc_auth_vpaas.lua";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    let row = |name: &str, source| Row::good(setting, Group::Signature, name, source);
    vec![
        row("one bit flipped", VERIFY)
            .written(Writing::BitFlipped)
            .refused(Refusal::Signature),
        row("signed by another key", VERIFY)
            .written(Writing::SignedByOther)
            .refused(Refusal::Signature),
        row("made a moderator after it was signed", VERIFY)
            .set("context.user.moderator", json!("true"))
            .written(Writing::BodyReplaced)
            .refused(Refusal::Signature),
        row("not signed", VERIFY)
            .written(Writing::Unsigned)
            .refused(Refusal::NotThreeParts),
        row("cut off", VERIFY)
            .written(Writing::CutOff)
            .refused(Refusal::NotThreeParts),
        row("no token", PROCESS)
            .written(Writing::Verbatim(""))
            .refused(Refusal::TokenMissing),
        row("a word", FETCH)
            .written(Writing::Verbatim("token"))
            .refused(Refusal::NoDot),
        row("three words", FETCH)
            .written(Writing::Verbatim("not.a.token"))
            .refused(Refusal::HeaderUnreadable),
    ]
}
