//! What the meeting is told.

use crate::meeting::event::PageEvent;
use crate::time::Timestamp;

/// One thing that happened, handed to [`Meeting::handle`](super::Meeting::handle).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The meeting page reports something.
    Page(PageEvent),
    /// The surface is gone: the person closed its window, or it crashed.
    SurfaceClosed,
    /// The person ends the meeting from the launcher or the tray.
    PersonCloses,
    /// A fresh token was made and its session sent to the page.
    SessionReady {
        /// The token's `exp`.
        expires: Timestamp,
    },
    /// No fresh token could be made.
    SessionFailed,
    /// Nothing but time has passed.
    Tick,
}
