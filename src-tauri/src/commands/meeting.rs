//! What the embedded meeting page may do: hear instructions and report events.

use tauri::State;
use tauri::Wry;
use tauri::ipc::Channel;
use tauri::ipc::InvokeResponseBody;
use tauri::plugin::Builder;
use tauri::plugin::TauriPlugin;

use crate::meeting::embedded::Line;

/// The group.
pub(crate) fn init() -> TauriPlugin<Wry> {
    Builder::new("meeting")
        .invoke_handler(tauri::generate_handler![listen, send])
        .build()
}

#[tauri::command(async)]
fn listen(line: State<'_, Line>, channel: Channel<InvokeResponseBody>) {
    line.listen(channel);
}

#[tauri::command(async)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a command takes its arguments by value"
)]
fn send(line: State<'_, Line>, event: serde_json::Value) {
    line.report(event.to_string());
}
