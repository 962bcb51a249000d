//! The line between the shell and a page, the same for every surface of this crate.

use std::fmt;

use tokio::sync::{mpsc, oneshot};

/// What a surface reports.
#[derive(Clone, PartialEq, Eq)]
pub enum SurfaceEvent {
    /// A text that the page sent.
    Message(String),
    /// The page wants this address opened outside of it. The scheme is `http` or `https`; mail
    /// addresses are the browser's own to hand on.
    OpenLink(String),
    /// The surface is gone: its processes have ended, its profile is cleaned, its sockets are
    /// closed. Nothing follows.
    Closed,
}

/// A surface that is open. Dropping it closes the surface.
#[derive(Debug)]
pub struct Link {
    /// What the surface reports, until [`SurfaceEvent::Closed`].
    pub events: mpsc::Receiver<SurfaceEvent>,
    /// The way to the page; may be cloned and kept elsewhere.
    pub sender: Sender,
    _keeper: oneshot::Sender<()>,
}

impl Link {
    /// Closes the surface and waits until it is gone.
    pub async fn close(mut self) {
        self.sender.close();
        while let Some(event) = self.events.recv().await {
            if event == SurfaceEvent::Closed {
                break;
            }
        }
    }
}

/// Orders to a surface. Orders to one that is gone do nothing.
#[derive(Clone, Debug)]
pub struct Sender {
    orders: mpsc::UnboundedSender<Order>,
}

impl Sender {
    /// Sends a text to the page, after those sent before.
    pub fn send(&self, text: String) {
        self.order(Order::Send(text));
    }

    /// Brings the window to the front, where the surface has a window of its own.
    pub fn focus(&self) {
        self.order(Order::Focus);
    }

    /// Closes the surface; [`SurfaceEvent::Closed`] follows when it is gone.
    pub fn close(&self) {
        self.order(Order::Close);
    }

    fn order(&self, order: Order) {
        // A closed channel is a surface that is gone, which its last event has told.
        let _ = self.orders.send(order);
    }
}

/// What a [`Sender`] asks of the task that runs a surface.
pub(crate) enum Order {
    Send(String),
    Focus,
    Close,
}

/// The surface's side of a [`Link`].
pub(crate) struct Side {
    pub(crate) events: mpsc::Sender<SurfaceEvent>,
    pub(crate) orders: mpsc::UnboundedReceiver<Order>,
    /// Resolves when the [`Link`] has been dropped.
    pub(crate) dropped: oneshot::Receiver<()>,
}

/// Makes both sides of a link.
pub(crate) fn pair() -> (Link, Side) {
    let (event_sender, events) = mpsc::channel(EVENTS_KEPT);
    let (order_sender, orders) = mpsc::unbounded_channel();
    let (keeper, dropped) = oneshot::channel();
    let link = Link {
        events,
        sender: Sender {
            orders: order_sender,
        },
        _keeper: keeper,
    };
    let side = Side {
        events: event_sender,
        orders,
        dropped,
    };
    (link, side)
}

impl Side {
    /// Reports an event. One that the shell does not fetch in time is lost, so that a page that
    /// floods its surface cannot fill the memory.
    pub(crate) fn report(&self, event: SurfaceEvent) {
        match self.events.try_send(event) {
            Ok(()) | Err(mpsc::error::TrySendError::Closed(_)) => {}
            Err(mpsc::error::TrySendError::Full(_)) => {
                tracing::warn!("a surface reports more than is fetched; an event is lost");
            }
        }
    }
}

impl fmt::Debug for SurfaceEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(text) => write!(f, "Message({} bytes)", text.len()),
            Self::OpenLink(address) => write!(f, "OpenLink({} bytes)", address.len()),
            Self::Closed => f.write_str("Closed"),
        }
    }
}

/// Events that wait for the shell before further ones are lost.
const EVENTS_KEPT: usize = 1024;
