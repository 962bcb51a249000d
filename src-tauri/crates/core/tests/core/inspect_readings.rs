//! Every value of a token, with its meaning in words.

use serde_json::json;

use crate::core::fixtures::inspected;

#[test]
fn every_claim_that_jaas_knows_has_a_meaning() {
    let inspection = inspected(|header, claims| {
        *header = json!({"alg": "RS256", "kid": "a/b", "typ": "JWT", "x5t": 1});
        *claims = json!({
            "aud": "jitsi", "iss": "chat", "sub": "a", "room": "standup",
            "exp": 1_790_000_000, "nbf": "soon", "iat": 1_789_999_999.5, "admin": true,
            "context": {
                "user": {
                    "id": "7", "name": "Ada", "email": "a@x", "avatar": "p", "avatarUrl": "q",
                    "moderator": true, "hidden-from-recorder": "false", "role": "visitor",
                },
                "features": { "recording": true, "juggling": 1 },
                "room": { "regex": true }, "group": "x", "mauP": 1, "callee": [],
            },
        });
    });
    let read: Vec<(&str, &str)> = inspection
        .readings
        .iter()
        .map(|reading| (reading.path.as_str(), reading.meaning.as_str()))
        .collect();
    let expected = [
        ("header.alg", "How the token is signed"),
        ("header.kid", "The key that signed it"),
        ("header.typ", "That it is a JSON Web Token"),
        ("header.x5t", ""),
        ("admin", "Whether it may use the administrator's endpoints"),
        ("aud", "Whom it is for"),
        ("context.callee", ""),
        (
            "context.features.juggling",
            "A feature that Roomkey does not know",
        ),
        ("context.features.recording", "Record the meeting"),
        ("context.group", "A group, which webhooks report"),
        ("context.mauP", "How 8x8 counts the person, by agreement"),
        ("context.room.regex", "Whether the room is a Lua pattern"),
        ("context.user.avatar", "Where the person's picture is"),
        ("context.user.avatarUrl", "Where the person's picture is"),
        ("context.user.email", "The person's email address"),
        (
            "context.user.hidden-from-recorder",
            "Whether the person stays out of recordings",
        ),
        ("context.user.id", "The person's id"),
        (
            "context.user.moderator",
            "Whether the person leads the meeting",
        ),
        ("context.user.name", "The name that others read"),
        ("context.user.role", "Whether the person only watches"),
        ("exp", "Good until 2026-09-21T14:13:20Z"),
        ("iat", "Made at 2026-09-21T14:13:20Z"),
        ("iss", "Who made it"),
        ("nbf", "Good from a time that cannot be read"),
        ("room", "The room it opens"),
        ("sub", "The tenant"),
    ];
    assert_eq!(read, expected);
}

#[test]
fn an_empty_group_is_a_value_of_its_own() {
    let inspection = inspected(|_, claims| {
        *claims = json!({"room": "*", "context": {"features": {}, "user": {}}});
    });
    let read = inspection.readings.iter().skip(3);
    let read: Vec<(&str, &str, &str)> = read
        .map(|one| (one.path.as_str(), one.value.as_str(), one.meaning.as_str()))
        .collect();
    let expected = [
        ("context.features", "{}", "No features"),
        ("context.user", "{}", ""),
        ("room", "\"*\"", "Every room of the tenant"),
    ];
    assert_eq!(read, expected);
}
