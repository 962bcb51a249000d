//! What makes somebody the host of a room, for the rooms that this desk had made: the provider
//! says it once, when the room is made.

use roomkey_core::time::Timestamp;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;
use zeroize::Zeroizing;

use super::KeyStore;
use super::KeyStoreFault;
use super::Kind;
use crate::settings::TenantId;

/// The most that one entry holds: Windows' keyring takes 2560 bytes.
const LARGEST: usize = 2400;

impl KeyStore {
    /// Keeps what makes somebody the host of a room, until the room is over. Those of rooms that
    /// are over go; where there are too many, those that are over first.
    pub async fn keep_host(
        &self,
        tenant: &TenantId,
        room: &str,
        host: &str,
        until: Timestamp,
        now: Timestamp,
    ) -> Result<(), KeyStoreFault> {
        let mut hosts = self.hosts(tenant).await?;
        hosts.retain(|_, kept| ends(kept) > now.seconds());
        hosts.insert(
            room.to_owned(),
            json!({ "host": host, "until": until.seconds() }),
        );
        let name = self.entry(tenant, Kind::HostTokens);
        self.keep(name, written(hosts)).await
    }

    /// What makes somebody the host of a room; none where this desk did not have it made.
    pub async fn host(
        &self,
        tenant: &TenantId,
        room: &str,
    ) -> Result<Option<Zeroizing<String>>, KeyStoreFault> {
        let hosts = self.hosts(tenant).await?;
        let host = hosts.get(room).and_then(|kept| kept["host"].as_str());
        Ok(host.map(|host| Zeroizing::new(host.to_owned())))
    }

    /// Takes them all out of the keyring; whether there were any.
    pub async fn remove_hosts(&self, tenant: &TenantId) -> Result<bool, KeyStoreFault> {
        self.clear(self.entry(tenant, Kind::HostTokens)).await
    }

    async fn hosts(&self, tenant: &TenantId) -> Result<Map<String, Value>, KeyStoreFault> {
        let name = self.entry(tenant, Kind::HostTokens);
        match self
            .text(name, |text| serde_json::from_str(text).ok())
            .await
        {
            // One that cannot be read is made anew: a host is a guest until then.
            Err(KeyStoreFault::Missing | KeyStoreFault::Damaged) => Ok(Map::new()),
            read => read,
        }
    }
}

/// As text that fits.
fn written(mut hosts: Map<String, Value>) -> Zeroizing<Vec<u8>> {
    loop {
        let text = Zeroizing::new(Value::Object(hosts.clone()).to_string().into_bytes());
        let first = hosts.iter().min_by_key(|(_, kept)| ends(kept));
        let first = first.map(|(room, _)| room.clone());
        match first {
            Some(room) if text.len() > LARGEST => hosts.remove(&room),
            Some(_) | None => return text,
        };
    }
}

fn ends(kept: &Value) -> i64 {
    kept["until"].as_i64().unwrap_or_default()
}
