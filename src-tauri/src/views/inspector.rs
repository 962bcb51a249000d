//! What the inspector reads and sends.

use roomkey_core::feature::Features;
use roomkey_core::inspect::Inspection;
use roomkey_core::provider::Check;
use roomkey_core::provider::Refusal;
use roomkey_core::provider::Role;
use roomkey_core::role;
use roomkey_store::settings::Language;
use roomkey_store::settings::RoleFeatures;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;
use crate::views::BrandView;
use crate::views::provider::SigningKind;

/// Everything that the inspector shows before it is asked for more.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct InspectorView {
    /// The language in force.
    pub(crate) language: Language,
    /// Roomkey's version.
    pub(crate) version: String,
    /// The tenants, in their order.
    pub(crate) tenants: Vec<InspectorTenant>,
    /// The launcher's tenant.
    pub(crate) current: Option<String>,
    /// Who a token is for where nobody else is named.
    pub(crate) person: PersonFields,
    /// The tester's own presets, in their order.
    pub(crate) presets: Vec<PresetView>,
}

/// A token that is made again and again.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct PresetView {
    /// What the tester calls it.
    pub(crate) name: String,
    /// What is chosen.
    pub(crate) choices: TokenChoices,
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
    /// Its server.
    pub(crate) domain: String,
    /// What its provider's tokens can be.
    pub(crate) provider: InspectorProvider,
    /// What JaaS alone knows it by.
    pub(crate) jaas: Option<InspectorJaas>,
    /// What staff join as.
    pub(crate) role: role::Role,
    /// How long its tokens are good.
    pub(crate) lifetime_minutes: u32,
    /// What its tokens name as allowed or not, by role.
    pub(crate) features: RoleFeatures,
    /// Its look.
    pub(crate) brand: BrandView,
    /// Its rooms, in order.
    pub(crate) rooms: Vec<InspectorRoom>,
}

/// What a provider's tokens can be, so that no more is offered.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct InspectorProvider {
    /// What people call it.
    pub(crate) name: String,
    /// As what they let people in; none where one joins without a token.
    pub(crate) roles: Vec<Role>,
    /// They switch single features on and off.
    pub(crate) has_features: bool,
    /// They say who stays out of recordings.
    pub(crate) hides_from_recorder: bool,
    /// They call its REST.
    pub(crate) has_commands: bool,
    /// A room opens with any of them that is made here.
    pub(crate) can_open: bool,
    /// It opens by an address with the token in it as well, and in a rehearsal.
    pub(crate) has_address: bool,
    /// What signs them.
    pub(crate) signing: SigningKind,
}

/// What JaaS knows a tenant by.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct InspectorJaas {
    /// Its AppID.
    pub(crate) app_id: String,
    /// The whole key id; none where no key was set up.
    pub(crate) key_id: Option<String>,
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

/// A token to be made, as it was typed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct MakeRequest {
    /// The tenant whose key signs.
    pub(crate) tenant: String,
    /// The room; the one to be joined where the token is for every room.
    pub(crate) room: String,
    /// It calls the provider's REST, so that neither room nor person nor role count.
    pub(crate) command: bool,
    /// Everything else.
    pub(crate) choices: TokenChoices,
}

/// What is chosen of a token besides its tenant and its room, as it was typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct TokenChoices {
    /// It is for every room of the tenant.
    pub(crate) every_room: bool,
    /// Who may join.
    pub(crate) person: PersonFields,
    /// As what.
    pub(crate) role: Role,
    /// With which features.
    pub(crate) features: Features,
    /// How long it is good, in minutes.
    pub(crate) lifetime: String,
    /// From when on, in seconds after it is made; negative is before.
    pub(crate) begins: String,
    /// The person stays out of recordings.
    pub(crate) hidden_from_recorder: bool,
    /// What spoils it on purpose, in order.
    pub(crate) changes: Vec<ChangeFields>,
}

/// A person as typed; all but id and name may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub(crate) struct PersonFields {
    /// The stable id.
    pub(crate) id: String,
    /// What others read.
    pub(crate) name: String,
    /// The email address.
    pub(crate) email: String,
    /// The https address of a picture.
    pub(crate) avatar: String,
}

/// One change to a token, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub(crate) struct ChangeFields {
    /// Where, such as `context.user.moderator`.
    pub(crate) place: String,
    /// The value as JSON; none where what stands there is left out.
    pub(crate) value: Option<String>,
}

/// What came of what was typed: a token, or the fields that stand in its way.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct MadeView {
    /// The fields, and why.
    pub(crate) faults: Vec<FieldFault>,
    /// The token explained, where there is no fault.
    pub(crate) made: Option<ExplainedView>,
}

/// A field that cannot be used.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
pub(crate) struct FieldFault {
    /// Which.
    pub(crate) field: TokenField,
    /// Of the changes, which; counted from 0.
    pub(crate) index: usize,
    /// Why.
    pub(crate) error: ErrorView,
}

/// The fields of which a token is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum TokenField {
    /// The room.
    Room,
    /// The person's id.
    PersonId,
    /// The person's name.
    PersonName,
    /// The email address.
    Email,
    /// The picture's address.
    Avatar,
    /// How long it is good.
    Lifetime,
    /// From when on.
    Begins,
    /// A change.
    Change,
}

/// The token itself, for a tester who wants to see it. A secret, so this cannot be printed.
#[derive(Serialize, TS)]
#[ts(export)]
pub(crate) struct ShownToken {
    /// The whole token.
    pub(crate) token: String,
    /// The same explained.
    pub(crate) made: ExplainedView,
}

/// Keeps a preset, in place of the one with its name.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct SavePresetRequest {
    /// What the tester calls it.
    pub(crate) name: String,
    /// What is chosen.
    pub(crate) choices: TokenChoices,
}

/// Names a preset.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct PresetRequest {
    /// What the tester calls it.
    pub(crate) name: String,
}

/// Opens a meeting with a token that is made for it.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct OpenMadeRequest {
    /// The token.
    pub(crate) token: MakeRequest,
    /// Against the stand-in on this machine, and not in the tenant's own room.
    pub(crate) rehearsal: bool,
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
    /// What another provider than JaaS makes of it, where it was asked; JaaS's verdict then does
    /// not count.
    pub(crate) judged: Option<JudgedView>,
}

/// What a provider makes of a token by its own rules.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct JudgedView {
    /// What people call the provider.
    pub(crate) system: String,
    /// What its server asks, in its order where that is known.
    pub(crate) checks: Vec<Check>,
    /// Why it would refuse first; none where it would not.
    pub(crate) refusal: Option<Refusal>,
    /// Whether the signature was seen to be right.
    pub(crate) is_proved: bool,
}

/// Whose key a token's signature was checked with.
#[derive(Clone, Debug, Serialize, TS)]
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
    /// Of this window, because the tenant's cannot be used: its signature was not checked.
    Window {
        /// Why it cannot.
        why: ErrorView,
    },
    /// The token names a key that no tenant of this desk has.
    Unknown,
    /// None was asked for.
    Unchecked,
}
