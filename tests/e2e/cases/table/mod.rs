//! The table: one row a case.
//!
//! The words are those that a person reads in an English Roomkey. A failure stands in the
//! meeting window and in the launcher, and is left by a button of the one or the other.

mod clients;
mod others;
mod outages;
mod tokens;
mod ways_in;

use roomkey_rehearsal::case::Case;

use crate::cases::row::Act;
use crate::cases::row::Row;
use crate::cases::row::Step;
use crate::watch::NO_MEETING;

/// In the meeting of a company whose staff are participants.
const IN: Step = Step::State("joined/participant");
const SAYS_IN: Step = Step::Launcher("You are in, as participant");

/// Out again, and the launcher takes the next room.
const OUT: Step = Step::State(NO_MEETING);

const HANGS_UP: Step = Step::Does(Act::HangsUp);
const CLOSES_BY_ITSELF: Step = Step::Page("This window closes by itself.");

/// A failure, left by the button in the meeting window, or by the one in the launcher.
const BACK: Step = Step::Does(Act::Presses("Back"));
const CLOSE: Step = Step::Does(Act::PressesInLauncher("Close"));

/// Every row.
pub(super) fn rows() -> Vec<&'static Row> {
    let parts = [
        ways_in::ROWS,
        tokens::ROWS,
        others::ROWS,
        outages::ROWS,
        clients::ROWS,
    ];
    parts.into_iter().flatten().collect()
}

/// Whether Roomkey spoils the token of a case itself, so that no meeting can come of it.
pub(super) fn spoils_token(case: Case) -> bool {
    tokens::ROWS.iter().any(|row| row.case == case)
}
