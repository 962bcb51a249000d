//! What a window may call, and what it may not: every command of every plugin is tried. The
//! list is the one that the build made, so that a new plugin's commands join by themselves.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::json;

use crate::application::Application;
use crate::desk::Desk;
use crate::started;
use crate::stranger::Stranger;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

/// The access control lists of all plugins, as Tauri's build script has put them together.
const MANIFESTS: &str = include_str!(concat!(env!("OUT_DIR"), "/acl-manifests.json"));

/// The commands of the meeting window.
const MEETING: [&str; 2] = ["plugin:meeting|listen", "plugin:meeting|send"];

/// Whatever is tried is tried by the tenant's own script, which runs in the meeting page.
#[tokio::test(flavor = "multi_thread")]
async fn the_meeting_window_may_call_its_own_commands_and_no_other() {
    let desk = Desk::new();
    let tenant = Tenant::new(desk.path("")).await;
    let application = Application::start(&desk).await;
    set_up(&application, &desk, &tenant, "Daily stand-up").await;
    application.says("Daily stand-up").await;
    application.close().await;
    let script = format!(
        "{TRY}\n{FRAME}\ntryAll({}).then((answers) => report('page', answers));",
        json!(commands())
    );
    let mut stranger = Stranger::start(&script, IN_FRAME).await;
    started::move_tenant(&desk, &stranger.domain());
    started::prefer_surface(&desk, "embedded");

    let _roomkey = started::roomkey(&desk, &["join", "acme/daily-stand-up"]);

    only_these_are_allowed(&MEETING, &stranger.hears("page").await);
    assert_eq!(
        stranger.hears("frame").await,
        json!({ "internals": "undefined", "ipc": "refused" }),
        "the tenant's frame has no way to the shell at all"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_launcher_may_call_launcher_and_setup_and_hear_events() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    let commands = commands();
    let mut allowed: Vec<&str> = commands
        .iter()
        .map(String::as_str)
        .filter(|command| {
            command.starts_with("plugin:launcher|") || command.starts_with("plugin:setup|")
        })
        .collect();
    allowed.extend(["plugin:event|listen", "plugin:event|unlisten"]);

    only_these_are_allowed(&allowed, &tried(&roomkey, &commands).await);
    roomkey.close().await;
}

/// What becomes of every command in the window that is turned to.
async fn tried(roomkey: &Application, commands: &[String]) -> Value {
    let script = format!(
        "{TRY}\nconst done = arguments[arguments.length - 1];\ntryAll({}).then(done);",
        json!(commands)
    );
    roomkey.page.execute_async(&script, vec![]).await.unwrap()
}

/// What the settings window may call: the list of its capability file, written out, and all of its
/// own group.
const OF_SETTINGS: [&str; 8] = [
    "plugin:event|listen",
    "plugin:event|unlisten",
    "plugin:launcher|choose_tenant",
    "plugin:launcher|open_inspector",
    "plugin:launcher|set_person",
    "plugin:launcher|set_preferences",
    "plugin:setup|check_key_id",
    "plugin:setup|check_provider",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_may_call_their_own_group_and_little_else() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    roomkey.press("All settings").await;
    roomkey.turn_to("settings.html").await;
    let commands = commands();
    let mut allowed: Vec<&str> = commands
        .iter()
        .map(String::as_str)
        .filter(|command| command.starts_with("plugin:settings|"))
        .collect();
    assert!(!allowed.is_empty());
    allowed.extend(OF_SETTINGS);

    only_these_are_allowed(&allowed, &tried(&roomkey, &commands).await);
    roomkey.close().await;
}

/// The inspector's groups; no other window may call them.
const OF_INSPECTOR: [&str; 3] = ["plugin:inspector|", "plugin:proof|", "plugin:service|"];

#[tokio::test(flavor = "multi_thread")]
async fn the_inspector_may_call_its_own_groups_and_hear_events() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    let open = "return window.__TAURI_INTERNALS__.invoke('plugin:launcher|open_inspector')";
    roomkey.page.execute(open, vec![]).await.unwrap();
    roomkey.turn_to("inspector.html").await;
    let commands = commands();
    let of_inspector = |command: &&str| OF_INSPECTOR.iter().any(|group| command.starts_with(group));
    let mut allowed: Vec<&str> = commands
        .iter()
        .map(String::as_str)
        .filter(of_inspector)
        .collect();
    assert!(!allowed.is_empty());
    allowed.extend(["plugin:event|listen", "plugin:event|unlisten"]);

    only_these_are_allowed(&allowed, &tried(&roomkey, &commands).await);
    roomkey.close().await;
}

/// Every command that the application knows, as a page would call it.
fn commands() -> Vec<String> {
    let manifests: BTreeMap<String, Value> = serde_json::from_str(MANIFESTS).unwrap();
    let mut commands = Vec::new();
    for (plugin, manifest) in manifests {
        let plugin = plugin.trim_start_matches("core:");
        for permission in manifest["permissions"].as_object().unwrap().values() {
            for command in permission["commands"]["allow"].as_array().unwrap() {
                commands.push(format!("plugin:{plugin}|{}", command.as_str().unwrap()));
            }
        }
    }
    commands.sort();
    commands.dedup();
    for known in [
        "plugin:launcher|join",
        "plugin:window|close",
        "plugin:clipboard-manager|read_text",
    ] {
        assert!(commands.iter().any(|command| command == known), "{known}");
    }
    commands
}

/// Refused means: by the access control list, before the command saw anything. An answer of
/// any other kind, and be it a fault, means that the command was reached.
fn only_these_are_allowed(allowed: &[&str], answers: &Value) {
    let answers = answers.as_object().unwrap();
    assert_eq!(answers.len(), commands().len());
    for (command, answer) in answers {
        let answer = answer.as_str().unwrap();
        let is_refused = answer.contains("not allowed");
        let is_allowed = allowed.contains(&command.as_str());
        assert_ne!(is_refused, is_allowed, "{command}: {answer}");
    }
}

/// Calls commands without arguments and gives what each answered. Those that open a dialog
/// answer when somebody has chosen: they are not waited for.
const TRY: &str = r#"
const DIALOGS = ["plugin:setup|choose_key_file", "plugin:setup|open_rollout"];
async function tryAll(commands) {
  const answers = Object.fromEntries(commands.map((command) => [command, "still open"]));
  const asked = commands.map(async (command) => {
    // A report travels in an address, which may not be as long as all refusals together.
    const keep = (answer) => { answers[command] = String(answer?.message ?? answer).slice(0, 100); };
    const asking = window.__TAURI_INTERNALS__.invoke(command, {}).then(keep, keep);
    if (!DIALOGS.includes(command)) {
      await asking;
    }
  });
  await Promise.all(asked);
  return answers;
}"#;

/// The IFrame API, as far as the meeting page needs it to make the tenant's frame.
const FRAME: &str = r#"
window.JitsiMeetExternalAPI = class {
  #frame = document.createElement("iframe");
  constructor(domain, { parentNode, roomName }) {
    this.#frame.src = `http://${domain}/${roomName}`;
    parentNode.append(this.#frame);
  }
  addListener() {}
  executeCommand() {}
  getIFrame() { return this.#frame; }
  dispose() {}
};"#;

/// Looks in the frame for a way to the shell: the object by which pages call, and the address
/// behind it.
const IN_FRAME: &str = r#"
const internals = typeof window.__TAURI_INTERNALS__;
fetch("ipc://localhost/plugin%3Ameeting%7Csend", { method: "POST", body: "{}" }).then(
  (answer) => report("frame", { internals, ipc: answer.ok ? "answered" : "refused" }),
  () => report("frame", { internals, ipc: "refused" }),
);"#;
