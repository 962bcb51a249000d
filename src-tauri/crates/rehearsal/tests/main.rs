//! The rehearsal from outside: over HTTP, over its WebSockets, and through its
//! IFrame API in a real Chromium.

mod cases;
mod control;
mod doors;
mod http;
mod roster;
mod support;
mod together;
mod tokens;
