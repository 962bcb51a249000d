//! The camera's picture in a meeting, the same in every browser.

use serde_json::Value;

use crate::process::until;

/// Whether the picture moves: whether its time has passed between two looks.
const PICTURE_MOVES: &str = "
    const video = document.querySelector('video');
    const before = video.currentTime;
    await new Promise((done) => setTimeout(done, 200));
    return !video.hidden && video.videoWidth > 0 && video.currentTime > before;
";

/// Waits until the picture moves in the page in which `run` runs a function's body.
pub(crate) async fn moves(mut run: impl AsyncFnMut(&str) -> Option<Value>) {
    until("the camera's picture", async || {
        (run(PICTURE_MOVES).await? == true).then_some(())
    })
    .await;
}
