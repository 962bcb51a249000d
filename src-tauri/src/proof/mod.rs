//! Proves what a meeting grants: opens the chosen cases one after the other, each in windows
//! of its own, and tells what came of each. What is expected, seen and compared is for
//! `core::proof`.

pub(crate) mod current;
mod ground;
pub(crate) mod saved;
mod seat;
pub(crate) mod table;
mod trial;

use roomkey_core::proof::case::ProofCase;
use roomkey_core::proof::report::Report;
use tauri::AppHandle;
use tauri::ipc::Channel;
use tokio::sync::oneshot;

use crate::error::Fault;
use crate::meeting::chromium;
use crate::proof::current::Run;
use crate::proof::ground::Ground;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::proof::ProofProgress;
use crate::views::proof::StartProofRequest;

/// Begins a proof, and returns as soon as its first case does.
pub(crate) async fn start(
    app: &AppHandle,
    request: StartProofRequest,
    progress: Channel<ProofProgress>,
) -> Result<(), Fault> {
    let app = app.clone();
    let (answer, answered) = oneshot::channel();
    tauri::async_runtime::spawn(async move {
        let roomkey = roomkey::of(&app);
        let begun = begin(&app, &roomkey, &request).await;
        // Nobody waits any more when the window was closed meanwhile.
        match begun {
            Ok((run, ground)) => {
                let _ = answer.send(Ok(()));
                let end = prove(&app, &run, ground, chosen(&request), &progress).await;
                // Whoever hears of the end may begin the next one.
                drop(run);
                tell(&progress, end);
            }
            Err(fault) => {
                let _ = answer.send(Err(fault));
            }
        }
    });
    answered.await.expect("a proof says whether it begins")
}

/// Refused while a meeting is open, whose window the proof's would cover.
async fn begin<'a>(
    app: &AppHandle,
    roomkey: &'a Roomkey,
    request: &StartProofRequest,
) -> Result<(Run<'a>, Ground), Fault> {
    let _door = roomkey.meeting.door().await;
    if !roomkey.meeting.is_free().await {
        return Err(Fault::MeetingOpen);
    }
    let run = roomkey.proof.begin()?;
    if !chromium::is_there(roomkey) {
        return Err(Fault::NoChromium);
    }
    let ground = Ground::prepare(app, roomkey, request).await?;
    Ok((run, ground))
}

/// Every case once, in the order of the table.
fn chosen(request: &StartProofRequest) -> Vec<ProofCase> {
    let mut cases = ProofCase::ALL.to_vec();
    cases.retain(|case| request.cases.contains(case));
    cases
}

/// Tries the cases, and gives the last word.
async fn prove(
    app: &AppHandle,
    run: &Run<'_>,
    ground: Ground,
    cases: Vec<ProofCase>,
    progress: &Channel<ProofProgress>,
) -> ProofProgress {
    let roomkey = roomkey::of(app);
    let at = roomkey.clock.now();
    tell(
        progress,
        ProofProgress::Began {
            at: at.seconds(),
            demonstration: ground.is_demonstration,
        },
    );
    let mut report = Report {
        place: ground.place,
        tenant: ground.tenant.clone(),
        room: ground.room.clone(),
        at,
        chosen: cases.clone(),
        results: Vec::new(),
    };
    run.keep(&report);
    let mut end = None;
    for case in cases {
        if run.is_stopped() {
            break;
        }
        let tell_step = |step| tell(progress, ProofProgress::Step { case, step });
        match trial::run(app, run, &ground, case, tell_step).await {
            Ok(result) => {
                report.results.push(result.clone());
                run.keep(&report);
                tell(progress, ProofProgress::Done { result });
            }
            Err(fault) => {
                tracing::warn!(%fault, ?case, "a proof cannot go on");
                let error = fault.into();
                end = Some(ProofProgress::Failed { error });
                break;
            }
        }
    }
    ground.close().await;
    let stopped = run.is_stopped();
    end.unwrap_or(ProofProgress::Ended { stopped })
}

fn tell(progress: &Channel<ProofProgress>, news: ProofProgress) {
    if let Err(fault) = progress.send(news) {
        tracing::debug!(%fault, "nobody hears how the proof goes");
    }
}
