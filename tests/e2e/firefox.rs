//! Firefox as the system's browser: what opens when a program opens a link, with a camera
//! and a microphone that are made up and may be used without a question.

use std::fs;

use serde_json::Value;
use serde_json::json;

use crate::desk::Desk;
use crate::devtools::DevTools;
use crate::process::until;

/// Where the browser's profile is.
const PROFILE: &str = "firefox";

/// Firefox writes down here how it is reached, in its profile.
const ADDRESS_FILE: &str = "firefox/WebDriverBiDiServer.json";

/// Preferences of somebody who has a camera, has allowed its use, and has read the notes
/// that a new profile begins with.
const PREFERENCES: &[(&str, bool)] = &[
    ("media.navigator.streams.fake", true),
    ("media.navigator.permission.disabled", true),
    ("browser.aboutwelcome.enabled", false),
    ("browser.shell.checkDefaultBrowser", false),
    ("datareporting.policy.dataSubmissionEnabled", false),
    ("termsofuse.bypassNotification", true),
];

/// Makes Firefox the desk's browser, by a desktop entry as a person's own settings have it.
pub(crate) fn make_default(desk: &Desk) {
    let profile = desk.path(PROFILE);
    let applications = desk.path("data/applications");
    fs::create_dir_all(&profile).unwrap();
    fs::create_dir_all(&applications).unwrap();
    let preferences: String = PREFERENCES
        .iter()
        .map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"))
        .collect();
    fs::write(profile.join("user.js"), preferences).unwrap();
    // With the port the test can read the tab; Roomkey knows nothing of it.
    let entry = format!(
        "[Desktop Entry]\nType=Application\nName=Firefox\n\
         Exec={} --profile {} --remote-debugging-port 0 %u\n\
         MimeType=x-scheme-handler/http;x-scheme-handler/https;\n",
        program(),
        profile.display(),
    );
    fs::write(applications.join("browser.desktop"), entry).unwrap();
    let defaults = "[Default Applications]\n\
        x-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n";
    fs::write(desk.path("config/mimeapps.list"), defaults).unwrap();
}

/// Debian's name, else Ubuntu's.
fn program() -> &'static str {
    let names = ["firefox-esr", "firefox"];
    let found = names.into_iter().find(|name| {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&folders).any(|folder| folder.join(name).is_file())
    });
    found.expect("Firefox is there: apt install firefox-esr")
}

/// A line to the Firefox that was opened.
pub(crate) struct Firefox(DevTools);

impl Firefox {
    /// Waits for it to have opened.
    pub(crate) async fn find(desk: &Desk) -> Self {
        let file = desk.path(ADDRESS_FILE);
        let mut tools = until("Firefox", async || {
            let written = fs::read_to_string(&file).ok()?;
            let server: Value = serde_json::from_str(&written).ok()?;
            let (host, port) = (server["ws_host"].as_str()?, server["ws_port"].as_u64()?);
            DevTools::connect(&format!("ws://{host}:{port}/session")).await
        })
        .await;
        let wishes = json!({ "capabilities": {} });
        tools.call(None, "session.new", wishes).await.unwrap();
        Self(tools)
    }

    /// The addresses of all tabs, and of the frames in them.
    pub(crate) async fn addresses(&mut self) -> Vec<String> {
        let contexts = self.contexts().await;
        contexts.into_iter().map(|(_, address)| address).collect()
    }

    /// Runs a function's body in the page or frame whose address begins so; none where it is
    /// not there.
    pub(crate) async fn run(&mut self, address: &str, script: &str) -> Option<Value> {
        let mut contexts = self.contexts().await.into_iter();
        let (context, _) = contexts.rfind(|(_, other)| other.starts_with(address))?;
        let call = json!({
            "functionDeclaration": format!("async () => {{ {script} }}"),
            "target": { "context": context },
            "awaitPromise": true,
            "userActivation": true,
        });
        let mut answer = self.0.call(None, "script.callFunction", call).await.ok()?;
        Some(answer["result"]["value"].take())
    }

    async fn contexts(&mut self) -> Vec<(String, String)> {
        let tree = self.0.call(None, "browsingContext.getTree", json!({}));
        let mut contexts = Vec::new();
        flatten(&tree.await.unwrap()["contexts"], &mut contexts);
        contexts
    }
}

/// Every context with its address, a page before its frames.
fn flatten(tree: &Value, contexts: &mut Vec<(String, String)>) {
    for context in tree.as_array().into_iter().flatten() {
        let text = |name: &str| context[name].as_str().unwrap_or_default().to_owned();
        contexts.push((text("context"), text("url")));
        flatten(&context["children"], contexts);
    }
}
