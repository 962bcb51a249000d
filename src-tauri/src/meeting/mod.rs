//! Opens a meeting and hands it to its driver. One meeting is open at a time.

mod admission;
pub(crate) mod chromium;
pub(crate) mod current;
pub(crate) mod driver;
pub(crate) mod embedded;
pub(crate) mod instruction;
pub(crate) mod links;
mod nearby;
pub(crate) mod open;
pub(crate) mod page;
pub(crate) mod plan;
pub(crate) mod shown;

use roomkey_core::meeting::Resume;
use roomkey_core::time::Timestamp;
use tauri::AppHandle;
use tokio::sync::mpsc;

use crate::error::Fault;
use crate::meeting::driver::Driver;
use crate::meeting::instruction::Session;
use crate::meeting::plan::Plan;
use crate::meeting::shown::Shown;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::NoticeKind;
use crate::windows;

/// What the shell may ask of an open meeting.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Command {
    /// Close it.
    Close,
    /// Bring it to the front.
    Focus,
}

/// Opens the meeting that `plan` decides on, and returns as soon as its window is there.
///
/// Where a meeting is open, that one comes to the front and nothing is decided; one that is
/// ending is waited for.
pub(crate) async fn start(
    app: &AppHandle,
    plan: impl Future<Output = Result<Plan, Fault>>,
) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    let _door = roomkey.meeting.door().await;
    if !roomkey.meeting.is_free().await {
        roomkey.meeting.command(Command::Focus).await;
        return Ok(());
    }
    let plan = plan.await?;
    let (commands, received) = mpsc::channel(8);
    roomkey.meeting.begins(&plan, commands);
    roomkey.tell(app);
    match open(app, &roomkey, &plan).await {
        Ok((shown, session, expires)) => {
            roomkey.withdraw(NoticeKind::CouldNotJoin);
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                let roomkey = roomkey::of(&app);
                let machine = driver::machine(&roomkey, &plan, expires);
                Driver::new(&app, &roomkey, &plan, machine, shown, session, received)
                    .run()
                    .await;
                finish(&app, &roomkey).await;
            });
            Ok(())
        }
        Err(fault) => {
            clear_away(app, &roomkey).await;
            Err(fault)
        }
    }
}

async fn open(
    app: &AppHandle,
    roomkey: &Roomkey,
    plan: &Plan,
) -> Result<(Shown, Session, Timestamp), Fault> {
    let session = plan.session(roomkey, Resume::default());
    let (shown, (session, expires)) = open::surface(app, plan, session).await?;
    Ok((shown, session, expires))
}

/// Closes what the meeting needed and brings the launcher back.
async fn finish(app: &AppHandle, roomkey: &Roomkey) {
    clear_away(app, roomkey).await;
    if let Err(fault) = windows::show_launcher(app) {
        tracing::warn!(%fault, "the launcher did not come back");
    }
}

async fn clear_away(app: &AppHandle, roomkey: &Roomkey) {
    roomkey.stage.close().await;
    roomkey.meeting.ended();
    roomkey.tell(app);
}
