//! What a self-hosted server's token says. Everything about the person is a text, never null, nor
//! true or false: the server puts each into the meeting's XML as it is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{NAME, Server};
use crate::provider::entry::{Entry, Role, TokenFault};
use crate::time::Timestamp;

/// The body, in the form of lib-jitsi-meet's `doc/tokens.md`.
#[derive(Serialize)]
pub(super) struct Claims<'a> {
    aud: &'a str,
    context: Context<'a>,
    exp: i64,
    iss: &'a str,
    nbf: i64,
    room: &'a str,
    sub: &'a str,
}

#[derive(Serialize)]
struct Context<'a> {
    user: User<'a>,
    /// Left out where none is named: an empty list would switch all of them off.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    features: BTreeMap<&'static str, &'static str>,
}

#[derive(Serialize)]
struct User<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    avatar: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    /// Both are read by `mod_token_affiliation.lua`; older copies of it know `affiliation` alone.
    moderator: &'static str,
    affiliation: &'static str,
}

impl<'a> Claims<'a> {
    pub(super) fn of(
        server: &'a Server,
        entry: &'a Entry,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Self, TokenFault> {
        let role = entry.role;
        let (moderator, affiliation) = match role {
            Role::Moderator => ("true", "owner"),
            Role::Participant => ("false", "member"),
            Role::Lobby | Role::Visitor => return Err(TokenFault::Role { system: NAME, role }),
        };
        let person = &entry.person;
        let features = entry
            .features
            .iter()
            .map(|(feature, allowed)| (feature.as_str(), if allowed { "true" } else { "false" }))
            .collect();
        Ok(Self {
            aud: server.audience.as_str(),
            context: Context {
                user: User {
                    id: person.id.as_str(),
                    name: person.name.as_str(),
                    avatar: person.avatar.as_ref().map(|avatar| avatar.as_str()),
                    email: person.email.as_ref().map(|email| email.as_str()),
                    moderator,
                    affiliation,
                },
                features,
            },
            exp: until.seconds(),
            iss: server.app.as_str(),
            nbf: from.seconds(),
            room: entry.room.as_str(),
            sub: server.subject(),
        })
    }
}
