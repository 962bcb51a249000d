//! roomkey-surface
