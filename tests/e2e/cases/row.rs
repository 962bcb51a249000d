//! What a row of the table is made of.

use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::happening::What;

/// One case, and what happens in it, step by step.
pub(crate) struct Row {
    pub(crate) case: Case,
    pub(crate) course: &'static [Step],
}

/// One step: something that the tester does, or that is to come, sooner or later.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// The meeting comes to this state; see [`crate::watch`] for how they are written.
    State(&'static str),
    /// It has not been in such a state yet.
    Never(&'static str),
    /// The launcher says this.
    Launcher(&'static str),
    /// The meeting window says this, over the meeting's frame or instead of it.
    Page(&'static str),
    /// The meeting's own page says this, in the frame.
    Frame(&'static str),
    /// The meeting's server sees this.
    Server(fn(&What) -> bool),
    /// The tester does this.
    Does(Act),
}

/// What a tester can do in a meeting.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// Presses a button of the meeting window, on the page or in its frame.
    Presses(&'static str),
    /// Types into the field in the frame, and presses Enter.
    Types(&'static str),
    /// Presses a button of the launcher.
    PressesInLauncher(&'static str),
    /// Presses the red button in the frame.
    HangsUp,
}
