//! roomkey-rehearsal
