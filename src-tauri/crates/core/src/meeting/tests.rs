//! Every recorded case of a meeting, played through the state machine with
//! its times, and what must hold for any input at all.

mod anything;
mod deaths;
mod ends;
mod expiries;
mod joining;
mod loading;
mod outages;
mod play;
mod reading;
mod refusals;
mod reloads;
mod renewals;
mod shown;
mod sleeps;
mod waking;
mod wire;
