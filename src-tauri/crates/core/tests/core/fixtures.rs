//! Throwaway keys (see `keys/README.md`) and one grant to change.

use std::path::PathBuf;
use std::sync::LazyLock;

use roomkey_core::app_id::AppId;
use roomkey_core::feature::{Feature, Features};
use roomkey_core::grant::{Grant, RoomScope};
use roomkey_core::inspect::{Against, Inspection, inspect};
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::{AvatarUrl, Email, Person, PersonId, PersonName};
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use serde_json::{Value, json};

pub(crate) const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";
pub(crate) const OTHER_APP_ID: &str = "vpaas-magic-cookie-00000000000000000000000000000000";
pub(crate) const KEY_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/4f4910";
pub(crate) const NOW: Timestamp = Timestamp(1_790_000_000);

/// The key that is registered under [`KEY_ID`].
pub(crate) static KEY: LazyLock<PrivateKey> = LazyLock::new(|| import("rsa4096.key"));
/// A key that is registered nowhere.
pub(crate) static OTHER_KEY: LazyLock<PrivateKey> = LazyLock::new(|| import("other4096.key"));

#[expect(
    clippy::disallowed_methods,
    reason = "the ban is for core, not for its tests"
)]
pub(crate) fn key_file(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/keys")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

pub(crate) fn key_text(name: &str) -> String {
    String::from_utf8(key_file(name)).unwrap()
}

pub(crate) fn app_id() -> AppId {
    AppId::parse(APP_ID).unwrap()
}

pub(crate) fn key_id() -> KeyId {
    KeyId::parse(KEY_ID).unwrap()
}

pub(crate) fn room() -> RoomName {
    RoomName::parse("standup").unwrap()
}

/// Ada, moderator of the room `standup`, for an hour.
pub(crate) fn grant() -> Grant {
    let features: Features = [(Feature::Recording, true), (Feature::Livestreaming, false)]
        .into_iter()
        .collect();
    Grant {
        app_id: app_id(),
        person: Person {
            id: PersonId::parse("0f8b7760-c17f-4a12-b134-c6ac37167144").unwrap(),
            name: PersonName::parse("Ada").unwrap(),
            email: Some(Email::parse("ada@example.org").unwrap()),
            avatar: Some(AvatarUrl::parse("https://example.org/ada.png").unwrap()),
        },
        role: Role::Moderator,
        features,
        room: RoomScope::Exact(room()),
        from: NOW.minus(10),
        until: NOW.plus(3600),
        hidden_from_recorder: false,
    }
}

/// The header of a good token.
pub(crate) fn header() -> Value {
    json!({"alg": "RS256", "kid": KEY_ID, "typ": "JWT"})
}

/// The claims of a good token.
pub(crate) fn claims() -> Value {
    serde_json::to_value(grant().claims()).unwrap()
}

/// A good token's parts, changed by `change`, signed and inspected.
pub(crate) fn inspected(change: impl FnOnce(&mut Value, &mut Value)) -> Inspection {
    let (mut header, mut claims) = (header(), claims());
    change(&mut header, &mut claims);
    let token = Token::forge(&header, &claims, &KEY).unwrap();
    look_at(token.reveal())
}

/// Inspects a text against everything that is registered.
pub(crate) fn look_at(token: &str) -> Inspection {
    inspect(
        token,
        &Against {
            key: Some(KEY.public()),
            key_id: Some(&key_id()),
            room: Some(&room()),
            now: NOW,
        },
    )
}

fn import(name: &str) -> PrivateKey {
    PrivateKey::import(&key_file(name), None).unwrap()
}
