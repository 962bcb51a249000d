//! The embedded surface: a window of Roomkey's own webview.
//!
//! It may call the meeting commands and nothing else (`capabilities/meeting.json`), loads
//! nothing but our page and the tenant's frame, and only the tenant's frame can ask for
//! camera and microphone, because no other frame can exist in it.

mod traces;
pub(crate) mod webrtc;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;

use roomkey_surface::link::SurfaceEvent;
use tauri::AppHandle;
use tauri::Manager;
use tauri::WebviewUrl;
use tauri::WebviewWindow;
use tauri::WebviewWindowBuilder;
use tauri::WindowEvent;
use tauri::http::HeaderValue;
use tauri::http::header::CONTENT_SECURITY_POLICY;
use tauri::http::header::LINK;
use tauri::ipc::Channel;
use tauri::ipc::InvokeResponseBody;
use tauri::webview::NewWindowResponse;
use tauri::webview::PermissionKind;
use tauri::webview::PermissionResponse;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

use crate::meeting::Command;
use crate::meeting::page;
use crate::roomkey;
use crate::windows;

/// The meeting window's label, by which its capability knows it.
pub(crate) const LABEL: &str = "meeting";

/// What the page needs to reach the shell: Tauri's own channel.
const IPC: &str = "ipc: http://ipc.localhost";

/// Room for events that the driver has not taken yet; a page that floods it waits.
const EVENTS: usize = 256;

/// What a window is to look like.
pub(crate) struct Options {
    pub(crate) title: String,
    pub(crate) tenant_origin: String,
    /// The tenant's script that the page will need first.
    pub(crate) script: Option<String>,
    /// Where the webview keeps its storage, by which JaaS knows the person again.
    pub(crate) profile: PathBuf,
}

/// An embedded meeting window.
pub(crate) struct Window {
    window: WebviewWindow,
    profile: PathBuf,
    events: mpsc::Receiver<SurfaceEvent>,
    /// Whether the window has been destroyed.
    is_gone: bool,
}

/// The page's end of the open window, which the meeting commands use.
#[derive(Default)]
pub(crate) struct Line(Mutex<Option<Ends>>);

struct Ends {
    events: mpsc::Sender<SurfaceEvent>,
    page: Page,
}

enum Page {
    /// It has not asked yet: what is to be said waits.
    Loading(Vec<String>),
    Listening(Channel<InvokeResponseBody>),
}

impl Window {
    /// Opens the window.
    pub(crate) fn open(app: &AppHandle, options: Options) -> tauri::Result<Self> {
        let (sender, events) = mpsc::channel(EVENTS);
        app.state::<Line>().connect(sender.clone());
        traces::remove(app, &options.profile);
        let profile = options.profile.clone();
        let window = build(app, options, sender.clone())?;
        let closing = window.clone();
        window.on_window_event(move |event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                leave_unseen(&closing);
            } else if matches!(event, WindowEvent::Destroyed) {
                report(&sender, SurfaceEvent::Closed);
            }
        });
        Ok(Self {
            window,
            profile,
            events,
            is_gone: false,
        })
    }

    pub(crate) async fn next(&mut self) -> SurfaceEvent {
        let event = self.events.recv().await.unwrap_or(SurfaceEvent::Closed);
        self.is_gone |= event == SurfaceEvent::Closed;
        event
    }

    pub(crate) fn send(&self, message: String) {
        self.window.state::<Line>().say(message);
    }

    pub(crate) fn focus(&self) {
        let focused = self
            .window
            .unminimize()
            .and_then(|()| self.window.set_focus());
        if let Err(fault) = focused {
            tracing::warn!(%fault, "the meeting window did not come to the front");
        }
    }

    /// Closes it, and removes what its addresses have left behind.
    pub(crate) async fn close(mut self) {
        self.window.state::<Line>().hang_up();
        if let Err(fault) = self.window.destroy() {
            tracing::debug!(%fault, "the meeting window was gone already");
        }
        while !self.is_gone {
            self.next().await;
        }
        let (app, profile) = (self.window.app_handle().clone(), self.profile);
        let removed = tokio::task::spawn_blocking(move || traces::remove(&app, &profile));
        removed.await.expect("removing files does not panic");
    }
}

impl Line {
    /// The page listens from here on, and hears first what waited for it.
    pub(crate) fn listen(&self, channel: Channel<InvokeResponseBody>) {
        let mut line = self.lock();
        let Some(ends) = line.as_mut() else { return };
        let waited = std::mem::replace(&mut ends.page, Page::Listening(channel));
        if let (Page::Loading(messages), Page::Listening(channel)) = (waited, &ends.page) {
            for message in messages {
                speak(channel, message);
            }
        }
    }

    /// The page reports something: JSON text.
    pub(crate) fn report(&self, message: String) {
        if let Some(ends) = self.lock().as_ref() {
            report(&ends.events, SurfaceEvent::Message(message));
        }
    }

    fn connect(&self, events: mpsc::Sender<SurfaceEvent>) {
        let page = Page::Loading(Vec::new());
        *self.lock() = Some(Ends { events, page });
    }

    fn say(&self, message: String) {
        match self.lock().as_mut().map(|ends| &mut ends.page) {
            Some(Page::Listening(channel)) => speak(channel, message),
            Some(Page::Loading(messages)) => messages.push(message),
            None => {}
        }
    }

    fn hang_up(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Ends>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn build(
    app: &AppHandle,
    options: Options,
    events: mpsc::Sender<SurfaceEvent>,
) -> tauri::Result<WebviewWindow> {
    let policy = page::policy(&options.tenant_origin, IPC, options.script.as_deref());
    let policy = header(&policy)?;
    let script = options.script.as_deref();
    let preload = script
        .map(|script| header(&page::preload(script)))
        .transpose()?;
    let tenant_origin = options.tenant_origin;
    let path = page::PATH.trim_start_matches('/').into();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(path))
        .title(options.title)
        .inner_size(1200.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .data_directory(options.profile)
        .on_web_resource_request(move |request, response| {
            let headers = response.headers_mut();
            headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
            if let (true, Some(preload)) = (request.uri().path() == page::PATH, &preload) {
                headers.insert(LINK, preload.clone());
            }
        })
        .on_navigation(move |address| {
            windows::is_ours(address) || address.origin().ascii_serialization() == tenant_origin
        })
        .on_new_window(move |address, _| {
            report(&events, SurfaceEvent::OpenLink(address.to_string()));
            NewWindowResponse::Deny
        })
        .on_permission_request(|_, kind| {
            let is_for_meetings = matches!(
                kind,
                PermissionKind::Camera
                    | PermissionKind::Microphone
                    | PermissionKind::DisplayCapture
            );
            if is_for_meetings {
                PermissionResponse::Allow
            } else {
                PermissionResponse::Deny
            }
        })
        .build()?;
    webrtc::switch_on(&window)?;
    Ok(window)
}

fn header(value: &str) -> tauri::Result<HeaderValue> {
    HeaderValue::from_str(value).map_err(|fault| tauri::Error::Anyhow(fault.into()))
}

/// The window goes at once; the meeting behind it is left properly first.
fn leave_unseen(window: &WebviewWindow) {
    if let Err(fault) = window.hide() {
        tracing::debug!(%fault, "the meeting window stays until it is gone");
    }
    let app = window.app_handle().clone();
    tauri::async_runtime::spawn(async move {
        roomkey::of(&app).meeting.command(Command::Close).await;
    });
}

fn report(events: &mpsc::Sender<SurfaceEvent>, event: SurfaceEvent) {
    // A driver that has ended wants none.
    if let Err(TrySendError::Full(_)) = events.try_send(event) {
        tracing::warn!("an event of the meeting page was lost");
    }
}

fn speak(channel: &Channel<InvokeResponseBody>, message: String) {
    if channel.send(InvokeResponseBody::Json(message)).is_err() {
        tracing::warn!("the meeting page did not hear an instruction");
    }
}
