//! What the interface reads and sends of a tenant's provider.

use std::collections::BTreeMap;

use roomkey_core::role::Role;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

use crate::error::ErrorView;

/// Who serves a tenant's meetings, as it was typed. An empty text stands for what is usual.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export)]
pub(crate) enum ProviderFields {
    /// 8x8 JaaS.
    Jaas {
        /// The AppID.
        app_id: String,
        /// The server.
        domain: String,
    },
    /// A Jitsi Meet server of the company's own.
    Jitsi {
        /// The server.
        domain: String,
        /// The tenant in its addresses; `*` stands for all of them.
        tenant: String,
        /// The server's `app_id`.
        app_id: String,
        /// One of the audiences that it accepts.
        audience: String,
        /// What signs.
        signing: SigningKind,
        /// The name of the key, where a key signs.
        key_name: String,
    },
    /// VideoSDK.
    VideoSdk {
        /// The API key; not needed beside a token server.
        api_key: String,
        /// The company's server that makes the tokens, where there is one.
        token_server: String,
        /// What signs.
        signing: SigningKind,
        /// Where its REST is.
        api: String,
        /// Where its page is.
        pages: String,
        /// Which version of the page.
        page_version: String,
    },
    /// JioMeet.
    JioMeet {
        /// The app's id.
        app_id: String,
        /// Who makes the tokens.
        issuer: String,
        /// The server.
        domain: String,
        /// What signs.
        signing: SigningKind,
        /// Tokens stand behind `Bearer`.
        bearer: bool,
    },
}

/// Names a provider by what was typed.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct ProviderRequest {
    /// What was typed.
    pub(crate) provider: ProviderFields,
}

/// What can be said of a provider while it is typed.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ProviderChecked {
    /// What people call it.
    pub(crate) name: String,
    /// As what one can join.
    pub(crate) roles: Vec<Role>,
    /// Rooms are made through the provider.
    pub(crate) makes_rooms: bool,
    /// What is wrong, by the field's name.
    pub(crate) faults: BTreeMap<String, ErrorView>,
    /// The fields as they would be kept; missing where one is wrong.
    pub(crate) fields: Option<ProviderFields>,
    /// Under which file name the server of public keys has to serve the key's public half.
    pub(crate) key_file: Option<String>,
}

/// What signs a tenant's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum SigningKind {
    /// A private key.
    Key,
    /// A secret that the provider has as well.
    Secret,
    /// Nothing here: a server of the company's makes the tokens.
    Server,
}

/// A tenant's provider: what was typed, and what it can do.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ProviderView {
    /// What people call it.
    pub(crate) name: String,
    /// What was typed.
    pub(crate) fields: ProviderFields,
    /// As what one can join.
    pub(crate) roles: Vec<Role>,
    /// Tokens switch single features on and off.
    pub(crate) has_features: bool,
    /// The meeting's toolbar and subject can be set.
    pub(crate) has_toolbar: bool,
    /// Rooms are made through the provider, and can be listed there.
    pub(crate) makes_rooms: bool,
    /// Two keys stand side by side while one takes the other's place, each with its id.
    pub(crate) rotates_keys: bool,
    /// Meetings load from more hosts than the tenant's own.
    pub(crate) has_media_hosts: bool,
    /// What signs.
    pub(crate) signing: SigningKind,
    /// Under which file name the server of public keys has to serve the key's public half.
    pub(crate) key_file: Option<String>,
    /// How its secret stands; missing where a secret does not sign.
    pub(crate) secret: Option<SigningSecretView>,
}

/// How a tenant's secret stands in the keyring. The secret itself is never shown.
#[derive(Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct SigningSecretView {
    /// It is there.
    pub(crate) is_kept: bool,
    /// How many bytes it has where they are fewer than HS256 wants.
    pub(crate) short: Option<usize>,
    /// Why the keyring does not give it, where it should.
    pub(crate) fault: Option<ErrorView>,
}

/// A secret that was read in the set-up and waits to be stored. The secret itself is never shown.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct StagedSecretView {
    /// How many bytes it has where they are fewer than HS256 wants.
    pub(crate) short: Option<usize>,
}

/// A room as the provider has it.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct ProviderRoom {
    /// What the provider calls it.
    pub(crate) id: String,
    /// What people call it; the id where nobody gave a name.
    pub(crate) title: String,
    /// From when it is planned, Unix seconds.
    pub(crate) from: Option<i64>,
    /// Until when.
    pub(crate) until: Option<i64>,
    /// It is among the tenant's rooms.
    pub(crate) is_listed: bool,
    /// It can be called off or closed from here.
    pub(crate) can_cancel: bool,
}

/// Has the provider make a room, which is then listed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct MakeRoomRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// What people call it.
    pub(crate) title: String,
    /// From when it is needed, Unix seconds; now where it is missing.
    pub(crate) from: Option<i64>,
    /// Until when; for the time of the tenant's tokens where it is missing.
    pub(crate) until: Option<i64>,
}

/// Names a room as the provider has it.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct ProviderRoomRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The provider's id of the room.
    pub(crate) id: String,
}
