//! Opens a meeting and hands it to its driver. One meeting is open at a time; asking for
//! another while one is open brings that one to the front.

pub(crate) mod driver;
pub(crate) mod embedded;
pub(crate) mod instruction;
pub(crate) mod links;
pub(crate) mod open;
pub(crate) mod page;
pub(crate) mod plan;
pub(crate) mod shown;

use roomkey_core::meeting::Resume;
use tauri::AppHandle;
use tauri::Manager;
use tokio::sync::mpsc;

use crate::error::Fault;
use crate::meeting::driver::Driver;
use crate::meeting::plan::Plan;
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

/// Opens the meeting and returns as soon as its window is there.
pub(crate) async fn start(app: &AppHandle, plan: Plan) -> Result<(), Fault> {
    let roomkey = app.state::<Roomkey>();
    let (commands, received) = mpsc::channel(8);
    if !roomkey.meeting_begins(&plan, commands) {
        roomkey.command_meeting(Command::Focus).await;
        return Ok(());
    }
    roomkey.tell_launcher(app);
    let opened = match plan.session(&roomkey, Resume::default()).await {
        Ok(session) => open::surface(app, &plan)
            .await
            .map(|shown| (session, shown)),
        Err(fault) => Err(fault),
    };
    match opened {
        Ok(((session, expires), shown)) => {
            roomkey.withdraw(NoticeKind::CouldNotJoin);
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                let roomkey = app.state::<Roomkey>();
                let driver = Driver {
                    app: &app,
                    roomkey: &roomkey,
                    plan: &plan,
                    shown,
                    commands: received,
                    first: Some(session),
                    machine: driver::machine(&roomkey, expires),
                };
                driver.run().await;
                finish(&app, &roomkey).await;
            });
            Ok(())
        }
        Err(fault) => {
            roomkey.meeting_ended();
            roomkey.tell_launcher(app);
            Err(fault)
        }
    }
}

/// Closes what the meeting needed and brings the launcher back.
async fn finish(app: &AppHandle, roomkey: &Roomkey) {
    roomkey.stage.close().await;
    roomkey.meeting_ended();
    roomkey.tell_launcher(app);
    if let Err(fault) = windows::show_launcher(app) {
        tracing::warn!(%fault, "the launcher did not come back");
    }
}
