//! The room that is joined, another one, all of them, and patterns.

use serde_json::json;

use super::row::Row;
use super::{Group, Setting};
use crate::inspect::{GrantedRoom, Refusal};

/// `Util:verify_room`: the claim is lowered, and compared without the tenant.
const VERIFY_ROOM: &str = "jitsi-meet: resources/prosody-plugins/token/util.lib.lua";
/// `asap_require_room_claim` is off.
const DEPLOYMENT: &str = "8x8 infra-configuration: prosody.cfg.lua.j2";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    let row = |name: &str, source| Row::good(setting, Group::Rooms, name, source);
    let room = setting.room.as_str();
    let other = format!("{room}-other");
    let with_tenant = format!("{}/{room}", setting.key_id.app_id());
    vec![
        row("the room itself", VERIFY_ROOM).set("room", json!(room)),
        row("another room", VERIFY_ROOM)
            .set("room", json!(other))
            .refused(Refusal::RoomMismatch),
        row("\"*\"", VERIFY_ROOM)
            .set("room", json!("*"))
            .grants(|granted| granted.room = GrantedRoom::Any),
        row("no room", DEPLOYMENT)
            .omit("room")
            .grants(|granted| granted.room = GrantedRoom::Any),
        row("upper case", VERIFY_ROOM).set("room", json!(room.to_ascii_uppercase())),
        row("with the tenant before it", VERIFY_ROOM)
            .set("room", json!(with_tenant))
            .refused(Refusal::RoomMismatch),
        row("a pattern", VERIFY_ROOM)
            .set("room", json!(".+"))
            .set("context.room.regex", json!("true"))
            .grants(|granted| {
                granted.room = GrantedRoom::Pattern {
                    pattern: ".+".to_owned(),
                };
            }),
        row(
            "a pattern with upper case, which the server lowers",
            VERIFY_ROOM,
        )
        .set("room", json!("%S+"))
        .set("context.room.regex", json!(true))
        .grants(|granted| {
            granted.room = GrantedRoom::Pattern {
                pattern: "%s+".to_owned(),
            };
        }),
        row("a pattern that is not said to be one", VERIFY_ROOM)
            .set("room", json!(".+"))
            .refused(Refusal::RoomMismatch),
        row("a number", VERIFY_ROOM)
            .set("room", json!(7))
            .refused(Refusal::RoomMismatch),
    ]
}
