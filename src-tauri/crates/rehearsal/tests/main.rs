//! The rehearsal from outside: over HTTP, over its WebSockets, and through its
//! IFrame API in a real Chromium.

#[cfg(test)]
mod cases;
#[cfg(test)]
mod control;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod http;
#[cfg(test)]
mod providers;
#[cfg(test)]
mod rest;
#[cfg(test)]
mod roster;
#[cfg(test)]
mod support;
#[cfg(test)]
mod together;
#[cfg(test)]
mod tokens;
