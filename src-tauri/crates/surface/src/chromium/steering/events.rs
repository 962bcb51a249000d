//! What the browser reports by itself, and what follows.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::{BINDING, Outcome, Steering, Step, text};
use crate::chromium::arguments::FIRST_PAGE;
use crate::chromium::rules::{Decision, Request};
use crate::link::SurfaceEvent;
use crate::page::Asset;

impl Steering {
    pub(super) fn happened(
        &mut self,
        method: &str,
        session: Option<&str>,
        params: &Value,
    ) -> Outcome {
        let of_page = session.is_some() && session == self.session.as_deref();
        match method {
            "Fetch.requestPaused" => return self.paused(params),
            "Target.targetCreated" | "Target.targetInfoChanged" => self.target_seen(params),
            "Target.targetDestroyed" | "Target.targetCrashed" => {
                return self.target_gone(params);
            }
            "Target.detachedFromTarget"
                if text(params, "/sessionId") == self.session.as_deref() =>
            {
                return Outcome::Gone;
            }
            "Page.frameAttached" if of_page => {
                if let Some(frame) = text(params, "/frameId") {
                    self.frames.inner.insert(frame.to_owned());
                }
            }
            // A frame that moves to another process is reported as detached, too.
            "Page.frameDetached" if of_page && text(params, "/reason") != Some("swap") => {
                if let Some(frame) = text(params, "/frameId") {
                    self.frames.inner.remove(frame);
                }
            }
            "Page.frameNavigated" if of_page => return self.top_navigated(params),
            "Runtime.executionContextCreated" if of_page => self.context_created(params),
            "Runtime.executionContextsCleared" if of_page => self.context = None,
            "Runtime.bindingCalled" if of_page => return self.page_spoke(params),
            _ => {}
        }
        Outcome::Nothing
    }

    /// The window with the first page of ours is ours. Any other was opened from it, or by a
    /// browser with a mind of its own, and will be closed, once its address is known or has not
    /// shown in time.
    fn target_seen(&mut self, params: &Value) {
        let Some(target) = text(params, "/targetInfo/targetId") else {
            return;
        };
        if text(params, "/targetInfo/type") != Some("page") || target == self.frames.top {
            return;
        }
        let address = text(params, "/targetInfo/url").unwrap_or_default();
        if self.frames.top.is_empty() && address.starts_with(FIRST_PAGE) {
            self.forget_stranger(target);
            target.clone_into(&mut self.frames.top);
            let call = self.wire.call(
                None,
                "Target.attachToTarget",
                json!({ "targetId": target, "flatten": true }),
            );
            self.steps.insert(call, Step::Attach);
        } else if self.frames.strangers.insert(target.to_owned()) {
            self.strangers
                .push((Instant::now() + ADDRESS_WITHIN, target.to_owned()));
        }
    }

    fn forget_stranger(&mut self, target: &str) {
        self.frames.strangers.remove(target);
        self.strangers.retain(|(_, stranger)| stranger != target);
    }

    fn target_gone(&mut self, params: &Value) -> Outcome {
        match text(params, "/targetId") {
            Some(target) if target == self.frames.top => Outcome::Gone,
            Some(target) => {
                self.forget_stranger(target);
                Outcome::Nothing
            }
            None => Outcome::Nothing,
        }
    }

    /// A window that shows another page is no longer ours: what needs no request, such as
    /// `about:blank`, cannot be refused beforehand. Behind the page nothing may lie, so that a
    /// step back leads nowhere.
    fn top_navigated(&mut self, params: &Value) -> Outcome {
        if text(params, "/frame/id") != Some(self.frames.top.as_str()) {
            return Outcome::Nothing;
        }
        if self
            .rules
            .is_ours(text(params, "/frame/url").unwrap_or_default())
        {
            self.wire.call(
                self.session.as_deref(),
                "Page.resetNavigationHistory",
                json!({}),
            );
            return Outcome::Nothing;
        }
        if self.bound {
            Outcome::Gone
        } else {
            Outcome::Nothing
        }
    }

    fn context_created(&mut self, params: &Value) {
        let is_default = params.pointer("/context/auxData/isDefault") == Some(&Value::Bool(true));
        let frame = text(params, "/context/auxData/frameId");
        if is_default && frame == Some(self.frames.top.as_str()) {
            self.context = params.pointer("/context/id").and_then(Value::as_i64);
        }
    }

    fn page_spoke(&self, params: &Value) -> Outcome {
        let context = params.get("executionContextId").and_then(Value::as_i64);
        if text(params, "/name") != Some(BINDING) || context.is_none() || context != self.context {
            return Outcome::Nothing;
        }
        match text(params, "/payload") {
            Some(message) => Outcome::Report(SurfaceEvent::Message(message.to_owned())),
            None => Outcome::Nothing,
        }
    }

    fn paused(&mut self, params: &Value) -> Outcome {
        let Some(id) = text(params, "/requestId") else {
            return Outcome::Nothing;
        };
        let request = Request {
            frame: text(params, "/frameId").unwrap_or_default(),
            address: text(params, "/request/url").unwrap_or_default(),
            method: text(params, "/request/method").unwrap_or_default(),
            document: text(params, "/resourceType") == Some("Document"),
        };
        let is_page = request.document && request.frame == self.frames.top;
        match self.rules.decide(&self.frames, &request) {
            Decision::Answer(_) if is_page && !self.bound => self.held = Some(id.to_owned()),
            Decision::Answer(asset) => self.answer(id, asset),
            Decision::Let => {
                self.wire
                    .call(None, "Fetch.continueRequest", json!({ "requestId": id }));
            }
            Decision::Refuse => self.refuse(id),
            Decision::HandOut(address) => {
                self.refuse(id);
                let stranger = request.frame.to_owned();
                self.strangers.retain(|(_, target)| *target != stranger);
                self.close_stranger(&stranger);
                return Outcome::Report(SurfaceEvent::OpenLink(address));
            }
        }
        Outcome::Nothing
    }

    /// Answers the page's document, once its binding is there.
    pub(super) fn answer_page(&mut self, request: &str) {
        let asset = self.rules.page();
        self.answer(request, asset);
    }

    fn answer(&mut self, request: &str, asset: Option<Asset>) {
        let asset = asset.unwrap_or_else(|| Asset {
            status: 404,
            ..Asset::new("text/plain; charset=utf-8", "There is no such file")
        });
        let headers: Vec<Value> = self
            .rules
            .headers(&asset)
            .into_iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.wire.call(
            None,
            "Fetch.fulfillRequest",
            json!({
                "requestId": request,
                "responseCode": asset.status,
                "responseHeaders": headers,
                "body": STANDARD.encode(&asset.body),
            }),
        );
    }

    /// Cancels a request as if it had never been made: the document that is there stays.
    fn refuse(&mut self, request: &str) {
        self.wire.call(
            None,
            "Fetch.failRequest",
            json!({ "requestId": request, "errorReason": "Aborted" }),
        );
    }
}

/// How long another window may take to show where it wants to go.
const ADDRESS_WITHIN: Duration = Duration::from_secs(1);
