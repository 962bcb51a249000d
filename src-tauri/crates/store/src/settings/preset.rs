//! A token that a tester makes again and again, under a name.

use serde::Serialize;

use roomkey_core::change::Change;
use roomkey_core::feature::Features;
use roomkey_core::lifetime::Lifetime;
use roomkey_core::person::Person;
use roomkey_core::provider::Role;

/// What the tokens of one kind have in common. The room is chosen each time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preset {
    /// What the tester calls it; not empty.
    pub name: String,
    /// Who may join.
    pub person: Person,
    /// As what.
    pub role: Role,
    /// With which features.
    pub features: Features,
    /// How long the token is good.
    pub lifetime: Lifetime,
    /// From when on, in seconds after it is made; negative is before.
    pub begins: i64,
    /// Whether it is for every room of the tenant.
    pub every_room: bool,
    /// Whether the person stays out of recordings.
    pub hidden_from_recorder: bool,
    /// What spoils it on purpose, in order.
    pub changes: Vec<Change>,
}
