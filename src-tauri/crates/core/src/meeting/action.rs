//! What the meeting asks for.

use crate::meeting::notice::Notice;

/// One thing to be done by whoever drives the meeting, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Have the page show this over or beside the frame, until the next one.
    Show(Notice),
    /// Mint a fresh token, send the page a new session as
    /// [`Meeting::resume`](super::Meeting::resume) describes it, and answer
    /// with [`Input::SessionReady`](super::input::Input::SessionReady) or
    /// [`Input::SessionFailed`](super::input::Input::SessionFailed).
    Renew,
    /// Have the client switch the room's lobby on. It comes once, when the person leads.
    SetLobby,
    /// Close the surface if it is still there and bring the launcher back.
    /// It is the last action of a meeting and comes once.
    Close,
}
