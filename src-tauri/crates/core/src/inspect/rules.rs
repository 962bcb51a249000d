//! What the server asks of a token, one function a rule.
//!
//! JSON reaches the server as Lua values, where null is present and `false`
//! passes for absent; the functions keep to that where it shows.

use serde_json::Value;

use super::Against;
use super::parts::Parts;
use super::refusal::Refusal;
use super::server::Unchecked;

/// What came of a question.
pub(super) enum Finding {
    Content,
    Refuse(Refusal),
    Unknown(Unchecked),
}

/// A question.
pub(super) type Ask = fn(&Parts, &Against<'_>) -> Finding;

/// What 8x8's deployment accepts (`prosody.cfg.lua.j2`, `asap_accepted_issuers`).
const ISSUERS: [&str; 6] = ["jitsi", "chat", "callresponse", "spot", "PROD-SPOT", "vmms"];
/// The same, `asap_accepted_audiences`.
const AUDIENCES: [&str; 3] = ["jitsi", "spot", "SPOT"];

pub(super) fn present(parts: &Parts, _: &Against<'_>) -> Finding {
    refuse_if(parts.is_empty, Refusal::TokenMissing)
}

pub(super) fn header(parts: &Parts, _: &Against<'_>) -> Finding {
    if parts.is_empty {
        return Finding::Unknown(Unchecked::NoToken);
    }
    if !parts.has_dot {
        return Finding::Refuse(Refusal::NoDot);
    }
    refuse_if(!is_object(parts.header.as_ref()), Refusal::HeaderUnreadable)
}

pub(super) fn key_id(parts: &Parts, _: &Against<'_>) -> Finding {
    if !is_object(parts.header.as_ref()) {
        return Finding::Unknown(Unchecked::NoHeader);
    }
    match parts.header_value("kid") {
        None => Finding::Refuse(Refusal::KeyIdMissing),
        Some(Value::String(kid)) => {
            let is_incomplete = is_vpaas(kid) && !kid.contains('/');
            refuse_if(is_incomplete, Refusal::KeyIdIncomplete)
        }
        Some(_) => Finding::Refuse(Refusal::KeyIdNotText),
    }
}

/// A `kid` of no JaaS tenant is looked up on another key server, which does
/// not know it either.
pub(super) fn key_registered(parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(kid) = parts.header_value("kid").and_then(Value::as_str) else {
        return Finding::Unknown(Unchecked::NoKeyNamed);
    };
    if !is_vpaas(kid) {
        return Finding::Refuse(Refusal::KeyUnknown);
    }
    match (against.key, against.key_id) {
        (None, None) => Finding::Unknown(Unchecked::NoKeyGiven),
        (None, Some(_)) => Finding::Refuse(Refusal::KeyUnknown),
        (Some(_), None) => Finding::Content,
        (Some(_), Some(registered)) => refuse_if(registered.as_str() != kid, Refusal::KeyUnknown),
    }
}

pub(super) fn three_parts(parts: &Parts, _: &Against<'_>) -> Finding {
    if parts.is_empty {
        return Finding::Unknown(Unchecked::NoToken);
    }
    refuse_if(!parts.has_three, Refusal::NotThreeParts)
}

pub(super) fn body(parts: &Parts, _: &Against<'_>) -> Finding {
    if parts.is_empty {
        return Finding::Unknown(Unchecked::NoToken);
    }
    refuse_if(!is_object(parts.claims.as_ref()), Refusal::BodyUnreadable)
}

pub(super) fn typ(parts: &Parts, _: &Against<'_>) -> Finding {
    if !is_object(parts.header.as_ref()) {
        return Finding::Unknown(Unchecked::NoHeader);
    }
    let typ = parts.header_value("typ").and_then(Value::as_str);
    refuse_if(typ != Some("JWT"), Refusal::Typ)
}

pub(super) fn alg(parts: &Parts, _: &Against<'_>) -> Finding {
    if !is_object(parts.header.as_ref()) {
        return Finding::Unknown(Unchecked::NoHeader);
    }
    let alg = parts.header_value("alg").and_then(Value::as_str);
    refuse_if(alg != Some("RS256"), Refusal::Alg)
}

pub(super) fn signature(parts: &Parts, against: &Against<'_>) -> Finding {
    if !parts.has_three {
        return Finding::Unknown(Unchecked::NotThreeParts);
    }
    let Some(signature) = &parts.signature else {
        return Finding::Refuse(Refusal::Signature);
    };
    let Some(key) = against.key else {
        return Finding::Unknown(Unchecked::NoKeyGiven);
    };
    refuse_if(
        !key.verifies(parts.message.as_bytes(), signature),
        Refusal::Signature,
    )
}

pub(super) fn exp_number(parts: &Parts, _: &Against<'_>) -> Finding {
    number(parts, "exp", Refusal::ExpNotNumber)
}

pub(super) fn nbf_number(parts: &Parts, _: &Against<'_>) -> Finding {
    number(parts, "nbf", Refusal::NbfNotNumber)
}

pub(super) fn not_expired(parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(claims) = &parts.claims else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let Some(exp) = claims.get("exp").and_then(Value::as_f64) else {
        return Finding::Unknown(Unchecked::NoExp);
    };
    let iat = claims.get("iat").and_then(Value::as_f64);
    let expired = Refusal::Expired {
        exp,
        now: against.now,
        iat,
    };
    refuse_if(seconds(against) >= exp, expired)
}

pub(super) fn begun(parts: &Parts, against: &Against<'_>) -> Finding {
    let Some(claims) = &parts.claims else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    let Some(nbf) = claims.get("nbf").and_then(Value::as_f64) else {
        return Finding::Unknown(Unchecked::NoNbf);
    };
    refuse_if(seconds(against) < nbf, Refusal::NotYetValid { nbf })
}

pub(super) fn issuer(parts: &Parts, _: &Against<'_>) -> Finding {
    accepted(
        parts,
        "iss",
        &ISSUERS,
        Refusal::IssuerMissing,
        Refusal::Issuer,
    )
}

pub(super) fn audience(parts: &Parts, _: &Against<'_>) -> Finding {
    accepted(
        parts,
        "aud",
        &AUDIENCES,
        Refusal::AudienceMissing,
        Refusal::Audience,
    )
}

pub(super) fn context(parts: &Parts, _: &Against<'_>) -> Finding {
    if !is_object(parts.claims.as_ref()) {
        return Finding::Unknown(Unchecked::NoBody);
    }
    let is_missing = matches!(parts.claim("context"), None | Some(Value::Null));
    refuse_if(is_missing, Refusal::ContextMissing)
}

pub(super) fn tenant(parts: &Parts, _: &Against<'_>) -> Finding {
    if !is_object(parts.claims.as_ref()) {
        return Finding::Unknown(Unchecked::NoBody);
    }
    let Some(sub) = parts.claim("sub") else {
        return Finding::Refuse(Refusal::TenantMissing);
    };
    let kid = parts
        .header_value("kid")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let Some((tenant, _)) = kid.rsplit_once('/') else {
        return Finding::Unknown(Unchecked::NoKeyNamed);
    };
    refuse_if(sub.as_str() != Some(tenant), Refusal::TenantMismatch)
}

pub(super) fn room(parts: &Parts, against: &Against<'_>) -> Finding {
    if !is_object(parts.claims.as_ref()) {
        return Finding::Unknown(Unchecked::NoBody);
    }
    let Some(room) = against.room else {
        return Finding::Unknown(Unchecked::NoRoomGiven);
    };
    match parts.claim("room") {
        None => Finding::Unknown(Unchecked::NoRoomNamed),
        Some(Value::String(claim)) if claim == "*" => Finding::Content,
        Some(_) if is_pattern(parts.claim("context")) => Finding::Unknown(Unchecked::RoomPattern),
        Some(Value::String(claim)) => refuse_if(
            claim.to_ascii_lowercase() != room.as_str(),
            Refusal::RoomMismatch,
        ),
        Some(_) => Finding::Refuse(Refusal::RoomMismatch),
    }
}

/// Whether `context.room.regex` makes the room a Lua pattern.
pub(super) fn is_pattern(context: Option<&Value>) -> bool {
    let regex = context.and_then(|context| context.get("room")?.get("regex"));
    is_true(regex)
}

/// Whether a flag is on, as the server's modules read it: `true` or "true".
pub(super) fn is_true(flag: Option<&Value>) -> bool {
    match flag {
        Some(Value::Bool(on)) => *on,
        Some(Value::String(text)) => text == "true",
        Some(Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_)) | None => false,
    }
}

fn refuse_if(is_wrong: bool, refusal: Refusal) -> Finding {
    if is_wrong {
        Finding::Refuse(refusal)
    } else {
        Finding::Content
    }
}

fn is_object(part: Option<&Value>) -> bool {
    part.is_some_and(Value::is_object)
}

fn is_vpaas(kid: &str) -> bool {
    kid.starts_with("vpaas-magic-cookie")
}

/// Lua takes `false` for absent, and JSON's null for present.
fn number(parts: &Parts, name: &str, refusal: Refusal) -> Finding {
    if !is_object(parts.claims.as_ref()) {
        return Finding::Unknown(Unchecked::NoBody);
    }
    match parts.claim(name) {
        None | Some(Value::Number(_) | Value::Bool(false)) => Finding::Content,
        Some(
            Value::Null | Value::Bool(true) | Value::String(_) | Value::Array(_) | Value::Object(_),
        ) => Finding::Refuse(refusal),
    }
}

fn accepted(
    parts: &Parts,
    name: &str,
    among: &[&str],
    missing: Refusal,
    wrong: Refusal,
) -> Finding {
    if !is_object(parts.claims.as_ref()) {
        return Finding::Unknown(Unchecked::NoBody);
    }
    let Some(claim) = parts.claim(name) else {
        return Finding::Refuse(missing);
    };
    let is_accepted = claim.as_str().is_some_and(|claim| among.contains(&claim));
    refuse_if(!is_accepted, wrong)
}

fn seconds(against: &Against<'_>) -> f64 {
    against.now.seconds() as f64
}
