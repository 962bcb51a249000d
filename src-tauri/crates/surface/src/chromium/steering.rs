//! The conversation with one browser: from the first window it reports to a page that speaks,
//! and then everything that page and window do.
//!
//! It only takes messages and orders and answers with calls; time, pipe and process are
//! [`super::run`]'s matter.

mod events;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::rules::{Frames, Rules};
use super::wire::{Incoming, Wire};
use crate::link::SurfaceEvent;

/// The state of the conversation.
pub(super) struct Steering {
    wire: Wire,
    rules: Rules,
    frames: Frames,
    /// The session of the page.
    session: Option<String>,
    /// The page's own script context; frames in the same process have others.
    context: Option<i64>,
    /// Whether the page's scripts will find `roomkeySend`.
    bound: bool,
    /// The page's document, held until they do.
    held: Option<String>,
    steps: HashMap<u64, Step>,
    strangers: Vec<(Instant, String)>,
}

/// What a message led to, besides calls.
pub(super) enum Outcome {
    Nothing,
    /// The page is there.
    Open,
    /// To be reported to the shell.
    Report(SurfaceEvent),
    /// The window or its page is gone.
    Gone,
    /// The browser refused what a window needs.
    Refused {
        method: &'static str,
        message: String,
    },
}

/// What waits for a reply. A call that is not listed may fail.
enum Step {
    Need(&'static str),
    Attach,
    Bind,
    Navigate,
    Deliver,
    Raise,
}

impl Steering {
    /// Begins the conversation.
    pub(super) fn begin(wire: Wire, rules: Rules, local_network: bool) -> Self {
        let mut steering = Self {
            wire,
            rules,
            frames: Frames::default(),
            session: None,
            context: None,
            bound: false,
            held: None,
            steps: HashMap::new(),
            strangers: Vec::new(),
        };
        let ours = format!("{}/*", steering.rules.origin());
        steering.need(
            "Fetch.enable",
            json!({ "patterns": [
                { "urlPattern": ours },
                { "urlPattern": "*", "resourceType": "Document" },
            ] }),
        );
        if steering.rules.grants_devices() {
            steering.permit("camera", true);
            steering.permit("microphone", true);
            steering.permit("display-capture", false);
        }
        if local_network {
            // Browsers before Local Network Access know none of these and need none.
            for name in ["local-network-access", "local-network", "loopback-network"] {
                steering.permit(name, false);
            }
        }
        steering.need(
            "Target.setDiscoverTargets",
            json!({ "discover": true, "filter": [{ "type": "page" }] }),
        );
        steering
    }

    /// Takes a message of the browser.
    pub(super) fn hear(&mut self, message: &[u8]) -> Outcome {
        match Incoming::parse(message) {
            Some(Incoming::Reply { id, outcome }) => match self.steps.remove(&id) {
                Some(step) => self.replied(step, outcome),
                None => Outcome::Nothing,
            },
            Some(Incoming::Event {
                method,
                session,
                params,
            }) => self.happened(&method, session.as_deref(), &params),
            None => Outcome::Nothing,
        }
    }

    /// Hands a text to the page.
    pub(super) fn send(&mut self, text: &str) {
        let expression = format!("roomkeyReceive({})", Value::from(text));
        self.ask_page(
            Step::Deliver,
            "Runtime.evaluate",
            json!({ "expression": expression, "silent": true }),
        );
    }

    /// Brings the window to the front.
    pub(super) fn focus(&mut self) {
        let target = json!({ "targetId": self.frames.top });
        let call = self.wire.call(None, "Browser.getWindowForTarget", target);
        self.steps.insert(call, Step::Raise);
    }

    /// Asks the browser to end.
    pub(super) fn close(&mut self) {
        self.wire.call(None, "Browser.close", json!({}));
    }

    /// When [`Self::close_strangers`] is due, if ever.
    pub(super) fn next_stranger(&self) -> Option<Instant> {
        self.strangers.iter().map(|(due, _)| *due).min()
    }

    /// Closes the other windows whose address did not show in time.
    pub(super) fn close_strangers(&mut self, now: Instant) {
        let (due, waiting) = self.strangers.drain(..).partition(|(due, _)| *due <= now);
        self.strangers = waiting;
        for (_, target) in due {
            self.close_stranger(&target);
        }
    }

    fn need(&mut self, method: &'static str, params: Value) {
        let call = self.wire.call(None, method, params);
        self.steps.insert(call, Step::Need(method));
    }

    fn permit(&mut self, name: &str, needed: bool) {
        let params = json!({
            "origin": self.rules.origin(),
            "permission": { "name": name },
            "setting": "granted",
        });
        if needed {
            self.need("Browser.setPermission", params);
        } else {
            self.wire.call(None, "Browser.setPermission", params);
        }
    }

    fn ask_page(&mut self, step: Step, method: &'static str, params: Value) {
        let call = self.wire.call(self.session.as_deref(), method, params);
        self.steps.insert(call, step);
    }

    fn replied(&mut self, step: Step, outcome: Result<Value, String>) -> Outcome {
        match (step, outcome) {
            (Step::Need(method), Err(message)) => Outcome::Refused { method, message },
            (Step::Attach, Err(message)) => Outcome::Refused {
                method: "Target.attachToTarget",
                message,
            },
            (Step::Bind, Err(message)) => Outcome::Refused {
                method: "Runtime.addBinding",
                message,
            },
            (Step::Navigate, Err(message)) => Outcome::Refused {
                method: "Page.navigate",
                message,
            },
            (Step::Need(_), Ok(_)) | (Step::Raise | Step::Deliver, Err(_)) => Outcome::Nothing,
            (Step::Raise, Ok(reply)) => {
                self.raise(&reply);
                Outcome::Nothing
            }
            (Step::Attach, Ok(reply)) => {
                self.attached(&reply);
                Outcome::Nothing
            }
            (Step::Bind, Ok(_)) => {
                self.bound = true;
                if let Some(request) = self.held.take() {
                    self.answer_page(&request);
                }
                Outcome::Nothing
            }
            (Step::Navigate, Ok(reply)) => match text(&reply, "/errorText") {
                Some(message) => Outcome::Refused {
                    method: "Page.navigate",
                    message: message.to_owned(),
                },
                None => Outcome::Open,
            },
            (Step::Deliver, Ok(reply)) => {
                if reply.get("exceptionDetails").is_some() {
                    tracing::warn!("the page did not take a text that was sent to it");
                }
                Outcome::Nothing
            }
        }
    }

    /// Puts everything in place while the page is on its way; its document waits for the binding,
    /// without which its first script would find no `roomkeySend`.
    fn attached(&mut self, reply: &Value) {
        self.session = text(reply, "/sessionId").map(str::to_owned);
        let session = self.session.as_deref();
        self.wire.call(session, "Page.enable", json!({}));
        self.wire.call(session, "Runtime.enable", json!({}));
        self.ask_page(Step::Bind, "Runtime.addBinding", json!({ "name": BINDING }));
        let address = self.rules.address().to_owned();
        self.ask_page(Step::Navigate, "Page.navigate", json!({ "url": address }));
    }

    fn raise(&mut self, reply: &Value) {
        if text(reply, "/bounds/windowState") == Some("minimized") {
            self.wire.call(
                None,
                "Browser.setWindowBounds",
                json!({
                    "windowId": reply.get("windowId"),
                    "bounds": { "windowState": "normal" },
                }),
            );
        }
        let target = json!({ "targetId": self.frames.top });
        self.wire.call(None, "Target.activateTarget", target);
        self.wire
            .call(self.session.as_deref(), "Page.bringToFront", json!({}));
    }

    fn close_stranger(&mut self, target: &str) {
        self.wire
            .call(None, "Target.closeTarget", json!({ "targetId": target }));
    }
}

/// The text at a JSON pointer.
fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer)?.as_str()
}

/// What the page calls to be heard.
const BINDING: &str = "roomkeySend";
