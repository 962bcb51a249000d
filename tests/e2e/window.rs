//! The meeting window that Roomkey makes of a Chromium, seen from outside: what its page and
//! the frame in it say, and what a person does there.
//!
//! Roomkey itself opens no port. For these tests alone the browser is told to open one, by
//! the flags that Roomkey adds to its own.

use std::collections::HashMap;
use std::fs;

use serde_json::Value;
use serde_json::json;

use crate::desk::Desk;
use crate::devtools::DevTools;
use crate::process::until;
use crate::seen::Bookmark;
use crate::seen::Seen;
use crate::seen::WRITE_DOWN;

/// The flag that has the browser listen for tools, beside those of the desk.
pub(crate) const OPEN_TO_TOOLS: &str = "--remote-debugging-port=0";

/// Where the browser writes down how it is reached.
const ADDRESS_FILE: &str = "roomkey/meeting-chromium/DevToolsActivePort";

/// The meeting page's address.
const PAGE: &str = "https://meeting.roomkey.invalid/";

/// An open meeting window.
pub(crate) struct MeetingWindow {
    tools: DevTools,
    /// The sessions with the page and its frames, and how much of each was read.
    sessions: HashMap<String, (String, Bookmark)>,
    pub(crate) page: Seen,
    pub(crate) frame: Seen,
}

impl MeetingWindow {
    /// Forgets an earlier window, so that the next one that opens can be told from it.
    pub(crate) fn forget(desk: &Desk) {
        // None is there before the first.
        let _ = fs::remove_file(desk.path(ADDRESS_FILE));
    }

    /// Waits for the window that opens.
    pub(crate) async fn find(desk: &Desk) -> Self {
        let file = desk.path(ADDRESS_FILE);
        let tools = until("the meeting window", async || {
            let written = fs::read_to_string(&file).ok()?;
            let (port, path) = written.split_once('\n')?;
            DevTools::connect(&format!("ws://127.0.0.1:{port}{path}")).await
        })
        .await;
        Self {
            tools,
            sessions: HashMap::new(),
            page: Seen::default(),
            frame: Seen::default(),
        }
    }

    /// Reads what page and frame have said since. A window that has closed says nothing.
    pub(crate) async fn read(&mut self) -> Result<(), String> {
        for (target, is_page) in self.targets().await? {
            let session = self.session(&target).await?;
            let written = self.run(&session, WRITE_DOWN).await?;
            let seen = if is_page {
                &mut self.page
            } else {
                &mut self.frame
            };
            let (_, bookmark) = self.sessions.get_mut(&target).ok_or("no session")?;
            seen.add(written, bookmark);
        }
        Ok(())
    }

    /// Clicks the button whose text begins so, on the page or in the frame.
    pub(crate) async fn press(&mut self, text: &str) -> Result<(), String> {
        let press = format!(
            "const named = (button) => button.checkVisibility() &&
                [button.innerText, button.ariaLabel ?? ''].some((text) => text.startsWith({}));
            const button = [...document.querySelectorAll('button, summary')].find(named);
            setTimeout(() => button?.click());
            return Boolean(button);",
            json!(text)
        );
        for (target, _) in self.targets().await? {
            let session = self.session(&target).await?;
            if self.run(&session, &press).await? == true {
                return Ok(());
            }
        }
        Err(format!("no button “{text}” in the meeting window"))
    }

    /// Types into the field of the frame's page, and presses Enter.
    pub(crate) async fn type_and_enter(&mut self, text: &str) -> Result<(), String> {
        self.in_frame("document.querySelector('input').focus();")
            .await?;
        let page = self
            .targets()
            .await?
            .into_iter()
            .find(|(_, is_page)| *is_page);
        let (page, _) = page.ok_or("no page")?;
        let session = self.session(&page).await?;
        let mut keys = vec![("Input.insertText", json!({ "text": text }))];
        for kind in ["keyDown", "keyUp"] {
            let key = json!({
                "type": kind, "key": "Enter", "code": "Enter", "text": "\r",
                "windowsVirtualKeyCode": 13,
            });
            keys.push(("Input.dispatchKeyEvent", key));
        }
        for (method, params) in keys {
            self.tools.call(Some(&session), method, params).await?;
        }
        Ok(())
    }

    /// Whether each of these elements of the frame's page can be seen, by its id.
    pub(crate) async fn shows(&mut self, ids: &[&str]) -> Result<Vec<bool>, String> {
        let look = format!(
            "return {}.map((id) => document.getElementById(id).checkVisibility())",
            json!(ids)
        );
        let seen = self.in_frame(&look).await?;
        serde_json::from_value(seen).map_err(|fault| fault.to_string())
    }

    /// Runs a function's body in the frame's page and gives what it returns.
    pub(crate) async fn in_frame(&mut self, script: &str) -> Result<Value, String> {
        let frames = self.targets().await?.into_iter();
        let (frame, _) = frames.last().ok_or("no frame")?;
        let session = self.session(&frame).await?;
        self.run(&session, script).await
    }

    /// The page and the frames in it, by their ids; whether each is the page.
    async fn targets(&mut self) -> Result<Vec<(String, bool)>, String> {
        let found = self
            .tools
            .call(None, "Target.getTargets", json!({}))
            .await?;
        let found = found["targetInfos"].as_array().cloned().unwrap_or_default();
        let mut targets: Vec<(String, bool)> = Vec::new();
        for target in found {
            let (kind, address) = (target["type"].as_str(), target["url"].as_str());
            let is_page = kind == Some("page");
            let is_ours = is_page && address.is_some_and(|address| address.starts_with(PAGE));
            if is_ours || kind == Some("iframe") {
                let id = target["targetId"].as_str().unwrap_or_default();
                targets.push((id.to_owned(), is_page));
            }
        }
        targets.sort_by_key(|(_, is_page)| !is_page);
        Ok(targets)
    }

    async fn session(&mut self, target: &str) -> Result<String, String> {
        if let Some((session, _)) = self.sessions.get(target) {
            return Ok(session.clone());
        }
        let params = json!({ "targetId": target, "flatten": true });
        let answer = self
            .tools
            .call(None, "Target.attachToTarget", params)
            .await?;
        let session = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        self.sessions
            .insert(target.to_owned(), (session.clone(), Bookmark::default()));
        Ok(session)
    }

    /// Runs a function's body in a page and gives what it returns.
    async fn run(&mut self, session: &str, script: &str) -> Result<Value, String> {
        let params = json!({
            "expression": format!("(async () => {{ {script} }})()"),
            "awaitPromise": true,
            "returnByValue": true,
            "userGesture": true,
        });
        let mut answer = self
            .tools
            .call(Some(session), "Runtime.evaluate", params)
            .await?;
        if answer.get("exceptionDetails").is_some() {
            return Err(answer.to_string());
        }
        Ok(answer["result"]["value"].take())
    }
}
