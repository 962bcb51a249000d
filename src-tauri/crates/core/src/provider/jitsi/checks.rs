//! The checks of a self-hosted server (jitsi-meet `resources/prosody-plugins`), in the order of
//! one with a key server; without one, the three parts come before the header.
//!
//! With a key server `token/util.lib.lua` looks at the header and fetches the key; then
//! `luajwtjitsi.lib.lua` verifies; `token/util.lib.lua` asks for room and context; and when the
//! room is entered, it compares. JSON reaches the server as Lua values, where null is present.

use serde_json::Value;

use super::{Server, Trust};
use crate::inspect::parts::Parts;
use crate::provider::check::{
    self, Against, Aim, Finding, Question, Unchecked, body, header, is_text, refuse_if,
};
use crate::provider::rule::Rule;

pub(super) const QUESTIONS: [Question<Server>; 18] = [
    ask(Rule::Header, readable_header, PROCESS),
    ask(Rule::KeyName, key_name, PROCESS),
    ask(Rule::ThreeParts, three_parts, PARSE),
    ask(Rule::Body, readable_body, PARSE),
    ask(Rule::Typ, typ, VERIFY),
    ask(Rule::Alg, alg, VERIFY),
    ask(Rule::Signature, signature, VERIFY),
    ask(Rule::ExpNumber, exp_number, VERIFY),
    ask(Rule::NbfNumber, nbf_number, VERIFY),
    ask(Rule::NotExpired, not_expired, VERIFY),
    ask(Rule::Begun, begun, VERIFY),
    ask(Rule::Issuer, issuer, VERIFY),
    ask(Rule::Audience, audience, VERIFY),
    ask(Rule::Context, context, PROCESS),
    ask(
        Rule::NoNull,
        no_null,
        "lib-jitsi-meet doc/tokens.md: Token Identifiers",
    ),
    ask(
        Rule::Room,
        room_named,
        "token/util.lib.lua: asap_require_room_claim",
    ),
    ask(Rule::Room, room_entered, "token/util.lib.lua: verify_room"),
    ask(Rule::Tenant, tenant, "token/util.lib.lua: verify_room"),
];

const PROCESS: &str = "token/util.lib.lua: process_and_verify_token";
const PARSE: &str = "luajwtjitsi.lib.lua: parse_token";
const VERIFY: &str = "luajwtjitsi.lib.lua: verify";

const fn ask(
    rule: Rule,
    ask: fn(&Server, &Parts, &Against<'_>) -> Finding,
    source: &'static str,
) -> Question<Server> {
    Question { rule, ask, source }
}

fn readable_header(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let says = match &server.trust {
        Trust::Secret => "Invalid header",
        Trust::Key(_) => "bad token format",
    };
    check::readable_header(parts, Some(says))
}

fn key_name(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let name = match &server.trust {
        Trust::Secret => return Finding::Unknown(Unchecked::NotAsked),
        Trust::Key(name) => name,
    };
    let Some(header) = header(parts) else {
        return Finding::Unknown(Unchecked::NoHeader);
    };
    if header.get("kid").is_none() {
        return refuse_if(
            true,
            Some("'kid' claim is missing"),
            "The header names no key. Set kid to the name under which the key server has it",
        );
    }
    refuse_if(
        !is_text(header, "kid", name.as_str()),
        Some("could not obtain public key"),
        "The header names another key. Set kid to the name under which the key server has it",
    )
}

fn three_parts(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    check::three_parts(parts, Some("Invalid token"))
}

fn readable_body(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    check::readable_body(parts, Some("Invalid body"))
}

fn typ(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(header) = header(parts) else {
        return Finding::Unknown(Unchecked::NoHeader);
    };
    refuse_if(
        !is_text(header, "typ", "JWT"),
        Some("Invalid typ"),
        "The header's typ is not \"JWT\". Set it so, in capitals",
    )
}

fn alg(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let alg = match &server.trust {
        Trust::Secret => "HS256",
        Trust::Key(_) => "RS256",
    };
    check::algorithm(parts, alg, Some("Invalid or incorrect alg"))
}

fn signature(_: &Server, parts: &Parts, against: &Against<'_>) -> Finding {
    check::signature(parts, against, Some("Invalid signature"))
}

fn exp_number(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    number(parts, "exp", "exp must be number")
}

fn nbf_number(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    number(parts, "nbf", "nbf must be number")
}

/// Lua takes `false` for absent.
fn number(parts: &Parts, name: &str, says: &'static str) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let is_fine = matches!(
        body.get(name),
        None | Some(Value::Number(_) | Value::Bool(false))
    );
    refuse_if(
        !is_fine,
        Some(says),
        "A time in the token is no number. Give it in whole seconds since 1970, without quotes",
    )
}

fn not_expired(_: &Server, parts: &Parts, against: &Against<'_>) -> Finding {
    check::not_expired(parts, against, Some("Not acceptable by exp"))
}

fn begun(_: &Server, parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    match body.get("nbf").and_then(Value::as_f64) {
        None => Finding::Unknown(Unchecked::NotSaid),
        Some(nbf) => refuse_if(
            (against.now.seconds() as f64) < nbf,
            Some("Not acceptable by nbf"),
            "The token is not good yet. Set the clock right that made it: the server allows no leeway",
        ),
    }
}

fn issuer(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    agreed(
        parts,
        "iss",
        server.app.as_str(),
        ("'iss' claim is missing", "invalid 'iss' claim"),
        "The token's iss is not the server's app_id. Set it so",
    )
}

fn audience(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    agreed(
        parts,
        "aud",
        server.audience.as_str(),
        ("'aud' claim is missing", "invalid 'aud' claim"),
        "The token's aud is not the audience that the server takes. Set it so, as a text",
    )
}

fn agreed(
    parts: &Parts,
    name: &str,
    text: &str,
    (missing, wrong): (&'static str, &'static str),
    remedy: &'static str,
) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let says = if body.get(name).is_some() {
        wrong
    } else {
        missing
    };
    refuse_if(!is_text(body, name, text), Some(says), remedy)
}

fn context(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    refuse_if(
        matches!(body.get("context"), None | Some(Value::Null)),
        Some("jwt missing required context claim"),
        "The token has no context. Add it, with the person",
    )
}

fn no_null(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let user = body.pointer("/context/user").and_then(Value::as_object);
    let Some(user) = user else {
        return Finding::Unknown(Unchecked::NotSaid);
    };
    refuse_if(
        user.values().any(Value::is_null),
        None,
        "Something about the person is null, over which the server stumbles. Leave it out",
    )
}

fn room_named(_: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    refuse_if(
        body.get("room").is_none(),
        Some("'room' claim is missing"),
        "The token names no room. Set room to the room's name, or to * for every room",
    )
}

fn room_entered(_: &Server, parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let room = match against.aim {
        Aim::Enter(Some(room)) => room,
        Aim::Enter(None) | Aim::Command => return Finding::Unknown(Unchecked::NoRoomGiven),
    };
    let claim = match body.get("room") {
        None => return Finding::Unknown(Unchecked::NotSaid),
        Some(claim) => claim.as_str().map(str::to_ascii_lowercase),
    };
    let is_for_it = claim.is_some_and(|claim| claim == "*" || claim == room.as_str());
    refuse_if(
        !is_for_it,
        Some("Room and token mismatched"),
        "The token is for another room. Make one for this room",
    )
}

fn tenant(server: &Server, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let claim = body.get("sub").and_then(Value::as_str);
    let claim = claim.map(str::to_ascii_lowercase);
    match claim {
        Some(claim) if claim == "*" || claim == server.subject() => Finding::Content,
        Some(_) | None => Finding::Unknown(Unchecked::ServersChoice),
    }
}
