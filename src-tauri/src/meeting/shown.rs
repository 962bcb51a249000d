//! A surface that is open, whatever it is made of.

use roomkey_surface::link::Link;
use roomkey_surface::link::SurfaceEvent;

use crate::meeting::embedded;

/// A surface that is open.
pub(crate) enum Shown {
    /// A window of Roomkey's own webview.
    Embedded(Box<embedded::Window>),
    /// A window of the person's Chromium, or a page in the system browser.
    Linked(Link),
}

impl Shown {
    /// The next thing that happens. `Closed` is the last.
    pub(crate) async fn next(&mut self) -> SurfaceEvent {
        match self {
            Self::Embedded(window) => window.next().await,
            Self::Linked(link) => link.events.recv().await.unwrap_or(SurfaceEvent::Closed),
        }
    }

    /// Hands the page a message: JSON text.
    pub(crate) fn send(&self, message: String) {
        match self {
            Self::Embedded(window) => window.send(message),
            Self::Linked(link) => link.sender.send(message),
        }
    }

    /// Brings it to the front. A page in the system browser stays where it is.
    pub(crate) fn focus(&self) {
        match self {
            Self::Embedded(window) => window.focus(),
            Self::Linked(link) => link.sender.focus(),
        }
    }

    /// Closes it and waits until it is gone.
    pub(crate) async fn close(self) {
        match self {
            Self::Embedded(window) => window.close().await,
            Self::Linked(link) => link.close().await,
        }
    }
}
