//! A clean slate: the meeting windows' profiles, or everything.

use std::io;
use std::path::Path;

use roomkey_store::policy::Locked;
use roomkey_store::settings::Settings;
use tauri::AppHandle;

use crate::error::Fault;
use crate::roomkey;
use crate::roomkey::Roomkey;

/// Removes what the meeting windows have stored. JaaS takes this desk for somebody new
/// afterwards, which counts as another monthly active user.
pub(crate) async fn reset_profiles(app: &AppHandle) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let _door = free(&roomkey).await?;
    remove_profiles(&roomkey).await
}

/// Removes keys, settings and profiles: Roomkey is as on its first day.
pub(crate) async fn remove_everything(app: &AppHandle) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    for what in [Locked::Tenants, Locked::Keys] {
        roomkey.allow(what)?;
    }
    let _door = free(&roomkey).await?;
    let tenants = roomkey.book.read(|settings| {
        let ids = settings.tenants.iter().map(|tenant| tenant.id.clone());
        ids.collect::<Vec<_>>()
    });
    for id in &tenants {
        roomkey.keys.remove_all(id).await?;
    }
    remove_profiles(&roomkey).await?;
    remove(&roomkey.folders.brands())
        .await
        .map_err(Fault::Profile)?;
    roomkey
        .book
        .change(|settings| {
            *settings = Settings::default();
            Ok(())
        })
        .await?;
    roomkey.staged.forget();
    roomkey.staged_keys.forget_all();
    roomkey.look_at_keys().await;
    roomkey.tell(app);
    Ok(())
}

/// No meeting is open, no proof runs, and neither begins while what is returned is held.
async fn free(roomkey: &Roomkey) -> Result<tokio::sync::MutexGuard<'_, ()>, Fault> {
    let door = roomkey.meeting.door().await;
    if !roomkey.meeting.is_free().await {
        return Err(Fault::MeetingOpen);
    }
    if roomkey.proof.runs() {
        return Err(Fault::ProofRuns);
    }
    Ok(door)
}

async fn remove_profiles(roomkey: &Roomkey) -> Result<(), Fault> {
    let of_meetings = [
        roomkey.folders.chromium_profile(),
        roomkey.folders.embedded_profile(),
    ];
    for folder in of_meetings.iter().chain(&roomkey.folders.proof_profiles()) {
        remove(folder).await.map_err(Fault::Profile)?;
    }
    Ok(())
}

async fn remove(folder: &Path) -> io::Result<()> {
    match tokio::fs::remove_dir_all(folder).await {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}
