//! Moderator, participant, visitor, and what only looks like one of them.

use serde_json::json;

use super::row::Row;
use super::{Group, Setting};
use crate::role::Role;

const MODERATORS: &str = "8x8 infra-configuration: mod_muc_moderators.lua";
const VISITORS: &str = "jitsi-meet: react/features/base/jwt/middleware.any.ts";
const RECORDER: &str = "8x8 JaaS documentation: JWT structure, hidden-from-recorder";
const FLAG: &str = "context.user.moderator";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    let row = |name: &str, source| Row::good(setting, Group::Roles, name, source);
    vec![
        row("moderator \"true\"", MODERATORS)
            .set(FLAG, json!("true"))
            .grants(|granted| granted.role = Role::Moderator),
        row("moderator true", MODERATORS)
            .set(FLAG, json!(true))
            .grants(|granted| granted.role = Role::Moderator),
        row("moderator \"false\"", MODERATORS).set(FLAG, json!("false")),
        row("moderator false", MODERATORS).set(FLAG, json!(false)),
        row("moderator missing", MODERATORS).omit(FLAG),
        row("moderator \"TRUE\"", MODERATORS).set(FLAG, json!("TRUE")),
        row("moderator 1", MODERATORS).set(FLAG, json!(1)),
        row("visitor", VISITORS)
            .set("context.user.role", json!("visitor"))
            .grants(|granted| granted.role = Role::Visitor),
        row("visitor and moderator", MODERATORS)
            .set(FLAG, json!("true"))
            .set("context.user.role", json!("visitor"))
            .grants(|granted| granted.role = Role::Moderator),
        row("hidden from recordings", RECORDER)
            .set("context.user.hidden-from-recorder", json!("true"))
            .grants(|granted| granted.hidden_from_recorder = true),
        row("no user", VISITORS)
            .omit("context.user")
            .grants(|granted| {
                granted.person_id = None;
                granted.name = None;
            }),
    ]
}
