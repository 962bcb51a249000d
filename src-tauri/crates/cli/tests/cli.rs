//! `plain` needs nothing of the machine; `keyring` needs a keyring, which the
//! tests start for themselves.

mod desk;
mod join;
#[cfg(target_os = "linux")]
mod keyring;
mod plain;
mod secrets;
#[cfg(target_os = "linux")]
#[expect(dead_code, reason = "the store's tests need more of a session")]
#[path = "../../store/tests/store/session.rs"]
mod session;
#[cfg(target_os = "linux")]
mod standing;
