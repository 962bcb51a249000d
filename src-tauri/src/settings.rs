//! What the settings window shows and does, one file a section.

pub(crate) mod brand;
mod branding;
pub(crate) mod check;
pub(crate) mod clean;
pub(crate) mod csv;
pub(crate) mod keys;
pub(crate) mod made;
pub(crate) mod people;
pub(crate) mod provider;
pub(crate) mod rollout;
pub(crate) mod rooms;
pub(crate) mod rotation;
pub(crate) mod secret;
pub(crate) mod tenants;
pub(crate) mod view;

use roomkey_store::policy::Locked;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;

impl Roomkey {
    /// Refuses what the policy of this system fixes.
    pub(crate) fn allow(&self, what: Locked) -> Result<(), Fault> {
        if self.book.policy().locks(what) {
            Err(Fault::PolicyLocks)
        } else {
            Ok(())
        }
    }
}

/// Changes one tenant and tells every window.
async fn change_tenant<T>(
    app: &AppHandle,
    id: &str,
    what: Locked,
    change: impl FnOnce(&mut Tenant) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let roomkey = roomkey::of(app);
    roomkey.allow(what)?;
    let answer = roomkey.book.change_tenant(id, change).await?;
    roomkey.tell(app);
    Ok(answer)
}
