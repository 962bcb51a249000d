//! A Jitsi server of a company's own. `roomkey_core::provider` judges; what a
//! token that passes makes of somebody is Prosody's `mod_token_affiliation.lua`,
//! which the server is taken to have.

use std::collections::HashMap;

use roomkey_core::feature::{Feature, Features};
use roomkey_core::inspect::{Granted, GrantedRoom, RefusalPhase};
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::provider::jitsi::{Scope, Server, TenantName};
use roomkey_core::provider::{Against, Aim, Check, Outcome, Rule, System};
use roomkey_core::role::Role;
use roomkey_core::time::Timestamp;
use serde_json::{Value, json};

use super::{Judged, Refused, Tenancy, Tenant};
use crate::access::look;
use crate::provider::Trusted;
use crate::room::Place;

/// One server, and what it trusts.
pub(crate) struct Own {
    pub(crate) server: Server,
    pub(crate) trusted: Trusted,
}

impl Tenancy for Own {
    /// Every server has the rooms without a tenant and those of any.
    fn tenant(&self, named: Option<&str>) -> Option<Tenant> {
        match named {
            None => Some(Tenant::default()),
            Some(named) => {
                let name = TenantName::parse(named).ok()?;
                Some(Tenant(name.as_str().to_owned()))
            }
        }
    }

    fn first(&self) -> Option<Tenant> {
        match &self.server.scope {
            Scope::Tenant(name) => self.tenant(Some(name.as_str())),
            Scope::Domain | Scope::Any => self.tenant(None),
        }
    }

    fn commanders(&self) -> Option<&HashMap<KeyId, PublicKey>> {
        None
    }

    fn judge(&self, place: &Place, token: &str, now: Timestamp) -> Judged {
        let against = Against {
            aim: Aim::Enter(Some(&place.room)),
            verifier: Some(self.trusted.verifier()),
            now,
        };
        let checks = self.server.checks(token, &against);
        let read = look(token, now);
        let granted = granted(read.claims.as_ref());
        let outcome = match checks.iter().find_map(|check| refused(token, check)) {
            Some(refused) => Err(refused),
            None => Ok(granted),
        };
        let verdict = match &outcome {
            Ok(granted) => json!({ "kind": "accepted", "content": granted }),
            Err(_) => json!({ "kind": "refused" }),
        };
        let inspection = json!({
            "header": read.header,
            "claims": read.claims,
            "readings": read.readings,
            "checks": checks.iter().map(view).collect::<Vec<_>>(),
            "verdict": verdict,
            "featuresNeedModerator": false,
        });
        Judged {
            outcome,
            claims: read.claims,
            inspection,
        }
    }
}

/// What a check that failed makes the server say.
fn refused(token: &str, check: &Check) -> Option<Refused> {
    let refusal = match &check.outcome {
        Outcome::Fail(refusal) => refusal,
        Outcome::Pass | Outcome::NotChecked(_) => return None,
    };
    let is_missing = token.is_empty();
    let says = refusal.says.as_ref().unwrap_or(&refusal.text);
    let text = if is_missing {
        // By `mod_auth_token.lua`, before anything is read.
        "token required".to_owned()
    } else {
        says.clone().into_owned()
    };
    let phase = if is_at_room(check) && !is_missing {
        RefusalPhase::Conference
    } else {
        RefusalPhase::Connection
    };
    Some(Refused {
        text,
        phase,
        is_missing,
    })
}

/// Whether the check is made when the room is entered, which one function does.
fn is_at_room(check: &Check) -> bool {
    check.source.ends_with("verify_room")
}

fn granted(claims: Option<&Value>) -> Granted {
    let claim = |name: &str| claims.and_then(|claims| claims.get(name));
    let context = claim("context");
    let user = |name: &str| context.and_then(|context| context.get("user")?.get(name));
    let text = |name: &str| user(name).and_then(Value::as_str).map(str::to_owned);
    let affiliation = user("affiliation").and_then(Value::as_str);
    let leads = is_true(user("moderator"))
        || affiliation.is_some_and(|name| matches!(name, "owner" | "moderator" | "teacher"));
    let named = context.and_then(|context| context.get("features")?.as_object());
    let features: Features = named
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((Feature::parse(name)?, is_true(Some(value)))))
        .collect();
    let room = claim("room").and_then(Value::as_str);
    Granted {
        person_id: text("id"),
        name: text("name"),
        email: text("email"),
        avatar: text("avatar"),
        role: if leads {
            Role::Moderator
        } else {
            Role::Participant
        },
        features,
        room: match room {
            None | Some("*") => GrantedRoom::Any,
            Some(name) => GrantedRoom::Exact {
                name: name.to_ascii_lowercase(),
            },
        },
        from: moment(claim("nbf")),
        until: moment(claim("exp")),
        hidden_from_recorder: false,
    }
}

fn is_true(value: Option<&Value>) -> bool {
    value.is_some_and(|value| *value == json!(true) || *value == json!("true"))
}

fn moment(value: Option<&Value>) -> Option<Timestamp> {
    value.and_then(Value::as_i64).map(Timestamp)
}

/// A check as the room's page tells it.
fn view(check: &Check) -> Value {
    let outcome = match &check.outcome {
        Outcome::Pass => json!({ "kind": "pass" }),
        Outcome::Fail(refusal) => json!({ "kind": "fail", "text": refusal.text }),
        Outcome::NotChecked(why) => json!({ "kind": "notChecked", "text": why.to_string() }),
    };
    json!({ "rule": rule(check), "outcome": outcome, "source": check.source })
}

/// By these names the page has its words.
fn rule(check: &Check) -> &'static str {
    match check.rule {
        Rule::Present => "present",
        Rule::ThreeParts => "threeParts",
        Rule::Header => "header",
        Rule::KeyName => "ownKeyName",
        Rule::KeyRegistered => "keyRegistered",
        Rule::Body => "body",
        Rule::Typ => "typ",
        Rule::Alg => "ownAlg",
        Rule::Signature => "ownSignature",
        Rule::ExpNumber => "expNumber",
        Rule::NbfNumber => "nbfNumber",
        Rule::NotExpired => "notExpired",
        Rule::Begun => "begun",
        Rule::Issuer => "ownIssuer",
        Rule::Audience => "ownAudience",
        Rule::Context => "context",
        Rule::NoNull => "ownNoNull",
        Rule::App => "app",
        Rule::ApiKey => "apiKey",
        Rule::Permissions => "permissions",
        Rule::Version => "version",
        Rule::Roles => "roles",
        Rule::Room if is_at_room(check) => "room",
        Rule::Room => "ownRoomNamed",
        Rule::Tenant => "ownTenant",
    }
}
