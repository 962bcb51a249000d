//! 8x8 JaaS: every tenant whose key is registered. `roomkey_core::inspect`
//! judges; here is only which key it is given.

use std::collections::HashMap;

use roomkey_core::app_id::AppId;
use roomkey_core::inspect::{Against, Refusal, Verdict, inspect};
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;

use super::{Judged, Refused, Tenancy, Tenant};
use crate::access::look;
use crate::room::Place;

/// The registered keys.
pub(crate) struct Jaas {
    keys: HashMap<KeyId, PublicKey>,
}

impl Jaas {
    pub(crate) fn new(keys: Vec<(KeyId, PublicKey)>) -> Self {
        let keys = keys.into_iter().collect();
        Self { keys }
    }

    /// The registered key id that the token names; one of the address's tenant,
    /// because no tenant's key opens another's rooms.
    fn registered(&self, place: &Place, token: &str, now: Timestamp) -> Option<&KeyId> {
        let header = look(token, now).header?;
        let kid = header.get("kid")?.as_str()?;
        let mut key_ids = self.keys.keys();
        key_ids.find(|key_id| {
            key_id.as_str() == kid && key_id.app_id().as_str() == place.tenant.as_str()
        })
    }
}

impl Tenancy for Jaas {
    fn tenant(&self, named: Option<&str>) -> Option<Tenant> {
        AppId::parse(named?).ok().map(Tenant::from)
    }

    fn first(&self) -> Option<Tenant> {
        let app_ids = self.keys.keys().map(KeyId::app_id);
        app_ids.min().cloned().map(Tenant::from)
    }

    fn commanders(&self) -> Option<&HashMap<KeyId, PublicKey>> {
        Some(&self.keys)
    }

    fn judge(&self, place: &Place, token: &str, now: Timestamp) -> Judged {
        let key_id = self.registered(place, token, now);
        let app_id = AppId::parse(place.tenant.as_str());
        let unregistered = app_id
            .ok()
            .and_then(|app_id| KeyId::parse_for(&app_id, "unregistered").ok());
        let inspection = inspect(
            token,
            &Against {
                key: key_id.and_then(|key_id| self.keys.get(key_id)),
                key_id: key_id.or(unregistered.as_ref()),
                room: Some(&place.room),
                now,
            },
        );
        let outcome = match inspection.verdict.clone() {
            Verdict::Accepted(granted) => Ok(granted),
            Verdict::Refused(refusal) => Err(refused(&refusal)),
            // A key id is always given, so that a signature is checked or its
            // key is unknown.
            Verdict::Unproved(_) => Err(refused(&Refusal::KeyUnknown)),
        };
        Judged {
            outcome,
            claims: inspection.claims.clone(),
            inspection: serde_json::to_value(inspection).expect("an inspection is plain JSON"),
        }
    }
}

impl From<AppId> for Tenant {
    fn from(app_id: AppId) -> Self {
        Self(app_id.as_str().to_owned())
    }
}

fn refused(refusal: &Refusal) -> Refused {
    Refused {
        text: refusal.wire_text(),
        phase: refusal.phase(),
        is_missing: *refusal == Refusal::TokenMissing,
    }
}
