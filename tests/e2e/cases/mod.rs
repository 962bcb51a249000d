//! Every case that a rehearsal can play, played against the real application in a real
//! browser: where it ends, and what the person reads there.

mod player;
mod row;
mod table;

use std::collections::BTreeSet;
use std::iter;
use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;

use futures_util::FutureExt;
use roomkey_rehearsal::case::Case;

use crate::cases::player::Player;
use crate::cases::row::Row;
use crate::cases::table::rows;

/// How many desks play side by side. The longest cases do little but wait.
const DESKS: usize = 4;

/// The cases that take longest, by the clock of the meeting and not of the rehearsal: they
/// begin first.
const LONGEST: [Case; 4] = [
    Case::PageServerGone,
    Case::ClientSilent,
    Case::ScriptSilent,
    Case::SilentDeath,
];

#[test]
fn the_table_has_a_row_for_every_case() {
    let cases: BTreeSet<Case> = rows().iter().map(|row| row.case).collect();
    assert_eq!(cases, BTreeSet::from(Case::ALL));
    assert_eq!(rows().len(), Case::ALL.len());
}

#[test]
fn every_case_ends_in_the_right_state_with_the_right_words() {
    let mut rows = rows();
    // The last is taken first.
    rows.sort_by_key(|row| LONGEST.contains(&row.case));
    let rows = Mutex::new(rows);
    let next = || rows.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut faults: Vec<String> = thread::scope(|scope| {
        let desks: Vec<_> = (0..DESKS).map(|_| scope.spawn(|| play(next))).collect();
        let played = desks.into_iter().map(|desk| match desk.join() {
            Ok(faults) => faults,
            Err(_) => vec!["a desk could not be set up or cleared; its panic says why".to_owned()],
        });
        played.flatten().collect()
    });
    faults.extend(iter::from_fn(next).map(|row| format!("{:?}: not played", row.case)));
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Plays rows at one desk until there are no more, and says what went wrong.
fn play(next: impl Fn() -> Option<&'static Row>) -> Vec<String> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let mut player = Player::new().await;
        let mut faults = Vec::new();
        while let Some(row) = next() {
            match AssertUnwindSafe(player.play(row)).catch_unwind().await {
                Ok(Ok(())) => {}
                Ok(Err(fault)) => faults.push(format!("{:?}: {fault}", row.case)),
                Err(_) => {
                    // What is open at this desk is not known any more.
                    faults.push(format!("{:?}: its panic says why", row.case));
                    return faults;
                }
            }
        }
        player.roomkey.close().await;
        faults
    })
}
