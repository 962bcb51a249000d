//! The page for a system browser, served on loopback for as long as the meeting lasts.
//!
//! The address that is opened carries a ticket in its fragment, which no server, log or referrer
//! ever sees. The page exchanges it, once and soon, for a pass; with the pass alone it gets what
//! the shell sends and is heard by it. So neither a guessed address nor one read from the history
//! leads to anything, and the page's files, which anyone on this machine may fetch, hold no
//! secret.
//!
//! Not kept out is a program of the same person that reads the browser's arguments in the moment
//! of its start and is faster than the browser; the page then finds its ticket used and says so.

mod desk;
mod door;
mod routes;
mod secret;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::link::{self, Link};
use crate::page::Assets;
use desk::Desk;

/// What a served page shall be.
#[derive(Clone)]
pub struct PageOptions {
    /// The page's files.
    pub assets: Assets,
    /// The page's path, such as `/meeting.html`. `/ticket`, `/instructions` and `/events` are
    /// taken.
    pub path: String,
    /// How long the ticket in the address may be exchanged.
    pub ticket_lives: Duration,
    /// How long the page may be away, as while its connection is made again, before the surface
    /// is closed.
    pub absence: Duration,
}

/// A page that is served. Dropping it, or its link, ends the service and every connection.
///
/// Its link has no window to bring to the front, and hands out no addresses: the system browser
/// opens links by itself.
#[derive(Debug)]
pub struct Page {
    /// The line to the page.
    pub link: Link,
}

impl Page {
    /// Serves the page on a free port of 127.0.0.1; gives the address to open, with its ticket in
    /// the fragment.
    ///
    /// The page's side, all on its own origin: `POST /ticket` with the ticket as text gives
    /// `{"pass": …}`, once. With `Authorization: Bearer <pass>`, `GET /instructions` streams one
    /// text a line, an empty line now and then to keep the connection; `POST /events` takes one
    /// text. A text with line breaks, which JSON does not need, has spaces in their place.
    pub async fn serve(options: PageOptions) -> Result<(Self, String), ServeFault> {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .map_err(ServeFault::Bind)?;
        let authority = listener.local_addr().map_err(ServeFault::Bind)?.to_string();
        let path = options.path.clone();
        let (link, side) = link::pair();
        let (desk, ticket) =
            Desk::new(&authority, options, side.events.clone()).map_err(ServeFault::Random)?;
        let desk = Arc::new(desk);
        let serving = tokio::spawn(routes::serve(listener, desk.clone()));
        tokio::spawn(async move { desk.attend(side, serving).await });
        let address = format!("http://{authority}{path}#{}", ticket.reveal());
        Ok((Self { link }, address))
    }
}

/// Why no page is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeFault {
    /// No port of 127.0.0.1 can be listened on.
    #[error(
        "no port on 127.0.0.1 can be opened ({0}); check the firewall and the security software"
    )]
    Bind(io::Error),
    /// The system gives no random bytes.
    #[error("the system gives no random numbers ({0}); restart the computer")]
    Random(getrandom::Error),
}
