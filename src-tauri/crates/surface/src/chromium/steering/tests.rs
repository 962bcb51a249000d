//! The conversation with a browser that is played by hand.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Outcome, Steering};
use crate::chromium::Grant;
use crate::chromium::rules::Rules;
use crate::chromium::wire::Wire;
use crate::link::SurfaceEvent;
use crate::page::Asset;

#[test]
fn devices_are_permitted_to_the_page_where_someone_has_a_grant() {
    let mut with = Played::new(true);
    let permitted: Vec<_> = with
        .calls()
        .into_iter()
        .filter(|call| call["method"] == "Browser.setPermission")
        .map(|call| {
            assert_eq!(call["params"]["origin"], "https://page.invalid");
            assert_eq!(call["params"]["setting"], "granted");
            call["params"]["permission"]["name"].clone()
        })
        .collect();
    assert_eq!(permitted, ["camera", "microphone", "display-capture"]);

    let mut without = Played::new(false);
    assert!(
        without
            .calls()
            .iter()
            .all(|call| call["method"] != "Browser.setPermission")
    );
}

#[test]
fn the_document_waits_for_the_binding() {
    let mut played = Played::new(false);
    played.window("TOP", "data:text/html,x");
    let bind = played.attach();

    played.pause("REQUEST", "TOP", "https://page.invalid/page.html");
    assert!(
        played.calls().is_empty(),
        "the page would find no roomkeySend"
    );
    played.reply(bind, json!({}));

    let answer = played.one_call("Fetch.fulfillRequest");
    assert_eq!(answer["params"]["requestId"], "REQUEST");
    assert_eq!(answer["params"]["responseCode"], 200);
    assert_eq!(answer["params"]["body"], "cGFnZQ==");
}

#[test]
fn a_window_that_is_not_ours_is_not_taken_for_it() {
    let mut played = Played::new(false);
    played.calls();

    played.window("FIRST RUN", "https://browser.test/welcome");
    assert!(played.calls().is_empty());
    played.window("TOP", "");
    assert!(played.calls().is_empty());
    played.hear(
        json!({ "method": "Target.targetInfoChanged", "params": { "targetInfo": {
        "targetId": "TOP", "type": "page", "url": "data:text/html,x",
    } } }),
    );

    assert_eq!(
        played.one_call("Target.attachToTarget")["params"]["targetId"],
        "TOP"
    );
    played
        .steering
        .close_strangers(tokio::time::Instant::now() + std::time::Duration::from_secs(2));
    assert_eq!(
        played.one_call("Target.closeTarget")["params"]["targetId"],
        "FIRST RUN"
    );
}

#[test]
fn only_the_pages_own_context_is_heard() {
    let mut played = Played::new(false);
    played.window("TOP", "data:text/html,x");
    played.attach();
    for (context, frame, is_default) in [(1, "TOP", false), (2, "TOP", true), (3, "INNER", true)] {
        played.of_page(
            "Runtime.executionContextCreated",
            json!({ "context": {
            "id": context, "auxData": { "frameId": frame, "isDefault": is_default },
        } }),
        );
    }

    let said = |context: i64| json!({ "name": "roomkeySend", "payload": "text", "executionContextId": context });
    assert!(matches!(
        played.of_page("Runtime.bindingCalled", said(1)),
        Outcome::Nothing
    ));
    assert!(matches!(
        played.of_page("Runtime.bindingCalled", said(3)),
        Outcome::Nothing
    ));
    assert!(matches!(
        played.of_page("Runtime.bindingCalled", said(2)),
        Outcome::Report(SurfaceEvent::Message(text)) if text == "text"
    ));
    played.of_page("Runtime.executionContextsCleared", json!({}));
    assert!(matches!(
        played.of_page("Runtime.bindingCalled", said(2)),
        Outcome::Nothing
    ));
    let other = json!({
        "method": "Runtime.bindingCalled", "sessionId": "OTHER", "params": said(2),
    });
    assert!(matches!(played.hear(other), Outcome::Nothing));
}

#[test]
fn a_refusal_of_what_is_needed_is_told() {
    let mut played = Played::new(true);
    let call = played.one_call("Fetch.enable");

    let outcome = played.hear(json!({ "id": call["id"], "error": { "message": "no" } }));

    assert!(matches!(
        outcome,
        Outcome::Refused { method: "Fetch.enable", message } if message == "no"
    ));
}

#[test]
fn only_a_minimised_window_is_restored() {
    let mut played = Played::new(false);
    played.window("TOP", "data:text/html,x");
    played.attach();
    for (state, restored) in [("maximized", 0), ("minimized", 1)] {
        played.steering.focus();
        let call = played.one_call("Browser.getWindowForTarget");

        played.reply(
            call["id"].as_u64().unwrap(),
            json!({ "windowId": 5, "bounds": { "windowState": state } }),
        );

        let calls = played.calls();
        let set = calls
            .iter()
            .filter(|call| call["method"] == "Browser.setWindowBounds");
        assert_eq!(set.count(), restored, "{state}");
        assert!(
            calls
                .iter()
                .any(|call| call["method"] == "Page.bringToFront")
        );
    }
}

struct Played {
    steering: Steering,
    sent: mpsc::UnboundedReceiver<Vec<u8>>,
}

impl Played {
    fn new(granted: bool) -> Self {
        let grants = [Grant {
            origin: "https://tenant.test".to_owned(),
        }];
        let rules = Rules::new(
            "https://page.invalid",
            "/page.html",
            &[],
            if granted { &grants } else { &[] },
            Arc::new(|path| (path == "/page.html").then(|| Asset::new("text/html", "page"))),
        )
        .unwrap();
        let (wire, sent) = Wire::new();
        Self {
            steering: Steering::begin(wire, rules, false),
            sent,
        }
    }

    fn hear(&mut self, message: Value) -> Outcome {
        self.steering.hear(message.to_string().as_bytes())
    }

    fn of_page(&mut self, method: &str, params: Value) -> Outcome {
        self.hear(json!({ "method": method, "sessionId": "SESSION", "params": params }))
    }

    fn reply(&mut self, id: u64, result: Value) {
        self.hear(json!({ "id": id, "result": result }));
    }

    fn window(&mut self, id: &str, address: &str) {
        self.hear(
            json!({ "method": "Target.targetCreated", "params": { "targetInfo": {
            "targetId": id, "type": "page", "url": address,
        } } }),
        );
    }

    fn pause(&mut self, id: &str, frame: &str, address: &str) {
        self.hear(json!({ "method": "Fetch.requestPaused", "params": {
            "requestId": id, "frameId": frame, "resourceType": "Document",
            "request": { "url": address, "method": "GET" },
        } }));
    }

    /// Answers the attachment; gives the number of the call that binds.
    fn attach(&mut self) -> u64 {
        let call = self.one_call("Target.attachToTarget");
        self.reply(
            call["id"].as_u64().unwrap(),
            json!({ "sessionId": "SESSION" }),
        );
        let bind = self.one_call("Runtime.addBinding");
        assert_eq!(bind["sessionId"], "SESSION");
        bind["id"].as_u64().unwrap()
    }

    /// The calls since the last look.
    fn calls(&mut self) -> Vec<Value> {
        let mut calls = Vec::new();
        while let Ok(message) = self.sent.try_recv() {
            calls.push(serde_json::from_slice(&message).unwrap());
        }
        calls
    }

    /// The one call of a method since the last look.
    fn one_call(&mut self, method: &str) -> Value {
        let mut calls = self.calls();
        calls.retain(|call| call["method"] == method);
        assert_eq!(calls.len(), 1, "{method}");
        calls.remove(0)
    }
}
