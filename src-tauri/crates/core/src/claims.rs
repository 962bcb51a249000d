//! The body of a JaaS token, in the forms that the vendor's documentation
//! gives: flags are the texts "true" and "false", times are whole seconds,
//! and what is not known is left out, never null.
//!
//! Claims are only written here. Reading somebody's token is `inspect`'s part.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::app_id::AppId;
use crate::grant::Grant;
use crate::role::Role;
use crate::time::Timestamp;

/// What a token says, ready to be written as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claims {
    aud: &'static str,
    context: Context,
    exp: i64,
    iss: &'static str,
    nbf: i64,
    room: String,
    sub: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Context {
    user: User,
    /// Present even where it is empty: the web client reports a token without it.
    features: BTreeMap<&'static str, &'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
struct User {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    moderator: &'static str,
    hidden_from_recorder: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
}

/// What the token of a command to JaaS's own REST says. It has no `context`, without which no
/// meeting lets anybody in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandClaims {
    admin: bool,
    aud: &'static str,
    exp: i64,
    iss: &'static str,
    nbf: i64,
    sub: String,
}

impl CommandClaims {
    pub(crate) fn of(tenant: &AppId, from: Timestamp, until: Timestamp) -> Self {
        Self {
            admin: true,
            aud: "jitsi",
            exp: until.seconds(),
            iss: "chat",
            nbf: from.seconds(),
            sub: tenant.to_string(),
        }
    }
}

impl Claims {
    pub(crate) fn of(grant: &Grant) -> Self {
        let person = &grant.person;
        let (moderator, role) = match grant.role {
            Role::Moderator => (true, None),
            Role::Participant => (false, None),
            Role::Visitor => (false, Some("visitor")),
        };
        let user = User {
            id: person.id.to_string(),
            name: person.name.to_string(),
            avatar: person.avatar.as_ref().map(ToString::to_string),
            email: person.email.as_ref().map(ToString::to_string),
            moderator: flag(moderator),
            hidden_from_recorder: flag(grant.hidden_from_recorder),
            role,
        };
        let features = grant
            .features
            .iter()
            .map(|(feature, allowed)| (feature.as_str(), flag(allowed)))
            .collect();
        Self {
            aud: "jitsi",
            context: Context { user, features },
            exp: grant.until.seconds(),
            iss: "chat",
            nbf: grant.from.seconds(),
            room: grant.room.as_str().to_owned(),
            sub: grant.app_id.to_string(),
        }
    }
}

fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
