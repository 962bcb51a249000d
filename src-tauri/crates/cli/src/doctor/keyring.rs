//! Whether there is a keyring, and whether it is open.

use roomkey_store::keys::KeyringStatus;

use super::finding::Finding;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::wait::wait;

pub(super) fn look(desk: &Desk) -> Result<Finding, Fault> {
    let subject = "keyring";
    Ok(match wait(desk.keys.status())? {
        KeyringStatus::Ready(kind) => Finding::good(subject, format!("{kind}, open")),
        KeyringStatus::Locked(kind) => Finding::unknown(
            subject,
            format!(
                "The {kind} is locked, so the keys could not be looked at. Unlock it, or start \
                 Roomkey, which asks for the password, then run this again"
            ),
        ),
        KeyringStatus::Unusable(fault) => Finding::unknown(subject, fault.to_string()),
    })
}
