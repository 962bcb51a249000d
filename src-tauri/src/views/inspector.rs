//! What the inspector reads and sends.

use roomkey_core::inspect::Inspection;
use roomkey_core::role::Role;
use roomkey_store::settings::Language;
use roomkey_store::settings::RoleFeatures;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::views::BrandView;

/// Everything that the inspector shows before it is asked for more.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct InspectorView {
    /// The language in force.
    pub(crate) language: Language,
    /// Roomkey's version.
    pub(crate) version: String,
    /// The tenants at JaaS, in their order.
    pub(crate) tenants: Vec<InspectorTenant>,
    /// The launcher's tenant, which may be none of these.
    pub(crate) current: Option<String>,
}

/// One tenant, as far as its tokens go.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct InspectorTenant {
    /// Its stable id.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// Its AppID.
    pub(crate) app_id: String,
    /// Its server.
    pub(crate) domain: String,
    /// The whole key id; none where no key was set up.
    pub(crate) key_id: Option<String>,
    /// What staff join as.
    pub(crate) role: Role,
    /// How long its tokens are good.
    pub(crate) lifetime_minutes: u32,
    /// What its tokens name as allowed or not, by role.
    pub(crate) features: RoleFeatures,
    /// Its look.
    pub(crate) brand: BrandView,
    /// Its rooms, in order.
    pub(crate) rooms: Vec<InspectorRoom>,
}

/// One room of a tenant.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct InspectorRoom {
    /// Its name in the token.
    pub(crate) name: String,
    /// What people call it.
    pub(crate) title: String,
}

/// Explains a token that was pasted. The text is a secret, so this cannot be printed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct ReadRequest {
    /// What was pasted; anything that holds one token.
    pub(crate) text: String,
    /// Whose key should have signed.
    pub(crate) key: ReadKey,
    /// The room that is to be joined; empty where that is not asked.
    pub(crate) room: String,
    /// The time to take for now, in Unix seconds.
    pub(crate) at: Option<i64>,
}

/// Whose key should have signed a token.
#[derive(Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum ReadKey {
    /// The key of the tenant here that the token names.
    Found,
    /// A tenant's.
    Tenant {
        /// Its id.
        tenant: String,
    },
    /// A public key.
    Public {
        /// As PEM.
        pem: String,
    },
    /// Nobody's: the signature is not checked.
    Unchecked,
}

/// A token explained.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ExplainedView {
    /// What stands in it and what a server makes of it.
    pub(crate) inspection: Inspection,
    /// Its first two parts as they are written; without the third they open nothing.
    pub(crate) parts: Vec<String>,
    /// The server's own text, where it refuses.
    pub(crate) wire_text: Option<String>,
    /// Whose key its signature was checked with.
    pub(crate) key: KeyUsed,
    /// The verifier's clock, in Unix seconds.
    pub(crate) at: i64,
}

/// Whose key a token's signature was checked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum KeyUsed {
    /// A tenant's of this desk.
    Tenant {
        /// Its title.
        title: String,
    },
    /// A public key that was given.
    Public {
        /// Lower-case hexadecimal SHA-256 of its SPKI DER.
        fingerprint: String,
    },
    /// The token names a key that no tenant of this desk has.
    Unknown,
    /// None was asked for.
    Unchecked,
}
