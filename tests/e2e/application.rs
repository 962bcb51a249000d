//! Roomkey itself, driven through WebDriver.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use fantoccini::Client;
use fantoccini::ClientBuilder;
use fantoccini::Locator;
use fantoccini::elements::Element;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::bus::Bus;
use crate::desk::Desk;
use crate::process::PATIENCE;
use crate::process::Running;
use crate::process::until;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_roomkey");

/// A running application and the driver that holds it.
pub(crate) struct Application {
    pub(crate) page: Client,
    bus: Bus,
    _driver: Running,
}

impl Application {
    /// Starts Roomkey on a desktop.
    pub(crate) async fn start(desk: &Desk) -> Self {
        Self::start_program(desk, Path::new(PROGRAM), &[]).await
    }

    /// Starts a build of Roomkey with arguments.
    pub(crate) async fn start_program(desk: &Desk, program: &Path, arguments: &[&str]) -> Self {
        let port = free_port();
        let mut driver = desk.command("WebKitWebDriver");
        driver
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let driver = Running::start(&mut driver, "webkit2gtk-driver");
        let options = json!({
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        });
        let capabilities = options.as_object().unwrap();
        let address = format!("http://127.0.0.1:{port}");
        let page = until("the driver", async || {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&address)
                .await
                .ok()
        })
        .await;
        Self {
            page,
            bus: desk.bus(),
            _driver: driver,
        }
    }

    /// The first element that a CSS selector finds, once it is there.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let found = self.page.wait().at_most(Duration::from_secs(30));
        match found.for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(fault) => panic!("no {css}: {fault}; the page says: {}", self.text().await),
        }
    }

    /// The element whose text begins so, once it is there.
    pub(crate) async fn find_starting(&self, element: &str, text: &str) -> Element {
        let path = format!("//{element}[starts-with(normalize-space(.), \"{text}\")]");
        let found = self.page.wait().at_most(Duration::from_secs(30));
        match found.for_element(Locator::XPath(&path)).await {
            Ok(element) => element,
            Err(fault) => panic!("no “{text}”: {fault}; the page says: {}", self.text().await),
        }
    }

    /// Clicks the button with this text.
    pub(crate) async fn press(&self, text: &str) {
        self.click("button", text).await;
    }

    /// Says yes in the open dialog, by the button with this text.
    pub(crate) async fn confirm(&self, text: &str) {
        let path = format!("//dialog[@open]//button[normalize-space(.) = \"{text}\"]");
        let found = self.page.wait().for_element(Locator::XPath(&path)).await;
        found.unwrap().click().await.unwrap();
    }

    /// Clicks the element whose text begins so, as soon as nothing lies over it: a window
    /// moves things about while it shows what was found.
    pub(crate) async fn click(&self, element: &str, text: &str) {
        until(&format!("a click on “{text}”"), async || {
            let found = self.find_starting(element, text).await;
            let middle = "arguments[0].scrollIntoView({ block: 'center' })";
            let argument = serde_json::to_value(&found).unwrap();
            self.page.execute(middle, vec![argument]).await.ok()?;
            found.click().await.ok()
        })
        .await;
    }

    /// Clicks the button with this text, which goes with the click: that it has gone before
    /// the driver could say so is no fault.
    pub(crate) async fn press_away(&self, text: &str) {
        let button = self.find_starting("button", text).await;
        until(&format!("a click on “{text}”"), async || {
            let clicked = button.click().await.is_ok();
            (clicked || button.is_displayed().await.is_err()).then_some(())
        })
        .await;
    }

    /// Types into the field with this label.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        let field = self.field(label).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// What stands in the field with this label.
    pub(crate) async fn typed_into(&self, label: &str) -> String {
        let field = self.field(label).await;
        field.prop("value").await.unwrap().unwrap_or_default()
    }

    /// The field with this label.
    pub(crate) async fn field(&self, label: &str) -> Element {
        let label = self.find_starting("label", label).await;
        let id = label.attr("for").await.unwrap();
        let id = id.expect("a label names its field");
        self.find(&format!("#{id}")).await
    }

    /// Everything the page says.
    pub(crate) async fn text(&self) -> String {
        let said = self.page.execute("return document.body.innerText", vec![]);
        match said.await {
            Ok(said) => said.as_str().unwrap_or_default().to_owned(),
            Err(_) => String::new(),
        }
    }

    /// Waits until the page says something.
    pub(crate) async fn says(&self, text: &str) {
        let deadline = Instant::now() + PATIENCE;
        let mut said = self.text().await;
        while !said.contains(text) {
            assert!(
                Instant::now() < deadline,
                "no “{text}”; the page says: {said}"
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
            said = self.text().await;
        }
    }

    /// Waits until the page has stopped saying something.
    pub(crate) async fn no_longer_says(&self, text: &str) {
        until(&format!("the end of “{text}”"), async || {
            (!self.text().await.contains(text)).then_some(())
        })
        .await;
    }

    /// Goes on in the window whose page has this name, once it is there.
    pub(crate) async fn turn_to(&self, page: &str) {
        until(&format!("the window of {page}"), async || {
            for window in self.page.windows().await.ok()? {
                self.page.switch_to_window(window).await.ok()?;
                let address = self.page.current_url().await.ok()?;
                if address.path().ends_with(page) {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Ends the open meeting, if there is one, without a press of a button.
    pub(crate) async fn end_meeting(&self) {
        let end = "return window.__TAURI_INTERNALS__.invoke('plugin:launcher|end_meeting')";
        self.page.execute(end, vec![]).await.unwrap();
    }

    /// Closes the application, and waits until it has ended: it would take the words of the
    /// next start otherwise.
    pub(crate) async fn close(self) {
        self.page.close().await.unwrap();
        self.bus.roomkey_is_gone().await;
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
