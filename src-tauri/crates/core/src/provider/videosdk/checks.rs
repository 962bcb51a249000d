//! What VideoSDK's documentation says that a token must have. The server is not public, so that
//! its order is not known; the names of its codes are those of js-sdk's `constants.d.ts`.

use serde_json::Value;

use super::{Account, Tokens};
use crate::inspect::parts::Parts;
use crate::provider::check::{
    self, Against, Aim, Finding, Question, Unchecked, body, is_text, refuse_if,
};
use crate::provider::rule::Rule;

pub(super) const QUESTIONS: [Question<Account>; 11] = [
    ask(Rule::ThreeParts, three_parts, JWS),
    ask(Rule::Header, readable_header, JWS),
    ask(Rule::Body, readable_body, JWS),
    ask(Rule::Alg, alg, TOKENS),
    ask(Rule::Signature, signature, TOKENS),
    ask(
        Rule::NotExpired,
        not_expired,
        "docs.videosdk.live: What happens if token is expired?",
    ),
    ask(Rule::ApiKey, api_key, PAYLOAD),
    ask(Rule::Permissions, permissions, PAYLOAD),
    ask(Rule::Version, version, PAYLOAD),
    ask(Rule::Roles, roles, PAYLOAD),
    ask(Rule::Room, room, PAYLOAD),
];

const JWS: &str = "RFC 7515, section 7.1";
const TOKENS: &str = "docs.videosdk.live: How to generate Token?";
const PAYLOAD: &str = "docs.videosdk.live: Payload while generating token";

const INVALID_TOKEN: Option<&str> = Some("INVALID_TOKEN");

const fn ask(
    rule: Rule,
    ask: fn(&Account, &Parts, &Against<'_>) -> Finding,
    source: &'static str,
) -> Question<Account> {
    Question { rule, ask, source }
}

fn three_parts(_: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    check::compact(parts, INVALID_TOKEN)
}

fn readable_header(_: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    check::readable_header(parts, INVALID_TOKEN)
}

fn readable_body(_: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    check::readable_body(parts, INVALID_TOKEN)
}

fn alg(_: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    check::algorithm(parts, "HS256", INVALID_TOKEN)
}

fn signature(_: &Account, parts: &Parts, against: &Against<'_>) -> Finding {
    check::signature(parts, against, INVALID_TOKEN)
}

fn not_expired(_: &Account, parts: &Parts, against: &Against<'_>) -> Finding {
    check::not_expired(parts, against, Some("Token is invalid or expired"))
}

fn api_key(account: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let Tokens::Own(api_key) = &account.tokens else {
        return Finding::Unknown(Unchecked::NoVerifier);
    };
    refuse_if(
        !is_text(body, "apikey", api_key.as_str()),
        Some("INVALID_API_KEY"),
        "The token's apikey is not the account's. Set it to the API key of the secret that signs",
    )
}

fn permissions(_: &Account, parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let named = body.get("permissions").and_then(texts);
    let is_known = |name: &&str| matches!(*name, "allow_join" | "ask_join" | "allow_mod");
    let lets_in = |name: &&str| matches!(*name, "allow_join" | "ask_join");
    let is_fine = named.is_some_and(|named| {
        let enough = match against.aim {
            Aim::Enter(_) => named.iter().any(lets_in),
            Aim::Command => !named.is_empty(),
        };
        enough && named.iter().all(is_known)
    });
    refuse_if(
        !is_fine,
        Some("INVALID_PERMISSIONS"),
        "The token's permissions let nobody in. Set allow_join or ask_join, and allow_mod beside it for moderators",
    )
}

fn version(_: &Account, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let needs_it = ["roomId", "participantId", "roles"]
        .iter()
        .any(|name| body.get(name).is_some());
    match body.get("version") {
        None if !needs_it => Finding::Unknown(Unchecked::NotSaid),
        version => refuse_if(
            needs_it && version.and_then(Value::as_i64) != Some(2),
            INVALID_TOKEN,
            "roomId, participantId and roles count from version 2 on. Set version to 2, without quotes",
        ),
    }
}

fn roles(_: &Account, parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let Some(roles) = body.get("roles") else {
        return Finding::Unknown(Unchecked::NotSaid);
    };
    let (wanted, text) = match against.aim {
        Aim::Enter(_) => (
            "rtc",
            "The token cannot join. Make one whose roles have rtc",
        ),
        Aim::Command => (
            "crawler",
            "The token cannot call REST. Make one whose roles have crawler",
        ),
    };
    let has_it = texts(roles).is_some_and(|roles| roles.contains(&wanted));
    refuse_if(!has_it, Some("UNAUTHORIZED_ROLE"), text)
}

fn room(_: &Account, parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let room = match against.aim {
        Aim::Enter(Some(room)) => room,
        Aim::Enter(None) => return Finding::Unknown(Unchecked::NoRoomGiven),
        Aim::Command => return Finding::Unknown(Unchecked::NotForRooms),
    };
    if body.get("roomId").is_none() {
        return Finding::Unknown(Unchecked::NotSaid);
    }
    refuse_if(
        !is_text(body, "roomId", room.as_str()),
        Some("UNAUTHORIZED_MEETING_ID"),
        "The token is for another room. Make one for this room",
    )
}

/// A list of texts alone.
fn texts(list: &Value) -> Option<Vec<&str>> {
    list.as_array()?.iter().map(Value::as_str).collect()
}
