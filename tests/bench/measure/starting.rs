//! The cold start: no process runs, and the files are in the system's memory, as they are for
//! everyone who has used the machine since it was switched on. The memory is that of the same
//! processes, a while later.

use std::thread;
use std::time::Duration;

use super::memory;
use super::roomkey::Program;
use super::sample::Sample;
use crate::desk::Desk;

const ROUNDS: usize = 15;

/// By then a window that nobody touches has nothing left to do.
const IDLE: Duration = Duration::from_secs(3);

#[derive(Default)]
pub(crate) struct Starts {
    pub(crate) roomkey: Sample,
    pub(crate) bare: Sample,
    pub(crate) roomkey_memory: Sample,
    pub(crate) bare_memory: Sample,
}

pub(crate) fn measure(desk: &Desk) -> Starts {
    let mut starts = Starts::default();
    // The first of each fills caches and makes folders.
    Program::bare(desk).end();
    Program::roomkey(desk).end();
    for _ in 0..ROUNDS {
        let mut bare = Program::bare(desk);
        starts.bare.time(bare.start);
        thread::sleep(IDLE);
        starts.bare_memory.memory(memory::of_tree(bare.id()));
        bare.end();

        let mut roomkey = Program::roomkey(desk);
        starts.roomkey.time(roomkey.start);
        thread::sleep(IDLE);
        starts.roomkey_memory.memory(memory::of_tree(roomkey.id()));
        roomkey.end();
    }
    starts
}
