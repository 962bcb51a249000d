//! Whether the embedded webview can hold a meeting. WebKitGTK leaves WebRTC off, and most
//! distributions build it without; where it is there, switching it on makes it usable.

use tauri::WebviewWindow;
use tokio::sync::oneshot;

/// Switches the webview's media features on where the platform leaves them off.
#[cfg(target_os = "linux")]
pub(crate) fn switch_on(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::SettingsExt;
    use webkit2gtk::WebViewExt;

    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_enable_media_stream(true);
            settings.set_enable_webrtc(true);
        }
    })
}

/// Switches the webview's media features on where the platform leaves them off.
#[cfg(not(target_os = "linux"))]
pub(crate) fn switch_on(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Asks a webview whether it has `RTCPeerConnection`. `getUserMedia` says nothing: it is
/// there in WebKitGTK without WebRTC.
pub(crate) async fn probe(window: &WebviewWindow) -> bool {
    let (answer, answered) = oneshot::channel();
    let answer = std::sync::Mutex::new(Some(answer));
    let asked = window.eval_with_callback("typeof RTCPeerConnection", move |result| {
        if let Some(answer) = answer.lock().ok().and_then(|mut answer| answer.take()) {
            // The one who asked may have stopped waiting.
            let _ = answer.send(result.contains("function"));
        }
    });
    asked.is_ok() && answered.await.unwrap_or(false)
}
