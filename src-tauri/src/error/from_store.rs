//! The codes of the faults of `store`.

use roomkey_store::keys::KeyStoreFault;
use roomkey_store::rollout::RolloutFault;

use super::Description;
use super::ErrorCode;

pub(super) fn key_store(fault: &KeyStoreFault) -> Description {
    let plain = |code| (code, Vec::new());
    match fault {
        KeyStoreFault::NoKeyring => plain(ErrorCode::KeyringAbsent),
        KeyStoreFault::NoCollection => plain(ErrorCode::KeyringNoCollection),
        KeyStoreFault::Locked => plain(ErrorCode::KeyringLocked),
        KeyStoreFault::Missing => plain(ErrorCode::KeyringMissing),
        KeyStoreFault::Damaged => plain(ErrorCode::KeyringDamaged),
        KeyStoreFault::Ambiguous => plain(ErrorCode::KeyringAmbiguous),
        KeyStoreFault::TooLarge => plain(ErrorCode::KeyringTooLarge),
        KeyStoreFault::Failed { source } => {
            (ErrorCode::KeyringFailed, vec![("why", source.to_string())])
        }
        KeyStoreFault::Stopped => plain(ErrorCode::KeyringStopped),
    }
}

pub(super) fn rollout(fault: &RolloutFault) -> Description {
    let plain = |code| (code, Vec::new());
    match fault {
        RolloutFault::NotOne => plain(ErrorCode::RolloutNotOne),
        RolloutFault::Passphrase => plain(ErrorCode::RolloutPassphraseWrong),
        RolloutFault::Damaged => plain(ErrorCode::RolloutDamaged),
        RolloutFault::Newer { .. } => plain(ErrorCode::RolloutTooNew),
        RolloutFault::Lock | RolloutFault::Randomness => {
            (ErrorCode::Unexpected, vec![("why", fault.to_string())])
        }
    }
}
