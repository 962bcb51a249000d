//! Roomkey itself, driven through WebDriver.

use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::ClientBuilder;
use fantoccini::Locator;
use fantoccini::elements::Element;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::desk::Desk;
use crate::process::Running;
use crate::process::until;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_roomkey");

/// A running application and the driver that holds it.
pub(crate) struct Application {
    pub(crate) page: Client,
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
        Self { page, _driver: driver }
    }

    /// The first element that a CSS selector finds, once it is there.
    pub(crate) async fn find(&self, css: &str) -> Element {
        let found = self.page.wait().at_most(Duration::from_secs(30));
        match found.for_element(Locator::Css(css)).await {
            Ok(element) => element,
            Err(fault) => panic!("no {css}: {fault}; the page says: {}", self.text().await),
        }
    }

    /// The element with this text, once it is there: the innermost of the kind.
    pub(crate) async fn find_text(&self, element: &str, text: &str) -> Element {
        let path = format!("//{element}[contains(normalize-space(.), \"{text}\")]");
        let found = self.page.wait().at_most(Duration::from_secs(30));
        match found.for_element(Locator::XPath(&path)).await {
            Ok(element) => element,
            Err(fault) => panic!("no “{text}”: {fault}; the page says: {}", self.text().await),
        }
    }

    /// Clicks the button with this text.
    pub(crate) async fn press(&self, text: &str) {
        self.find_text("button", text).await.click().await.unwrap();
    }

    /// Types into the field with this label.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        let path = format!("//label[contains(normalize-space(.), \"{label}\")]");
        let label = self.page.find(Locator::XPath(&path)).await.unwrap();
        let id = label.attr("for").await.unwrap().expect("a label names its field");
        let field = self.find(&format!("#{id}")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Everything the page says.
    pub(crate) async fn text(&self) -> String {
        match self.page.find(Locator::Css("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Waits until the page says something.
    pub(crate) async fn says(&self, text: &str) {
        until(&format!("“{text}”"), async || {
            self.text().await.contains(text).then_some(())
        })
        .await;
    }

    /// Closes the application.
    pub(crate) async fn close(self) {
        self.page.close().await.unwrap();
    }
}

/// A second start, as a click on an icon would make it.
pub(crate) fn start_again(desk: &Desk, arguments: &[&str]) -> Running {
    let mut command: Command = desk.command(PROGRAM);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    Running::start(&mut command, "roomkey")
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
