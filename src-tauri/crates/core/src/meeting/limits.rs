//! How long a meeting waits, and for what.
//!
//! The real client (Jitsi Meet, August 2026, measured with a local server)
//! lives after about 1 s and has joined after 1.9 to 2.5 s. The limits are
//! generous, because a slow network is no failure.

use std::time::Duration;

/// After so long on the way, the person is told who has not answered.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// For the meeting page's first word; a browser may have to start first.
pub(super) const PAGE: Duration = Duration::from_secs(60);

/// For a fresh token; the keyring may ask the person to unlock it first.
pub(super) const TOKEN: Duration = Duration::from_secs(120);

/// For the script. The page tries two addresses with 10 s each and says
/// itself that they failed; this is for a page that says nothing.
pub(super) const SCRIPT: Duration = Duration::from_secs(25);

/// For the client's first sign of life, from the frame's making and once more
/// from its first `load`.
pub(super) const CLIENT: Duration = Duration::from_secs(30);

/// For the join once the client lives. Where XMPP is down, the client gives
/// up by itself after 36 s.
pub(super) const SERVER: Duration = Duration::from_secs(60);

/// For the whole way back with a fresh token.
pub(super) const REJOIN: Duration = Duration::from_secs(60);

/// For a sign of life of a client that has lost its server. It reloads itself
/// 10 to 30 s after saying so; if the page's server is down in that moment,
/// it stays silent for ever.
pub(super) const SILENCE: Duration = Duration::from_secs(60);

/// For the connection to come back at all.
pub(super) const OUTAGE: Duration = Duration::from_secs(300);

/// For `readyToClose` after `videoConferenceLeft`. A hang-up takes 0.15 s; a
/// question for feedback or a change to a breakout room takes longer.
pub(super) const LEAVING: Duration = Duration::from_secs(30);

/// For `readyToClose` where the client may have left because the machine slept.
pub(super) const HANG_UP: Duration = Duration::from_secs(2);

/// For a client to leave after the machine has woken, because of the sleep.
pub(super) const DROWSY: Duration = Duration::from_secs(10);

/// For the person to read why the meeting closes. `videoConferenceLeft` comes
/// 5 s after the meeting's end for all.
pub(super) const FAREWELL: Duration = Duration::from_secs(6);

/// Least time between two renewals that nobody asked for. With it a token of
/// no lifetime at all cannot make the meeting reload without pause.
pub(super) const BETWEEN_RENEWALS: Duration = Duration::from_secs(10);

/// Least time between two renewals for age alone. It matters only to tokens
/// that live shorter than a JaaS token of Roomkey's may.
pub(super) const BETWEEN_REFRESHES: Duration = Duration::from_secs(60);

/// Longest time between two inputs while anything is being waited for, so
/// that a sleep of the machine is noticed soon after it.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(5);

/// An input that comes so much later than it should shows that the machine slept.
pub(super) const OVERSLEPT: Duration = Duration::from_secs(5);
